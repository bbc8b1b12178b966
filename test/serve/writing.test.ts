import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sqliteOf } from '../../src/store/sqlite/store.ts'
import { size } from '../size.ts'
import { contentsOf, startService } from './service.ts'

const { send, get, authorize, store, file } = await startService()
const fresh = await startService()
const text = 'Exports of Norway rose by 4% to $24bn last year, Mayor Ada Berg said.'
const url = 'https://example.org/exports'
const post = (payload: object | string, headers: Record<string, string> = {}, query = '') =>
  send({ method: 'POST', url: `/v1/articles${query}`, payload, headers })

describe('writing without a key', () => {
  it('is refused with a sentence that tells how to make one', async () => {
    const ask = () => fresh.send({ method: 'POST', url: '/v1/articles', payload: { text } })
    const { status, headers, body } = await ask()
    expect(status).toBe(401)
    expect(headers['www-authenticate']).toContain('Bearer')
    expect(body.type).toBe('/problems/key-required')
    expect(body.detail).toContain('There are no keys yet')
    expect(body.detail).toContain('npx article-facts key create --scope ingest')
    fresh.authorize('ingest')
    expect((await ask()).body.detail).not.toContain('None')
  })

  it('never takes a bad key for no key, not even where reading is open', async () => {
    for (const authorization of [
      'Bearer afk_00000000_x',
      'Basic YTpi',
      'Bearer',
      '',
      'afk_1',
      `Bearer ${'x'.repeat(5000)}`,
    ]) {
      const { status, body, headers } = await get('/v1/claims?limit=1', { authorization })
      expect([status, body.type]).toEqual([401, '/problems/key-invalid'])
      expect(headers['www-authenticate']).toContain('invalid_token')
    }
    expect((await get('/v1/claims?limit=1')).status).toBe(200)
  })

  it('wants a key that has not expired, was not revoked, and has the scope', async () => {
    const { body, status, headers } = await post({ text }, authorize('read', 'review'))
    expect([status, body.type]).toEqual([403, '/problems/scope-missing'])
    expect(headers['www-authenticate']).toContain('scope="ingest"')
    const key = authorize('ingest')
    const id = key.authorization.slice(11, 19)
    sqliteOf(store).prepare('UPDATE keys SET expires_at = ? WHERE id = ?').run('2020-01-01T00:00:00.000Z', id)
    expect((await post({ text }, key)).status).toBe(401)
    sqliteOf(store)
      .prepare('UPDATE keys SET expires_at = NULL, revoked_at = ? WHERE id = ?')
      .run('2020-01-01T00:00:00.000Z', id)
    expect((await post({ text }, key)).status).toBe(401)
    expect((await get('/v1/articles?count=true')).body.count.value).toBe(1)
  })

  it('stores keys hashed and notes when they were last used', async () => {
    const key = authorize('admin')
    const token = key.authorization.slice(7)
    await get('/v1/articles', key)
    const row = sqliteOf(store).prepare('SELECT * FROM keys WHERE id = ?').get(token.slice(4, 12)) as Record<
      string,
      string
    >
    expect(row.last_used_at).toBeTruthy()
    expect(sqliteOf(store).serialize().includes(token.slice(13))).toBe(false)
  })
})

