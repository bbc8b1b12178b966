import type { Store } from './open.ts'

/** A number that stands for the seeds that were loaded into this database; undefined when none were. */
export const readSeeds = (store: Store): number | undefined =>
  store.prepare<[], number>(`SELECT value FROM state WHERE name = 'seeds'`).pluck().get()

export function saveSeeds(store: Store, digest: number): void {
  store
    .prepare(
      `INSERT INTO state (name, value) VALUES ('seeds', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
    )
    .run(digest)
}
