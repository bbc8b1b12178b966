import sql, { type Sql } from 'sql-template-tag'
import type { StandbyState, Version } from '../database.ts'

// Versions are numbers that are given under a lock (migrations/postgres/0006). What readers may see of them is everything that has ended. A standby
// knows no locks: of it is known that it has a version when it has replayed the log up to where the primary was when it had that version.

type Ask = <Row>(query: Sql) => Promise<Row[]>

/** Milliseconds between two looks at what others have written, and that whoever has written waits for those who began before. */
export const every = 250
/** Milliseconds that a standby may be behind; then the primary answers. */
const mostBehind = 30_000

type Seen = { readonly version: Version; readonly given: number; readonly place: string }

/** The version that everything up to has ended, the last number that was given, and the place in the log that has both. */
export async function readVersion(ask: Ask): Promise<Seen> {
  const [row] = await ask<{ identity: number; settled: number; given: number; place: string }>(
    sql`select (select value from state where name = 'identity') as identity, settled, given, pg_current_wal_insert_lsn()::text as place
      from last_settled_version()`,
  )
  const { identity, settled, given, place } = row!
  return { version: { identity, sequence: settled }, given, place }
}

export type VersionWatch = {
  /** What readers may see, as it was last known. */
  readonly now: () => Version
  readonly look: () => Promise<void>
  /**
   * Takes in what was written until now. Where others still write that began before it, they are waited for, not for ever: after that the version
   * tells what was written here from what others may see.
   */
  readonly catchUp: () => Promise<void>
  /** Whether the standby has all that readers may see. */
  readonly isOnStandby: () => boolean
  /** Has the primary answer until the standby has been looked at again. */
  readonly leaveStandby: () => void
  readonly standby: () => StandbyState | undefined
}

/** @param askStandby where reads go as long as it follows */
export async function watchVersion(ask: Ask, askStandby?: Ask): Promise<VersionWatch> {
  let known = (await readVersion(ask)).version
  const follower = askStandby && followStandby(askStandby)
  async function look(own = known.own ?? 0): Promise<Seen> {
    const asked = readVersion(ask)
    // one of them may be away
    const [seen] = await Promise.all([asked, asked.catch(() => undefined).then((one) => follower?.look(one))])
    publish(seen.version, own)
    return seen
  }
  function publish(version: Version, own: number) {
    // only what the standby has is told while it answers; what was written here is told at once, and the primary answers until it is there
    const replayed = own > known.sequence ? undefined : follower?.replayed()
    const { identity, sequence } = later(known, replayed ?? version)
    known = sequence >= own ? { identity, sequence } : { identity, sequence, own }
  }
  return {
    now: () => known,
    look: async () => {
      await look()
    },
    catchUp: async () => {
      const { given, version } = await look(known.own)
      const end = Date.now() + every
      let seen = version
      for (let pause = 2; seen.sequence < given && Date.now() < end; pause *= 2) {
        await new Promise((resolve) => setTimeout(resolve, pause))
        seen = (await look(given)).version
      }
      publish(seen, given)
    },
    isOnStandby: () => {
      const replayed = follower?.replayed()
      return (
        replayed !== undefined &&
        !known.own &&
        replayed.identity === known.identity &&
        replayed.sequence >= known.sequence
      )
    },
    leaveStandby: () => follower?.leave(),
    standby: () => follower?.state(),
  }
}

/** Follows how far a standby has come, by what the primary was at when. */
function followStandby(ask: Ask) {
  let behind: (Seen & { readonly at: number })[] = []
  let replayed: Version | undefined
  let isThere = false
  const lag = () => (behind.length ? Date.now() - behind[0]!.at : 0)
  return {
    look: async (seen: Seen | undefined): Promise<void> => {
      if (seen) behind.push({ ...seen, at: Date.now() })
      try {
        const places = behind.map(({ place }) => place)
        const [row] = await ask<{ is_standby: boolean; identity: number | null; has: number }>(
          sql`select pg_is_in_recovery() as is_standby, (select value from state where name = 'identity') as identity,
            (select count(*) from unnest(${places}::text[]::pg_lsn[]) as place where place <= pg_last_wal_replay_lsn()) as has`,
        )
        const { is_standby, identity, has } = row!
        const last = behind[has - 1]
        if (last) replayed = last.version
        behind = behind.slice(has)
        isThere = is_standby && replayed?.identity === identity
      } catch {
        isThere = false
      }
      // of one that is far behind the details are of no use
      if (behind.length > 400) behind = behind.filter((_, i) => i % 2 === 0)
    },
    /** The version that it has; undefined where the primary is to answer. */
    replayed: () => (isThere && lag() <= mostBehind ? replayed : undefined),
    leave: () => {
      isThere = false
    },
    state: (): StandbyState => ({
      status: !isThere ? 'unreachable' : lag() > mostBehind ? 'behind' : 'following',
      lagSeconds: Math.round(lag() / 1000),
    }),
  }
}

/** Answers may overtake each other. */
const later = (one: Version, other: Version): Version =>
  one.identity === other.identity && one.sequence > other.sequence ? one : other
