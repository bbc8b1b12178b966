import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { InjectOptions } from 'fastify'
import { afterAll, expect } from 'vitest'
import { loadPaths } from '../../src/cli/load-paths.ts'
import { extractClaims } from '../../src/ingest.ts'
import { type App, createApp } from '../../src/serve/app.ts'
import { openStore, type Store } from '../../src/store/open.ts'

export const seeds = join(import.meta.dirname, '../../seeds')
const silent = {
  start() {},
  done() {},
  failed(path: string, reason: string) {
    throw new Error(`${path}: ${reason}`)
  },
  warn() {},
  moved() {},
  end() {},
}

export type Service = {
  app: App
  store: Store
  file: string
  get: (url: string) => Promise<Answer>
  send: (options: InjectOptions) => Promise<Answer>
}
// biome-ignore lint/suspicious/noExplicitAny: tests read bodies of many shapes
export type Answer = { status: number; headers: Record<string, unknown>; body: any; text: string }

/** A service over a fresh SQLite file with the seeds (and any other folders) loaded; every answer is held to the OpenAPI document. */
export async function startService(...folders: string[]): Promise<Service> {
  const folder = mkdtempSync(join(tmpdir(), 'article-facts-'))
  const file = join(folder, 'test.db')
  const store = openStore(file)
  await loadPaths(store, [seeds, ...folders], silent, 0)
  const app = await createApp({ store, extract: extractClaims, bodyLimit: 64 * 1024 })
  afterAll(async () => {
    await app.close()
    store.close()
    rmSync(folder, { recursive: true })
  })
  const check = contractOf(app)
  const send: Service['send'] = async (options) => {
    const response = await app.inject(options)
    const type = String(response.headers['content-type'] ?? '')
    const body = /json/.test(type) ? response.json() : undefined
    const { method = 'GET', url = '' } = options as { method?: string; url?: string }
    check(method, String(url).split('?')[0]!, response.statusCode, type.split(';')[0]!, body)
    return { status: response.statusCode, headers: response.headers, body, text: response.body }
  }
  return { app, store, file, send, get: (url) => send({ method: 'GET', url }) }
}

type Operation = { operationId: string; responses: Record<string, { content?: Record<string, { schema: object }> }> }

/** Checks answers against the document: known status and media type, and a body with neither a wrong nor an undocumented field. */
function contractOf(app: App) {
  const document = JSON.parse(JSON.stringify(app.swagger())) as {
    paths: Record<string, Record<string, Operation>>
    components: object
  }
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true })
  ;(addFormats as unknown as (ajv: object) => void)(ajv)
  ajv.addSchema({ $id: 'openapi', components: close(document.components) })
  const compiled = new Map<string, ValidateFunction>()
  return (method: string, path: string, status: number, type: string, body: unknown) => {
    const template = Object.keys(document.paths)
      .sort((a, b) => a.split('{').length - b.split('{').length)
      .find((candidate) => new RegExp(`^${candidate.replace(/\{\w+\}/g, '[^/]+')}$`).test(path))
    const operation = template && document.paths[template]![method.toLowerCase()]
    if (!operation) return
    const content = operation.responses[status]?.content?.[type]
    expect(content, `${operation.operationId} answers ${status} ${type}, which is not documented`).toBeDefined()
    const key = `${operation.operationId} ${status}`
    const validate =
      compiled.get(key) ??
      ajv.compile(
        JSON.parse(JSON.stringify(close(content!.schema)).replaceAll('"#/components', '"openapi#/components')),
      )
    compiled.set(key, validate)
    expect(validate(body), `${key}: ${ajv.errorsText(validate.errors)} in ${JSON.stringify(body).slice(0, 500)}`).toBe(
      true,
    )
  }
}

/** Objects are open in the document, so that fields may be added; for the tests they are closed. */
function close(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(close)
  if (node === null || typeof node !== 'object') return node
  const closed = Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => key !== 'discriminator')
      .map(([key, value]) => [key, close(value)]),
  )
  return closed.type === 'object' && closed.properties && closed.additionalProperties === undefined
    ? { ...closed, additionalProperties: false }
    : closed
}
