import sql, { join } from 'sql-template-tag'
import type { ClaimType } from '../model/claim/index.ts'
import { checkClaimQuery } from './check.ts'
import { type Condition, type Query, toCondition, type UsedFilter, usedFilters } from './conditions.ts'
import { filtersOf } from './filters.ts'

/** Which claims a list is about before any filter: all, one type, those of an article, those that have to do with an actor. */
export type ClaimScope = {
  readonly operation: string
  readonly type?: ClaimType
  readonly articleId?: string
  readonly actorId?: string
  readonly relations?: readonly string[]
}

/** What a request for claims comes to, before any order. */
export type ClaimChoice = {
  readonly query: Query
  readonly scope: ClaimScope
  readonly used: readonly UsedFilter[]
  readonly types: readonly ClaimType[]
  /** All conditions but those on words. */
  readonly conditions: readonly Condition[]
  readonly words: readonly UsedFilter[]
}

/** Whether only claims are wanted that somebody reviewed. */
export function isReviewed(query: Query): boolean {
  const reviews = (query.review ?? []) as string[]
  return reviews.length > 0 && !reviews.includes('none') && !reviews.includes('any')
}

/** `any`, of the two filters that leave something out when they are not given. */
const takesAll = ({ filter, values }: UsedFilter) =>
  (filter.name === 'section' || filter.name === 'review') && values.includes('any')

/** The filter that is said already by the one type there is. */
export const isType = ({ filter, operator }: UsedFilter, types: readonly ClaimType[]) =>
  filter.name === 'type' && operator === '' && types.length === 1

const isWords = ({ filter }: UsedFilter) => filter.value === 'words'

/**
 * The claims that a request is about.
 * @throws {ProblemError} unit-required, filter-mismatch or invalid-parameter
 */
export function choose(query: Query, scope: ClaimScope): ClaimChoice {
  const used = usedFilters(filtersOf(scope.type), query)
  const types = scope.type ? [scope.type] : ((query.type ?? []) as ClaimType[])
  checkClaimQuery(query, used, types)
  const conditions: Condition[] = []
  if (types.length === 1) conditions.push(sql`claims.type = ${types[0]}`)
  if (scope.articleId) conditions.push(sql`claims.article = (select seq from articles where id = ${scope.articleId})`)
  if (scope.actorId)
    conditions.push(
      sql`claims.seq in (select claim from claim_actors where actor_id = ${scope.actorId} and relation in (${join([...scope.relations!])}) and in_time(claim))`,
    )
  if (!query.section) conditions.push(sql`claims.section = 'body'`)
  if (!query.review) conditions.push(sql`claims.rejected = 0`)
  // said, so that the index of reviewed claims may be used
  if (isReviewed(query)) conditions.push(sql`claims.review <> 'none'`)
  for (const one of used)
    if (!takesAll(one) && !isType(one, types) && !(isWords(one) && one.operator === ''))
      conditions.push(toCondition(one, 'claims_text'))
  return { query, scope, used, types, conditions, words: used.filter((one) => isWords(one) && one.operator === '') }
}
