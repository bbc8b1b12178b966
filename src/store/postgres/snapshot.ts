import sql, { raw, type Sql } from 'sql-template-tag'
import type { Snapshot, Version } from '../database.ts'
import type { Slot, Slots } from './slots.ts'
import { beginOn, readingOf, repeatable } from './transact.ts'

/** The data as of one moment, on a connection of its own. @param known a version that a standby has */
export async function openSnapshot(slots: Slots, limit: number, known?: Version): Promise<Snapshot> {
  const { connection, version } = await beginOn(slots, repeatable, known)
  let isOpen = true
  const close = async () => {
    if (!isOpen) return
    isOpen = false
    await connection.ask(raw('rollback')).catch(() => {})
    connection.release()
  }
  try {
    await connection.ask(raw(`set local statement_timeout = ${Math.round(limit)}`))
    return {
      ...readingOf(connection),
      version: () => version!,
      each: (query, atOnce) => iterate(connection, query, atOnce),
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** Rows by a cursor of the server: each handful is a statement with the time limit of its own. */
async function* iterate<Row>(connection: Slot, query: Sql, atOnce: number): AsyncGenerator<Row[], void, void> {
  // the planner is told that all rows are wanted
  await connection.ask(raw('set local cursor_tuple_fraction = 1'))
  await connection.ask(sql`declare rows no scroll cursor for ${query}`)
  try {
    for (;;) {
      const rows = await connection.ask<Row>(raw(`fetch ${atOnce} from rows`))
      if (rows.length) yield [...rows]
      if (rows.length < atOnce) return
    }
  } finally {
    await connection.ask(raw('close rows')).catch(() => {})
  }
}
