import type { Sql } from 'sql-template-tag'
import type { Reading, Store, Version, Writing } from '../database.ts'
import type { Dialect } from '../dialect.ts'
import { ask, createGate, openPool, type Pool } from './connection.ts'
import { isUnreachable, mayTryAgain } from './errors.ts'
import { createRollUp, pause } from './roll-up.ts'
import { createSlots, type Slot } from './slots.ts'
import { openSnapshot } from './snapshot.ts'
import { readingOf, repeatable, transact, writeOn } from './transact.ts'
import { every, watchVersion } from './version.ts'

/** Connections of a process, for what is asked and for what is written. */
const connections = { reading: 10, writing: 4, snapshots: 8 }
/**
 * A writer that says nothing for so many milliseconds is given up by the server: while it holds its transaction open, nothing later is seen in the feed,
 * and on Citus nothing later is counted.
 */
const silence = { alone: 60_000, spread: 5_000 }

/**
 * Connections for what is asked. Each question is planned for its values: of two words one is in all claims and one in none, and a plan that is kept
 * for any word gathers all that have it.
 */
const openReaders = (address: string, settings: Record<string, number> = {}): Pool =>
  openPool(address, connections.reading, { plan_cache_mode: 'force_custom_plan', ...settings })

/** The waist over a server. @param standbyAddress where reads go while it follows */
export async function createStore(address: string, dialect: Dialect, standbyAddress?: string): Promise<Store> {
  const writers = createSlots(address, dialect, connections.writing, {
    idle_in_transaction_session_timeout: dialect.places ? silence.spread : silence.alone,
    // a machine that is gone says nothing at all
    tcp_keepalives_idle: 30,
    tcp_keepalives_interval: 10,
    tcp_keepalives_count: 3,
  })
  const snapshots = createSlots(address, dialect, connections.snapshots)
  let readers = openReaders(address)
  const enter = createGate(connections.reading)
  const standby =
    standbyAddress === undefined
      ? undefined
      : {
          pool: openReaders(standbyAddress),
          snapshots: createSlots(standbyAddress, dialect, connections.snapshots),
        }
  const watch = await watchVersion((query) => ask(readers, query), standby && ((query) => ask(standby.pool, query)))
  let timer: NodeJS.Timeout | undefined
  let isDeferring = false
  let trailing: NodeJS.Timeout | undefined

  /** Reads from the standby while it follows, else, or where it fails, from the primary. */
  async function readAnywhere<T>(
    onStandby: (there: NonNullable<typeof standby>) => Promise<T>,
    onPrimary: () => Promise<T>,
  ) {
    if (standby && watch.isOnStandby())
      try {
        return await onStandby(standby)
      } catch (error) {
        // what was asked may be in the way of what the standby has to replay
        if (!isUnreachable(error) && !mayTryAgain(error)) throw error
        watch.leaveStandby()
      }
    return onPrimary()
  }
  const readingBy = (run: <Row>(query: Sql) => Promise<Row[]>): Reading => ({
    dialect,
    version: watch.now,
    all: (query) => enter(() => run(query)),
    first: async <Row>(query: Sql) => (await enter(() => run<Row>(query)))[0],
  })
  const reading = readingBy(
    standby
      ? (query) =>
          readAnywhere(
            ({ pool }) => ask(pool, query),
            () => ask(readers, query),
          )
      : (query) => ask(readers, query),
  )
  const latest = readingBy(async (query) => {
    try {
      return await ask(readers, query)
    } catch (error) {
      if (!standby || !isUnreachable(error)) throw error
      return ask(standby.pool, query)
    }
  })
  const inSnapshot = async <T>(run: (connection: Slot, version: Version) => Promise<T>): Promise<T> =>
    readAnywhere(
      (there) => transact(there.snapshots, repeatable, (connection, version) => run(connection, version!), watch.now()),
      () => transact(snapshots, repeatable, (connection, version) => run(connection, version!)),
    )

  const rollUp = createRollUp({ transact: (begin, run) => writeOn(writers, watch, begin, run), reading: latest })

  async function write<T>(run: (tx: Writing) => Promise<T>): Promise<T> {
    const { result, raised } = await writeOn(writers, watch, 'begin', run)
    // what is stored is stored, whatever becomes of what follows: others will see to it
    if (raised) await follow().catch(() => {})
    return result
  }

  async function follow(): Promise<void> {
    if (isDeferring) {
      // and once more behind the last of them
      clearTimeout(trailing)
      trailing = setTimeout(() => rollUp.nowAndThen().catch(() => {}), 2 * pause).unref()
      return rollUp.nowAndThen()
    }
    await rollUp.all()
    await watch.catchUp()
  }

  return {
    ...reading,
    bounded: reading.all,
    write,
    latest,
    ...(standby && { standby: watch.standby }),
    read: (run) => inSnapshot((connection, version) => run({ ...readingOf(connection), version: () => version })),
    snapshot: (limit) =>
      readAnywhere(
        (there) => openSnapshot(there.snapshots, limit, watch.now()),
        () => openSnapshot(snapshots, limit),
      ),
    serve: (limit) => {
      // statement_timeout is each connection's own
      const before = readers
      readers = openReaders(address, { statement_timeout: limit })
      before.end({ timeout: 5 }).catch(() => {})
      if (standby) {
        const beforeThere = standby.pool
        standby.pool = openReaders(standbyAddress!, { statement_timeout: limit })
        beforeThere.end({ timeout: 5 }).catch(() => {})
      }
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
      clearTimeout(trailing)
      if (isDeferring) await rollUp.all(Number.POSITIVE_INFINITY).catch(() => {})
      await Promise.all([
        readers.end({ timeout: 5 }),
        writers.end(),
        snapshots.end(),
        standby?.pool.end({ timeout: 5 }),
        standby?.snapshots.end(),
      ])
    },
  }
}
