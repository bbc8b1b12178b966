import sql, { raw, type Sql } from 'sql-template-tag'
import type { Claim } from '../model/claim/index.ts'
import { ProblemError } from '../model/problem.ts'
import { facetColumns, facetRelations, readCounter, readCounters, readTypeCounters } from '../store/counters.ts'
import type { Reading, Snapshot, Store } from '../store/database.ts'
import type { Dialect } from '../store/dialect.ts'
import { actorClaims, chooseClaims, joinArticles } from './access.ts'
import { type ClaimChoice, type ClaimScope, choose, isType, leadConditions } from './choice.ts'
import { type Condition, type Query, searchOf, toCondition, type UsedFilter, wordsOf } from './conditions.ts'
import { cells, cellsOfLine, type LineParts, lineParts, linesOf } from './csv.ts'
import { toLine, valuesOf } from './csv-lines.ts'
import { readExtras, readNotes } from './extras.ts'
import { findHighlights } from './highlight.ts'
import { along, articleByArticle, claimOrders, followsWords, type Phase } from './orders.ts'
import { type Count, type ListPlan, readPage, where } from './page.ts'
import { iterateQuery, runQuery } from './run.ts'

/** Whether the full-text index leads to the claims, in the order that it has. */
const leadsByWords = ({ words }: ClaimChoice, order: string) => words.length > 0 && followsWords(order)

function wordConditions(
  dialect: Dialect,
  { words }: ClaimChoice,
  byWords: boolean,
  match?: Phase['match'],
): Condition[] {
  if (!byWords) return words.map((one) => toCondition(dialect, one, 'claims'))
  // a search goes by its words of all kinds together
  return [dialect.leadWords('claims', words.map(wordsOf), match)!]
}

function planClaims(dialect: Dialect, choice: ClaimChoice, columns: string): ListPlan {
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
    columns,
    from: (phase) => (byActor ? actorClaims(choice) : chooseClaims(dialect, choice, byWords, name, phase)),
    row: 'claims.seq',
    sequence: 'claims.sequence',
    conditions: (phase) => [
      ...wordConditions(dialect, choice, byWords, phase?.match),
      ...leadConditions(dialect, choice, byActor),
      ...conditions,
    ],
    order: byWords
      ? along(
          claimOrders[name]!.filter(
            ({ match }) => !match || dialect.leadWords('claims', choice.words.map(wordsOf), match) !== undefined,
          ),
          dialect.lead.claims.row,
        )
      : byActor
        ? along(claimOrders[name]!, 'claim_actors.claim')
        : choice.byArticles && name === 'position' && !choice.lead && !choice.scope.articleId
          ? articleByArticle
          : claimOrders[name]!,
    query,
  }
}

/**
 * A page of claims as JSON, each as it is stored, with what else the query asks for.
 * @param isPassedOn whether the claims are sent as they are; then they are in `stored` as bytes and not in `claims`, if the engine has them so and
 * nothing that the query asks for has to look into them
 */