describe('POST /v1/articles', () => {
  const key = authorize('ingest')

  it('stores a new article (201), knows it again (200), and replaces it when its text changes', async () => {
    const first = await post({ text, url, publishedAt: '2024-03-01', title: 'Exports' }, key)
    expect([first.status, first.body.outcome]).toEqual([201, 'added'])
    expect(first.headers.location).toBe(`/v1/articles/${first.body.article.id}`)
    expect((await get(String(first.headers.location))).body).toEqual(first.body.article)
    const claims = (await get(`${first.headers.location}/claims`)).body.items
    expect(claims.length).toBeGreaterThan(4)
    const again = await post({ text, url, publishedAt: '2024-03-01', title: 'Exports' }, key)
    expect([again.status, again.body.outcome, again.body.article]).toEqual([200, 'unchanged', first.body.article])
    const elsewhere = await post({ text, url: 'https://example.org/copy' }, key)
    expect([elsewhere.status, elsewhere.body.article.id]).toEqual([200, first.body.article.id])
    const changed = await post({ text: text.replace('24', '25'), url, publishedAt: '2024-03-01' }, key)
    expect([changed.status, changed.body.outcome, changed.body.article.id]).toEqual([
      200,
      'replaced',
      first.body.article.id,
    ])
    expect((await get(`/v1/figures?currency=USD&article=${first.body.article.id}`)).body.items).toMatchObject([
      { number: 25e9 },
    ])
  })

  it('reads bare text, Markdown and pages, with what is known of them in the query', async () => {
    const plain = await post('It cost €3m in 2019.', { ...key, 'content-type': 'text/plain' }, '?title=Plain')
    expect(plain.body).toMatchObject({ outcome: 'added', article: { title: 'Plain', counts: { figure: 1, date: 1 } } })
    const markdown = await post(
      '---\ntitle: In front\n---\n\nIt cost **€4m** in 2018.',
      { ...key, 'content-type': 'text/markdown' },
      '?publishedAt=2024-03-01',
    )
    expect(markdown.body.article).toMatchObject({ title: 'In front', publishedAt: '2024-03-01' })
    const paragraph = 'Exports of Norway rose by 4% to $26bn last year, Mayor Ada Berg said. '
    const page = `<html><head><title>Page</title><link rel="canonical" href="https://example.org/page"></head><body><article><h1>Page</h1><p>${paragraph.repeat(4)}</p><p>Caf\u00E9s open.</p></article></body></html>`
    const html = await post(Buffer.from(page, 'latin1') as never, {
      ...key,
      'content-type': 'text/html; charset=iso-8859-1',
    })
    expect(html.body.article).toMatchObject({ url: 'https://example.org/page', title: 'Page' })
    expect((await get(`/v1/articles/${html.body.article.id}/text`)).text).toContain('Caf\u00E9s open.')
    const json = await post({ html: page.replace('26bn', '27bn'), url: 'https://example.org/other' }, key)
    expect(json.body.article.url).toBe('https://example.org/other')
  })

  it('tells with dryRun=true what would be stored, and stores nothing', async () => {
    const before = await contentsOf(store)
    const dry = await post({ text: 'It cost $5m in 2020.' }, key, '?dryRun=true')
    expect(dry.status).toBe(200)
    expect(dry.body).toMatchObject({ outcome: 'added', stored: false })
    expect(dry.body.claims).toHaveLength(2)
    expect(await contentsOf(store)).toEqual(before)
    expect((await post({ text, url, publishedAt: '2024-03-01' }, key, '?dryRun=true')).body.outcome).toBe('replaced')
    const stored = await post({ text: 'It cost $5m in 2020.' }, key)
    expect(stored.body.article.id).toBe(dry.body.article.id)
    expect((await get(`/v1/articles/${stored.body.article.id}/claims`)).body.items).toEqual(dry.body.claims)
  })

  it('takes titles, authors and addresses up to a length, and of a page what fits', async () => {
    const before = await contentsOf(store)
    const long = 'a'.repeat(3000)
    for (const field of ['title', 'author', 'publication', 'publisher'])
      expect((await post({ text, [field]: long }, key)).body.errors, field).toMatchObject([
        { pointer: `/${field}`, code: 'out-of-range' },
      ])
    const url = `https://example.org/${long}`
    expect((await post({ text, url }, key)).body.errors).toMatchObject([{ pointer: '/url', code: 'out-of-range' }])
    expect((await post(text, { ...key, 'content-type': 'text/plain' }, `?title=${long}`)).body.errors).toMatchObject([
      { parameter: 'title', code: 'out-of-range' },
    ])
    expect((await send({ method: 'POST', url: '/v1/extract', payload: { text, url } })).status).toBe(400)
    expect(await contentsOf(store)).toEqual(before)
    const page = `<html><head><title>${long}</title><meta name="author" content="${long}"><link rel="canonical" href="${url}"></head><body><article><p>${'Sheep of Lindholm cost $12m in 2011, and more in 2012. '.repeat(9)}</p></article></body></html>`
    const { status, body } = await post(page, { ...key, 'content-type': 'text/html' })
    expect(status).toBe(201)
    for (const field of ['title', 'author', 'url']) expect(body.article[field]).toBeUndefined()
  })

  it('refuses what is no article, naming the fields at fault, and stores nothing', async () => {
    const before = await contentsOf(store)
    for (const [payload, pointer] of [
      [{}, '/text'],
      [{ text: 'a', html: '<p>' }, '/html'],
      [{ text: '' }, '/text'],
      [{ text: 5 }, '/text'],
      [{ text, titel: 'x' }, '/titel'],
      [{ text, publishedAt: '1 March' }, '/publishedAt'],
      [{ text, url: 'ftp://example.org' }, '/url'],
      [[], ''],
    ] as const) {
      const { status, body } = await post(payload as object, key)
      expect([status, body.type], JSON.stringify(payload)).toEqual([400, '/problems/invalid-body'])
      expect(body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer)
    }
    const refused = async (payload: string, type: string, status: number, problem: string) => {
      const answer = await post(payload, { ...key, 'content-type': type })
      expect([answer.status, answer.body.type], payload.slice(0, 40)).toEqual([status, `/problems/${problem}`])
    }
    await refused('{"text": ', 'application/json', 400, 'invalid-body')
    await refused('<html><body><a href="/">Home</a></body></html>', 'text/html', 422, 'unreadable-article')
    await refused('---\ntitle: [\n---\nx', 'text/markdown', 422, 'unreadable-article')
    expect(
      (await send({ method: 'POST', url: '/v1/articles', headers: { ...key, 'idempotency-key': 'empty' } })).status,
    ).toBe(400)
    await refused('%PDF', 'application/pdf', 415, 'unsupported-media-type')
    await refused('x'.repeat(70_000), 'text/plain', 413, 'body-too-large')
    expect((await post({ text }, key, '?dryrun=true')).body.errors[0].didYouMean).toBe('dryRun')
    expect(await contentsOf(store)).toEqual(before)
  })

  it('takes any bytes as any of its types with claims or a clear error', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 300 }),
        fc.constantFrom('text/plain', 'text/html', 'text/markdown', 'application/json', 'text/html; charset=nonsense'),
        async (bytes, type) => {
          const { status } = await post(Buffer.from(bytes) as never, { ...key, 'content-type': type }, '?dryRun=true')
          expect([200, 400, 422]).toContain(status)
        },
      ),
      { numRuns: size(100, 1000) },
    )
  })
})

