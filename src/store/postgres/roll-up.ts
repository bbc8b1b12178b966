import sql, { raw } from 'sql-template-tag'
import type { Reading, Writing } from '../database.ts'
import { holdRollUp } from '../hold-writers.ts'
import { foldComparisons, foldCounts, lastNoted } from '../roll-up.ts'
import { isLocked } from './errors.ts'

// Who rolls up what writers have noted, and when: each service behind its own changes, so that its client sees what follows from them, and once a
// second what others have left; whoever loads much, once a second and at its end. Others do not wait for it, for they only add to what is noted.

/** Milliseconds between two times that somebody rolls up what others have noted. */
export const pause = 1000
/** Milliseconds that a change waits for somebody else who rolls up, and for what others have noted before it. */
const patience = 10_000

type Transact = <T>(begin: string, run: (tx: Writing) => Promise<T>) => Promise<{ result: T }>
type RollUp = {
  /** Everything that is noted by now. @param limit milliseconds after which the rest is left to others */
  readonly all: (limit?: number) => Promise<void>
  /** The same once a second at most, if nobody else does it. */
  readonly nowAndThen: () => Promise<void>
}

/** @param transact runs a transaction, again where another was in its way */
export function createRollUp({ transact, reading }: { transact: Transact; reading: Reading }): RollUp {
  let last = 0
  /** Does a part, which is seen under a version of its own. @returns whether there was anything to do */
  async function step(wait: number, begin: string, run: (tx: Writing) => Promise<boolean>): Promise<boolean> {
    const { result } = await transact(begin, async (tx) => {
      // for this wait alone: others are waited for without
      await tx.run(raw(`set local lock_timeout = ${wait}`))
      await holdRollUp(tx)
      await tx.run(raw('set local lock_timeout = 0'))
      const isChanged = await run(tx)
      if (isChanged) await tx.raise()
      return isChanged
    })
    return result
  }

  async function roll(wait: number, until: number): Promise<void> {
    last = Date.now()
    try {
      await step(wait, 'begin isolation level repeatable read', foldCounts)
      const end = await lastNoted(reading)
      while (Date.now() < until && (await step(wait, 'begin', (tx) => foldComparisons(tx, end))));
    } catch (error) {
      // somebody else is at it
      if (!isLocked(error)) throw error
    } finally {
      last = Date.now()
    }
  }

  return {
    all: (limit = patience) => roll(patience, Date.now() + limit),
    nowAndThen: async () => {
      if (Date.now() - last < pause) return
      last = Date.now()
      const row = await reading.first<{ noted: boolean }>(
        sql`select exists (select from counter_changes) or exists (select from actor_changes) or exists (select from comparison_changes) as noted`,
      )
      if (row!.noted) await roll(1, Date.now() + patience)
    },
  }
}
