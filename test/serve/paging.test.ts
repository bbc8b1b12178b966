import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ingestArticle } from '../../src/ingest.ts'
import { actorOrders, articleOrders, claimOrders, ordersOf } from '../../src/query/orders.ts'
import { saveArticle } from '../../src/store/save.ts'
import { size } from '../size.ts'
import { startService } from './service.ts'

const folder = mkdtempSync(join(tmpdir(), 'article-facts-'))
for (let i = 0; i < 6; i++) {
  writeFileSync(
    join(folder, `${i}.txt`),
    `Sales of Acme Corp rose ${i}% to $${i}m in May, Ann Wu said. Between ${i + 2} and 40 people came on Monday. “It will ${'very '.repeat(i)}likely grow,” she added.`,
  )
  writeFileSync(
    join(folder, `${i}.json`),
    JSON.stringify({
      url: `https://example.org/${i}`,
      ...(i % 3 && { publishedAt: `2024-0${(i % 3) + 1}-01` }),
      ...(i % 2 && { title: `Report ${i}` }),
    }),
  )
}
const { get, store } = await startService(folder)
const china = (await get('/v1/actors?name=China')).body.items[0].id as string

/** Walks a list to its end and gives the ids in order. */
async function walk(path: string, limit: number): Promise<string[]> {
  const ids: string[] = []
  let url = `${path}${path.includes('?') ? '&' : '?'}limit=${limit}`
  for (;;) {
    const { status, body, headers } = await get(url)
    expect(status).toBe(200)
    expect(body.items.length).toBeLessThanOrEqual(limit)
    ids.push(...body.items.map((item: { id: string }) => item.id))
    if (body.next === null) {
      expect(headers.link).toBeUndefined()
      return ids
    }
    const [, link] = /^<([^>]+)>; rel="next"$/.exec(String(headers.link))!
    expect(new URL(link!, 'http://host').searchParams.get('after')).toBe(body.next)
    url = link!
  }
}

describe('paging', () => {
  const everyRelation = [
    `/v1/actors/${china}/claims?${['mention', 'source', 'subject', 'named'].map((one) => `relation=${one}`).join('&')}`,
  ]
  const unsought = (type: string) => ordersOf(type).filter((order) => order !== 'relevance')
  const unsoughtOf = (orders: object) => Object.keys(orders).filter((order) => order !== 'relevance')
  const paths = [
    ...Object.keys(claimOrders).flatMap((order) => (order === 'relevance' ? [] : [`/v1/claims?order=${order}`])),
    ...Object.keys(claimOrders).map((order) => `/v1/claims?order=${order}&q=the&section=any`),
    ...unsought('figure').map((order) => `/v1/figures?order=${order}`),
    ...unsought('date').map((order) => `/v1/dates?order=${order}`),
    ...unsought('quote').map((order) => `/v1/quotes?order=${order}`),
    ...unsoughtOf(articleOrders).map((order) => `/v1/articles?order=${order}`),
    `/v1/articles?order=relevance&q=the`,
    ...Object.keys(actorOrders).map((order) => `/v1/actors?order=${order}`),
    '/v1/claims?section=any&q=grow',
    '/v1/claims?actor=China',
    '/v1/claims?actor=China&order=date',
    '/v1/claims?actor=China&actor=Russia',
    '/v1/quotes?source=Tokayev&actor=Kazakhstan',
    ...everyRelation,
    '/v1/actors?kind=person&kind=organization',
  ]

  it('visits each row once, in the same order for any page size', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths), fc.integer({ min: 1, max: 40 }), async (path, limit) => {
        const all = await walk(path, 200)
        expect(new Set(all).size).toBe(all.length)
        expect(await walk(path, limit)).toEqual(all)
        const { body } = await get(`${path}&count=true&limit=1`)
        expect(body.count).toEqual({ value: all.length, relation: 'eq' })
      }),
      { numRuns: size(30, 300) },
    )
  })

  it('finds the same claims of an actor whichever way leads to them', async () => {
    const along = await walk('/v1/claims?actor=China', 200)
    expect(along.length).toBeGreaterThan(10)
    expect((await walk('/v1/claims?actor=China&order=date', 200)).sort()).toEqual([...along].sort())
    expect((await walk(everyRelation[0]!, 200)).sort()).toEqual([...along].sort())
  })

  it('leaves out what was loaded after the first page', async () => {
    const { body } = await get('/v1/figures?limit=3')
    const before = await walk('/v1/figures', 200)
    await saveArticle(
      store,
      ingestArticle(
        { text: 'Prices of Acme Corp fell 7% in June.', metadata: { url: 'https://example.org/late' } },
        '2024-05-01T00:00:00.000Z',
      ),
    )
    const rest: string[] = []
    for (let { next } = body; next; ) {
      const page = (await get(`/v1/figures?limit=3&after=${next}`)).body
      rest.push(...page.items.map((item: { id: string }) => item.id))
      next = page.next
    }
    expect([...body.items.map((item: { id: string }) => item.id), ...rest]).toEqual(before)
    expect(await walk('/v1/figures', 200)).toHaveLength(before.length + 1)
  })
})
