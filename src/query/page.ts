import sql, { empty, join, raw, type Sql } from 'sql-template-tag'
import type { Store } from '../store/database.ts'
import type { Dialect } from '../store/dialect.ts'
import type { Condition } from './conditions.ts'
import { type Cursor, decodeCursor, encodeCursor, hashQuery } from './cursor.ts'
import type { Phase, SortKey } from './orders.ts'
import { runQuery } from './run.ts'

/** A list of rows in an order: what is read, from where, under which conditions. */
export type ListPlan = {
  readonly operation: string
  readonly columns: string
  /** Whether `json`, the one column, is only passed on: then the rows may come as few, each of them the bytes of several, with commas between. */
  readonly isPassedOn?: boolean
  /** Tables that the rows of a phase come from; without one, those to count. */
  readonly from: (phase?: Phase) => string
  /** The number of a row, for the time limit to look at. */
  readonly row: string
  /** Column that tells when a row came, for the snapshot; rows that came after the first page stay out of the later ones. */
  readonly sequence?: string
  readonly conditions: (phase?: Phase) => readonly Condition[]
  readonly near?: Near | undefined
  readonly order: readonly Phase[]
  readonly query: Readonly<Record<string, unknown>>
}

/**
 * Rows that are near along an order that goes by other things: those of so many of these, the first behind the cursor. They come before all others, so
 * that a page of them is the page.
 */
export type Near = {
  /** The things, along the index that has their order; their columns that conditions are about; how many. */
  readonly things: string
  readonly name: string
  readonly columns: string
  readonly most: number
  /** The tables that lead from them to the rows, and what holds there. */
  readonly from: string
  readonly conditions: readonly Condition[]
}

export type Page<Row> = { readonly rows: Row[]; readonly next: string | null }
export type Count = { readonly value: number; readonly relation: 'eq' | 'gte' }

/** Rows that are counted one by one. */
export const mostCounted = 1000
/** Claims that are looked at one by one, by facets or for comparisons that have them: of more, the latest stored. Some milliseconds, however many there are. */
export const mostSampled = 5000

/**
 * One page by keyset, phase after phase of its order: the rows behind the last one's keys, found by seeking in the index.
 * @throws {ProblemError} invalid-cursor
 */
export async function readPage<Row extends object>(store: Store, plan: ListPlan): Promise<Page<Row>> {
  const { dialect } = store
  const limit = plan.query.limit as number
  const hash = hashQuery(plan.operation, plan.query)
  const cursor = plan.query.after === undefined ? undefined : decodeCursor(plan.query.after as string, hash, plan.order)
  const snapshot = cursor?.snapshot ?? store.version().sequence
  const parts: { readonly phase: number; readonly part: Part<Row> }[] = []
  let found = 0
  for (let at = cursor?.phase ?? 0; at < plan.order.length && found <= limit; at++) {
    const phase = plan.order[at]!
    const keys = phase.keys.map((key) => (key.caseless ? { ...key, column: dialect.caseless(key.column) } : key))
    const conditions: Condition[] = phase.where === undefined ? [] : [raw(phase.where)]
    const after = at === cursor?.phase ? cursor.values : undefined
    if (after) conditions.push(...reach(phase, after), ...notBefore(keys, after), behind(keys, after))
    if (cursor && plan.sequence) conditions.push(sql`${raw(plan.sequence)} <= ${snapshot}`)
    const names = keys.map((_, i) => `key_${i}`)
    const values = keys.map(({ column }, i) => `${column} as ${names[i]}`).join(', ')
    const sorted = orderOf([...(phase.grouped ? [{ column: phase.grouped.column }] : []), ...keys])
    const wanted = limit + 1 - found
    const read = (tables: Sql, more: readonly Condition[]) =>
      (plan.isPassedOn && dialect.joinRows ? readJoined : readRows)<Row>(
        store,
        sql`select ${raw(`${plan.columns}, ${values}`)} from ${tables} ${where(dialect, [...more, ...conditions], plan.row)} order by ${raw(sorted)} limit ${wanted}`,
        names,
      )
    let part = plan.near && (await read(nearTables(plan.near, keys, after), plan.near.conditions))
    if (!part || part.count < wanted) part = await read(raw(dialect.along(plan.from(phase))), plan.conditions(phase))
    parts.push({ phase: at, part })
    found += part.count
  }
  const rows: Row[] = []
  let left = limit
  let end: Pick<Cursor, 'phase' | 'values'> | undefined
  for (const { phase, part } of parts) {
    const some = Math.min(left, part.count)
    if (some === 0) continue
    rows.push(...part.first(some))
    left -= some
    end = { phase, values: part.keys(some - 1) }
  }
  return { rows, next: found > limit ? encodeCursor({ ...end!, snapshot }, hash) : null }
}

type Value = string | number

/** What was found of a phase: how many rows, the first of them, and the keys of each. */
type Part<Row> = {
  readonly count: number
  readonly first: (some: number) => readonly Row[]
  readonly keys: (at: number) => readonly Value[]
}

