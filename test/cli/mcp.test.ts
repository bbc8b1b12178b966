import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { afterAll, describe, expect, it } from 'vitest'
import { startServiceWith } from '../serve/service.ts'
import { runHere } from './run-here.ts'

const root = join(import.meta.dirname, '../..')
const command = join(root, 'src/cli/index.ts')
const folder = mkdtempSync(join(tmpdir(), 'article-facts-'))
afterAll(() => rmSync(folder, { recursive: true }))
const database = join(folder, 'mcp.db')
await runHere(['load', join(root, 'seeds'), '--db', database])

const { NODE_COMPILE_CACHE } = process.env
/** What is compiled once for all tests; an assistant passes nothing else of its environment on. */
const compiled: Record<string, string> = NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE }

/** Starts the command as an assistant does, and speaks to it by the SDK's own client. */
async function connect(args: string[], env: Record<string, string> = {}) {
  const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode: 'auto' } })
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [command, 'mcp', ...args],
      env: { ...compiled, ...env },
      stderr: 'pipe',
    }),
  )
  afterAll(() => client.close())
  // biome-ignore lint/suspicious/noExplicitAny: what a tool gives depends on the tool
  const call = async (name: string, given: object): Promise<any> => client.callTool({ name, arguments: given as never })
  return { client, call }
}

describe('article-facts mcp', () => {
  it('answers over a database, and ends with its standard input', async () => {
    const { client, call } = await connect(['--db', database, '--link', 'https://facts.example/'])
    const { structuredContent } = await call('find_figures', { measure: 'trade', currency: ['USD'] })
    const [{ exact, link }] = structuredContent.citations
    expect(exact).toBe('$24bn')
    expect(link).toMatch(/^https:\/\/facts\.example\/articles\/art_\w+#clm_\w+$/)
    const extraction = await call('extract_claims', { text: 'Sales fell by 3% in 2019.' })
    expect(extraction.structuredContent.claims.map(({ surface }: { surface: string }) => surface)).toContain('3%')
    const { tools } = await client.listTools()
    expect(tools.map(({ name }) => name)).not.toContain('store_article')
    const ended = spawnSync(process.execPath, [command, 'mcp', '--db', database], { input: '', timeout: 200_000 })
    expect(ended.status).toBe(0)
    expect(ended.stdout.toString()).toBe('')
  })

  it('stores articles with a key', async () => {
    const [key] = (await runHere(['key', 'create', '--scope', 'ingest', '--db', database])).lines as [string]
    const { call } = await connect(['--db', database], { ARTICLE_FACTS_KEY: key })
    const stored = await call('store_article', { text: 'Sales of Acme fell by 3% in 2019.', title: 'Acme' })
    expect(stored.structuredContent).toMatchObject({ outcome: 'added', stored: true })
    const { call: other } = await connect(['--db', database], { READ_REQUIRES_KEY: 'true' })
    expect(await other('find_quotes', {})).toMatchObject({
      isError: true,
      content: [{ text: expect.stringContaining('401 Key required') }],
    })
  })

  it('answers over a running service, with its refusals', async () => {
    const { app, authorize } = await startServiceWith({ READ_REQUIRES_KEY: 'true' })
    const address = await app.listen({ host: '127.0.0.1', port: 0 })
    const key = authorize('read').authorization.slice('Bearer '.length)
    const { call } = await connect(['--url', `${address}/`], { ARTICLE_FACTS_KEY: key })
    const { structuredContent } = await call('find_quotes', { source: ['Kassym-Jomart Tokayev'], limit: 1 })
    expect(structuredContent.citations[0].link.startsWith(`${address}/articles/`)).toBe(true)
    expect(await call('store_article', { text: 'Sales fell.' })).toMatchObject({
      isError: true,
      content: [{ text: expect.stringContaining('403 Scope missing') }],
    })
    const { call: without } = await connect(['--url', address])
    expect((await without('find_quotes', {})).content[0].text).toContain('401 Key required')
    const { call: nobody } = await connect(['--url', 'http://127.0.0.1:9'])
    expect(await nobody('find_quotes', {})).toMatchObject({
      isError: true,
      content: [{ text: expect.stringContaining('cannot be reached') }],
    })
  })

  it('says what is missing in one line', () => {
    for (const [args, message] of [
      [['--db', join(folder, 'none.db')], 'no database at'],
      [['--url', 'facts'], '--url must be an address'],
    ] as const) {
      const { status, stderr } = spawnSync(process.execPath, [command, 'mcp', ...args], { input: '', encoding: 'utf8' })
      expect(status).toBe(1)
      expect(stderr).toContain(message)
      expect(stderr.trim().split('\n')).toHaveLength(1)
    }
  })
})
