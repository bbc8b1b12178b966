import { describe, expect, it } from 'vitest'
import { sqliteOf } from '../../src/store/sqlite/store.ts'
import { startService } from './service.ts'

const { send, get, store } = await startService()
const post = (payload: object) => send({ method: 'POST', url: '/v1/extract', payload })

describe('POST /v1/extract', () => {
  const text = 'Exports of Norway rose by 4% to $24bn last year, Mayor Ada Berg said.'

  it('answers the claims of a text and stores nothing', async () => {
    const before = sqliteOf(store).prepare('SELECT total_changes() AS n').pluck().get()
    const { status, body } = await post({ text, publishedAt: '2024-03-01' })
    expect(status).toBe(200)
    const of = (type: string) => body.claims.filter((claim: { type: string }) => claim.type === type)
    expect(of('figure')).toMatchObject([
      { number: 4, unit: 'percent', change: 'rise', how: 'by' },
      { number: 24e9, currency: 'USD', how: 'to', period: { from: '2023-01-01' } },
    ])
    expect(of('date')).toMatchObject([{ iso: '2023' }])
    expect(of('quote')).toMatchObject([{ kind: 'indirect', cue: 'said', source: { name: 'Ada Berg' } }])
    expect(of('actor').map((claim: { name: string }) => claim.name)).toEqual(['Norway', 'Ada Berg'])
    expect(sqliteOf(store).prepare('SELECT total_changes() AS n').pluck().get()).toBe(before)
    expect((await get('/v1/articles?count=true')).body.count.value).toBe(1)
  })

  it('reads bare text, with the day in the query', async () => {
    const { body } = await send({
      method: 'POST',
      url: '/v1/extract?publishedAt=2024-03-01',
      headers: { 'content-type': 'text/plain' },
      payload: text,
    })
    expect(body).toEqual((await post({ text, publishedAt: '2024-03-01' })).body)
  })

  it('reads pages and Markdown, and gives the text that offsets count on', async () => {
    const html = `<html><body><nav>Home</nav><article><h1>Port</h1><p>${`${text} `.repeat(4)}</p></article></body></html>`
    for (const [type, payload] of [
      ['text/html', html],
      ['text/markdown', `# Port\n\n**${text}**`],
    ] as const) {
      const { status, body } = await send({
        method: 'POST',
        url: '/v1/extract?publishedAt=2024-03-01',
        headers: { 'content-type': type },
        payload,
      })
      expect(status).toBe(200)
      const [money] = body.claims.filter(({ surface }: { surface: string }) => surface === '$24bn')
      expect([...body.text].slice(money.start, money.end).join('')).toBe('$24bn')
    }
    const { status, body } = await send({
      method: 'POST',
      url: '/v1/extract',
      headers: { 'content-type': 'text/html' },
      payload: '<html></html>',
    })
    expect([status, body.type]).toEqual([422, '/problems/unreadable-article'])
  })

  it('leaves relative dates unresolved without a day', async () => {
    const { body } = await post({ text })
    const date = body.claims.find((claim: { type: string }) => claim.type === 'date')
    expect(date).toMatchObject({ surface: 'last year', kind: 'date' })
    expect(date.iso ?? date.from).toBeUndefined()
  })

  it('tells the language, and makes no claims of one that it does not read', async () => {
    const german =
      'Der Hafen von Lindholm schlug im vergangenen Jahr 4,2 Millionen Tonnen Getreide um, sagte seine Direktorin am Dienstag vor der Presse. Die Ausfuhren stiegen um zwölf Prozent, wie der Vorstand mitteilte, der vor dem Winter mit einem weiteren Anstieg rechnet.'
    expect((await post({ text: german })).body).toMatchObject({ language: 'de', claims: [] })
    expect((await post({ text: german, language: 'en' })).body).toMatchObject({ language: 'de', claims: [] })
    expect((await post({ text, language: 'en-GB' })).body).toMatchObject({ language: 'en-GB' })
    expect((await post({ text, language: 'german!' })).body).toMatchObject({ status: 400 })
  })

  it('gives the ids that a stored article gets', async () => {
    const [article] = (await get('/v1/articles?expand=text')).body.items
    const stored = (await get(`/v1/articles/${article.id}/claims?section=any&limit=200`)).body.items
    const { body } = await post({ text: article.text, url: article.url, publishedAt: article.publishedAt })
    expect(body.articleId).toBe(article.id)
    expect(body.claims.map((claim: { id: string }) => claim.id).sort()).toEqual(
      stored.map((claim: { id: string }) => claim.id).sort(),
    )
  })
})
