import sql from 'sql-template-tag'
import { compareNoted } from './comparables.ts'
import { foldCounters } from './counters.ts'
import type { Reading, Store, Writing } from './database.ts'
import { holdWriters } from './hold-writers.ts'
import { foldActors } from './link-actors.ts'

// On an engine with many writers, what all of them would change is noted by each (`dialect.rollsUp`), and rolled up here by one at a time.

/** Adds what writers have noted of counts to the counts. One snapshot for all of it. @returns whether there was anything */
export async function foldCounts(tx: Writing): Promise<boolean> {
  const counters = await foldCounters(tx)
  const actors = await foldActors(tx)
  return counters || actors
}

/** Articles that are compared in one transaction. */
const atOnce = 20

/** Compares the next of the articles that writers have noted. @param last the number of the last note that is looked at @returns whether there were any */
export async function foldComparisons(tx: Writing, last: number): Promise<boolean> {
  const notes = await tx.all<{ seq: number; article: number | null; comparison: string | null }>(
    sql`select seq, article, comparison from comparison_changes where seq <= ${last} and ${tx.dialect.isSettled} order by seq limit ${atOnce}`,
  )
  if (!notes.length) return false
  await tx.run(sql`delete from comparison_changes where seq ${tx.dialect.anyOf(notes.map(({ seq }) => seq))}`)
  const articles = notes.flatMap(({ article }) => article ?? [])
  const comparisons = notes.flatMap(({ comparison }) => comparison ?? [])
  await compareNoted(tx, articles, comparisons)
  return true
}

/** The number of the last note of articles to be compared; 0 without any. */
export const lastNoted = async (reading: Reading): Promise<number> =>
  (await reading.first<{ last: number | null }>(sql`select max(seq) as last from comparison_changes`))?.last ?? 0

/** Everything that is noted, for whoever holds the writers. */
export async function foldAll(tx: Writing): Promise<void> {
  if (!tx.dialect.rollsUp) return
  await foldCounts(tx)
  const last = await lastNoted(tx)
  while (await foldComparisons(tx, last));
}

/** Everything that is noted in a store, while its writers wait. */
export async function rollUp(store: Store): Promise<void> {
  if (!store.dialect.rollsUp) return
  await store.write(async (tx) => {
    await holdWriters(tx)
    await foldAll(tx)
  })
}
