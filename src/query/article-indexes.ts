import sql, { raw } from 'sql-template-tag'
import { prepareOnce, type Store } from '../store/open.ts'
import { toCondition, type UsedFilter } from './conditions.ts'

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
  const finds = ({ filter, operator, values }: UsedFilter) =>
    operator === '' && (filter.value === 'words' || filter.name === 'url' || isFew(store, filter.name, values, used))
  return index && !used.some(finds) ? `articles indexed by ${index}` : 'articles'
}

const isFew = (store: Store, name: string, values: UsedFilter['values'], used: readonly UsedFilter[]) =>
  values.length === 1 &&
  articleIndexes[name] !== undefined &&
  countSome(store, used.find(({ filter, operator }) => filter.name === name && operator === '')!) < mostArticles
