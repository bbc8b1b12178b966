import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { ClaimType, claimTypes } from '../../src/model/claim/index.ts'
import { sqliteOf } from '../../src/store/sqlite/store.ts'
import { type Service, startService, startServiceWith } from './service.ts'

type Claim = { id: string; articleId: string; surface: string; section: string }
type Article = { id: string; text: string }
const ndjson = { accept: 'application/x-ndjson' }
const linesOf = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

describe('GET /v1/claims/export', async () => {
  const { app, get, send, authorize, store } = await startService()

  it('streams every claim of the list under the same filters, and ends with a line that says so', async () => {
    for (const query of [
      '',
      'type=figure',
      'section=any',
      'actor=China',
      'q=trade',
      'type=date&from=2022',
      'review=any',
    ]) {
      const listed: Claim[] = []
      let after = ''
      do {
        const { body } = await get(`/v1/claims?limit=100&${query}${after && `&after=${after}`}`)
        listed.push(...body.items)
        after = body.next
      } while (after)
      const { status, headers, text } = await get(`/v1/claims/export?${query}`, ndjson)
      expect([status, headers['content-type']]).toEqual([200, 'application/x-ndjson'])
      const lines = linesOf(text)
      expect(lines.slice(0, -1), query).toEqual(listed)
      expect(lines.at(-1)).toMatchObject({ type: 'end', count: listed.length, next: expect.any(String) })
    }
  })

  it('says in its last line what its defaults left out, and shares no field with claims there but the type', async () => {
    const leftOut = async (query: string) =>
      linesOf((await get(`/v1/claims/export?${query}`, ndjson)).text).at(-1).leftOut as string[]
    expect(await leftOut('type=figure')).toEqual([
      expect.stringContaining('section=any'),
      expect.stringContaining('review=any'),
    ])
    expect(await leftOut('section=body')).toEqual([expect.stringContaining('review=any')])
    expect(await leftOut('section=any&review=any')).toEqual([])
    const last = linesOf((await get('/v1/claims/export', ndjson)).text).at(-1) as object
    const fields = new Set(Object.values(claimTypes).flatMap(({ shape }) => Object.keys(shape)))
    expect(Object.keys(last).filter((name) => fields.has(name))).toEqual(['type'])
    expect(ClaimType.options).not.toContain('end')
  })

  it('gives a table as CSV, in which no cell is a formula', async () => {
    const text = '=SUM(A1) rose by 5% to -3 in "May", -4 million ships, said @Ada Berg.'
    await send({
      method: 'POST',
      url: '/v1/articles',
      payload: { text, title: '=HYPERLINK("x")' },
      headers: authorize('ingest'),
    })
    const { headers, text: csv } = await get('/v1/claims/export', { accept: 'text/csv' })
    expect(headers['content-type']).toBe('text/csv; charset=utf-8; header=present')
    // for programs that send no Accept
    expect((await get('/v1/claims/export?format=csv')).text).toBe(csv)
    expect((await get('/v1/claims/export?format=xlsx')).body.errors[0].allowed).toEqual(['ndjson', 'csv', 'parquet'])
    const rows = parse(csv, { columns: true }) as Record<string, string>[]
    const claims = linesOf((await get('/v1/claims/export', ndjson)).text).slice(0, -1)
    expect(rows.map(({ id }) => id)).toEqual(claims.map(({ id }) => id))
    const money = rows.find(({ surface }) => surface === '$24bn')!
    expect(money).toMatchObject({ number: '24000000000', currency: 'USD', kind: 'money', publishedAt: '2023-05-27' })
    expect(rows.some(({ articleTitle }) => articleTitle === `'=HYPERLINK("x")`)).toBe(true)
    for (const row of rows)
      for (const [name, cell] of Object.entries(row))
        if (!/^(?:number|low|high|against|latitude|longitude)$/.test(name))
          expect(cell, name).not.toMatch(/^[=+\-@\t\r]/)
  })

  it('refuses a wrong filter before it begins', async () => {
    expect((await get('/v1/claims/export?typ=figure')).body.errors[0].didYouMean).toBe('type')
    expect((await get('/v1/claims/export?number__gte=5')).body.type).toBe('/problems/unit-required')
    expect((await get('/v1/claims/export', { accept: 'text/html' })).status).toBe(406)
  })

  it('shows one state of the data, whatever is written while it runs, and a slow reader keeps no one waiting', async () => {
    const address = new URL(await app.listen({ host: '127.0.0.1', port: 0 }))
    const key = authorize('ingest')
    for (let i = 0; i < 40; i++)
      await send({
        method: 'POST',
        url: '/v1/articles',
        headers: key,
        payload: { url: `https://example.org/${i}`, text: `Plant ${i} made ${i + 2} ships. `.repeat(60) },
      })
    const expected = sqliteOf(store)
      .prepare(`SELECT count(*) FROM claims WHERE section = 'body'`)
      .pluck()
      .get() as number
    const text = await new Promise<string>((resolve, reject) => {
      const sent = request({ port: address.port, path: '/v1/claims/export', agent: false }, async (response) => {
        let received = ''
        for await (const chunk of response) {
          received += chunk
          // what is written meanwhile goes on, and does not show
          if (received.length < 400_000) {
            const change = await send({
              method: 'POST',
              url: '/v1/articles',
              headers: key,
              payload: { url: 'https://example.org/0', text: `Now it made ${received.length} planes.` },
            })
            expect(change.status).toBe(200)
          }
        }
        resolve(received)
      })
      sent.on('error', reject).end()
    })
    const lines = linesOf(text)
    expect(lines.at(-1)).toMatchObject({ type: 'end', count: expected })
    expect(text).not.toContain('planes')
    // from the snapshot on, the changes lead to the data as they are now
    const { body } = await get(`/v1/changes?after=${lines.at(-1).next}&expand=claims`)
    expect(body.items).toHaveLength(1)
    expect(JSON.stringify(body.items)).toContain('planes')
  })

  it('runs as many at a time as it may, and closes what a reader leaves', async () => {
    const { app: small, get: ask } = await startServiceWith({ EXPORTS: '1' })
    const { port } = new URL(await small.listen({ host: '127.0.0.1', port: 0 }))
    const { authorization } = authorize('ingest')
    expect(authorization).toBeTruthy()
    const left = await new Promise<import('node:http').IncomingMessage>((resolve) =>
      request({ port, path: '/v1/claims/export?section=any', agent: false }, resolve).end(),
    )
    left.destroy()
    await expect.poll(async () => (await ask('/v1/claims/export', ndjson)).status).toBe(200)
  })
})

