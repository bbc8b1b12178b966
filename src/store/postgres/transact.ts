import sql, { raw, type Sql } from 'sql-template-tag'
import type { Reading, Version, Writing } from '../database.ts'
import { isUnreachable, mayTryAgain } from './errors.ts'
import { insertSpread } from './places.ts'
import type { Slot, Slots } from './slots.ts'
import { readVersion, type VersionWatch } from './version.ts'

/** Times that a transaction is tried when another was in its way. */
const tries = 8

/** Runs a transaction, again where another was in its way. */
export async function writeOn<T>(
  writers: Slots,
  { now }: VersionWatch,
  begin: string,
  run: (tx: Writing) => Promise<T>,
): Promise<{ result: T; raised: boolean }> {
  for (let left = tries; ; left--)
    try {
      return await transact(writers, begin, async (connection) => {
        let raised = false
        const tx = writingOf(connection, now, () => {
          raised = true
        })
        return { result: await run(tx), raised }
      })
    } catch (error) {
      if (left === 1 || !mayTryAgain(error)) throw error
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * (tries - left + 1)))
    }
}

export const readingOf = (slot: Slot): Omit<Reading, 'version'> => ({
  dialect: slot.dialect,
  all: (query) => slot.ask(query),
  first: async <Row>(query: Sql) => (await slot.ask<Row>(query))[0],
})

function writingOf(slot: Slot, version: () => Version, onRaise: () => void): Writing {
  let isRaised = false
  const insert: Writing['insert'] = async (table, rows, onConflict = '') => {
    if (!rows.length) return
    const columns = raw(Object.keys(rows[0]!).join(', '))
    await slot.ask(
      sql`insert into ${raw(table)} (${columns}) select ${columns} from json_populate_recordset(null::${raw(table)}, ${JSON.stringify(rows)}::text::json) ${raw(onConflict)}`,
    )
  }
  return {
    ...readingOf(slot),
    version,
    run: async (statement) => (await slot.ask(statement)).count,
    insert: slot.dialect.places ? insertSpread(insert) : insert,
    raise: async () => {
      onRaise()
      // the lock that the first number takes is held until the end: it is before all the others
      const take = isRaised ? raw(`nextval('data_versions')`) : raw('take_version()')
      isRaised = true
      const [row] = await slot.ask<{ value: number }>(sql`select ${take} as value`)
      return row!.value
    },
  }
}

/** Everything or nothing on one connection. */
export async function transact<T>(
  slots: Slots,
  begin: string,
  run: (connection: Slot, version: Version | undefined) => Promise<T>,
  known?: Version,
): Promise<T> {
  const { connection, version } = await beginOn(slots, begin, known)
  try {
    const result = await run(connection, version)
    await connection.ask(raw('commit'))
    return result
  } catch (error) {
    // of a connection that has gone the server has done so already
    await connection.ask(raw('rollback')).catch(() => {})
    throw error
  } finally {
    connection.release()
  }
}

/** Everything as of one moment. The version is asked before: what has ended by then is a part of it. A standby is read as of a version that it is known to have. */
export const repeatable = 'begin isolation level repeatable read read only'

/** A connection with a transaction that has begun; one that had gone unnoticed is passed over. */
export async function beginOn(
  slots: Slots,
  begin: string,
  known?: Version,
): Promise<{ connection: Slot; version: Version | undefined }> {
  for (let left = 2; ; left--) {
    let connection: Slot | undefined
    try {
      connection = await slots.take()
      const version = known ?? (begin === repeatable ? (await readVersion(connection.ask)).version : undefined)
      await connection.ask(raw(begin))
      return { connection, version }
    } catch (error) {
      connection?.release()
      if (left === 0 || !isUnreachable(error)) throw error
    }
  }
}
