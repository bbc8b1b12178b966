import sql from 'sql-template-tag'
import type { Store } from './database.ts'

/** A number that stands for the seeds that were loaded into this database; undefined when none were. */
export const readSeeds = async (store: Store): Promise<number | undefined> =>
  (await store.first<{ value: number }>(sql`select value from state where name = 'seeds'`))?.value

export async function saveSeeds(store: Store, digest: number): Promise<void> {
  await store.write((tx) =>
    tx.run(
      sql`insert into state (name, value) values ('seeds', ${digest}) on conflict (name) do update set value = excluded.value`,
    ),
  )
}