describe('Idempotency-Key', () => {
  const key = authorize('ingest')
  const article = { text: 'It cost $7m in 2021, Mayor Ada Berg said.', url: 'https://example.org/seven' }

  it('gives the first answer again, whatever happened since', async () => {
    const first = await post(article, { ...key, 'idempotency-key': 'one' })
    expect([first.status, first.headers['idempotency-replayed']]).toEqual([201, undefined])
    await send({ method: 'DELETE', url: String(first.headers.location), headers: key })
    const again = await post(article, { ...key, 'idempotency-key': 'one' })
    expect([again.status, again.body, again.headers.location]).toEqual([201, first.body, first.headers.location])
    expect(again.headers['idempotency-replayed']).toBe('true')
    expect((await get(String(first.headers.location))).status).toBe(404)
    expect((await post(article, { ...key, 'idempotency-key': 'two' })).status).toBe(201)
  })

  it('goes with one request, and is each key’s own', async () => {
    const other = await post({ ...article, title: 'Other' }, { ...key, 'idempotency-key': 'one' })
    expect([other.status, other.body.type]).toEqual([422, '/problems/idempotency-mismatch'])
    const elsewhere = await post(article, { ...authorize('ingest'), 'idempotency-key': 'one' })
    expect([elsewhere.status, elsewhere.headers['idempotency-replayed']]).toEqual([200, undefined])
  })

  it('says when the request is still running', async () => {
    const headers = { ...key, 'idempotency-key': 'run' }
    expect((await post({ text: 'It cost $8m.' }, headers)).status).toBe(201)
    // as another process leaves it that has begun and not ended
    sqliteOf(store).prepare(`UPDATE idempotent_answers SET status = NULL WHERE idempotency_key = 'run'`).run()
    const { status, body, headers: answered } = await post({ text: 'It cost $8m.' }, headers)
    expect([status, body.type, answered['retry-after']]).toEqual([409, '/problems/request-running', '1'])
    // it died: the key is free again
    sqliteOf(store)
      .prepare('UPDATE idempotent_answers SET started_at = ?')
      .run(new Date(Date.now() - 61_000).toISOString())
    expect((await post({ text: 'It cost $8m.' }, headers)).status).toBe(200)
  })

  it('is free again when its request was refused, and after a day', async () => {
    const headers = { ...key, 'idempotency-key': 'again', 'content-type': 'text/html' }
    expect((await post('<html></html>', headers)).status).toBe(422)
    expect((await post('<html></html>', headers)).status).toBe(422)
    sqliteOf(store).prepare('UPDATE idempotent_answers SET started_at = ?').run('2020-01-01T00:00:00.000Z')
    expect((await post({ ...article, title: 'Other' }, { ...key, 'idempotency-key': 'one' })).status).toBe(200)
  })
})

