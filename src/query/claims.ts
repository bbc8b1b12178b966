import sql, { raw, type Sql } from 'sql-template-tag'
import type { Claim } from '../model/claim/index.ts'
import { ProblemError } from '../model/problem.ts'
import { facetColumns, facetRelations, readCounter, readCounters } from '../store/counters.ts'
import type { Store } from '../store/open.ts'
import { actorClaims, chooseClaims, joinArticles } from './access.ts'
import { type ClaimChoice, type ClaimScope, choose, isType, leadConditions } from './choice.ts'
import { type Condition, matchOf, matchPart, type Query, searchOf, toCondition, type UsedFilter } from './conditions.ts'
import { cells, csvLine } from './csv.ts'
import { readExtras, readNotes } from './extras.ts'
import { findHighlights } from './highlight.ts'
import { articleByArticle, claimOrders, followsWords, type Phase } from './orders.ts'
import { type Count, type ListPlan, readPage, where } from './page.ts'
import { iterateQuery, runQuery } from './run.ts'

/** What of a claim is its own: its words, and what it measures; the rest of its sentence is not. */
const own = '{surface measure}'

/** Whether the full-text index leads to the claims, in the order that it has. */
const leadsByWords = ({ words }: ClaimChoice, order: string) => words.length > 0 && followsWords(order)

function wordConditions({ words }: ClaimChoice, byWords: boolean, match?: Phase['match']): Condition[] {
  if (!byWords) return words.map((one) => toCondition(one, 'claims_text'))
  // a search goes by its words of all kinds together
  return [sql`claims_text match ${match === undefined ? matchOf(words) : matchPart(words, match, own)!}`]
}

/** An order by row numbers, which what leads to the claims has under a name of its own. */
const along = (order: readonly Phase[], column: string): readonly Phase[] =>
  order.map((phase) => ({ ...phase, keys: phase.keys.map((key) => ({ ...key, column })) }))

function planClaims(choice: ClaimChoice): ListPlan {
  const { query, scope, conditions } = choice
  const name = query.order as string
  const byWords = leadsByWords(choice, name)
  // the links of an actor to claims are in the order of the claims
  const byActor = !byWords && choice.words.length === 0 && choice.lead?.outdone === false && name === 'position'
  if (name === 'relevance' && !choice.words.some(({ filter }) => filter.name === 'q'))
    throw new ProblemError('invalid-parameter', '"order=relevance" needs "q".', [
      { parameter: 'order', code: 'needs-q' },
    ])
  return {
    operation: scope.operation + (scope.articleId ?? '') + (scope.actorId ?? ''),
    columns: 'claims.json as json',
    from: (phase) => (byActor ? actorClaims(choice) : chooseClaims(choice, byWords, name, phase)),
    row: 'claims.seq',
    sequence: 'claims.sequence',
    conditions: (phase) => [
      ...wordConditions(choice, byWords, phase?.match),
      ...leadConditions(choice, byActor),
      ...conditions,
    ],
    order: byWords
      ? along(
          claimOrders[name]!.filter(({ match }) => !match || matchPart(choice.words, match, own) !== undefined),
          'claims_text.rowid',
        )
      : byActor
        ? along(claimOrders[name]!, 'claim_actors.claim')
        : choice.byArticles && name === 'position' && !choice.lead && !choice.scope.articleId
          ? articleByArticle
          : claimOrders[name]!,
    query,
  }
}

/** A page of claims as JSON, each as it is stored, with what else the query asks for. */
export async function listClaims(store: Store, query: Query, scope: ClaimScope) {
  const choice = choose(store, query, scope)
  const plan = planClaims(choice)
  const { rows, next } = await readPage<{ json: string }>(store, plan)
  const claims = rows.map(({ json }) => json)
  const defaults = [...(query.section ? [] : ['section is body']), ...(query.review ? [] : ['review is not rejected'])]
  return {
    claims,
    next,
    ...(await readExtras(store, plan, scope.type ? `${scope.type} claims` : 'claims', choice.used, defaults, () =>
      countExactly(store, choice),
    )),
    ...readNotes(store, choice.used, choice.notes, claims.length === 0 && query.after === undefined),
    ...(query.highlight === 'true' && { highlights: highlightsOf(claims, choice.words) }),
  }
}

function highlightsOf(claims: readonly string[], words: readonly UsedFilter[]) {
  const q = words.find(({ filter }) => filter.name === 'q')
  if (!q)
    throw new ProblemError('invalid-parameter', '"highlight" needs "q".', [{ parameter: 'highlight', code: 'needs-q' }])
  const { expression } = searchOf(q)
  return claims
    .map((json) => JSON.parse(json) as Claim)
    .flatMap((claim) => [
      ...findHighlights(claim.surface, expression).map((span) => ({
        id: claim.id,
        field: 'surface' as const,
        ...span,
      })),
      ...findHighlights(claim.sentence.text, expression).map((span) => ({
        id: claim.id,
        field: 'sentence' as const,
        ...span,
      })),
    ])
}

