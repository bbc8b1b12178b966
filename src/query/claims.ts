import { sql } from 'kysely'
import type { Claim, ClaimType } from '../model/claim/index.ts'
import { ProblemError } from '../model/problem.ts'
import type { Store } from '../store/open.ts'
import { checkClaimQuery } from './check.ts'
import { iterateQuery, runQuery } from './compile.ts'
import { type Condition, type Query, toCondition, type UsedFilter, usedFilters } from './conditions.ts'
import { cells, csvLine } from './csv-line.ts'
import { readExtras } from './extras.ts'
import { filtersOf } from './filters.ts'
import { followsArticles, orderOfClaims } from './orders.ts'
import { type ListPlan, readPage, where } from './page.ts'
import { findHighlights, parseSearch } from './search.ts'

/** Which claims a list is about before any filter: all, one type, those of an article, those that have to do with an actor. */
export type ClaimScope = {
  readonly operation: string
  readonly type?: ClaimType
  readonly articleId?: string
  readonly actorId?: string
  readonly relations?: readonly string[]
}

const from = 'claims join articles on articles.seq = claims.article'
/** For orders that follow the articles, unless a filter finds its few claims by itself. */
const fromArticles = 'articles cross join claims on claims.article = articles.seq'
const finds = new Set(['words', 'actor'])

/** `any`, of the two filters that leave something out when they are not given. */
const takesAll = ({ filter, values }: UsedFilter) =>
  (filter.name === 'section' || filter.name === 'review') && values.includes('any')

/** The filter that is said already by the one type there is. */
const isType = ({ filter, operator }: UsedFilter, types: readonly ClaimType[]) =>
  filter.name === 'type' && operator === '' && types.length === 1

function planConditions(query: Query, scope: ClaimScope) {
  const used = usedFilters(filtersOf(scope.type), query)
  const types = scope.type ? [scope.type] : ((query.type ?? []) as ClaimType[])
  checkClaimQuery(query, used, types)
  const conditions: Condition[] = []
  // written out, not bound: the indexes of one type are used for a type that is known
  if (types.length === 1) conditions.push(sql`claims.type = ${sql.lit(types[0])}`)
  if (scope.articleId) conditions.push(sql`articles.id = ${scope.articleId}`)
  if (scope.actorId)
    conditions.push(
      sql`claims.seq in (select claim from claim_actors where actor_id = ${scope.actorId} and relation in (${sql.join([...scope.relations!])}))`,
    )
  if (!query.section) conditions.push(sql`claims.section = 'body'`)
  if (!query.review) conditions.push(sql`claims.rejected = 0`)
  for (const one of used) if (!takesAll(one) && !isType(one, types)) conditions.push(toCondition(one, 'claims_text'))
  return {
    used,
    conditions,
    defaults: [...(query.section ? [] : ['section is body']), ...(query.review ? [] : ['review is not rejected'])],
  }
}

/** A page of claims, with what else the query asks for. */
export function listClaims(store: Store, query: Query, scope: ClaimScope) {
  const { used, conditions, defaults } = planConditions(query, scope)
  const plan: ListPlan = {
    operation: scope.operation + (scope.articleId ?? '') + (scope.actorId ?? ''),
    columns: 'claims.json as json',
    from:
      followsArticles(query.order as string) && !used.some(({ filter }) => finds.has(filter.value)) && !scope.actorId
        ? fromArticles
        : from,
    id: 'claims.id',
    row: 'claims.seq',
    sequence: 'claims.sequence',
    conditions,
    order: orderOfClaims(query),
    query,
  }
  const { rows, next } = readPage<{ json: string }>(store, plan)
  const claims = rows.map((row) => JSON.parse(row.json) as Claim)
  return {
    claims,
    next,
    ...readExtras(store, plan, scope.type ? `${scope.type} claims` : 'claims', used, defaults),
    ...(query.highlight === 'true' && { highlights: highlightsOf(claims, query.q as string | undefined) }),
  }
}

function highlightsOf(claims: readonly Claim[], q: string | undefined) {
  if (q === undefined)
    throw new ProblemError('invalid-parameter', '"highlight" marks the words of "q": give both.', [
      { parameter: 'highlight', code: 'needs-q' },
    ])
  const terms = parseSearch('q', q)
  return claims.flatMap((claim) => [
    ...findHighlights(claim.surface, terms).map((span) => ({ id: claim.id, field: 'surface' as const, ...span })),
    ...findHighlights(claim.sentence.text, terms).map((span) => ({
      id: claim.id,
      field: 'sentence' as const,
      ...span,
    })),
  ])
}

/** The JSON of every claim under the filters, by article and position, read row by row from a connection of its own: see `openSnapshot`. */
export const iterateClaims = (snapshot: Store, query: Query): Generator<[string]> =>
  iterateQuery(snapshot, exported('claims.json', query))

/** The same as lines of CSV, without their ends. The limit keeps each cell from being worked out again wherever the line uses it. */
export const iterateLines = (snapshot: Store, query: Query): Generator<[string]> =>
  iterateQuery(snapshot, sql`select ${sql.raw(csvLine)} from (${exported(cells, query)} limit -1)`)

const exported = (columns: string, query: Query) =>
  sql`select ${sql.raw(columns)} from ${sql.raw(from)} ${where(planConditions(query, { operation: 'exportClaims' }).conditions, 'claims.seq')}
      order by claims.article, claims.start_at, claims.end_at desc, claims.id`

/** What claims can be counted by: a column, or the actors they have to do with. */
const facetColumns: Record<string, string> = {
  type: 'claims.type',
  kind: 'claims.kind',
  section: 'claims.section',
  unit: 'claims.unit',
  currency: 'claims.currency',
  change: 'claims.change',
  modifier: 'claims.modifier',
  cue: 'lower(claims.cue)',
  review: 'claims.review',
  extractor: 'claims.extractor',
  article: 'articles.id',
  year: 'substr(claims.from_day, 1, 4)',
}
export const facetNames = [...Object.keys(facetColumns), 'actor', 'source', 'subject']

/** Counts by value under the same filters as a list, the most frequent first; `more` tells that values were cut off. */
export function countFacets(store: Store, query: Query, scope: ClaimScope) {
  const { conditions } = planConditions(query, scope)
  const limit = query.limit as number
  return (query.by as string[]).map((by) => {
    const rows = runQuery<{ value: string; count: number; name?: string | null }>(
      store,
      facetColumns[by] ? byColumn(facetColumns[by], conditions, limit) : byActor(by, conditions, limit),
    )
    return {
      by,
      values: rows.slice(0, limit).map(({ value, count, name }) => ({ value, count, ...(name && { name }) })),
      more: rows.length > limit,
    }
  })
}

const byColumn = (column: string, conditions: readonly Condition[], limit: number) =>
  sql`select ${sql.raw(column)} as value, count(*) as count from ${sql.raw(from)} ${where([...conditions, sql`${sql.raw(column)} is not null`], 'claims.seq')} group by 1 order by 2 desc, 1 limit ${limit + 1}`

/** `actor` counts every relation once a claim; `source` and `subject` their own. */
const byActor = (by: string, conditions: readonly Condition[], limit: number) =>
  sql`select claim_actors.actor_id as value, count(distinct claims.seq) as count, actors.name as name
      from ${sql.raw(from)} join claim_actors on claim_actors.claim = claims.seq left join actors on actors.id = claim_actors.actor_id
      ${where(by === 'actor' ? conditions : [...conditions, sql`claim_actors.relation = ${by}`], 'claims.seq')} group by 1 order by 2 desc, 1 limit ${limit + 1}`
