import sql from 'sql-template-tag'
import { addressRules } from '../model/address.ts'
import { checkWorthyRules, comparisonRules } from '../model/derived-rules.ts'
import { keyAddresses } from './address-keys.ts'
import { reweigh } from './check-worthy.ts'
import { recompare } from './comparables.ts'
import type { Reading, Store, Writing } from './database.ts'

/** Makes anew what is worked out of stored claims by other rules than those of this program, or was never. */
export async function fillDerived(store: Store): Promise<void> {
  await fill(store, 'addressed', addressRules, keyAddresses)
  await fill(store, 'compared', comparisonRules(), recompare)
  await fill(store, 'weighed', checkWorthyRules(), reweigh)
}

async function fill(store: Store, name: string, rules: number, make: (tx: Writing) => Promise<void>): Promise<void> {
  const isFilled = async (reading: Reading) =>
    (await reading.first<{ value: number }>(sql`select value from state where name = ${name}`))?.value === rules
  if (await isFilled(store)) return
  await store.write(async (tx) => {
    if (await isFilled(tx)) return
    await make(tx)
    await tx.run(sql`update state set value = ${rules} where name = ${name}`)
  })
}