/** The JSON of every claim under the filters, by article and position, read row by row from a connection of its own: see `openSnapshot`. */
export const iterateClaims = (snapshot: Store, query: Query): Generator<[string]> =>
  iterateQuery(snapshot, exported(snapshot, 'claims.json', query))

/** The same as lines of CSV, without their ends. The limit keeps each cell from being worked out again wherever the line uses it. */
export const iterateLines = (snapshot: Store, query: Query): Generator<[string]> =>
  iterateQuery(snapshot, sql`select ${raw(csvLine)} from (${exported(snapshot, cells, query)} limit -1)`)

function exported(snapshot: Store, columns: string, query: Query): Sql {
  const choice = choose(snapshot, query, { operation: 'exportClaims' })
  const byWords = leadsByWords(choice, 'position')
  const from = joinArticles(chooseClaims(choice, byWords, 'position'))
  return sql`select ${raw(`${columns} from ${from}`)} ${where([...wordConditions(choice, byWords), ...leadConditions(choice, false), ...choice.conditions], 'claims.seq')} order by ${raw(byWords ? 'claims_text.rowid' : 'claims.seq')}`
}

export const facetNames = [...Object.keys(facetColumns), ...facetRelations]
const columnOf = (by: string) => (facetColumns as Record<string, string>)[by]

type Counted = { value: string; count: number; name?: string | null }

/** Counts by value under the same filters as a list, the most frequent first; `more` tells that values were cut off. */
export async function countFacets(store: Store, query: Query, scope: ClaimScope) {
  const choice = choose(store, query, scope)
  const limit = query.limit as number
  const facets = []
  for (const by of query.by as string[]) {
    const rows: Counted[] = isCounted(choice)
      ? readCounters(store, by, choice.types[0] ?? '', limit + 1)
      : await runQuery<Counted>(store, countQuery(choice, by, limit + 1))
    facets.push({
      by,
      values: rows.slice(0, limit).map(({ value, count, name }) => ({ value, count, ...(name && { name }) })),
      more: rows.length > limit,
    })
  }
  return {
    facets,
    ...readNotes(
      store,
      choice.used,
      choice.notes,
      facets.every(({ values }) => values.length === 0),
    ),
  }
}

/** Whether the counters, which are kept for the claims of a type or of all, know a choice; some other filters may be left out of account. */
const isCounted = ({ query, scope, types, used }: ClaimChoice, but?: UsedFilter) =>
  !query.section &&
  !query.review &&
  !scope.articleId &&
  !scope.actorId &&
  types.length <= 1 &&
  used.every((one) => one === but || isType(one, types))

/** Whether a filter compares what counters have as it is written: those of articles take other spellings too. */
const isCountedAsWritten = ({ name, column }: UsedFilter['filter']) =>
  columnOf(name) !== undefined && !column?.startsWith('articles.')

/** How many claims there are where a counter knows: all, those of a type, or those of one value besides. */
function countExactly(store: Store, choice: ClaimChoice): Count | undefined {
  const { used, types } = choice
  const [other, ...more] = used.filter((one) => !isType(one, types))
  if (more.length || !isCounted(choice, other)) return undefined
  const type = types[0] ?? ''
  if (!other)
    return {
      value: type
        ? readCounter(store, 'type', '', type)
        : readCounters(store, 'type', '', 100).reduce((sum, { count }) => sum + count, 0),
      relation: 'eq',
    }
  const { filter, operator, values } = other
  const [value] = values as string[]
  const isValue = filter.value === 'actor' ? value!.startsWith('act_') : isCountedAsWritten(filter)
  if (operator !== '' || values.length > 1 || !isValue) return undefined
  const stored = filter.name === 'cue' ? value!.toLowerCase() : value!
  return { value: readCounter(store, filter.name, type, stored), relation: 'eq' }
}

/** `actor` counts every relation once a claim; `source`, `subject` and `attributedTo` their own. */
function countQuery(choice: ClaimChoice, by: string, limit: number): Sql {
  const byWords = leadsByWords(choice, 'position')
  const from = chooseClaims(choice, byWords, 'position')
  const conditions = [...wordConditions(choice, byWords), ...leadConditions(choice, false), ...choice.conditions]
  const column = columnOf(by)
  if (column !== undefined)
    return sql`select ${raw(column)} as value, count(*) as count from ${raw(column.includes('articles.') ? joinArticles(from) : from)} ${where([...conditions, raw(`${column} is not null`)], 'claims.seq')} group by 1 order by 2 desc, 1 limit ${limit}`
  if (by !== 'actor') conditions.push(sql`claim_actors.relation = ${by}`)
  return sql`select claim_actors.actor_id as value, count(distinct claims.seq) as count, (select name from actors where id = claim_actors.actor_id) as name
    from ${raw(from)} cross join claim_actors indexed by claim_actors_by_claim on claim_actors.claim = claims.seq
    ${where(conditions, 'claims.seq')} group by 1 order by 2 desc, 1 limit ${limit}`
}
