import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { makeRecords } from '../../bench/database.ts'
import { walk } from '../../src/ingest.ts'
import { readConfig } from '../../src/model/config.ts'
import { facetNames } from '../../src/query/facets.ts'
import { actorOrders, articleOrders, comparisonOrders, ordersOf } from '../../src/query/orders.ts'
import { type App, createApp } from '../../src/serve/app.ts'
import { createTasks } from '../../src/serve/tasks.ts'
import { openStore, type Store } from '../../src/store/open.ts'
import { reviewClaim } from '../../src/store/review-claim.ts'
import { deleteArticle, saveArticles } from '../../src/store/save.ts'
import { dropDatabase, makeDatabase } from '../postgres.ts'
import { type Operation, operationsOf, requestsOf } from '../requests.ts'
import { size } from '../size.ts'

// The same articles in both engines: whatever is asked, both give the same bytes, cursors aside, which have numbers of rows in them.

const server = inject('postgres')
const folder = mkdtempSync(join(tmpdir(), 'article-facts-equal-'))
const records = makeRecords(size(60, 300))

type Served = { readonly app: App; readonly store: Store }

async function serve(address: string): Promise<Served> {
  const store = await openStore(address)
  for (let i = 0; i < records.length; i += 20) await saveArticles(store, records.slice(i, i + 20))
  // a history: an article that is gone, one that came again, and reviews
  await deleteArticle(store, records[3]!.id, '2024-03-03T08:00:00.000Z')
  await saveArticles(store, [{ ...records[5]!, metadata: { ...records[5]!.metadata, author: 'Ada Berg' } }])
  const at = '2024-03-04T08:00:00.000Z'
  for (const [i, claim] of records[7]!.claims.slice(0, 6).entries())
    await reviewClaim(
      store,
      claim.id,
      { review: i % 2 ? 'rejected' : 'confirmed' },
      { name: 'Ada', keyId: 'k', at },
      () => {},
    )
  const app = await createApp({
    store,
    tasks: createTasks(store, () => walk),
    config: readConfig({ RATE_LIMIT: '0', RESPONSE_CACHE: '0' }),
  })
  afterAll(async () => {
    await app.close()
    await store.close()
  })
  return { app, store }
}

/** What an answer says, without what is another each time: ids of requests, of reviews, cursors. */
function toComparable(body: string): string {
  return body
    .replaceAll(/"instance":"[^"]*"/g, '"instance":""')
    .replaceAll(/"(next|cursor)":"[^"]*"/g, '"$1":""')
    .replaceAll(/\brev_[0-9a-f]{16}/g, 'rev_')
}

