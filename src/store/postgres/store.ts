import sql, { raw, type Sql } from 'sql-template-tag'
import type { Reading, Snapshot, Store, Version, Writing } from '../database.ts'
import { ask, createGate, openPool } from './connection.ts'
import { postgres } from './dialect.ts'
import { isUnreachable, mayTryAgain } from './errors.ts'
import { createSlots, type Slot, type Slots } from './slots.ts'

/** Connections of a process, for what is asked and for what is written. */
const connections = { reading: 10, writing: 4, snapshots: 8 }
/** Milliseconds between two looks at what others have written. */
const every = 250
/** Times that a transaction is tried when another was in its way. */
const tries = 8

/** The waist over a server. */
export async function createStore(address: string): Promise<Store> {
  const writers = createSlots(address, connections.writing)
  const snapshots = createSlots(address, connections.snapshots)
  let readers = openPool(address, connections.reading, {})
  const enter = createGate(connections.reading)
  const askReaders = <Row>(query: Sql) => ask<Row>(readers, query)
  let version = await readVersion(askReaders)
  let timer: NodeJS.Timeout | undefined
  const refresh = async () => {
    version = later(version, await readVersion(askReaders))
  }

  const reading: Reading = {
    dialect: postgres,
    version: () => version,
    all: (query) => enter(() => ask(readers, query)),
    first: async <Row>(query: Sql) => (await enter(() => ask<Row>(readers, query)))[0],
  }

  async function write<T>(run: (tx: Writing) => Promise<T>): Promise<T> {
    for (let left = tries; ; left--)
      try {
        const { result, raised } = await transact(writers, 'begin', async (connection) => {
          let isRaised = false
          const tx = writingOf(
            connection,
            () => version,
            () => {
              isRaised = true
            },
          )
          return { result: await run(tx), raised: isRaised }
        })
        if (raised) await refresh()
        return result
      } catch (error) {
        if (left === 1 || !mayTryAgain(error)) throw error
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * (tries - left + 1)))
      }
  }

  return {
    ...reading,
    bounded: reading.all,
    write,
    read: (run) =>
      transact(snapshots, 'begin isolation level repeatable read read only', async (connection) => {
        const seen = await readVersion(connection.ask)
        return run({ ...readingOf(connection), version: () => seen })
      }),
    snapshot: (limit) => openSnapshot(snapshots, limit),
    serve: (limit) => {
      // statement_timeout is each connection's own
      const before = readers
      readers = openPool(address, connections.reading, { statement_timeout: limit })
      before.end({ timeout: 5 }).catch(() => {})
      timer ??= setInterval(() => refresh().catch(() => {}), every).unref()
    },
    stopServing: async () => {
      clearInterval(timer)
      timer = undefined
    },
    refresh,
    findDamage: async () => [],
    explainDamage: () => undefined,
    close: async () => {
      clearInterval(timer)
      await Promise.all([readers.end({ timeout: 5 }), writers.end(), snapshots.end()])
    },
  }
}

const readingOf = (slot: Slot): Omit<Reading, 'version'> => ({
  dialect: postgres,
  all: (query) => slot.ask(query),
  first: async <Row>(query: Sql) => (await slot.ask<Row>(query))[0],
})

function writingOf(slot: Slot, version: () => Version, onRaise: () => void): Writing {
  return {
    ...readingOf(slot),
    version,
    run: async (statement) => (await slot.ask(statement)).count,
    insert: async (table, rows, onConflict = '') => {
      if (!rows.length) return
      const columns = raw(Object.keys(rows[0]!).join(', '))
      await slot.ask(
        sql`insert into ${raw(table)} (${columns}) select ${columns} from json_populate_recordset(null::${raw(table)}, ${JSON.stringify(rows)}::text::json) ${raw(onConflict)}`,
      )
    },
    raise: async () => {
      onRaise()
      // the row stays locked until the end: whoever writes waits, so that versions are committed in their order
      const [row] = await slot.ask<{ value: number }>(
        sql`update state set value = value + 1 where name = 'sequence' returning value`,
      )
      return row!.value
    },
  }
}

async function readVersion(asked: Slot['ask']): Promise<Version> {
  const rows = await asked<{ name: string; value: number }>(
    sql`select name, value from state where name in ('identity', 'sequence')`,
  )
  const stateOf = (wanted: string) => rows.find(({ name }) => name === wanted)!.value
  return { identity: stateOf('identity'), sequence: stateOf('sequence') }
}

/** Answers may overtake each other. */
const later = (one: Version, other: Version): Version =>
  one.identity === other.identity && one.sequence > other.sequence ? one : other

/** Everything or nothing on one connection. */
async function transact<T>(slots: Slots, begin: string, run: (connection: Slot) => Promise<T>): Promise<T> {
  const connection = await beginOn(slots, begin)
  try {
    const result = await run(connection)
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

/** A connection with a transaction that has begun; one that had gone unnoticed is passed over. */
async function beginOn(slots: Slots, begin: string): Promise<Slot> {
  for (let left = 2; ; left--) {
    let connection: Slot | undefined
    try {
      connection = await slots.take()
      await connection.ask(raw(begin))
      return connection
    } catch (error) {
      connection?.release()
      if (left === 0 || !isUnreachable(error)) throw error
    }
  }
}

async function openSnapshot(slots: Slots, limit: number): Promise<Snapshot> {
  const connection = await beginOn(slots, 'begin isolation level repeatable read read only')
  let isOpen = true
  const close = async () => {
    if (!isOpen) return
    isOpen = false
    await connection.ask(raw('rollback')).catch(() => {})
    connection.release()
  }
  try {
    await connection.ask(raw(`set local statement_timeout = ${Math.round(limit)}`))
    const version = await readVersion(connection.ask)
    return {
      ...readingOf(connection),
      version: () => version,
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
