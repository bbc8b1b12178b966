import sql from 'sql-template-tag'
import { addressRules } from '../model/address.ts'
import { checkWorthyRules, comparisonRules } from '../model/derived-rules.ts'
import { searchVersion } from '../words/searchable.ts'
import { keyAddresses } from './address-keys.ts'
import { refillAuthors } from './article-authors.ts'
import { reweigh } from './check-worthy.ts'
import { recompare } from './comparables.ts'
import type { Reading, Store, Writing } from './database.ts'
import { holdWriters } from './hold-writers.ts'

/** Makes the words of full text anew where another version of folding and stemming made them. */
export const fillWords = (store: Store): Promise<void> =>
  fill(store, 'words', searchVersion, (tx) => tx.dialect.refillWords(tx))

/** Makes anew what is worked out of stored claims by other rules than those of this program, or was never. */
export async function fillDerived(store: Store): Promise<void> {
  await fill(store, 'addressed', addressRules, keyAddresses)
  await fill(store, 'authored', 1, refillAuthors)
  await fill(store, 'compared', comparisonRules(), recompare)
  await fill(store, 'weighed', checkWorthyRules(), reweigh)
}

async function fill(store: Store, name: string, rules: number, make: (tx: Writing) => Promise<void>): Promise<void> {
  const isFilled = async (reading: Reading) =>
    (await reading.first<{ value: number }>(sql`select value from state where name = ${name}`))?.value === rules
  if (await isFilled(store)) return
  await store.write(async (tx) => {
    // others that start at the same moment wait
    await holdWriters(tx)
    if (await isFilled(tx)) return
    await make(tx)
    await tx.run(sql`update state set value = ${rules} where name = ${name}`)
  })
}
