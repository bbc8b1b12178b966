import sql, { join, raw, type Sql } from 'sql-template-tag'
import { readCounter } from '../store/counters.ts'
import type { Store } from '../store/database.ts'
import { chooseClaims } from './access.ts'
import { type ClaimChoice, leadConditions } from './choice.ts'
import { type Condition, toCondition } from './conditions.ts'

/** A filter that fewer claims than this have leads to comparisons by its claims, others are looked at comparison by comparison. */
const few = 2000

/**
 * That one of the claims that are compared is under the filters.
 * @param table of the claims that are compared @param comparisons the table of their comparisons
 */
export async function ofChosen(
  store: Store,
  choice: ClaimChoice,
  table: 'comparables' | 'quotations',
  comparisons: 'comparisons' | 'quote_comparisons',
): Promise<Condition> {
  const { dialect } = store
  const words = choice.words.map((one) => toCondition(dialect, one, 'claims'))
  const isFirst = await leadsToFew(store, choice)
  const conditions = [...words, ...leadConditions(dialect, choice, false, !isFirst), ...choice.conditions]
  const matches = (from: string, more: readonly Sql[] = []): Sql =>
    sql`select ${raw(table)}.comparison from ${raw(dialect.along(from))} where ${join(
      [...more, ...conditions].map((one) => sql`(${one})`),
      ' and ',
    )}`
  return isFirst
    ? sql`${raw(comparisons)}.id in (${matches(`${chooseClaims(dialect, choice, false, 'position')} cross join ${table} on ${table}.claim = claims.seq`)})`
    : sql`exists (${matches(
        `${table} cross join claims on claims.seq = ${table}.claim cross join articles on articles.seq = claims.article`,
        [raw(`${table}.comparison = ${comparisons}.id`)],
      )})`
}

/** Whether the claims that a filter finds lead to comparisons, and not the order of these to one that has such a claim. */
async function leadsToFew(store: Store, { used, lead, fewest }: ClaimChoice): Promise<boolean> {
  // looked at comparison by comparison, the claims of an actor would be gone through for each
  if (lead || (fewest !== undefined && fewest < few)) return true
  for (const { filter, operator, values } of used) {
    if (operator !== '') continue
    if (filter.value === 'article' || filter.value === 'words') return true
    if (filter.name !== 'unit' && filter.name !== 'currency' && filter.name !== 'measureHead') continue
    let sum = 0
    for (const value of values) sum += await readCounter(store, filter.name, 'figure', String(value))
    if (sum < few) return true
  }
  return false
}
