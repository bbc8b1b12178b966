import sql, { join, raw } from 'sql-template-tag'
import { rulesVersion } from '../model/rules-version.ts'
import type { Store } from '../store/database.ts'
import { type Query, toCondition, usedFilters } from './conditions.ts'
import { articleFilters } from './filters.ts'
import { runQuery } from './run.ts'

/**
 * The numbers of articles to read anew, in the order they were stored in.
 * @param query filters of the list of articles, checked
 * @param every also those that the rules of this program have read already
 */
export async function chooseArticlesToReread(store: Store, query: Query, every: boolean): Promise<number[]> {
  const conditions = usedFilters(articleFilters, query).map((one) => toCondition(store.dialect, one, 'articles'))
  if (!every) conditions.push(sql`articles.seq not in (select article from readings where rules = ${rulesVersion()})`)
  const where = conditions.length ? sql`where ${join(conditions, ' and ')}` : raw('')
  const rows = await runQuery<{ seq: number }>(store, sql`select seq from articles ${where} order by seq`)
  return rows.map(({ seq }) => seq)
}
