import sql, { type Sql } from 'sql-template-tag'
import type { Version } from '../database.ts'

// Versions are numbers that are given under a lock (migrations/postgres/0006). What readers may see of them is everything that has ended.

type Ask = <Row>(query: Sql) => Promise<Row[]>

/** Milliseconds between two looks at what others have written, and that whoever has written waits for those who began before. */
export const every = 250

/** The version that everything up to has ended, and the last number that was given. */
export async function readVersion(ask: Ask): Promise<{ version: Version; given: number }> {
  const [row] = await ask<{ identity: number; settled: number; given: number }>(
    sql`select (select value from state where name = 'identity') as identity, settled, given from last_settled_version()`,
  )
  const { identity, settled, given } = row!
  return { version: { identity, sequence: settled }, given }
}

export type VersionWatch = {
  /** As it was last seen. */
  readonly now: () => Version
  readonly look: () => Promise<void>
  /**
   * Takes in what was written until now. Where others still write that began before it, they are waited for, not for ever: after that the version
   * tells what was written here from what others may see.
   */
  readonly catchUp: () => Promise<void>
}

export async function watchVersion(ask: Ask): Promise<VersionWatch> {
  let known = (await readVersion(ask)).version
  async function look(own = known.own ?? 0) {
    const { version, given } = await readVersion(ask)
    const { identity, sequence } = later(known, version)
    known = sequence >= own ? { identity, sequence } : { identity, sequence, own }
    return { sequence: version.sequence, given }
  }
  return {
    now: () => known,
    look: async () => {
      await look()
    },
    catchUp: async () => {
      const { given, sequence } = await look()
      const end = Date.now() + every
      for (let seen = sequence, pause = 2; seen < given && Date.now() < end; pause *= 2) {
        await new Promise((resolve) => setTimeout(resolve, pause))
        seen = (await look(given)).sequence
      }
    },
  }
}

/** Answers may overtake each other. */
const later = (one: Version, other: Version): Version =>
  one.identity === other.identity && one.sequence > other.sequence ? one : other