/** What a client keeps that follows the changes. */
class Mirror {
  readonly articles = new Map<string, Article>()
  readonly claims = new Map<string, Claim>()
  after = ''

  async follow({ get }: Service): Promise<boolean> {
    const url = `/v1/changes?limit=7&expand=article&expand=text&expand=claims${this.after && `&after=${this.after}`}`
    const { status, body } = await get(url)
    expect(status).toBe(200)
    for (const { kind, change, articleId, article, claims } of body.items) {
      if (kind === 'article') {
        this.articles.delete(articleId)
        for (const claim of this.claims.values()) if (claim.articleId === articleId) this.claims.delete(claim.id)
        if (change === 'saved') this.articles.set(articleId, article)
      }
      for (const claim of claims ?? []) this.claims.set(claim.id, claim)
    }
    this.after = body.next
    return body.more
  }
}

describe('a mirror made as the documentation says', () => {
  it('has every claim, and goes on from there', async () => {
    const service = await startService()
    const { get, send, authorize, store } = service
    const key = authorize('admin')
    const page =
      '<html><head><title>Harbours</title></head><body><article><h1>Harbours grow by 7%</h1><figure><img src="a.png"><figcaption>12 ships in the harbour of Oslo, Norway</figcaption></figure>' +
      '<p>Exports of Norway rose by 4% to $24bn last year, Mayor Ada Berg said in a long speech.</p>'.repeat(5) +
      '</article></body></html>'
    await send({ method: 'POST', url: '/v1/articles', payload: page, headers: { ...key, 'content-type': 'text/html' } })
    const [rejected] = (await get('/v1/figures?limit=1')).body.items
    await send({
      method: 'PATCH',
      url: `/v1/claims/${rejected.id}`,
      payload: { review: 'rejected' },
      headers: { ...key, 'if-match': '*' },
    })
    const recipe = readFileSync(join(import.meta.dirname, '../../docs/api.md'), 'utf8')
    const [, first] = /curl -s 'http:[^/]*[/][/][^/]+([^']+)' > mirror.ndjson/.exec(recipe)!
    const lines = linesOf((await get(first!, ndjson)).text)
    const mirror = new Mirror()
    for (const claim of lines.slice(0, -1)) mirror.claims.set(claim.id, claim)
    mirror.after = lines.at(-1).next
    const isWhole = () => {
      const stored = sqliteOf(store).prepare('SELECT id, json FROM claims ORDER BY id').all() as {
        id: string
        json: string
      }[]
      expect([...mirror.claims.values()].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
        stored.map(({ json }) => JSON.parse(json)),
      )
    }
    isWhole()
    expect(new Set([...mirror.claims.values()].map(({ section }) => section)).size).toBeGreaterThan(1)
    expect(mirror.claims.get(rejected.id)).toMatchObject({ review: { status: 'rejected' } })
    await send({ method: 'POST', url: '/v1/articles', payload: { text: 'Chile sold 3 ships.' }, headers: key })
    await send({ method: 'DELETE', url: `/v1/articles/${rejected.articleId}`, headers: key })
    while (await mirror.follow(service));
    isWhole()
  })
})

