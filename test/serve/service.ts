import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { InjectOptions } from 'fastify'
import sql from 'sql-template-tag'
import { afterAll, expect, inject } from 'vitest'
import { findFiles } from '../../src/cli/files.ts'
import { loadPaths } from '../../src/cli/load-paths.ts'
import readJob, { type ReadJob } from '../../src/cli/read-job.ts'
import { walk } from '../../src/ingest.ts'
import { readConfig } from '../../src/model/config.ts'
import type { Scope } from '../../src/model/key.ts'
import { type App, createApp } from '../../src/serve/app.ts'
import type { FetchPage } from '../../src/serve/routes/ingest.ts'
import { createTasks } from '../../src/serve/tasks.ts'
import { makeKey } from '../../src/store/keys.ts'
import { openStore, type Store } from '../../src/store/open.ts'
import { saveArticles } from '../../src/store/save.ts'
import { dropDatabase, makeDatabase } from '../postgres.ts'

export const seeds = join(import.meta.dirname, '../../seeds')
const silent = {
  start() {},
  done() {},
  failed(path: string, reason: string): never {
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
  get: (url: string, headers?: Record<string, string>) => Promise<Answer>
  /** The header of a new key with these scopes. */
  authorize: (...scopes: Scope[]) => { authorization: string }
  send: (options: InjectOptions) => Promise<Answer>
}
// biome-ignore lint/suspicious/noExplicitAny: tests read bodies of many shapes
export type Answer = { status: number; headers: Record<string, unknown>; body: any; text: string }

/** A service over a fresh database (an SQLite file, or one of the server that the tests started) with the seeds (and any other folders) loaded; every answer in JSON is held to the OpenAPI document. */
export const startService = (...folders: string[]): Promise<Service> => startServiceWith({}, ...folders)

/** The same with settings of its own. */
export const startServiceWith = (settings: Record<string, string>, ...folders: string[]): Promise<Service> =>
  startAny(settings, undefined, folders)

/** The same that fetches pages. */
export const startServiceFetching = (fetchPage: FetchPage): Promise<Service> => startAny({}, fetchPage, [])

let contract: ReturnType<typeof contractOf> | undefined

/** The seeds with their claims, which are the same in all databases: read once. */
let seedRecords: ReturnType<typeof readSeeds> | undefined
async function readSeeds() {
  const files = await findFiles([seeds], silent.failed)
  const results = await Promise.all(files.map((file) => readJob(file as ReadJob)))
  return results
    .flat()
    .map((result) => ('record' in result ? result.record : silent.failed(result.name, result.reason)))
}

async function startAny(
  settings: Record<string, string>,
  fetchPage: FetchPage | undefined,
  folders: readonly string[],
): Promise<Service> {
  const folder = mkdtempSync(join(tmpdir(), 'article-facts-'))
  const server = inject('postgres')
  const file = server ? await makeDatabase(server) : join(folder, 'test.db')
  const store = await openStore(file)
  seedRecords ??= readSeeds()
  await saveArticles(store, await seedRecords)
  if (folders.length > 0) await loadPaths(store, folders, silent, 0)
  const app = await createApp({
    store,
    tasks: createTasks(store, () => walk),
    fetchPage,
    page: join(import.meta.dirname, '../../dist/web'),
    config: readConfig({ BODY_LIMIT: '65536', RATE_LIMIT: '0', ...settings }),
  })
  afterAll(async () => {
    await app.close()
    await store.close()
    if (server) await dropDatabase(file)
    rmSync(folder, { recursive: true })
  })
  // what the document says is the same for all services; to make it and its schemas anew takes each a tenth of a second
  contract ??= contractOf(app)
  const check = contract
  const send: Service['send'] = async (options) => {
    await made
    const response = await app.inject(options)
    const type = String(response.headers['content-type'] ?? '')
    const body = /json\b/.test(type) && !/ndjson/.test(type) && response.body ? response.json() : undefined
    const { method = 'GET', url = '' } = options as { method?: string; url?: string }
    // JSON is what the document describes; other media types are held to their own standards
    if (/^(?:$|application\/(?:problem\+)?json)/.test(type))
      check(method, String(url).split('?')[0]!, response.statusCode, type.split(';')[0]!, body, response.body)
    return { status: response.statusCode, headers: response.headers, body, text: response.body }
  }
  let made: Promise<unknown> = Promise.resolve()
  const authorize: Service['authorize'] = (...scopes) => {
    const { row, token } = makeKey({ name: 'tester', scopes, at: new Date().toISOString() })
    made = Promise.all([made, store.write((tx) => tx.insert('keys', [row]))])
    return { authorization: `Bearer ${token}` }
  }
  return { app, store, file, send, authorize, get: (url, headers = {}) => send({ method: 'GET', url, headers }) }
}

/** What articles, claims and reviews there are, and the data's version. */
export async function contentsOf(store: Store) {
  return {
    state: await store.first(sql`select value from state where name = 'sequence'`),
    articles: await store.all(sql`select id, text_hash from articles order by id`),
    claims: await store.all(sql`select id, json from claims order by id`),
    reviews: await store.all(sql`select id from reviews order by id`),
  }
}

type Operation = {
  operationId: string
  responses: Record<string, { $ref?: string; content?: Record<string, { schema: object }> }>
}

/** Checks answers against the document: known status and media type, and a body with neither a wrong nor an undocumented field. */
function contractOf(app: App) {
  const document = JSON.parse(JSON.stringify(app.swagger())) as {
    paths: Record<string, Record<string, Operation>>
    components: { responses: Record<string, Operation['responses'][string]> }
  }
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true })
  ;(addFormats as unknown as (ajv: object) => void)(ajv)
  ajv.addSchema({ $id: 'openapi', components: close(document.components) })
  const compiled = new Map<string, ValidateFunction>()
  return (method: string, path: string, status: number, type: string, body: unknown, text: string) => {
    const template = Object.keys(document.paths)
      .sort((a, b) => a.split('{').length - b.split('{').length)
      .find((candidate) => new RegExp(`^${candidate.replace(/\{\w+\}/g, '[^/]+')}$`).test(path))
    const operation = template && document.paths[template]![method.toLowerCase()]
    if (!operation) return
    const answer = operation.responses[status]
    const { content: all } =
      (answer?.$ref ? document.components.responses[answer.$ref.split('/').at(-1)!] : answer) ?? {}
    if (answer && !all) return expect(body).toBeUndefined()
    const content = all?.[type]
    expect(content, `${operation.operationId} answers ${status} ${type}, which is not documented`).toBeDefined()
    const key = `${operation.operationId} ${status} ${type}`
    const validate =
      compiled.get(key) ??
      ajv.compile(
        JSON.parse(JSON.stringify(close(content!.schema)).replaceAll('"#/components', '"openapi#/components')),
      )
    compiled.set(key, validate)
    expect(
      validate(body ?? text),
      `${key}: ${ajv.errorsText(validate.errors)} in ${JSON.stringify(body).slice(0, 500)}`,
    ).toBe(true)
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
