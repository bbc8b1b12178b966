import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { startService } from './service.ts'

const { get, send, authorize } = await startService()
const key = authorize('ingest', 'review')
const tell = (publication: string, deaths: number) => ({
  text: `Trains collide near Balasore\n\nAt least ${deaths} people were killed when two trains collided near Balasore in India on Friday, the railway ministry said. "We will find out who is to blame for this," Railway Minister Ada Berg said.`,
  metadata: {
    title: '=Trains, "collide"',
    publication,
    publishedAt: '2023-06-04',
    url: `https://${publication}.example/trains`,
  },
})
for (const [publication, deaths] of [
  ['herald', 238],
  ['courier', 301],
] as const) {
  const { text, metadata } = tell(publication, deaths)
  expect(
    (await send({ method: 'POST', url: '/v1/articles', headers: key, payload: { text, ...metadata } })).status,
  ).toBe(201)
}
const [claim] = (await get('/v1/figures?publication=herald')).body.items
const review = { review: 'corrected', corrections: { number: 239 }, note: 'counted\nanew' }
expect(
  (
    await send({
      method: 'PATCH',
      url: `/v1/claims/${claim.id}`,
      headers: { ...key, 'if-match': '*' },
      payload: review,
    })
  ).status,
).toBe(200)

const lists = [
  ['/v1/articles', 'title'],
  ['/v1/actors', 'name'],
  ['/v1/reviews', 'note'],
  [`/v1/claims/${claim.id}/reviews`, 'corrections.number'],
  ['/v1/check-worthy', 'score'],
  ['/v1/comparisons', 'comparison.measure'],
  ['/v1/comparisons/quotes', 'leavesOut'],
] as const
const with_ = (url: string, query: string) => `${url}${url.includes('?') ? '&' : '?'}${query}`
const rowsOf = (text: string) => parse(text, { columns: true }) as Record<string, string>[]
const linesOf = (text: string) =>
  text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))

describe.each(lists)('%s', (url, column) => {
  it('is a table, in CSV and in NDJSON the same rows', async () => {
    const table = await get(with_(url, 'format=csv'))
    const lines = await get(url, { accept: 'application/x-ndjson' })
    expect([table.status, table.headers['content-type']]).toEqual([200, 'text/csv; charset=utf-8; header=present'])
    expect([lines.status, lines.headers['content-type']]).toEqual([200, 'application/x-ndjson'])
    const [rows, objects] = [rowsOf(table.text), linesOf(lines.text)]
    expect(rows.length).toBeGreaterThan(0)
    expect(rows).toHaveLength(objects.length)
    for (const [i, row] of rows.entries())
      for (const [path, cell] of Object.entries(row)) {
        const value = path.split('.').reduce((inner, name) => inner?.[name], objects[i])
        const said = value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)
        const isGuarded = /^\s*[=+\-@]/.test(said) && typeof value === 'string'
        expect(cell, path).toBe(typeof value === 'boolean' ? String(Number(value)) : isGuarded ? `'${said}` : said)
      }
    expect(rows.some((row) => row[column])).toBe(true)
  })

  it('has as many rows over its pages as in one, each with a link to the next', async () => {
    const { text } = await get(with_(url, 'format=csv'))
    const rows: object[] = []
    for (let next: string | undefined = with_(url, 'format=csv&limit=1'); next; ) {
      const page = await get(next)
      rows.push(...rowsOf(page.text))
      next = /<([^>]+)>; rel="next"/.exec(String(page.headers.link ?? ''))?.[1]
    }
    expect(rows).toEqual(rowsOf(text))
  })

  it('refuses what only JSON can have', async () => {
    for (const name of ['count', 'query']) {
      const { status, body } = await get(with_(url, `format=csv&${name}=true`))
      expect([status, body.errors[0].parameter]).toEqual([400, name])
    }
  })
})

describe('columns', () => {
  it('are those that are asked for', async () => {
    const { text } = await get('/v1/articles?format=csv&fields=title&fields=counts')
    expect(text.split('\r\n')[0]).toBe('title,counts.actor,counts.date,counts.figure,counts.quote')
    expect(linesOf((await get('/v1/actors?format=ndjson&fields=name&limit=1')).text).map(Object.keys)).toEqual([
      ['name'],
    ])
  })

  it('have the text of articles only where it is asked for', async () => {
    const [plain, whole] = await Promise.all(
      ['', '&expand=text'].map(async (expand) => rowsOf((await get(`/v1/articles?format=csv${expand}`)).text)),
    )
    expect(plain![0]).not.toHaveProperty('text')
    expect(whole!.some(({ text }) => text?.includes('Balasore'))).toBe(true)
  })
})
