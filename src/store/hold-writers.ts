import { raw } from 'sql-template-tag'
import type { Writing } from './database.ts'

/** Keeps others from rolling up until the transaction ends. The first statement of it: a snapshot that were taken before would not have what they did. */
export async function holdRollUp(tx: Writing): Promise<void> {
  if (tx.dialect.rollsUp) await tx.run(raw('lock table roll_ups in share update exclusive mode'))
}

/** Keeps others from rolling up and from changing any claims until the transaction ends, for whoever counts all of them. */
export async function holdWriters(tx: Writing): Promise<void> {
  if (!tx.dialect.rollsUp) return
  await holdRollUp(tx)
  await tx.run(raw('lock table counter_changes, actor_changes, comparison_changes in share mode'))
}