async function readRows<Row>(store: Store, query: Sql, keys: readonly string[]): Promise<Part<Row>> {
  const rows = await runQuery<Row & Record<string, Value>>(store, query)
  return {
    count: rows.length,
    first: (some) => rows.slice(0, some),
    keys: (at) => keys.map((key) => rows[at]![key]!),
  }
}

/** Rows that come as one, and are left so: one long text takes the driver less than many short ones. */
async function readJoined<Row>(store: Store, query: Sql, keys: readonly string[]): Promise<Part<Row>> {
  const [one] = await runQuery<{ json: Uint8Array | null; others: string }>(store, store.dialect.joinRows!(query, keys))
  const { json, others } = one!
  const rows = JSON.parse(others) as [number, ...Value[]][]
  return {
    count: rows.length,
    first: (some) => {
      const behind = rows.slice(some).reduce((sum, [length]) => sum + 1 + length, 0)
      return [{ json: json!.subarray(0, json!.length - behind) } as Row]
    },
    keys: (at) => rows[at]!.slice(1) as Value[],
  }
}

const orderOf = (keys: readonly SortKey[]) =>
  keys.map(({ column, descending }) => `${column}${descending ? ' desc' : ''}`).join(', ')

/** @param keys of the rows, the first two of which are those of the things @param after those of the last row of the page before */
function nearTables(
  { things, name, columns, most, from }: Near,
  [first, second]: readonly SortKey[],
  after?: readonly (string | number)[],
): Sql {
  const keys = [first!, second!]
  const reached = after ? sql`where ${atOrBehind(keys, after)}` : empty
  return sql`(select ${raw(columns)} from ${raw(things)} ${reached} order by ${raw(orderOf(keys))} limit ${most}) as ${raw(`${name} ${from}`)}`
}

/** Where two keys are those of the last row, or behind them; an index can seek it. */
function atOrBehind(keys: readonly SortKey[], values: readonly (string | number)[]): Condition {
  if (isUniform(keys))
    return sql`(${raw(keys.map(({ column }) => column).join(', '))}) ${raw(keys[0]!.descending ? '<=' : '>=')} (${join(values.slice(0, 2))})`
  const [first, second] = keys
  const step = ({ column, descending }: SortKey, i: number, orEqual: boolean) =>
    sql`${raw(`${column} ${descending ? '<' : '>'}${orEqual ? '=' : ''}`)} ${values[i]}`
  return sql`${step(first!, 0, true)} and (${step(first!, 0, false)} or ${step(second!, 1, true)})`
}

/** How many rows there are in all: exact up to a thousand. */
export async function countRows(store: Store, plan: Pick<ListPlan, 'from' | 'row' | 'conditions'>): Promise<Count> {
  const { dialect } = store
  const [row] = await runQuery<{ value: number }>(
    store,
    sql`select count(*) as value from (select 1 from ${raw(dialect.along(plan.from()))} ${where(dialect, plan.conditions(), plan.row)} limit ${mostCounted + 1}) as counted`,
  )
  const value = row!.value
  return value > mostCounted ? { value: mostCounted, relation: 'gte' } : { value, relation: 'eq' }
}

/** All conditions, and first of all that there is time left. */
export const where = (dialect: Dialect, conditions: readonly Condition[], row: string): Sql =>
  join([dialect.inTime(row), ...conditions], ') and (', 'where (', ')')

const reach = ({ grouped }: Phase, values: readonly (string | number)[]): Condition[] =>
  grouped ? [sql`${raw(grouped.column)} >= ${grouped.from(values)}`] : []

/** What follows from lying behind a key for the first two columns: said by itself, whatever the other columns are read from is not read in vain. */
const notBefore = (keys: readonly SortKey[], values: readonly (string | number)[]): Condition[] =>
  isUniform(keys) || keys.length < 2 ? [] : [atOrBehind(keys.slice(0, 2), values)]

const isUniform = (keys: readonly SortKey[]) =>
  keys.every(({ descending }) => Boolean(descending) === Boolean(keys[0]!.descending))

/** A number by which full text is sought: FTS5 seeks by integers alone, and the driver of SQLite binds every number as a real one. */
export const wholeNumber = (value: Sql | number | string): Sql => sql`cast(${value} as bigint)`

/** Rows behind a key: one row comparison where all columns run the same way, else column by column. */
function behind(keys: readonly SortKey[], values: readonly (string | number)[]): Condition {
  if (isUniform(keys))
    return sql`(${raw(keys.map(({ column }) => column).join(', '))}) ${raw(keys[0]!.descending ? '<' : '>')} (${join(
      values.map((value, i) => (keys[i]!.column.endsWith('rowid') ? wholeNumber(value) : value)),
    )})`
  const [first, ...rest] = keys
  const step = sql`${raw(`${first!.column} ${first!.descending ? '<' : '>'}`)} ${values[0]}`
  return rest.length
    ? sql`${step} or (${raw(first!.column)} = ${values[0]} and (${behind(rest, values.slice(1))}))`
    : step
}
