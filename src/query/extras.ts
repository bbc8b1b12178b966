import type { Reading, Store } from '../store/database.ts'
import { searchOf, type UsedFilter } from './conditions.ts'
import { describeQuery } from './describe.ts'
import { noteUnknownNames } from './nearest.ts'
import { type Count, countRows, type ListPlan } from './page.ts'

/**
 * What any list adds when it is asked to: the count of all rows, and the query said back.
 * @param what names the rows in the sentence
 * @param count where the count is known without counting
 */
export async function readExtras(
  store: Store,
  plan: ListPlan,
  what: string,
  used: readonly UsedFilter[],
  defaults: readonly string[] = [],
  count: () => Promise<Count | undefined> = async () => undefined,
) {
  const { query } = plan
  return {
    ...(query.count === 'true' && { count: (await count()) ?? (await countRows(store, plan)) }),
    ...(query.query === 'true' && {
      query: describeQuery(what, used, query.order as string, query.limit as number, defaults),
    }),
  }
}

/**
 * What is to be said of a query beside its result: what was taken otherwise than it is written, and names that nothing goes by.
 * @param notes made already
 * @param isEmpty whether nothing was found, in a page that is the first
 */
export async function readNotes(
  store: Reading,
  used: readonly UsedFilter[],
  notes: readonly string[],
  isEmpty: boolean,
): Promise<{ notes?: string[] }> {
  const all = [
    ...notes,
    ...used
      .filter(({ filter, operator }) => filter.value === 'words' && operator === '')
      .flatMap((one) => searchOf(one).notes),
    ...(await noteUnknownNames(store, used, isEmpty)),
  ]
  return all.length ? { notes: all } : {}
}