export async function listClaims(store: Store, query: Query, scope: ClaimScope, isPassedOn = false) {
  const { dialect } = store
  const choice = await choose(store, query, scope)
  const looksInto = query.highlight === 'true' || query.fields !== undefined || query.expand !== undefined
  const toBytes = isPassedOn && !looksInto ? dialect.bytes : undefined
  const json = 'claims.json'
  const plan = planClaims(dialect, choice, `${toBytes ? toBytes(json) : json} as json`)
  const { rows, next } = await readPage<{ json: string | Uint8Array }>(store, plan)
  const claims = toBytes ? [] : rows.map((row) => row.json as string)
  const defaults = [...(query.section ? [] : ['section is body']), ...(query.review ? [] : ['review is not rejected'])]
  return {
    claims,
    ...(toBytes && { stored: rows.map((row) => row.json as Uint8Array) }),
    next,
    ...(await readExtras(store, plan, scope.type ? `${scope.type} claims` : 'claims', choice.used, defaults, () =>
      countExactly(store, choice),
    )),
    ...(await readNotes(store, choice.used, choice.notes, rows.length === 0 && query.after === undefined)),
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

/** What is to be said of a query for all claims under its filters. @param isEmpty whether there are none */
export async function notesOf(reading: Reading, query: Query, isEmpty: boolean): Promise<string[]> {
  const { used, notes } = await choose(reading, query, { operation: 'exportClaims' })
  return (await readNotes(reading, used, notes, isEmpty)).notes ?? []
}

/** The JSON of every claim under the filters, by article and position, read by handfuls of rows from one state. */
export async function* iterateClaims(snapshot: Snapshot, query: Query, atOnce: number): AsyncGenerator<string[], void> {
  const rows = await exported(snapshot, raw('claims.json as line'), query)
  for await (const some of iterateQuery<Line>(snapshot, rows, atOnce)) yield some.map(({ line }) => line)
}

/** The same as lines of CSV, without their ends. */
export async function* iterateLines(snapshot: Snapshot, query: Query, atOnce: number): AsyncGenerator<string[], void> {
  if (snapshot.dialect.csv) {
    const rows = linesOf(await exported(snapshot, cellsOfLine, query))
    for await (const some of iterateQuery<Line>(snapshot, rows, atOnce)) yield some.map(({ line }) => line)
    return
  }
  const rows = await exported(snapshot, lineParts, query)
  for await (const some of iterateQuery<LineParts>(snapshot, rows, atOnce))
    yield some.map((row) => toLine(JSON.parse(row.json) as object, row))
}

/** The same as cells by their names in `cells`, which are in the order of `claimColumns`. */
export async function* iterateCells(
  snapshot: Snapshot,
  query: Query,
  atOnce: number,
): AsyncGenerator<Record<string, unknown>[], void, void> {
  if (snapshot.dialect.csv) {
    yield* iterateQuery<Record<string, unknown>>(snapshot, await exported(snapshot, cells, query), atOnce)
    return
  }
  const rows = await exported(snapshot, lineParts, query)
  for await (const some of iterateQuery<LineParts>(snapshot, rows, atOnce))
    yield some.map((row) =>
      Object.fromEntries(valuesOf(JSON.parse(row.json) as object, row).map((value, i) => [`c${i}`, toValue(value)])),
    )
}

/** A value as SQLite takes it out of JSON. */
const toValue = (value: unknown) =>
  typeof value === 'boolean' ? Number(value) : typeof value === 'object' && value ? JSON.stringify(value) : value

type Line = { readonly line: string }

async function exported(reading: Reading, columns: Sql, query: Query): Promise<Sql> {
  const { dialect } = reading
  const choice = await choose(reading, query, { operation: 'exportClaims' })
  const byWords = leadsByWords(choice, 'position')
  const from = dialect.along(joinArticles(chooseClaims(dialect, choice, byWords, 'position')))
  const conditions = [
    ...wordConditions(dialect, choice, byWords),
    ...leadConditions(dialect, choice, false),
    ...choice.conditions,
  ]
  return sql`select ${columns} from ${raw(from)} ${where(dialect, conditions, 'claims.seq')} order by ${raw(byWords ? dialect.lead.claims.row : 'claims.seq')}`
}

export const facetNames = [...Object.keys(facetColumns), ...facetRelations]
const columnOf = (by: string) => (facetColumns as Record<string, string>)[by]

type Counted = { value: string; count: number; name?: string | null }

/** Counts by value under the same filters as a list, the most frequent first; `more` tells that values were cut off. */
export async function countFacets(store: Store, query: Query, scope: ClaimScope) {
  const choice = await choose(store, query, scope)
  const limit = query.limit as number
  const facets = []
  for (const by of query.by as string[]) {
    const rows =
      (await countByCounters(store, choice, by, limit + 1)) ??
      (await runQuery<Counted>(store, countQuery(store.dialect, choice, by, limit + 1)))
    facets.push({
      by,
      values: rows.slice(0, limit).map(({ value, count, name }) => ({ value, count, ...(name && { name }) })),
      more: rows.length > limit,
    })
  }
  return {
    facets,
    ...(await readNotes(
      store,
      choice.used,
      choice.notes,
      facets.every(({ values }) => values.length === 0),
    )),
  }
}

/** The same where the counters know: of all claims or those of a type; and by type, of those of one value besides. */
async function countByCounters(
  store: Store,
  choice: ClaimChoice,
  by: string,
  limit: number,
): Promise<Counted[] | undefined> {
  const { types } = choice
  if (isCounted(choice)) return readCounters(store, by, types[0] ?? '', limit)
  const value = by === 'type' ? countedValue(choice) : undefined
  if (!value) return undefined
  const counts = await readTypeCounters(store, value.facet, value.value)
  return counts.filter((one) => types.length === 0 || types.some((type) => type === one.value)).slice(0, limit)
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
async function countExactly(store: Store, choice: ClaimChoice): Promise<Count | undefined> {
  const { types } = choice
  const type = types[0] ?? ''
  if (isCounted(choice))
    return {
      value: type
        ? await readCounter(store, 'type', '', type)
        : (await readCounters(store, 'type', '', 100)).reduce((sum, { count }) => sum + count, 0),
      relation: 'eq',
    }
  const value = countedValue(choice)
  return value && { value: await readCounter(store, value.facet, type, value.value), relation: 'eq' }
}

/** The one value that claims are to have besides their type, as the counters have it. */
function countedValue(choice: ClaimChoice): { readonly facet: string; readonly value: string } | undefined {
  const { used, types, lead } = choice
  const [other, ...more] = used.filter((one) => !isType(one, types))
  if (!other || more.length || !isCounted(choice, other)) return undefined
  const { filter, operator, values } = other
  if (operator !== '' || values.length > 1) return undefined
  // a name is the actor that alone goes by it
  if (filter.value === 'actor') return lead && { facet: filter.name, value: lead.actorId }
  if (!isCountedAsWritten(filter)) return undefined
  const value = String(values[0])
  return { facet: filter.name, value: filter.name === 'cue' ? value.toLowerCase() : value }
}

/** `actor` counts every relation once a claim; `source`, `subject` and `attributedTo` their own. */
function countQuery(dialect: Dialect, choice: ClaimChoice, by: string, limit: number): Sql {
  const byWords = leadsByWords(choice, 'position')
  const from = chooseClaims(dialect, choice, byWords, 'position')
  const conditions = [
    ...wordConditions(dialect, choice, byWords),
    ...leadConditions(dialect, choice, false),
    ...choice.conditions,
  ]
  const column = columnOf(by)
  if (column !== undefined)
    return sql`select ${raw(column)} as value, count(*) as count from ${raw(dialect.along(column.includes('articles.') ? joinArticles(from) : from))} ${where(dialect, [...conditions, raw(`${column} is not null`)], 'claims.seq')} group by 1 order by 2 desc, 1 limit ${limit}`
  if (by !== 'actor') conditions.push(sql`claim_actors.relation = ${by}`)
  return sql`select claim_actors.actor_id as value, count(distinct claims.seq) as count, (select name from actors where id = claim_actors.actor_id) as name
    from ${raw(dialect.along(`${from} cross join claim_actors indexed by claim_actors_by_claim on claim_actors.claim = claims.seq`))}
    ${where(dialect, conditions, 'claims.seq')} group by 1 order by 2 desc, 1 limit ${limit}`
}