describe.skipIf(!server)('PostgreSQL and SQLite', async () => {
  if (!server) return
  const address = await makeDatabase(server)
  afterAll(async () => {
    await dropDatabase(address)
    rmSync(folder, { recursive: true })
  })
  const [one, other] = [await serve(join(folder, 'equal.db')), await serve(address)]
  const read = async (url: string) => JSON.parse((await one.app.inject(url)).body)
  const valuesOf = async (by: string): Promise<string[]> =>
    (await read(`/v1/claims/facets?by=${by}&limit=30`)).facets[0].values.map(({ value }: { value: string }) => value)
  const known = Object.fromEntries(await Promise.all(facetNames.map(async (by) => [by, await valuesOf(by)] as const)))
  const claimIds = records.flatMap(({ claims }) => claims.map(({ id }) => id))
  const articleIds = records.map(({ id }) => id)
  const actorIds = known.actor!
  const names = ['China', 'china', 'Kazakhstan', 'Tokayev', 'Norway']
  const words = [
    'trade',
    'china',
    'exports',
    '"foreign policy"',
    'percent',
    'grow*',
    'trade OR exports',
    'the -trade',
    '"12"',
    'said',
    'zzz',
    'e-mail',
    'russian china',
  ]

  /** Asks both, and gives their answers, which are held against each other. */
  async function ask(url: string, headers: Record<string, string> = {}) {
    const [a, b] = await Promise.all([one.app.inject({ url, headers }), other.app.inject({ url, headers })])
    expect([b.statusCode, toComparable(b.body)], url).toEqual([a.statusCode, toComparable(a.body)])
    return [a, b] as const
  }
  /** A list to its end or some pages on, each engine by its own cursors. */
  async function follow(url: string, headers: Record<string, string>) {
    let [a, b] = await ask(url, headers)
    for (let page = 0; page < 4; page++) {
      if (
        a.statusCode !== 200 ||
        !/json/.test(String(a.headers['content-type'])) ||
        /ndjson/.test(String(a.headers['content-type']))
      )
        return
      const cursors = [a, b].map(({ body }) => JSON.parse(body).next as string | null | undefined)
      if (!cursors[0]) return
      const join = url.includes('?') ? '&' : '?'
      ;[a, b] = (await Promise.all(
        [one, other].map(({ app }, i) => app.inject({ url: `${url}${join}after=${cursors[i]}`, headers })),
      )) as unknown as [typeof a, typeof b]
      expect([b.statusCode, toComparable(b.body)], `${url}, page ${page + 2}`).toEqual([
        a.statusCode,
        toComparable(a.body),
      ])
    }
  }

  const q = fc.constantFrom(...words).map((value) => `q=${encodeURIComponent(value)}`)
  const oneOf = (name: string, values: readonly string[]) =>
    values.length
      ? fc.constantFrom(...values).map((value) => `${name}=${encodeURIComponent(value)}`)
      : fc.constant(`${name}__exists=true`)
  const ofArticles = [
    oneOf('author', ['Ada Berg', 'ada berg']),
    oneOf('language', ['en', 'de']),
    oneOf('published__gte', ['2024-03-01']),
    oneOf('published__lt', ['2024-06-01']),
  ]
  const ofClaims = [
    q,
    oneOf('type', ['figure', 'date', 'quote', 'actor']),
    oneOf('kind', known.kind!),
    oneOf('unit', known.unit!),
    oneOf('currency', known.currency!),
    oneOf('actor', [...actorIds, ...names]),
    oneOf('source', [...known.source!, ...names]),
    oneOf('article', articleIds),
    oneOf('section', ['any', 'body', 'headline']),
    oneOf('review', ['any', 'confirmed', 'rejected', 'none']),
    oneOf('extractor__prefix', ['figure', 'date.', 'q']),
    oneOf('measureHead', known.measureHead!),
    oneOf('cue', ['said', 'SAID', 'according to']),
    oneOf('from', ['2021', '2022-07', '2023-01-15']),
    oneOf('to', ['2021', '2024-02']),
    oneOf('confidence__gte', ['0.8', '0.95']),
    oneOf('kind__not', known.kind!),
    oneOf('attributedTo', names),
    ...ofArticles,
  ]
  const numbers = fc.constantFrom(
    'unit=percent&number__gte=5',
    'unit=percent&number__lt=20',
    'currency=USD&number__gte=1000000',
    'unit=percent&number=20',
  )
  const paging = (orders: readonly string[]) =>
    fc.record({
      order: fc.option(fc.constantFrom(...orders), { nil: undefined }),
      limit: fc.constantFrom(1, 3, 7, 20, 200),
      count: fc.boolean(),
      query: fc.boolean(),
      highlight: fc.boolean(),
      expand: fc.boolean(),
    })
  const some = (filters: fc.Arbitrary<string>[]) =>
    fc.uniqueArray(fc.oneof(...filters), { maxLength: 3, selector: (one) => one.split(/[=_]/)[0] })
  const list = (path: string, filters: fc.Arbitrary<string>[], orders: readonly string[], isOfClaims = false) =>
    fc.tuple(some(filters), paging(orders)).map(([chosen, { order, limit, count, query, highlight, expand }]) => {
      const parts = [...chosen, `limit=${limit}`]
      if (order && (order !== 'relevance' || chosen.some((part) => part.startsWith('q=')))) parts.push(`order=${order}`)
      if (count) parts.push('count=true')
      if (query) parts.push('query=true')
      if (isOfClaims && highlight && chosen.some((part) => part.startsWith('q='))) parts.push('highlight=true')
      if (isOfClaims && expand) parts.push('expand=article&expand=actors')
      return `${path}?${parts.join('&')}`
    })
  const figureFilters = [...ofClaims.filter((_, i) => i !== 1 && i !== 6 && i !== 12), numbers]
  const requests = fc.oneof(
    { arbitrary: list('/v1/claims', ofClaims, ordersOf(undefined), true), weight: 6 },
    { arbitrary: list('/v1/figures', figureFilters, ordersOf('figure'), true), weight: 4 },
    list(
      '/v1/quotes',
      [q, oneOf('source', [...known.source!, ...names]), oneOf('cue', ['said', 'SAID'])],
      ordersOf('quote'),
      true,
    ),
    list('/v1/dates', [q, oneOf('from', ['2021', '2022-07']), oneOf('iso__prefix', ['2022'])], ordersOf('date'), true),
    {
      arbitrary: list(
        '/v1/articles',
        [q, ...ofArticles, oneOf('url__prefix', ['https://example.org/1'])],
        Object.keys(articleOrders),
      ),
      weight: 2,
    },
    {
      arbitrary: list(
        '/v1/actors',
        [
          oneOf('kind', ['person', 'place', 'organization']),
          oneOf('name', names),
          oneOf('name__prefix', ['ch', 'K']),
          oneOf('article', articleIds),
        ],
        Object.keys(actorOrders),
      ),
      weight: 2,
    },
    list(
      '/v1/comparisons',
      [q, oneOf('unit', known.unit!), oneOf('verdict', ['differ', 'agree', 'single']), oneOf('article', articleIds)],
      Object.keys(comparisonOrders),
    ),
    list(
      '/v1/check-worthy',
      [oneOf('article', articleIds), oneOf('checked', ['true', 'false']), q],
      ['-score', 'position'],
    ),
    list(
      '/v1/reviews',
      [oneOf('review', ['confirmed', 'rejected']), oneOf('type', ['figure', 'actor'])],
      ['-reviewed', 'reviewed'],
    ),
    {
      arbitrary: fc
        .tuple(
          some(ofClaims),
          fc.uniqueArray(fc.constantFrom(...facetNames), { minLength: 1, maxLength: 3 }),
          fc.constantFrom(1, 5, 100),
        )
        .map(
          ([chosen, by, limit]) =>
            `/v1/claims/facets?${[...chosen, ...by.map((each) => `by=${each}`), `limit=${limit}`].join('&')}`,
        ),
      weight: 4,
    },
    some([q, ...ofArticles]).map((chosen) => `/v1/articles/facets?${['by=author', 'by=year', ...chosen].join('&')}`),
    fc.constantFrom(...claimIds).map((id) => `/v1/claims/${id}`),
    fc.constantFrom(...claimIds).map((id) => `/v1/claims/${id}/source`),
    fc.constantFrom(...claimIds).map((id) => `/v1/claims/${id}/comparable`),
    fc.constantFrom(...articleIds).map((id) => `/v1/articles/${id}?expand=text&expand=sections`),
    fc
      .tuple(
        fc.constantFrom(...articleIds),
        fc.constantFrom(...ordersOf(undefined).filter((one) => one !== 'relevance')),
      )
      .map(([id, order]) => `/v1/articles/${id}/claims?order=${order}`),
    fc.constantFrom(...actorIds).map((id) => `/v1/actors/${id}`),
    fc.constantFrom(...actorIds).map((id) => `/v1/actors/${id}/claims?limit=9`),
    fc.constantFrom(
      '/v1/changes?limit=20&expand=claims',
      '/v1/changes?expand=article&expand=text&limit=7',
      '/v1/extractors',
    ),
    some(ofClaims).map((chosen) => `/v1/claims/export?${chosen.join('&')}`),
  )
  const formats = fc.constantFrom(
    'application/json',
    'application/json',
    'application/json',
    'text/csv',
    'application/x-ndjson',
    'application/ld+json',
  )

  it(`give the same bytes to ${size(250, 1000)} requests and their pages`, { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(requests, formats, (url, accept) => follow(url, { accept })),
      { numRuns: size(250, 1000) },
    )
  })

  it('give the same to what errs and means harm', { timeout: 600_000 }, async () => {
    const document = JSON.parse(JSON.stringify(one.app.swagger()))
    const ids = { claimId: claimIds, articleId: articleIds, actorId: actorIds }
    // a NUL in a value, and in a list of values
    for (const url of [
      '/v1/claims/%00/source',
      '/v1/claims/%00',
      '/v1/actors/%00',
      '/v1/articles/%00',
      '/v1/claims?unit=%00&unit=x',
    ])
      expect((await other.app.inject(url)).statusCode, url).toBe((await one.app.inject(url)).statusCode)
    const wild = operationsOf(document).filter(
      ({ method, path }: Operation) =>
        method === 'get' && path.startsWith('/v1/') && !/stream|citations|card/.test(path),
    )
    await fc.assert(
      fc.asyncProperty(
        fc
          .constantFrom(...wild)
          .chain((operation) => requestsOf(operation, document, { ids, key: { authorization: '' } })),
        async (request) => {
          const [a, b] = await Promise.all([one.app.inject(request), other.app.inject(request)])
          expect([b.statusCode, toComparable(b.body)], JSON.stringify(request)).toEqual([
            a.statusCode,
            toComparable(a.body),
          ])
          expect(b.statusCode).not.toBe(500)
        },
      ),
      { numRuns: size(200, 2000) },
    )
  })
})