describe('a database that cannot be written', () => {
  const key = authorize('ingest')

  it('is busy while another process writes, and still read from', async () => {
    sqliteOf(store).pragma('busy_timeout = 20')
    const other = new Database(file)
    other.exec('BEGIN IMMEDIATE')
    const { status, body, headers } = await post({ text: 'It cost $9m.' }, key)
    expect([status, body.type, headers['retry-after']]).toEqual([503, '/problems/busy', '1'])
    expect((await get('/v1/claims')).status).toBe(200)
    other.exec('COMMIT')
    other.close()
    expect((await post({ text: 'It cost $9m.' }, key)).status).toBe(201)
  })

  it('is said to be so when its disk is full, and nothing of the article is there', async () => {
    const before = await contentsOf(store)
    sqliteOf(store).pragma(`max_page_count = ${sqliteOf(store).pragma('page_count', { simple: true })}`)
    const text = Array.from({ length: 300 }, (_, i) => `Plant ${i} made ${i} ships in 2020.`).join(' ')
    const { status, body } = await post({ text }, key)
    expect([status, body.type]).toEqual([503, '/problems/not-ready'])
    expect(body.detail).toContain('nothing was stored')
    expect(await contentsOf(store)).toEqual(before)
    sqliteOf(store).pragma('max_page_count = 4294967294')
    expect((await post({ text }, key)).status).toBe(201)
  })
})

describe('DELETE /v1/articles/{id}', () => {
  const key = authorize('ingest')

  it('takes the article, its claims and its actors away', async () => {
    const name = 'Zebulon Quistgaard'
    const { body } = await post({ text: `Output rose by 3%, Senator ${name} said.` }, key)
    expect((await get(`/v1/actors?name=${name}`)).body.items).toHaveLength(1)
    const gone = await send({ method: 'DELETE', url: `/v1/articles/${body.article.id}`, headers: key })
    expect([gone.status, gone.text]).toEqual([204, ''])
    expect((await get(`/v1/articles/${body.article.id}`)).status).toBe(404)
    expect((await get(`/v1/actors?name=${name}`)).body.items).toHaveLength(0)
    expect((await get(`/v1/claims?q=Quistgaard`)).body.items).toHaveLength(0)
    const again = await send({ method: 'DELETE', url: `/v1/articles/${body.article.id}`, headers: key })
    expect([again.status, again.body.type]).toEqual([404, '/problems/not-found'])
  })

  it('needs a key', async () => {
    const [article] = (await get('/v1/articles')).body.items
    expect((await send({ method: 'DELETE', url: `/v1/articles/${article.id}` })).status).toBe(401)
    expect((await get(`/v1/articles/${article.id}`)).status).toBe(200)
  })
})
