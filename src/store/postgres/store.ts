import sql, { raw, type Sql } from 'sql-template-tag'
import type { Reading, Snapshot, Store, Version, Writing } from '../database.ts'
import { ask, createGate, openPool } from './connection.ts'
import { postgres } from './dialect.ts'
import { isUnreachable, mayTryAgain } from './errors.ts'
import { createRollUp } from './roll-up.ts'
import { createSlots, type Slot, type Slots } from './slots.ts'
import { every, readVersion, type VersionWatch, watchVersion } from './version.ts'

/** Connections of a process, for what is asked and for what is written. */
const connections = { reading: 10, writing: 4, snapshots: 8 }
/** Times that a transaction is tried when another was in its way. */
const tries = 8
/** A writer that says nothing for so many milliseconds is given up by the server: while it holds its transaction open, nothing later is seen in the feed. */
const silence = 60_000

/** The waist over a server. */
export async function createStore(address: string): Promise<Store> {
  const writers = createSlots(address, connections.writing, {
    idle_in_transaction_session_timeout: silence,
    // a machine that is gone says nothing at all
    tcp_keepalives_idle: 30,
    tcp_keepalives_interval: 10,
    tcp_keepalives_count: 3,
  })
  const snapshots = createSlots(address, connections.snapshots)
  let readers = openPool(address, connections.reading, {})
  const enter = createGate(connections.reading)
  const watch = await watchVersion((query) => ask(readers, query))
  let timer: NodeJS.Timeout | undefined
  let isDeferring = false

  const reading: Reading = {
    dialect: postgres,
    version: watch.now,
    all: (query) => enter(() => ask(readers, query)),
    first: async <Row>(query: Sql) => (await enter(() => ask<Row>(readers, query)))[0],
  }

  const rollUp = createRollUp({ transact: (begin, run) => writeOn(writers, watch, begin, run), reading })

  async function write<T>(run: (tx: Writing) => Promise<T>): Promise<T> {
    const { result, raised } = await writeOn(writers, watch, 'begin', run)
    // what is stored is stored, whatever becomes of what follows: others will see to it
    if (raised) await follow().catch(() => {})
    return result
  }

  async function follow(): Promise<void> {
    if (isDeferring) return rollUp.nowAndThen()
    await rollUp.all()
    await watch.catchUp()
  }

  return {
    ...reading,
    bounded: reading.all,
    write,
    read: (run) =>
      transact(snapshots, repeatable, (connection, version) =>
        run({ ...readingOf(connection), version: () => version! }),
      ),
    snapshot: (limit) => openSnapshot(snapshots, limit),
    serve: (limit) => {
      // statement_timeout is each connection's own
      const before = readers
      readers = openPool(address, connections.reading, { statement_timeout: limit })
      before.end({ timeout: 5 }).catch(() => {})
      timer ??= setInterval(() => {
        watch.look().catch(() => {})
        rollUp.nowAndThen().catch(() => {})
      }, every).unref()
    },
    stopServing: async () => {
      clearInterval(timer)
      timer = undefined
    },
    refresh: watch.catchUp,
    defer: () => {
      isDeferring = true
    },
    findDamage: async () => [],
    explainDamage: () => undefined,
    close: async () => {
      clearInterval(timer)
      if (isDeferring) await rollUp.all(Number.POSITIVE_INFINITY).catch(() => {})
      await Promise.all([readers.end({ timeout: 5 }), writers.end(), snapshots.end()])
    },
  }
}

/** Runs a transaction, again where another was in its way. */
async function writeOn<T>(
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

const readingOf = (slot: Slot): Omit<Reading, 'version'> => ({
  dialect: postgres,
  all: (query) => slot.ask(query),
  first: async <Row>(query: Sql) => (await slot.ask<Row>(query))[0],
})

function writingOf(slot: Slot, version: () => Version, onRaise: () => void): Writing {
  let isRaised = false
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
      // the lock that the first number takes is held until the end: it is before all the others
      const take = isRaised ? raw(`nextval('data_versions')`) : raw('take_version()')
      isRaised = true
      const [row] = await slot.ask<{ value: number }>(sql`select ${take} as value`)
      return row!.value
    },
  }
}

/** Everything or nothing on one connection. */
async function transact<T>(
  slots: Slots,
  begin: string,
  run: (connection: Slot, version: Version | undefined) => Promise<T>,
): Promise<T> {
  const { connection, version } = await beginOn(slots, begin)
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

/** Everything as of one moment. The version is asked before: what has ended by then is a part of it. */
const repeatable = 'begin isolation level repeatable read read only'

/** A connection with a transaction that has begun; one that had gone unnoticed is passed over. */
async function beginOn(slots: Slots, begin: string): Promise<{ connection: Slot; version: Version | undefined }> {
  for (let left = 2; ; left--) {
    let connection: Slot | undefined
    try {
      connection = await slots.take()
      const version = begin === repeatable ? (await readVersion(connection.ask)).version : undefined
      await connection.ask(raw(begin))
      return { connection, version }
    } catch (error) {
      connection?.release()
      if (left === 0 || !isUnreachable(error)) throw error
    }
  }
}

async function openSnapshot(slots: Slots, limit: number): Promise<Snapshot> {
  const { connection, version } = await beginOn(slots, repeatable)
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
