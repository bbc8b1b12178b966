import { setImmediate } from 'node:timers/promises'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { walk } from '../../src/ingest.ts'
import { readConfig } from '../../src/model/config.ts'
import { createApp } from '../../src/serve/app.ts'
import { createTasks } from '../../src/serve/tasks.ts'
import { createStore } from '../../src/store/sqlite/store.ts'
import { limitQueries } from '../../src/store/sqlite/time-limit.ts'
import { startService, startServiceWith } from './service.ts'

const { app, get, send, authorize, file } = await startService()
const key = authorize('ingest')
const write = (text: string) => send({ method: 'POST', url: '/v1/articles', payload: { text }, headers: key })
const [claim] = (await get('/v1/claims?limit=1')).body.items
const urls = [
  '/v1/claims',
  `/v1/claims/${claim.id}`,
  `/v1/claims/${claim.id}/source`,
  '/v1/claims/facets?by=type',
  '/v1/articles',
  `/v1/articles/${claim.articleId}`,
  `/v1/articles/${claim.articleId}/text`,
  '/v1/actors',
  '/v1/changes',
  '/v1/claims/export',
]

describe('entity tags', () => {
  it('give 304 for everything that is read, until something is written, by this process or another', async () => {
    for (const url of urls) {
      const { status, headers } = await get(url)
      expect(status).toBe(200)
      const tag = String(headers.etag)
      expect(headers['cache-control']).toBe('private, no-cache')
      const known = await get(url, { 'if-none-match': `"other", ${tag}` })
      expect([known.status, known.text, known.headers.etag], url).toEqual([304, '', tag])
      expect((await get(url, { 'if-none-match': tag.replace(/^W\//, '') })).status).toBe(304)
    }
    const before = String((await get('/v1/claims')).headers.etag)
    await write('It cost $1m in 2001.')
    expect((await get('/v1/claims', { 'if-none-match': before })).status).toBe(200)
    const after = String((await get('/v1/claims')).headers.etag)
    const other = new Database(file)
    other.exec(`UPDATE state SET value = value + 1 WHERE name = 'sequence'`)
    other.close()
    // a client's next request comes in a later turn of the event loop
    await setImmediate()
    expect((await get('/v1/claims', { 'if-none-match': after })).status).toBe(200)
  })

  it('stand for the address and the format, and no error has one', async () => {
    const tags = new Set<unknown>()
    for (const [url, accept] of [
      ['/v1/claims', 'application/json'],
      ['/v1/claims', 'text/csv'],
      ['/v1/claims?limit=5', 'application/json'],
      ['/v1/figures', 'application/json'],
    ] as const) {
      const { headers } = await get(url, { accept })
      expect(headers.vary).toContain('Accept')
      tags.add(headers.etag)
    }
    expect(tags.size).toBe(4)
    const { status, headers } = await get('/v1/claims/clm_0')
    expect([status, headers.etag, headers['cache-control']]).toEqual([404, undefined, 'no-store'])
  })

  it('cost no query: no table is read for a 304', async () => {
    const statements: string[] = []
    const database = new Database(file, { verbose: (sql) => statements.push(String(sql)) })
    limitQueries(database, 0)
    const store = createStore(database)
    const config = readConfig({})
    const watched = await createApp({ store, tasks: createTasks(store, () => walk), config })
    const tag = String((await watched.inject('/v1/claims')).headers.etag)
    statements.length = 0
    const answer = await watched.inject({ url: '/v1/claims', headers: { 'if-none-match': tag } })
    expect(answer.statusCode).toBe(304)
    expect(statements.filter((sql) => sql !== 'PRAGMA data_version')).toEqual([])
    await watched.close()
    await store.close()
  })

  it('are another database’s no longer', async () => {
    const other = await startService()
    const tag = String((await other.get('/v1/claims')).headers.etag)
    expect((await get('/v1/claims', { 'if-none-match': tag })).status).toBe(200)
    expect((await other.get('/v1/claims', { 'if-none-match': tag })).status).toBe(304)
  })

  it('come with the Cache-Control that the operator sets', async () => {
    const open = await startServiceWith({ CACHE_CONTROL: 'public, max-age=60' })
    expect((await open.get('/v1/claims')).headers['cache-control']).toBe('public, max-age=60')
  })
})

describe('an answer that was given before', () => {
  it('is given again, the same in all but its own time, until something is written', async () => {
    for (const encoding of ['identity', 'br', 'gzip']) {
      const ask = (url = '/v1/claims?limit=40') => app.inject({ url, headers: { 'accept-encoding': encoding } })
      const [first, second] = [await ask(), await ask()]
      expect(second.rawPayload.equals(first.rawPayload)).toBe(true)
      const same = ({ headers }: typeof first) =>
        Object.fromEntries(Object.entries(headers).filter(([name]) => !/date|request-id|timing/.test(name)))
      expect(same(second)).toEqual(same(first))
      expect((await app.inject({ method: 'HEAD', url: '/v1/claims?limit=40' })).body).toBe('')
      await write(`It cost $${encoding.length}m in 2003, and more in 2004.`)
      expect((await ask('/v1/articles')).rawPayload.length).toBeGreaterThan(0)
    }
    const before = (await get('/v1/claims?count=true&limit=1')).body.count.value
    await write('Exports of Chile rose by 44% in 2005.')
    await setImmediate()
    expect((await get('/v1/claims?count=true&limit=1')).body.count.value).toBeGreaterThan(before)
  })

  it('is nobody’s without a right to it', async () => {
    const closed = await startServiceWith({ READ_REQUIRES_KEY: 'true' })
    const reader = closed.authorize('read')
    expect((await closed.get('/v1/claims', reader)).status).toBe(200)
    expect((await closed.get('/v1/claims', reader)).status).toBe(200)
    expect((await closed.get('/v1/claims')).status).toBe(401)
  })
})

describe('compression', () => {
  it('is br or gzip, as the client takes it, for bodies worth it', async () => {
    const plain = await app.inject('/v1/claims?limit=50')
    for (const [encoding, unpack] of [
      ['br', brotliDecompressSync],
      ['gzip', gunzipSync],
    ] as const)
      for (const [url, accept] of [
        ['/v1/claims?limit=50', 'application/json'],
        ['/v1/claims?limit=50', 'application/ld+json'],
        ['/v1/claims?limit=50', 'text/csv'],
        ['/v1/claims/export', 'application/x-ndjson'],
      ] as const) {
        const { headers, rawPayload } = await app.inject({ url, headers: { accept, 'accept-encoding': encoding } })
        expect([headers['content-encoding'], headers.vary], accept).toEqual([
          encoding,
          expect.stringContaining('ccept-'),
        ])
        const unpacked = unpack(rawPayload).toString()
        if (accept === 'application/json') expect(unpacked).toBe(plain.body)
        expect(rawPayload.length).toBeLessThan(unpacked.length / 3)
      }
    for (const url of ['/v1/claims?limit=1', `/v1/claims/${claim.id}`])
      expect(
        (await app.inject({ url, headers: { 'accept-encoding': 'br' } })).headers['content-encoding'],
      ).toBeUndefined()
  })
})

describe('pages of other origins (CORS)', () => {
  const origin = 'https://news.example.org'
  const preflight = (service: typeof app, url: string, method: string) =>
    service.inject({ method: 'OPTIONS', url, headers: { origin, 'access-control-request-method': method } })

  it('may read and extract by default, and see the headers; they may not write', async () => {
    const { headers } = await get('/v1/claims', { origin })
    expect(headers['access-control-allow-origin']).toBe('*')
    expect(headers['access-control-expose-headers']).toContain('ETag')
    for (const [url, method] of [
      ['/v1/claims', 'GET'],
      ['/v1/extract', 'POST'],
    ] as const) {
      const answer = await preflight(app, url, method)
      expect([answer.statusCode, answer.headers['access-control-allow-origin']]).toEqual([204, '*'])
      expect(answer.headers['access-control-allow-methods']).toContain(method)
      expect(answer.headers['access-control-allow-headers']).toContain('If-None-Match')
    }
    for (const [url, method] of [
      ['/v1/articles', 'POST'],
      [`/v1/claims/${claim.id}`, 'PATCH'],
      ['/v1/articles/x', 'DELETE'],
    ] as const)
      expect((await preflight(app, url, method)).headers['access-control-allow-origin']).toBeUndefined()
  })

  it('may write where the operator lists them, and nothing where there are none', async () => {
    const listed = await startServiceWith({ CORS_ORIGIN: `https://a.example.org, ${origin}` })
    const answer = await preflight(listed.app, '/v1/articles', 'POST')
    expect(answer.headers['access-control-allow-origin']).toBe(origin)
    expect(answer.headers['access-control-allow-methods']).toContain('POST')
    const read = await listed.get('/v1/claims', { origin })
    expect(read.headers.vary).toMatch(/Origin.*Accept|Accept.*Origin/)
    expect(
      (await listed.get('/v1/claims', { origin: 'https://evil.example' })).headers['access-control-allow-origin'],
    ).toBeUndefined()
    const none = await startServiceWith({ CORS_ORIGIN: 'none' })
    expect((await none.get('/v1/claims', { origin })).headers['access-control-allow-origin']).toBeUndefined()
  })
})

describe('a key for reading', () => {
  it('is wanted where READ_REQUIRES_KEY is true, but not for the documentation', async () => {
    const closed = await startServiceWith({ READ_REQUIRES_KEY: 'true' })
    const { status, body } = await closed.get('/v1/claims')
    expect([status, body.type]).toEqual([401, '/problems/key-required'])
    expect(body.detail).toContain('--scope read')
    expect((await closed.get('/v1/claims', closed.authorize('read'))).status).toBe(200)
    // a key for something else is none for reading
    const other = await closed.get('/v1/claims', closed.authorize('ingest', 'review'))
    expect([other.status, other.body.type]).toEqual([403, '/problems/scope-missing'])
    expect((await closed.get('/v1/claims', closed.authorize('admin'))).status).toBe(200)
    // nor does it tell how much there is to read
    expect((await closed.get('/readyz')).body).toEqual({ status: 'ok' })
    expect((await closed.get('/readyz', closed.authorize('ingest'))).body).toEqual({ status: 'ok' })
    expect((await closed.get('/readyz', closed.authorize('read'))).body).toEqual({ status: 'ok', articles: 1 })
    for (const url of ['/openapi.json', '/livez', '/readyz', '/problems/key-required'])
      expect((await closed.get(url)).status, url).toBe(200)
    expect((await closed.send({ method: 'POST', url: '/v1/extract', payload: { text: 'a' } })).status).toBe(401)
  })
})
