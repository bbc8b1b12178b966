import sql, { join, raw, type Sql } from 'sql-template-tag'
import type { Store } from '../store/database.ts'
import type { Dialect } from '../store/dialect.ts'
import type { Condition } from './conditions.ts'
import { decodeCursor, encodeCursor, hashQuery } from './cursor.ts'
import type { Phase, SortKey } from './orders.ts'
import { runQuery } from './run.ts'

/** A list of rows in an order: what is read, from where, under which conditions. */
export type ListPlan = {
  readonly operation: string
  readonly columns: string
  /** Tables that the rows of a phase come from; without one, those to count. */
  readonly from: (phase?: Phase) => string
  /** The number of a row, for the time limit to look at. */
  readonly row: string
  /** Column that tells when a row came, for the snapshot; rows that came after the first page stay out of the later ones. */
  readonly sequence?: string
  readonly conditions: (phase?: Phase) => readonly Condition[]
  readonly order: readonly Phase[]
  readonly query: Readonly<Record<string, unknown>>
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
  const page: (Row & Record<string, string | number>)[] = []
  let last: number[] = []
  for (let at = cursor?.phase ?? 0; at < plan.order.length && page.length <= limit; at++) {
    const phase = plan.order[at]!
    const keys = phase.keys.map((key) => (key.caseless ? { ...key, column: dialect.caseless(key.column) } : key))
    const conditions = [...plan.conditions(phase)]
    if (phase.where !== undefined) conditions.push(raw(phase.where))
    if (at === cursor?.phase)
      conditions.push(...reach(phase, cursor.values), ...notBefore(keys, cursor.values), behind(keys, cursor.values))
    if (cursor && plan.sequence) conditions.push(sql`${raw(plan.sequence)} <= ${snapshot}`)
    const values = keys.map(({ column }, i) => `${column} as key_${i}`).join(', ')
    const sorted = [...(phase.grouped ? [{ column: phase.grouped.column, descending: false }] : []), ...keys]
      .map(({ column, descending }) => `${column}${descending ? ' desc' : ''}`)
      .join(', ')
    const rows = await runQuery<Row & Record<string, string | number>>(
      store,
      sql`select ${raw(`${plan.columns}, ${values} from ${dialect.along(plan.from(phase))}`)} ${where(dialect, conditions, plan.row)} order by ${raw(sorted)} limit ${limit + 1 - page.length}`,
    )
    page.push(...rows)
    last = [...last, ...rows.map(() => at)]
  }
  if (page.length <= limit) return { rows: page, next: null }
  page.length = limit
  const end = page.at(-1)!
  const phase = last[limit - 1]!
  const values = plan.order[phase]!.keys.map((_, i) => end[`key_${i}`]!)
  return { rows: page, next: encodeCursor({ phase, values, snapshot }, hash) }
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
  sql`where ${join([dialect.inTime(row), ...conditions.map((condition) => sql`(${condition})`)], ' and ')}`

const reach = ({ grouped }: Phase, values: readonly (string | number)[]): Condition[] =>
  grouped ? [sql`${raw(grouped.column)} >= ${grouped.from(values)}`] : []

/**
 * What follows from lying behind a key for the first column, and for the first two: said by itself, an index can seek it, and whatever the
 * other columns are read from is not read in vain.
 */
function notBefore(keys: readonly SortKey[], values: readonly (string | number)[]): Condition[] {
  const [first, second] = keys
  if (isUniform(keys) || !second) return []
  const compare = ({ column, descending }: SortKey, i: number, orEqual: boolean) =>
    sql`${raw(`${column} ${descending ? '<' : '>'}${orEqual ? '=' : ''}`)} ${values[i]}`
  return [
    compare(first!, 0, true),
    sql`${compare(first!, 0, false)} or (${raw(first!.column)} = ${values[0]} and ${compare(second, 1, true)})`,
  ]
}

const isUniform = (keys: readonly SortKey[]) =>
  keys.every(({ descending }) => Boolean(descending) === Boolean(keys[0]!.descending))

/** Rows behind a key: one row comparison where all columns run the same way, else column by column. */
function behind(keys: readonly SortKey[], values: readonly (string | number)[]): Condition {
  if (isUniform(keys))
    return sql`(${raw(keys.map(({ column }) => column).join(', '))}) ${raw(keys[0]!.descending ? '<' : '>')} (${join(values)})`
  const [first, ...rest] = keys
  const step = sql`${raw(`${first!.column} ${first!.descending ? '<' : '>'}`)} ${values[0]}`
  return rest.length
    ? sql`${step} or (${raw(first!.column)} = ${values[0]} and (${behind(rest, values.slice(1))}))`
    : step
}
