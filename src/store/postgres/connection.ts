import driver, { type Sql as Driver } from 'postgres'
import type { Sql } from 'sql-template-tag'
import { ProblemError } from '../../model/problem.ts'
import { translate } from './errors.ts'

// postgres.js: of the drivers the one that takes the least processor time a query.

export type Pool = Driver<Record<string, number>>
/** A pool, or one connection of it. */
export type Asked = Pick<Pool, 'unsafe'>

/** bigint and numeric: all that is stored is below 2^53. */
const asNumber = { to: 20, from: [20, 1700], serialize: String, parse: Number }

/** @param settings of each connection @param onClose called when a connection has closed */
export const openPool = (
  address: string,
  most: number,
  settings: Record<string, string | number>,
  onClose: () => void = () => {},
): Pool =>
  driver(address, {
    max: most,
    connect_timeout: 10,
    idle_timeout: 60,
    // a server that is back is found within a second, however long it was away
    backoff: (retries: number) => Math.min(0.01 * 3 ** retries, 1),
    onnotice: () => {},
    onclose: onClose,
    types: { bigint: asNumber } as never,
    connection: {
      application_name: 'article-facts',
      // plans for short answers: to divide or compile them costs more than it gains
      max_parallel_workers_per_gather: 0,
      jit: 'off',
      // where data lies in memory or on solid disks, a row elsewhere costs little more than the next one: the server's own 4 is for disks that turn,
      // and has it walk past a hundred thousand claims rather than fetch a hundred
      random_page_cost: 1.1,
      ...settings,
    } as never,
  }) as unknown as Pool

/** A NUL, which no text of ours has, is none that PostgreSQL takes, in a value or in a list of them. */
function toParameter(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toParameter)
  return typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value
}

/** Runs a composed query; prepared once a connection and shape. @throws whatever `translate` makes of it */
export async function ask<Row>(asked: Asked, query: Sql): Promise<Row[] & { count: number }> {
  try {
    const rows = await asked.unsafe(query.text, query.values.map(toParameter) as never[], { prepare: true })
    return rows as unknown as Row[] & { count: number }
  } catch (error) {
    throw translate(error)
  }
}

/** Queries that may wait for a connection: more would wait longer than their askers. */
const mostWaiting = 200

/** Lets so many in at a time as have a chance of a connection. */
export function createGate(connections: number): <T>(run: () => Promise<T>) => Promise<T> {
  let inside = 0
  return async (run) => {
    if (inside >= connections + mostWaiting)
      throw new ProblemError('busy', 'Too many queries wait for the database. Try again in a moment.', [], {
        'retry-after': '5',
      })
    inside++
    try {
      return await run()
    } finally {
      inside--
    }
  }
}
