import { randomInt } from 'node:crypto'
import sql from 'sql-template-tag'
import type { Store } from './database.ts'

/** Makes a database another one: what was told of its earlier states is worth nothing with it. */
export async function renewIdentity(store: Store): Promise<void> {
  await store.write((tx) => tx.run(sql`update state set value = ${randomInt(2 ** 47)} where name = 'identity'`))
}
