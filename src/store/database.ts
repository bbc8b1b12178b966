import type { Sql } from 'sql-template-tag'
import type { Dialect } from './dialect.ts'

// The waist: all that the rest of the program knows of a database. Drivers are imported in the folders of the engines alone.

/** Which database this is, by a random number it was born or restored with, and the data's version in it. */
export type Version = {
  readonly identity: number
  readonly sequence: number
  /** A later change that this process has made and others do not see yet, for others write that began before it; 0 for none. */
  readonly own?: number
}

/** What can be asked of a database. */
export type Reading = {
  /** What is said otherwise in the SQL of this engine. */
  readonly dialect: Dialect
  /** What may be seen here. Kept in memory: no table is read while nothing has changed. */
  readonly version: () => Version
  readonly all: <Row>(query: Sql) => Promise<Row[]>
  readonly first: <Row>(query: Sql) => Promise<Row | undefined>
}

/** A transaction that writes. */
export type Writing = Reading & {
  /** Runs a statement; gives the number of rows that it changed. */
  readonly run: (statement: Sql) => Promise<number>
  /**
   * Inserts rows, all with the columns of the first.
   * @param onConflict what to do with those that are there: `on conflict ...`
   */
  readonly insert: (table: string, rows: readonly object[], onConflict?: string) => Promise<void>
  /** Raises the data's version; gives the new one, which the rows that are written carry. */
  readonly raise: () => Promise<number>
}

/** What is known of a standby that reads go to. */
export type StandbyState = {
  /** Only one that follows is read from; otherwise the primary is. */
  readonly status: 'following' | 'behind' | 'unreachable'
  /** Whole seconds for which it has not had what the primary had. */
  readonly lagSeconds: number
}

export type Store = Reading & {
  /** What is stored by now, where other reads may be a moment behind: for keys, which may have been revoked. */
  readonly latest: Reading
  /** Where there is one. */
  readonly standby?: () => StandbyState | undefined
  /**
   * Runs a query of a request, within the time limit and away from those who ask for less.
   * @throws {QueryTimeout} @throws {ProblemError} busy
   */
  readonly bounded: <Row>(query: Sql) => Promise<Row[]>
  /** Does everything in it or nothing. It asks and writes through what it is given: the store itself waits until it has ended. */
  readonly write: <T>(run: (tx: Writing) => Promise<T>) => Promise<T>
  /** Reads everything in it as of one moment; likewise. */
  readonly read: <T>(run: (tx: Reading) => Promise<T>) => Promise<T>
  /** The data as they are now, whatever is written meanwhile. Whoever opens one closes it. @param limit milliseconds that a query may take, 0 for any time */
  readonly snapshot: (limit: number) => Promise<Snapshot>
  /** Sets the time limit of `bounded`, and prepares for many requests. @param limit milliseconds, 0 for any time */
  readonly serve: (limit: number) => void
  /** Ends what `serve` began. */
  readonly stopServing: () => Promise<void>
  /** Takes in what others have written by now, so that whoever has just written sees it. */
  readonly refresh: () => Promise<void>
  /**
   * For whoever writes much and reads little: what follows from many changes together is worked out now and then, and when the store is closed,
   * instead of behind each. Others who write are waited for longer than a client would wait.
   */
  readonly defer: () => void
  /** What is damaged below the rows: one line each. */
  readonly findDamage: () => Promise<string[]>
  /** The line for an error that comes of damage; undefined for others. */
  readonly explainDamage: (error: unknown) => string | undefined
  readonly close: () => Promise<void>
}

export type Snapshot = Reading & {
  /** Reads rows by handfuls, each within the time limit. @throws {QueryTimeout} */
  readonly each: <Row>(query: Sql, atOnce: number) => AsyncGenerator<Row[], void, void>
  readonly close: () => Promise<void>
}

/** A database that cannot be used as it is; the message is for the person who named it. */
export class StoreError extends Error {}

/** A query that took longer than it may. */
export class QueryTimeout extends Error {}
