import type { Store } from '../store/open.ts'
import type { UsedFilter } from './conditions.ts'
import { describeQuery } from './describe.ts'
import { countRows, type ListPlan } from './page.ts'

/** What any list adds when it is asked to: the count of all rows, and the query said back. `what` names the rows in the sentence. */
export function readExtras(
  store: Store,
  plan: ListPlan,
  what: string,
  used: readonly UsedFilter[],
  defaults: readonly string[] = [],
) {
  const { query } = plan
  return {
    ...(query.count === 'true' && { count: countRows(store, plan) }),
    ...(query.query === 'true' && {
      query: describeQuery(what, used, query.order as string, query.limit as number, defaults),
    }),
  }
}
