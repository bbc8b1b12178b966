import { checkWorthyRules, comparisonRules } from '../model/derived-rules.ts'
import { reweigh } from './check-worthy.ts'
import { recompare } from './comparables.ts'
import type { Store } from './open.ts'

/** Makes anew what is worked out of stored claims by other rules than those of this program, or was never. */
export function fillDerived(store: Store): void {
  fill(store, 'compared', comparisonRules(), recompare)
  fill(store, 'weighed', checkWorthyRules(), reweigh)
}

function fill(store: Store, name: string, rules: number, make: (store: Store) => void): void {
  const isFilled = () => store.prepare('SELECT value FROM state WHERE name = ?').pluck().get(name) === rules
  if (isFilled()) return
  store
    .transaction(() => {
      if (isFilled()) return
      make(store)
      store.prepare('UPDATE state SET value = ? WHERE name = ?').run(rules, name)
    })
    .immediate()
}
