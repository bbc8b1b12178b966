import { type RawBuilder, sql } from 'kysely'
import type { Store } from '../store/open.ts'
import { readSequence } from '../store/sequence.ts'
import { runQuery } from './compile.ts'
import type { Condition } from './conditions.ts'
import { decodeCursor, encodeCursor, hashQuery } from './cursor.ts'
import type { SortKey } from './orders.ts'

/** A list of rows in an order: what is read, from where, under which conditions. */
export type ListPlan = {
  readonly operation: string
  readonly columns: string
  readonly from: string
  readonly id: string
  /** A small column of each row, for the time limit to look at. */
  readonly row: string
  /** Column that tells when a row came, for the snapshot; rows that came after the first page stay out of the later ones. */
  readonly sequence?: string
  readonly conditions: readonly Condition[]
  readonly order: readonly SortKey[]
  readonly query: Readonly<Record<string, unknown>>
}

export type Page<Row> = { readonly rows: Row[]; readonly next: string | null }
export type Count = { readonly value: number; readonly relation: 'eq' | 'gte' }

const mostCounted = 10_000

/**
 * One page by keyset: the rows behind the last one's sort values and id, found by seeking in the index.
 * @throws {ProblemError} invalid-cursor
 */
export function readPage<Row extends object>(store: Store, plan: ListPlan): Page<Row> {
  const limit = plan.query.limit as number
  const hash = hashQuery(plan.operation, plan.query)
  const cursor = plan.query.after === undefined ? undefined : decodeCursor(plan.query.after as string, hash)
  const snapshot = cursor?.snapshot ?? readSequence(store)
  // ties go the way of a single column, so that one index serves it in either direction
  const [only, ...others] = plan.order
  const keys = [...plan.order, { column: plan.id, descending: others.length === 0 && only!.descending === true }]
  const conditions = [...plan.conditions]
  if (cursor) {
    const stand = (value: string | number | null, i: number) =>
      value ?? (keys[i]!.descending ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY)
    const values = [...cursor.values.map(stand), cursor.id]
    conditions.push(...notBefore(keys, values), behind(keys, values))
    if (plan.sequence) conditions.push(sql`${sql.raw(plan.sequence)} <= ${snapshot}`)
  }
  const sorted = sql.raw(
    keys.map(({ column, descending }: SortKey) => `${column}${descending ? ' desc' : ''}`).join(', '),
  )
  const values = sql.raw(plan.order.map(({ column }, i) => `${column} as sort_${i}`).join(', '))
  const rows = runQuery<Row & Record<string, string | number>>(
    store,
    sql`select ${sql.raw(plan.columns)}, ${sql.raw(plan.id)} as sort_id, ${values} from ${sql.raw(plan.from)} ${where(conditions, plan.row)} order by ${sorted} limit ${limit + 1}`,
  )
  const more = rows.length > limit
  const page = more ? rows.slice(0, limit) : rows
  const last = page.at(-1)
  const next =
    more && last
      ? encodeCursor({ values: plan.order.map((_, i) => last[`sort_${i}`]!), id: String(last.sort_id), snapshot }, hash)
      : null
  return { rows: page, next }
}

/** How many rows there are in all: exact up to 10,000. */
export function countRows(store: Store, plan: Pick<ListPlan, 'from' | 'row' | 'conditions'>): Count {
  const [row] = runQuery<{ value: number }>(
    store,
    sql`select count(*) as value from (select 1 from ${sql.raw(plan.from)} ${where(plan.conditions, plan.row)} limit ${mostCounted + 1})`,
  )
  const value = row!.value
  return value > mostCounted ? { value: mostCounted, relation: 'gte' } : { value, relation: 'eq' }
}

/** All conditions, and first of all that there is time left. */
export const where = (conditions: readonly Condition[], row: string): RawBuilder<unknown> =>
  sql`where ${sql.join(
    [sql`in_time(${sql.raw(row)})`, ...conditions].map((condition) => sql`(${condition})`),
    sql` and `,
  )}`

/**
 * What follows from lying behind a key for the first column, and for the first two: said by itself, an index can seek it, and whatever the
 * other columns are read from is not read in vain.
 */
function notBefore(keys: readonly SortKey[], values: readonly (string | number)[]): Condition[] {
  const [first, second] = keys
  if (isUniform(keys) || !second) return []
  const compare = ({ column, descending }: SortKey, i: number, orEqual: boolean) =>
    sql`${sql.raw(`${column} ${descending ? '<' : '>'}${orEqual ? '=' : ''}`)} ${values[i]}`
  return [
    compare(first!, 0, true),
    sql`${compare(first!, 0, false)} or (${sql.raw(first!.column)} = ${values[0]} and ${compare(second, 1, true)})`,
  ]
}

const isUniform = (keys: readonly SortKey[]) =>
  keys.every(({ descending }) => Boolean(descending) === Boolean(keys[0]!.descending))

/** Rows behind a key: one row comparison where all columns run the same way, else column by column. */
function behind(keys: readonly SortKey[], values: readonly (string | number)[]): Condition {
  if (isUniform(keys))
    return sql`(${sql.raw(keys.map(({ column }) => column).join(', '))}) ${sql.raw(keys[0]!.descending ? '<' : '>')} (${sql.join(values)})`
  const [first, ...rest] = keys
  const step = sql`${sql.raw(first!.column)} ${sql.raw(first!.descending ? '<' : '>')} ${values[0]}`
  return rest.length
    ? sql`${step} or (${sql.raw(first!.column)} = ${values[0]} and (${behind(rest, values.slice(1))}))`
    : step
}
