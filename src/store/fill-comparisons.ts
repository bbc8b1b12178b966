import { comparisonRules } from '../model/comparison/identify.ts'
import { recompare } from './comparables.ts'
import type { Store } from './open.ts'

/** Makes all comparisons anew where they were made by other rules than those of this program, or never. */
export function fillComparisons(store: Store): void {
  const isFilled = () =>
    store.prepare(`SELECT value FROM state WHERE name = 'compared'`).pluck().get() === comparisonRules()
  if (isFilled()) return
  store
    .transaction(() => {
      if (isFilled()) return
      recompare(store)
      store.prepare(`UPDATE state SET value = ? WHERE name = 'compared'`).run(comparisonRules())
    })
    .immediate()
}
