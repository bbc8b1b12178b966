import sql, { raw, type Sql } from 'sql-template-tag'
import type { Reading, Store } from '../store/database.ts'
import { severalOf, toCondition, type UsedFilter, wordsOf } from './conditions.ts'

// The ways to articles by what is known of them. Few are found by that and sorted; many are met soon along the order that is asked for.

/** Tables that lead to the articles with one value: along an index, or by the numbers that another table has. */
export const articleWays: ReadonlyMap<string, string> = new Map([
  ['author', 'articles not indexed'],
  ['publication', 'articles indexed by articles_by_publication'],
  ['language', 'articles indexed by articles_by_language'],
])

// Indexes along orders carry the columns that are compared.

/** The index along articles by their day. */
const byDay = 'articles indexed by articles_by_published'

/** Indexes along the articles of orders of claims. */
export const orderIndexes: Readonly<Record<string, string>> = {
  published: 'articles_oldest',
  '-published': 'articles_newest',
}

/** Articles that are counted one by one, to know whether they are few. */
export const mostArticles = 300

/** How many articles have what a filter wants that an index leads to, up to the most that are few. */
export function countSome(reading: Reading, one: UsedFilter): Promise<number> {
  const { dialect } = reading
  if (one.filter.several) return countFew(reading, severalOf(dialect, one))
  const articles = dialect.along(articleWays.get(one.filter.name)!)
  return countFew(reading, sql`${raw(articles)} where ${toCondition(dialect, one, 'articles')}`)
}

/** How many articles a search finds, up to the most that are few. */
function countHits(reading: Reading, one: UsedFilter): Promise<number> {
  const { lead, leadWords } = reading.dialect
  return countFew(reading, sql`${raw(lead.articles.alone)} where ${leadWords('articles', [wordsOf(one)])!}`)
}

async function countFew(reading: Reading, rows: Sql): Promise<number> {
  const counted = await reading.first<{ count: number }>(
    sql`select count(*) as count from (select 1 from ${rows} limit ${mostArticles}) as few`,
  )
  return counted!.count
}

/** Where a list of articles is read from: along their days, if that is its order, unless a filter leads to few. */
export async function chooseArticles(store: Store, used: readonly UsedFilter[], order: string): Promise<string> {
  // other planners know by themselves
  if (!order.endsWith('published') || store.dialect.engine !== 'sqlite') return 'articles'
  for (const one of used) if (await leadsToFew(store, one)) return 'articles'
  return byDay
}

async function leadsToFew(store: Store, one: UsedFilter): Promise<boolean> {
  const { filter, operator, values } = one
  if (operator !== '') return false
  if (filter.name === 'url') return true
  if (filter.value === 'words') return (await countHits(store, one)) < mostArticles
  const isIndexed = values.length === 1 && articleWays.has(filter.name)
  return isIndexed && (await countSome(store, one)) < mostArticles
}
