import { describe, expect, it } from 'vitest'
import { sqliteOf } from '../../src/store/sqlite/store.ts'
import { startServiceWith } from './service.ts'

describe('the quota', () => {
  it('is told in the two header fields, counts each key and address for itself, and ends with 429', async () => {
    const { app, authorize } = await startServiceWith({ RATE_LIMIT: '3' })
    const ask = (headers: Record<string, string> = {}, remoteAddress = '192.0.2.1') =>
      app.inject({ url: '/v1/claims?limit=1', headers, remoteAddress })
    const first = await ask()
    expect(first.headers['ratelimit-policy']).toBe('"address";q=3;w=60')
    expect(first.headers.ratelimit).toMatch(/^"address";r=2;t=\d+$/)
    await ask()
    // what has not changed costs nothing
    const unchanged = { 'if-none-match': String(first.headers.etag) }
    for (let i = 0; i < 5; i++) expect((await ask(unchanged)).statusCode).toBe(304)
    expect((await ask()).headers.ratelimit).toContain('r=0')
    const refused = await ask()
    expect(refused.statusCode).toBe(429)
    expect(refused.headers['content-type']).toContain('application/problem+json')
    expect(refused.json().type).toBe('/problems/rate-limited')
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect((await ask({}, '192.0.2.2')).statusCode).toBe(200)
    const key = await ask(authorize('read'))
    expect([key.statusCode, key.headers['ratelimit-policy']]).toEqual([200, '"key";q=3;w=60'])
    expect((await app.inject({ url: '/livez', remoteAddress: '192.0.2.1' })).statusCode).toBe(200)
  })

  it('counts bad keys by address: guessing ends', async () => {
    const { app } = await startServiceWith({ RATE_LIMIT: '2' })
    const guess = (i: number) =>
      app.inject({ url: '/v1/claims', headers: { authorization: `Bearer afk_0000000${i}_${'x'.repeat(43)}` } })
    expect([await guess(1), await guess(2), await guess(3)].map(({ statusCode }) => statusCode)).toEqual([
      401, 401, 429,
    ])
  })

  it('believes X-Forwarded-For only of a proxy that the operator trusts', async () => {
    for (const [TRUST_PROXY, status] of [
      ['false', 429],
      ['192.0.2.0/24', 200],
      ['true', 200],
      ['198.51.100.1', 429],
    ] as const) {
      const { app } = await startServiceWith({ RATE_LIMIT: '1', TRUST_PROXY })
      const ask = (client: string) =>
        app.inject({ url: '/v1/claims', headers: { 'x-forwarded-for': client }, remoteAddress: '192.0.2.9' })
      await ask('203.0.113.1')
      expect((await ask('203.0.113.2')).statusCode, TRUST_PROXY).toBe(status)
    }
  })
})

describe('an IPv6 client', () => {
  it('is its network of 64 bits, however many addresses it has there', async () => {
    const { app } = await startServiceWith({ RATE_LIMIT: '2' })
    const ask = async (remoteAddress: string) => (await app.inject({ url: '/v1/claims', remoteAddress })).statusCode
    expect([await ask('2001:db8:1:2::1'), await ask('2001:db8:1:2:ffff::9'), await ask('2001:0db8:1:2::3')]).toEqual([
      200, 200, 429,
    ])
    expect(await ask('2001:db8:1:3::1')).toBe(200)
    // an IPv4 address in the form of the other kind
    expect([await ask('::ffff:192.0.2.7'), await ask('192.0.2.7'), await ask('::ffff:192.0.2.7')]).toEqual([
      200, 200, 429,
    ])
    expect(await ask('::ffff:192.0.2.8')).toBe(200)
  })
})

describe('a client that calls itself what is no address', () => {
  it('is the address that it comes from, also where every client is believed', async () => {
    const { app } = await startServiceWith({ RATE_LIMIT: '2', TRUST_PROXY: 'true' })
    const ask = async (client: string) =>
      (await app.inject({ url: '/v1/claims', headers: { 'x-forwarded-for': client }, remoteAddress: '192.0.2.9' }))
        .statusCode
    expect([await ask('a'), await ask('b'), await ask('x'.repeat(1000))]).toEqual([200, 200, 429])
  })
})

describe('a query that takes too long', () => {
  it('is given up with 503 and the advice to narrow it', async () => {
    const { get, store, app } = await startServiceWith({ QUERY_TIMEOUT: '1' })
    // many rows of one article, as a big database has them
    sqliteOf(store).exec(`
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60000)
      INSERT INTO claims (id, article, sequence, type, section, start_at, end_at, kind, extractor, confidence, json)
        SELECT 'x' || i, 1, 0, 'date', 'body', i, i + 1, 'date', 'date.x', 0.5, '{}' FROM n`)
    for (const url of [
      '/v1/claims?confidence__lt=0.1',
      '/v1/claims/facets?by=kind&confidence__lt=0.1',
      '/v1/claims?limit=1&confidence__lt=0.1&order=-date',
      '/v1/claims/export?confidence__lt=0.1',
    ]) {
      const { status, body, headers } = await get(url)
      expect([status, body.type], url).toEqual([503, '/problems/query-timeout'])
      expect(body.detail).toContain('Narrow it')
      expect(headers['retry-after']).toBe('10')
    }
    expect((await app.inject('/v1/claims/x5')).statusCode).toBe(200)
  })
})

describe('what an answer tells of itself', () => {
  it('is where its time went, and the id that the request came with', async () => {
    const { get } = await startServiceWith({})
    const { headers } = await get('/v1/claims')
    expect(headers['server-timing']).toMatch(/^parse;dur=[\d.]+, query;dur=[\d.]+, present;dur=[\d.]+$/)
    expect(headers['x-request-id']).toMatch(/^req-[0-9a-f]{8}$/)
    expect((await get('/v1/claims', { 'x-request-id': 'trace-7:b' })).headers['x-request-id']).toBe('trace-7:b')
    const { body, headers: refused } = await get('/v1/claims/clm_0', { 'x-request-id': 'trace-8' })
    expect([body.instance, refused['x-request-id']]).toEqual(['trace-8', 'trace-8'])
    for (const bad of ['a b', 'x'.repeat(65), '<script>', ''])
      expect((await get('/v1/claims', { 'x-request-id': bad })).headers['x-request-id']).toMatch(/^req-/)
  })
})
