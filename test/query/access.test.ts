import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { claimOrders, ordersOf } from '../../src/query/orders.ts'
import { saveArticles } from '../../src/store/save.ts'
import { sqliteOf } from '../../src/store/sqlite/store.ts'
import { hashText, identifyArticle } from '../../src/text/identifier.ts'
import { startService } from '../serve/service.ts'

const folder = mkdtempSync(join(tmpdir(), 'article-facts-access-'))
mkdirSync(join(folder, 'more'))
writeFileSync(join(folder, 'more', 'a.txt'), 'Exports of Norway rose by 4% to $24bn in May 2022, Mayor Ada Berg said.')
const { get, store } = await startService(join(folder, 'more'))
// so many articles that they are not looked at one by one
await saveArticles(
  store,
  Array.from({ length: 400 }, (_, i) => {
    const text = `Nothing of note happened on day ${i}.`
    const id = identifyArticle(undefined, text)
    const metadata = { publication: 'Daily', author: 'Clerk', language: 'en-GB' }
    return {
      id,
      text,
      textHash: hashText(text),
      length: text.length,
      loadedAt: '2024-01-01T00:00:00.000Z',
      metadata,
      sections: [],
      claims: [],
    }
  }),
)

/** The queries that a request runs, each with the plan that SQLite has for it. */
async function plansOf(url: string): Promise<string[]> {
  const ran: string[] = []
  const sqlite = sqliteOf(store)
  const { prepare } = sqlite
  sqlite.prepare = ((sql: string) => {
    if (/^(?:select|with)/i.test(sql) && !/wanted|alias/.test(sql)) ran.push(sql)
    return prepare.call(sqlite, sql)
  }) as typeof prepare
  try {
    const { status, body } = await get(url)
    expect(status, JSON.stringify(body)).toBe(200)
  } finally {
    sqlite.prepare = prepare
  }
  return ran.map((sql) =>
    (
      prepare.call(sqlite, `EXPLAIN QUERY PLAN ${sql}`).all(Array(sql.split('?').length - 1).fill(1)) as {
        detail: string
      }[]
    )
      .map(({ detail }) => detail)
      .join('\n'),
  )
}

// each shape is prepared once a store: a limit of its own makes none of them known yet
const shapes: string[] = [
  ...Object.keys(claimOrders).flatMap((order) => (order === 'relevance' ? [] : [`/v1/claims?order=${order}`])),
  ...['figure', 'date', 'quote'].flatMap((type) =>
    ordersOf(type).flatMap((order) => (order === 'relevance' ? [] : [`/v1/${type}s?order=${order}`])),
  ),
  ...ordersOf('figure').flatMap((order) =>
    /published|relevance/.test(order)
      ? []
      : [
          `/v1/figures?order=${order}&unit=percent&number__gte=1&number__lt=90`,
          `/v1/figures?order=${order}&currency=USD&number__gte=1`,
          `/v1/figures?order=${order}&section=any&review=any`,
        ],
  ),
  '/v1/claims?q=the',
  '/v1/claims?actor=China',
  '/v1/figures?actor=China&number__gte=5&unit=percent',
  '/v1/claims?actor=China&order=date',
  '/v1/figures?actor=Kazakhstan&order=-date&unit=percent&to=2023',
  '/v1/quotes?source=Tokayev',
  '/v1/claims?q=the&order=relevance',
  '/v1/figures?q=the&measure=exports',
  ...['position', 'published', '-published'].flatMap((order) => [
    `/v1/claims?publication=Daily&order=${order}`,
    `/v1/claims?author=Clerk&order=${order}`,
    `/v1/claims?language=en&order=${order}`,
    `/v1/figures?language=en-GB&author=Clerk&order=${order}`,
  ]),
  '/v1/articles?publication=Daily',
  '/v1/articles?publication=Daily&order=published',
  '/v1/articles?language=en',
  '/v1/articles?order=title',
  '/v1/articles?order=-published',
  '/v1/actors?order=name',
  '/v1/actors',
]

describe('lists of any length', () => {
  beforeAll(async () => {
    expect((await get('/v1/claims')).status).toBe(200)
  })
  it.each(shapes)('%s is read along an index, never sorted', async (url) => {
    const plans = await plansOf(`${url}${url.includes('?') ? '&' : '?'}limit=3`)
    for (const plan of plans) expect(plan).not.toContain('USE TEMP B-TREE FOR ORDER BY')
    const { next } = (await get(`${url}${url.includes('?') ? '&' : '?'}limit=1`)).body
    if (!next) return
    const behind = await plansOf(`${url}${url.includes('?') ? '&' : '?'}limit=1&after=${next}`)
    for (const plan of behind) expect(plan).not.toContain('USE TEMP B-TREE FOR ORDER BY')
  })

  it.each([
    ['unit=percent', 'claims_by_unit'],
    ['currency=USD', 'claims_by_currency'],
    ['measureHead=trade', 'claims_by_measure_head'],
    ['kind=count', 'claims_counted'],
    ['type=figure&kind=count', 'claims_counted'],
  ])('counts what is under %s along one index, without a seek a claim', async (filter, index) => {
    const [plan] = (await plansOf(`/v1/claims/facets?by=kind&by=change&by=year&limit=7&${filter}`)).slice(-1)
    expect(plan).toContain(`claims USING INDEX ${index}`)
    expect(plan).not.toContain('PRIMARY KEY')
  })

  it.each(['', '&publication=Daily', '&author=Clerk', '&q=note'])(
    'has articles of one day in order: %s',
    async (filter) => {
      for (const order of ['published', '-published']) {
        const plans = await plansOf(`/v1/articles?order=${order}&limit=5${filter}`)
        expect(plans.join()).not.toMatch(/USE TEMP B-TREE FOR .*ORDER BY/)
      }
    },
  )

  it('goes to the quotes of a source along links of sources alone', async () => {
    const plans = await plansOf('/v1/quotes?source=Tokayev&kind__not=direct')
    expect(plans.join()).toContain(
      'SEARCH claim_actors USING COVERING INDEX claim_actors_by_relation (actor_id=? AND relation=?)',
    )
  })

  it('counts everything, a type and a value without reading claims', async () => {
    for (const url of [
      '/v1/claims/facets?by=type&by=unit&by=actor&by=year',
      '/v1/claims/facets?by=cue&type=quote',
      '/v1/claims?count=true&limit=1',
    ]) {
      const plans = await plansOf(url)
      for (const plan of plans.filter((one) => !/claims(?:_by| USING|\b.*limit)/i.test(one)))
        expect(plan).not.toMatch(/SCAN claims/)
    }
  })
})
