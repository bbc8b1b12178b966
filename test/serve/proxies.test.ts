import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { startServiceWith } from './service.ts'

const annotation = 'application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"'

describe('what a proxy says of where the service is', () => {
  it('counts only from a proxy that is trusted', async () => {
    const headers = {
      accept: annotation,
      host: 'inside:3000',
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'facts.example.org',
      'x-forwarded-prefix': '/facts',
    }
    for (const [TRUST_PROXY, base] of [
      ['192.0.2.0/24', 'https://facts.example.org/facts'],
      ['198.51.100.1', 'http://inside:3000'],
      ['false', 'http://inside:3000'],
    ] as const) {
      const { app } = await startServiceWith({ TRUST_PROXY })
      const answer = await app.inject({ url: '/v1/figures?limit=1', headers, remoteAddress: '192.0.2.9' })
      const [item] = answer.json().items
      expect(item.id, TRUST_PROXY).toMatch(new RegExp(`^${base}/v1/claims/`))
      expect(answer.json().next).toContain(`${base}/v1/figures?limit=1&after=`)
      expect(answer.headers.link).toContain(`<${base.replace(/^https?:\/\/[^/]+/, '')}/v1/figures?limit=1&after=`)
    }
  })

  it('counts only where it makes sense', async () => {
    const { app } = await startServiceWith({ TRUST_PROXY: 'true' })
    const ask = async (headers: Record<string, string>) =>
      (
        await app.inject({ url: '/v1/figures?limit=1', headers: { accept: annotation, host: 'a.org', ...headers } })
      ).json().items[0].id
    for (const proto of ['javascript', 'ftp', 'https://evil.example/', '', 'https!'])
      expect(await ask({ 'x-forwarded-proto': proto }), proto).toMatch(/^http:\/\/a\.org\/v1\//)
    expect(await ask({ 'x-forwarded-proto': 'http, HTTPS' })).toMatch(/^https:/)
    for (const host of ['a b', 'evil.org/x', '"><script>', 'x'.repeat(300)])
      expect(await ask({ 'x-forwarded-host': host }), host).toMatch(/^http:\/\/a\.org\/v1\//)
    for (const prefix of [
      '//evil.example',
      '/a/../b',
      'facts',
      '/a?b',
      '/a"b',
      `/${'x'.repeat(300)}`,
      'https://evil.example',
    ])
      expect(await ask({ 'x-forwarded-prefix': prefix }), prefix).toMatch(/^http:\/\/a\.org\/v1\//)
    expect(await ask({ 'x-forwarded-prefix': '/a/b/' })).toMatch(/^http:\/\/a\.org\/a\/b\/v1\//)
  })

  it('belongs to the entity tag and to cached responses', async () => {
    const { app } = await startServiceWith({ TRUST_PROXY: 'true' })
    const ask = (proto: string, prefix: string, accept: string) =>
      app.inject({
        url: '/v1/figures?limit=1',
        headers: { accept, 'x-forwarded-proto': proto, 'x-forwarded-prefix': prefix },
      })
    for (const accept of [annotation, 'application/json']) {
      const tags = new Set<unknown>()
      for (const prefix of ['/a', '/b'])
        for (const proto of ['http', 'https', 'http']) {
          const answer = await ask(proto, prefix, accept)
          tags.add(answer.headers.etag)
          expect(answer.headers.link).toContain(`<${prefix}/v1/figures`)
          if (accept === annotation) expect(answer.json().items[0].id).toContain(`${proto}://localhost:80${prefix}/v1/`)
        }
      // JSON says nothing of the protocol
      expect(tags.size).toBe(accept === annotation ? 4 : 2)
    }
  })
})

describe('BASE_PATH', () => {
  it('is where links lead, whether the proxy passes it on or not', async () => {
    const { app, authorize } = await startServiceWith({ BASE_PATH: '/facts/' })
    for (const url of ['/facts/v1/figures?limit=1', '/v1/figures?limit=1']) {
      const { statusCode, headers } = await app.inject(url)
      expect([statusCode, headers.link]).toEqual([200, expect.stringMatching(/^<\/facts\/v1\/figures\?limit=1&after=/)])
    }
    expect((await app.inject('/factsheet/v1/figures')).statusCode).toBe(404)
    expect((await app.inject('/facts/openapi.json')).json().servers[0].url).toBe('/facts')
    expect((await app.inject('/facts/docs')).headers.location).toBe('/facts/docs/')
    const stored = await app.inject({
      method: 'POST',
      url: '/facts/v1/articles',
      headers: { ...authorize('ingest'), 'content-type': 'text/plain' },
      payload: 'It cost $24bn.',
    })
    expect(stored.headers.location).toMatch(/^\/facts\/v1\/articles\/art_/)
    expect((await app.inject(String(stored.headers.location))).statusCode).toBe(200)
  })

  it('is a path or nothing', async () => {
    for (const BASE_PATH of ['facts', '//evil', '/a?b', '/a/../b', '/a b'])
      await expect(startServiceWith({ BASE_PATH }), BASE_PATH).rejects.toThrow('must be a path')
  })
})

describe('the Host header', () => {
  it('comes once, and is a host', async () => {
    const { app } = await startServiceWith({})
    await app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = app.server.address() as { port: number }
    const ask = (hosts: string[]) =>
      new Promise<string>((resolve, reject) => {
        let answer = ''
        const socket = connect(port, '127.0.0.1', () =>
          socket.write(
            `GET /livez HTTP/1.1\r\n${hosts.map((host) => `Host: ${host}\r\n`).join('')}Connection: close\r\n\r\n`,
          ),
        )
        socket
          .on('data', (data) => (answer += data))
          .on('close', () => resolve(answer))
          .on('error', reject)
      })
    for (const hosts of [['a.org'], ['127.0.0.1:3000'], ['[::1]:3000']])
      expect(await ask(hosts), String(hosts)).toMatch(/^HTTP\/1\.1 200 /)
    for (const hosts of [['a.org', 'a.org'], ['a.org', 'b.org'], ['a"b'], ['a/b'], ['a b'], []])
      expect(await ask(hosts), String(hosts)).toMatch(/^HTTP\/1\.1 400 /)
    expect(await ask(['a.org', 'b.org'])).toContain('/problems/bad-request')
  })
})
