import type { Sql } from 'sql-template-tag'
import { QueryTimeout, type Reading, type Store, type Writing } from '../database.ts'
import { sqlite } from './dialect.ts'
import { explainDamage, findDamage } from './integrity.ts'
import { closeReaders, openReaders, readersOf } from './readers.ts'
import { openSnapshot } from './snapshot.ts'
import { prepareOnce, type Sqlite, textOf } from './statements.ts'
import { startClock } from './time-limit.ts'
import { beginTurn, endTurn, readByTurns } from './turn.ts'
import { forgetVersion, readState, readVersion } from './version.ts'

const databases = new WeakMap<Store, Sqlite>()

/** Milliseconds that whoever loads waits for others who write: one batch of theirs may take that long on a busy machine. */
const patience = 60_000

/** The connection of a store, for what SQLite alone can do. @throws {Error} for another engine */
export function sqliteOf(store: Store): Sqlite {
  const database = databases.get(store)
  if (!database) throw new Error('not an SQLite database')
  return database
}

/**
 * The waist over one connection. What is asked is answered at once: promises cost a fraction of a microsecond. While a transaction waits for
 * something, others wait for it, for what they would see or write on the same connection were a part of it.
 */
export function createStore(database: Sqlite): Store {
  let busy: Promise<void> | undefined
  const allOf = <Row>(query: Sql) => prepareOnce<unknown[], Row>(database, textOf(query)).all(query.values)
  const firstOf = <Row>(query: Sql) => prepareOnce<unknown[], Row>(database, textOf(query)).get(query.values)

  /** Runs a transaction when no other is under way. */
  async function transact<T>(begin: string, run: () => Promise<T>): Promise<T> {
    while (busy) await busy
    const { promise, resolve } = Promise.withResolvers<void>()
    // what is known before it begins is what others see until it has ended
    readVersion(database)
    busy = promise
    try {
      endTurn(database)
      database.exec(begin)
      const result = await run()
      database.exec('COMMIT')
      return result
    } catch (error) {
      if (database.inTransaction) database.exec('ROLLBACK')
      throw error
    } finally {
      busy = undefined
      resolve()
    }
  }

  const inside: Omit<Reading, 'version'> = {
    dialect: sqlite,
    all: async (query) => allOf(query),
    first: async (query) => firstOf(query),
  }
  const writing: Writing = {
    ...inside,
    version: () => readState(database),
    run: async ({ sql, values }) => prepareOnce(database, sql).run(values).changes,
    insert: async (table, rows, onConflict = '') => {
      if (!rows.length) return
      const columns = Object.keys(rows[0]!)
      const insert = prepareOnce<[object]>(
        database,
        `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')}) ${onConflict}`,
      )
      for (const row of rows) insert.run(row)
    },
    raise: async () =>
      prepareOnce(database, `UPDATE state SET value = value + 1 WHERE name = 'sequence' RETURNING value`)
        .pluck()
        .get() as number,
  }
  const reading: Reading = {
    dialect: sqlite,
    version: () => readVersion(database),
    all: async (query) => {
      while (busy) await busy
      beginTurn(database)
      return allOf(query)
    },
    first: async (query) => {
      while (busy) await busy
      beginTurn(database)
      return firstOf(query)
    },
  }
  const store: Store = {
    ...reading,
    latest: reading,
    bounded: async <Row>(query: Sql) => {
      while (busy) await busy
      const text = textOf(query)
      const { values } = query
      const readers = readersOf(database)
      if (readers?.isHeavy(text)) return readers.read<Row>(text, values)
      try {
        beginTurn(database)
        startClock(database)
        return prepareOnce<unknown[], Row>(database, text).all(values)
      } catch (error) {
        if (!readers || !(error instanceof QueryTimeout)) throw error
        return readers.read<Row>(text, values)
      }
    },
    write: async (run) => {
      try {
        return await transact('BEGIN IMMEDIATE', () => run(writing))
      } finally {
        forgetVersion(database)
      }
    },
    read: (run) =>
      transact('BEGIN', () => {
        const version = readState(database)
        return run({ ...inside, version: () => version })
      }),
    snapshot: async (limit) => openSnapshot(database, limit),
    serve: (limit) => {
      readByTurns(database)
      openReaders(database, limit)
    },
    stopServing: () => closeReaders(database),
    refresh: async () => endTurn(database),
    // what follows from a change is a part of it
    defer: () => {
      database.pragma(`busy_timeout = ${patience}`)
    },
    findDamage: async () => findDamage(database),
    explainDamage,
    close: async () => {
      await closeReaders(database)
      endTurn(database)
      database.close()
    },
  }
  databases.set(store, database)
  return store
}
