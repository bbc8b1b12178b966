import type { Sql } from 'sql-template-tag'
import type { Dialect } from '../dialect.ts'
import { type Asked, ask, openPool, type Pool } from './connection.ts'
import { isUnreachable, lostConnection, translate } from './errors.ts'

// Connections for transactions. A connection that goes in the middle of one must not be written to any more: postgres.js would write to a socket
// that is not there. So each has a pool of its own, which says when it has closed.

/** One connection, for one transaction at a time. */
export type Slot = {
  readonly dialect: Dialect
  readonly ask: <Row>(query: Sql) => Promise<Row[] & { count: number }>
  readonly release: () => void
}
export type Slots = { readonly take: () => Promise<Slot>; readonly end: () => Promise<void> }

type Line = { readonly pool: Pool; closed: number; busy: boolean }

/** @param most transactions at a time; others wait for their turn @param settings of each connection */
export function createSlots(
  address: string,
  dialect: Dialect,
  most: number,
  settings: Record<string, string | number> = {},
): Slots {
  const lines: Line[] = []
  const waiting: (() => void)[] = []

  function open(): Line {
    const line: { pool?: Pool; closed: number; busy: boolean } = { closed: 0, busy: true }
    line.pool = openPool(address, 1, settings, () => {
      line.closed++
    })
    lines.push(line as Line)
    return line as Line
  }

  async function take(): Promise<Slot> {
    for (;;) {
      const free = lines.find(({ busy }) => !busy)
      const line = free ?? (lines.length < most ? open() : undefined)
      if (line) {
        line.busy = true
        return await begin(line)
      }
      await new Promise<void>((resolve) => waiting.push(resolve))
    }
  }

  async function begin(line: Line): Promise<Slot> {
    let isBroken = false
    const release = () => {
      if (isBroken) {
        // nothing more is asked of its pool: it is ended, and another takes its place
        lines.splice(lines.indexOf(line), 1)
        line.pool.end({ timeout: 0 }).catch(() => {})
      }
      line.busy = false
      waiting.shift()?.()
    }
    try {
      const connection = await line.pool.reserve()
      const { closed } = line
      return {
        dialect,
        ask: async (query) => {
          if (isBroken || line.closed !== closed) {
            isBroken = true
            throw lostConnection()
          }
          try {
            return await ask(connection as Asked, query)
          } catch (error) {
            isBroken ||= isUnreachable(error)
            throw error
          }
        },
        release: () => {
          if (line.closed !== closed) isBroken = true
          if (!isBroken) connection.release()
          release()
        },
      }
    } catch (error) {
      isBroken = true
      release()
      throw translate(error)
    }
  }

  return {
    take,
    end: async () => {
      await Promise.all(lines.map(({ pool }) => pool.end({ timeout: 5 })))
    },
  }
}
