import { raw } from 'sql-template-tag'
import type { Store } from '../src/store/open.ts'

/** A kind of request: what is asked of us, and the statement that answers it in a reference server, where there is one. */
export type Shape = {
  readonly name: string
  /** Addresses that are asked in turn. */
  readonly paths: readonly string[]
  readonly sql?: string
  readonly values?: readonly unknown[][]
  readonly one?: boolean
  /** What our processor time may be of a reference's with node:http: cold, and repeated while nothing changes. */
  readonly goal?: number
  readonly headers?: Record<string, string>
}

const body = `section = 'body' AND rejected = 0`
const turns = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i))

/** The shapes of requests, with values that a database of `makeDatabase` has. */
export async function listShapes(store: Store, ask: (path: string) => Promise<{ next: string }>): Promise<Shape[]> {
  const pick = async <T>(sql: string): Promise<T> =>
    Object.values((await store.first<Record<string, T>>(raw(sql)))!)[0]!
  const [first, last] = [
    await pick<number>('select min(seq) from claims'),
    await pick<number>('select max(seq) from claims'),
  ]
  const ids: string[] = []
  for (let i = 0; i < 500; i++)
    ids.push(
      await pick<string>(
        `select id from claims where seq >= ${first + Math.floor((i * (last - first)) / 500)} order by seq limit 1`,
      ),
    )
  const person = await pick<string>(
    `select actor_id from claim_actors join actors on actors.id = actor_id where actors.kind = 'person' and relation = 'mention' order by claim limit 1 offset 40`,
  )
  const article = await pick<string>(
    `select id from articles where seq >= ${Math.floor((await pick<number>('select max(seq) from articles')) / 2)} order by seq limit 1`,
  )
  // a page deep in the list: some thousand pages on, or as many as there are
  let deep = '/v1/claims?limit=200'
  for (let i = 0; i < 30; i++) {
    const { next } = await ask(deep)
    if (next === null) break
    deep = `/v1/claims?limit=200&after=${next}`
  }
  const ranges = turns(200, (i) => [1 + i / 100, 60 + i / 10] as const)
  const range = (order: string) =>
    ranges.map(([from, to]) => `/v1/figures?unit=percent&number__gte=${from}&number__lt=${to}&order=${order}&limit=20`)
  const indexedBy = (index: string) => (store.dialect.engine === 'sqlite' ? `INDEXED BY ${index}` : '')
  const inRange = (order: string, index: string) => ({
    sql: `SELECT json FROM claims ${indexedBy(index)} WHERE unit = 'percent' AND low >= ? AND high < ? AND ${body} ORDER BY ${order}, seq LIMIT 21`,
    values: ranges.map((one) => [...one]),
  })
  return [
    {
      name: 'one claim',
      paths: ids.map((id) => `/v1/claims/${id}`),
      sql: 'SELECT json FROM claims WHERE id = ?',
      values: ids.map((id) => [id]),
      one: true,
      goal: 1.1,
    },
    {
      name: 'list of 20 by type',
      paths: ['figure', 'date', 'quote', 'actor'].map((type) => `/v1/claims?type=${type}&limit=20`),
      sql: `SELECT json FROM claims WHERE type = ? AND ${body} ORDER BY seq LIMIT 21`,
      values: ['figure', 'date', 'quote', 'actor'].map((type) => [type]),
      goal: 0.75,
    },
    {
      name: 'unit and range, by number',
      paths: range('number'),
      ...inRange('low', 'claims_by_unit_number'),
      goal: 1.1,
    },
    {
      name: 'the same by date',
      paths: range('date'),
      ...inRange('from_day', 'claims_by_unit_day'),
      goal: 1.1,
    },
    { name: 'a page deep in a list', paths: [deep.replace('limit=200', 'limit=20')] },
    { name: 'search, rare word', paths: ['/v1/claims?q=kopje&limit=20'] },
    { name: 'search, common word', paths: ['/v1/claims?q=the&limit=20'] },
    { name: 'the beginning of common words', paths: ['/v1/claims?q=the*&limit=20'] },
    { name: 'the beginning of rare words', paths: ['/v1/claims?q=kopj*&limit=20'] },
    { name: 'one of two common words', paths: ['/v1/claims?q=trade%20OR%20year&limit=20'] },
    { name: 'forms of a word, by relevance', paths: ['/v1/claims?q=economies&limit=20&order=relevance'] },
    { name: 'the same by relevance', paths: ['/v1/claims?q=the&limit=20&order=relevance'] },
    {
      name: 'facets of everything',
      paths: ['/v1/claims/facets?by=type'],
      sql: `SELECT value, count FROM counters WHERE facet = ? AND type = '' ORDER BY count DESC, value LIMIT 21`,
      values: [['type']],
      goal: 0.6,
    },
    { name: 'facets by actor', paths: ['/v1/claims/facets?by=actor&by=unit&by=cue'] },
    { name: 'facets of one person', paths: [`/v1/claims/facets?by=type&by=kind&actor=${person}`] },
    { name: 'facets of the most frequent', paths: ['/v1/claims/facets?by=type&actor=Kazakhstan'] },
    { name: 'list of the most frequent', paths: ['/v1/claims?actor=Kazakhstan&limit=20'] },
    { name: 'count of everything', paths: ['/v1/claims?count=true&limit=1'] },
    { name: 'count under a filter', paths: ['/v1/figures?count=true&limit=1&number__gte=5&unit=percent'] },
    { name: 'an article with its claims', paths: [`/v1/articles/${article}/claims?limit=200`] },
  ]
}
