import sql from 'sql-template-tag'
import type { Reading, Writing } from '../database.ts'

/** What a database knows of the copy that it is. Numbers, for they stand in `state`. */
export type CopyState = {
  /** Identity of the database that it is a copy of. */
  readonly source: number
  /** The version of that one that is here. */
  readonly sequence: number
  /** The last article that came, by its number. */
  readonly article: number
  /** This database's own version when the copy had ended last; whoever writes into it raises it. */
  readonly settled: number
  /** Whether there is something missing still. */
  readonly unfinished: 0 | 1
}

const names = {
  source: 'copy_source',
  sequence: 'copy_sequence',
  article: 'copy_article',
  settled: 'copy_settled',
  unfinished: 'copy_unfinished',
} as const satisfies Record<keyof CopyState, string>

export async function readCopyState(reading: Reading): Promise<CopyState | undefined> {
  const rows = await reading.all<{ name: string; value: number }>(
    sql`select name, value from state where name ${reading.dialect.anyOf(Object.values(names))}`,
  )
  if (rows.length < Object.keys(names).length) return undefined
  const values = new Map(rows.map(({ name, value }) => [name, value]))
  return Object.fromEntries(Object.entries(names).map(([key, name]) => [key, values.get(name)])) as CopyState
}

export async function saveCopyState(tx: Writing, state: Partial<CopyState>): Promise<void> {
  await tx.insert(
    'state',
    Object.entries(state).map(([key, value]) => ({ name: names[key as keyof CopyState], value })),
    'on conflict (name) do update set value = excluded.value',
  )
}

/** Whether a database is a copy that was broken off. */
export const isUnfinished = async (reading: Reading): Promise<boolean> =>
  (await reading.first(sql`select 1 from state where name = ${names.unfinished} and value = 1`)) !== undefined
