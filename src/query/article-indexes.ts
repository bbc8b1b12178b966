import sql, { raw } from 'sql-template-tag'
import { prepareOnce, type Store } from '../store/open.ts'
import { matchOf, toCondition, type UsedFilter } from './conditions.ts'

// The ways to articles by what is known of them. Few are found by that and sorted; many are met soon along the order that is asked for.

/** Indexes that lead to the articles with one value. */
export const articleIndexes: Readonly<Record<string, string>> = {
  author: 'articles_by_author',
  publication: 'articles_by_publication',
  language: 'articles_by_language',
}

/** Indexes along orders of articles. They carry the columns that are compared. */
export const orderIndexes: Readonly<Record<string, string>> = {
  published: 'articles_oldest',
  '-published': 'articles_newest',
}

/** Articles that are counted one by one, to know whether they are few. */
export const mostArticles = 300

/** How many articles have the one value of a filter that an index leads to, up to the most that are few. */
export function countSome(store: Store, one: UsedFilter): number {
  const index = raw(articleIndexes[one.filter.name]!)
  const { sql: text, values } =
    sql`select count(*) from (select 1 from articles indexed by ${index} where ${toCondition(one, 'articles_text')} limit ${mostArticles})`
  return prepareOnce<unknown[], number>(store, text)
    .pluck()
    .get(...values) as number
}

/** Where a list of articles is read from: along its order, unless a filter leads to few. */
export function chooseArticles(store: Store, used: readonly UsedFilter[], order: string): string {
  const index = orderIndexes[order]
  return index && !used.some((one) => leadsToFew(store, one)) ? `articles indexed by ${index}` : 'articles'
}

function leadsToFew(store: Store, one: UsedFilter): boolean {
  const { filter, operator, values } = one
  if (operator !== '') return false
  if (filter.name === 'url') return true
  if (filter.value === 'words') return countHits(store, one) < mostArticles
  return values.length === 1 && articleIndexes[filter.name] !== undefined && countSome(store, one) < mostArticles
}

/** How many articles a search finds, up to the most that are few. */
const countHits = (store: Store, one: UsedFilter): number =>
  prepareOnce<[string, number], number>(
    store,
    'select count(*) from (select 1 from articles_text where articles_text match ? limit ?)',
  )
    .pluck()
    .get(matchOf([one]), mostArticles) as number
