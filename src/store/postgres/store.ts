import sql, { raw, type Sql } from 'sql-template-tag'
import type { Reading, Snapshot, Store, Version, Writing } from '../database.ts'
import { type Asked, ask, createGate, openPool, type Pool } from './connection.ts'
import { postgres } from './dialect.ts'
import { isLost, mayTryAgain, translate } from './errors.ts'

/** Connections of a process, for what is asked and for what is written. */
const connections = { reading: 10, writing: 4 }
/** Milliseconds between two looks at what others have written. */
const every = 250
/** Times that a transaction is tried when another was in its way. */
const tries = 8

/** The waist over a server. */
export async function createStore(address: string): Promise<Store> {
  const writers = openPool(address, connections.writing, {})
  let readers = openPool(address, connections.reading, {})
  const enter = createGate(connections.reading)
  let version = await readVersion(writers)
  let timer: NodeJS.Timeout | undefined
  const refresh = async () => {
    version = later(version, await readVersion(writers))
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
      transact(readers, 'begin isolation level repeatable read read only', async (connection) => {
        const seen = await readVersion(connection)
        return run({ ...readingOf(connection), version: () => seen })
      }),
    snapshot: (limit) => openSnapshot(readers, limit),
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
      await Promise.all([readers.end({ timeout: 5 }), writers.end({ timeout: 5 })])
    },
  }
}

const readingOf = (asked: Asked): Omit<Reading, 'version'> => ({
  dialect: postgres,
  all: (query) => ask(asked, query),
  first: async <Row>(query: Sql) => (await ask<Row>(asked, query))[0],
})

function writingOf(asked: Asked, version: () => Version, onRaise: () => void): Writing {
  return {
    ...readingOf(asked),
    version,
    run: async (statement) => (await ask(asked, statement)).count,
    insert: async (table, rows, onConflict = '') => {
      if (!rows.length) return
      const columns = raw(Object.keys(rows[0]!).join(', '))
      await ask(
        asked,
        sql`insert into ${raw(table)} (${columns}) select ${columns} from json_populate_recordset(null::${raw(table)}, ${JSON.stringify(rows)}::text::json) ${raw(onConflict)}`,
      )
    },
    raise: async () => {
      onRaise()
      // the row stays locked until the end: whoever writes waits, so that versions are committed in their order
      const [row] = await ask<{ value: number }>(
        asked,
        sql`update state set value = value + 1 where name = 'sequence' returning value`,
      )
      return row!.value
    },
  }
}

async function readVersion(asked: Asked): Promise<Version> {
  const rows = await ask<{ name: string; value: number }>(
    asked,
    sql`select name, value from state where name in ('identity', 'sequence')`,
  )
  const stateOf = (wanted: string) => rows.find(({ name }) => name === wanted)!.value
  return { identity: stateOf('identity'), sequence: stateOf('sequence') }
}

/** Answers may overtake each other. */
const later = (one: Version, other: Version): Version =>
  one.identity === other.identity && one.sequence > other.sequence ? one : other

/** Everything or nothing on one connection. */
async function transact<T>(pool: Pool, begin: string, run: (connection: Asked) => Promise<T>): Promise<T> {
  const connection = await reserve(pool)
  try {
    await ask(connection, raw(begin))
    const result = await run(connection)
    await ask(connection, raw('commit'))
    return result
  } catch (error) {
    if (!isLost(error)) await ask(connection, raw('rollback')).catch(() => {})
    throw error
  } finally {
    connection.release()
  }
}

async function reserve(pool: Pool) {
  try {
    return await pool.reserve()
  } catch (error) {
    throw translate(error)
  }
}

async function openSnapshot(pool: Pool, limit: number): Promise<Snapshot> {
  const connection = await reserve(pool)
  let isOpen = true
  const close = async () => {
    if (!isOpen) return
    isOpen = false
    await ask(connection, raw('rollback')).catch(() => {})
    connection.release()
  }
  try {
    await ask(connection, raw('begin isolation level repeatable read read only'))
    await ask(connection, raw(`set local statement_timeout = ${Math.round(limit)}`))
    const version = await readVersion(connection)
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
async function* iterate<Row>(connection: Asked, query: Sql, atOnce: number): AsyncGenerator<Row[], void, void> {
  // the planner is told that all rows are wanted
  await ask(connection, raw('set local cursor_tuple_fraction = 1'))
  await ask(connection, sql`declare rows no scroll cursor for ${query}`)
  try {
    for (;;) {
      const rows = await ask<Row>(connection, raw(`fetch ${atOnce} from rows`))
      if (rows.length) yield [...rows]
      if (rows.length < atOnce) return
    }
  } finally {
    await ask(connection, raw('close rows')).catch(() => {})
  }
}