describe('GET /v1/changes', () => {
  it('keeps a mirror identical under concurrent writes of two processes', async () => {
    const service = await startService()
    const { send, get, authorize, store, file } = service
    const key = authorize('admin')
    const folder = mkdtempSync(join(tmpdir(), 'article-facts-'))
    for (let i = 0; i < 60; i++)
      writeFileSync(join(folder, `${i}.txt`), `Plant ${i} made ${i + 2} ships in 2020, Mayor Ada Berg said.`)
    const loader = spawn(process.execPath, ['src/cli/index.ts', 'load', '--db', file, '--workers', '0', folder], {
      cwd: join(import.meta.dirname, '../..'),
      stdio: 'ignore',
    })
    let loading = true
    const loaded = new Promise<number | null>((resolve) => loader.on('close', (code) => resolve(code))).finally(() => {
      loading = false
    })
    const mirror = new Mirror()
    for (let i = 0; loading || i < 40; i++) {
      const url = `https://example.org/${i % 9}`
      const payload = { url, text: `Harbour ${i} took ${i + 2} tonnes in 2021, Senator Luis Rojas said.` }
      const { body } = await send({ method: 'POST', url: '/v1/articles', payload, headers: key })
      expect(body.stored).toBe(true)
      if (i % 4 === 1) await send({ method: 'DELETE', url: `/v1/articles/${body.article.id}`, headers: key })
      const [claim] = (await get('/v1/claims?order=-published&limit=1&type=figure&review=none')).body.items
      // while a slow loader keeps the loop going, all may be reviewed
      if (claim)
        await send({
          method: 'PATCH',
          url: `/v1/claims/${claim.id}`,
          payload: { review: i % 2 ? 'rejected' : 'confirmed' },
          headers: { ...key, 'if-match': '*' },
        })
      await mirror.follow(service)
      // the loader goes behind everybody else, and on a busy machine would wait for this loop
      await new Promise((resolve) => setTimeout(resolve, 30))
    }
    expect(await loaded).toBe(0)
    while (await mirror.follow(service));
    const all = sqliteOf(store).prepare('SELECT id, text FROM articles ORDER BY id').all() as Article[]
    expect(
      [...mirror.articles.values()].map(({ id, text }) => ({ id, text })).sort((a, b) => (a.id < b.id ? -1 : 1)),
    ).toEqual(all)
    const claims = sqliteOf(store).prepare('SELECT id, json FROM claims ORDER BY id').all() as {
      id: string
      json: string
    }[]
    expect([...mirror.claims.values()].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
      claims.map(({ json }) => JSON.parse(json)),
    )
    expect(all.length).toBeGreaterThan(60)
    expect(claims.some(({ json }) => json.includes('"rejected"'))).toBe(true)
    // nothing more to take over, and the cursor keeps for later
    const { body } = await get(`/v1/changes?after=${mirror.after}`)
    expect(body).toEqual({ items: [], next: mirror.after, more: false })
  })

  it('refuses a cursor of another database, of another state, and what is no cursor', async () => {
    const { get } = await startService()
    const other = await startService()
    const { next } = (await other.get('/v1/changes')).body
    const refused = async (after: string, words: RegExp) => {
      const { status, body } = await get(`/v1/changes?after=${after}`)
      expect([status, body.type]).toEqual([400, '/problems/invalid-cursor'])
      expect(body.detail).toMatch(words)
    }
    await refused(next, /another database/)
    await refused('nonsense', /malformed/)
    const [identity] = JSON.parse(Buffer.from((await get('/v1/changes')).body.next, 'base64url').toString())
    await refused(Buffer.from(JSON.stringify([identity, 999_999])).toString('base64url'), /earlier state/)
  })
})
