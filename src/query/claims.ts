import sql, { raw, type Sql } from 'sql-template-tag'
import type { Claim } from '../model/claim/index.ts'
import { ProblemError } from '../model/problem.ts'
import type { Reading, Snapshot, Store } from '../store/database.ts'
import type { Dialect } from '../store/dialect.ts'
import { actorClaims, chooseClaims, isByDay, joinArticles } from './access.ts'
import { orderIndexes } from './article-indexes.ts'
import { type ClaimChoice, type ClaimScope, choose, haveOrder, leadConditions } from './choice.ts'
import { type Condition, lastDay, type Query, searchOf, type UsedFilter, wordsOf } from './conditions.ts'
import { countExactly } from './counted.ts'
import { cells, cellsOfLine, type LineParts, lineParts, linesOf } from './csv.ts'
import { toLine, valuesOf } from './csv-lines.ts'
import { readExtras, readNotes } from './extras.ts'
import { findHighlights } from './highlight.ts'
import { along, alongLinks, articleByArticle, claimOrders, type Phase } from './orders.ts'
import { type ListPlan, type Near, readPage, where } from './page.ts'
import { iterateQuery } from './run.ts'
import { leadsByWords, wordConditions } from './words.ts'

function planClaims(dialect: Dialect, choice: ClaimChoice, isPassedOn: boolean): ListPlan {
  const { query, scope, conditions } = choice
  const name = query.order as string
  const byWords = leadsByWords(choice, name)
  const byActor =
    !byWords && choice.words.length === 0 && choice.lead?.outdone === false && haveOrder(choice.lead.relations, name)
  if (name === 'relevance' && !choice.words.some(({ filter }) => filter.name === 'q'))
    throw new ProblemError('invalid-parameter', '"order=relevance" needs "q".', [
      { parameter: 'order', code: 'needs-q' },
    ])
  return {
    operation: scope.operation + (scope.articleId ?? '') + (scope.actorId ?? ''),
    columns: 'claims.json as json',
    isPassedOn,
    from: (phase) =>
      byActor ? actorClaims(dialect, choice, phase) : chooseClaims(dialect, choice, byWords, name, phase),
    row: 'claims.seq',
    sequence: 'claims.sequence',
    conditions: (phase) => [
      ...wordConditions(dialect, choice, byWords, phase?.match),
      ...leadConditions(dialect, choice, byActor, byWords),
      ...conditions,
      ...dayConditions(choice, phase),
    ],
    order: byWords
      ? along(
          claimOrders[name]!.filter(
            ({ match }) => !match || dialect.leadWords('claims', choice.words.map(wordsOf), match) !== undefined,
          ),
          dialect.lead.claims.row,
        )
      : byActor
        ? alongLinks(claimOrders[name]!)
        : choice.byArticles && !dialect.places && name === 'position' && !choice.lead && !choice.scope.articleId
          ? articleByArticle
          : claimOrders[name]!,
    near: nearWords(dialect, choice, name),
    query,
  }
}

/** Along an order that follows the articles: those in which a page of what words find is met. */
function nearWords(dialect: Dialect, { near, words, conditions }: ClaimChoice, order: string): Near | undefined {
  if (near === undefined) return undefined
  const { from, row } = dialect.lead.claims
  const end = (which: string) => `(select ${which}(seq) from claims where article = articles.seq)`
  return {
    things: `articles indexed by ${orderIndexes[order]}`,
    name: 'articles',
    columns: 'seq, published_at',
    most: near,
    from: `cross join ${from}`,
    conditions: [
      dialect.leadWords('claims', words.map(wordsOf))!,
      raw(`${row} between ${end('min')} and ${end('max')}`),
      ...conditions,
    ],
  }
}

/** What `to` says of the column that a phase goes along, said by itself: a walk from the latest day on begins there. */
function dayConditions({ used }: ClaimChoice, phase: Phase | undefined): Condition[] {
  if (!isByDay(phase)) return []
  return used.flatMap(({ filter, values }) =>
    filter.value === 'interval' && filter.name === 'to'
      ? sql`${raw(phase!.keys[0]!.column)} <= ${lastDay(String(values[0]))}`
      : [],
  )
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
  const plan = planClaims(dialect, choice, isPassedOn && !looksInto)
  const toBytes = plan.isPassedOn && dialect.joinRows
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
    ...leadConditions(dialect, choice, false, byWords),
    ...choice.conditions,
  ]
  return sql`select ${columns} from ${raw(from)} ${where(dialect, conditions, 'claims.seq')} order by ${raw(byWords ? dialect.lead.claims.row : 'claims.seq')}`
}
