import {
  facetColumns,
  readCounter,
  readCounters,
  readPublicationCounters,
  readTypeCounters,
} from '../store/counters.ts'
import type { Store } from '../store/database.ts'
import { type ClaimChoice, isType } from './choice.ts'
import type { UsedFilter } from './conditions.ts'
import type { Count } from './page.ts'

// What the counters know without looking at claims.

export type Counted = { readonly value: string; readonly count: number; readonly name?: string | null }

/** The column that claims are counted by; undefined where they are counted by actors. */
export const columnOf = (by: string): string | undefined => (facetColumns as Record<string, string>)[by]

/** Counts by value where the counters know: of all claims or those of a type; and by type, of those of one value besides. */
export async function countByCounters(
  store: Store,
  choice: ClaimChoice,
  by: string,
  limit: number,
): Promise<Counted[] | undefined> {
  const { types } = choice
  if (isCounted(choice)) return readCounters(store, by, types[0] ?? '', limit)
  const value = by === 'type' ? countedValue(choice) : undefined
  if (!value) return undefined
  const counts = await countTypes(store, value)
  return counts.filter((one) => types.length === 0 || types.some((type) => type === one.value)).slice(0, limit)
}

/** How many claims have a value, by their type. */
const countTypes = (store: Store, { facet, value }: Value) =>
  facet === 'publication' ? readPublicationCounters(store, value) : readTypeCounters(store, facet, value)

/** Whether the counters, which are kept for the claims of a type or of all, know a choice; some other filters may be left out of account. */
const isCounted = ({ query, scope, types, used }: ClaimChoice, but?: UsedFilter) =>
  !query.section &&
  !query.review &&
  !scope.articleId &&
  !scope.actorId &&
  types.length <= 1 &&
  used.every((one) => one === but || isType(one, types))

/** Whether the counters have what a filter compares: that of authors finds each of several, that of languages longer tags too. */
const isCountedAlone = ({ name, column }: UsedFilter['filter']) =>
  columnOf(name) !== undefined && (name === 'publication' || !column?.startsWith('articles.'))

/** How many claims there are where a counter knows: all, those of a type, or those of one value besides. */
export async function countExactly(store: Store, choice: ClaimChoice): Promise<Count | undefined> {
  const { types } = choice
  const type = types[0] ?? ''
  if (isCounted(choice))
    return {
      value: type
        ? await readCounter(store, 'type', '', type)
        : (await readCounters(store, 'type', '', 100)).reduce((sum, { count }) => sum + count, 0),
      relation: 'eq',
    }
  const value = countedValue(choice)
  if (!value) return undefined
  const counts = await countTypes(store, value)
  return {
    value: counts.reduce((sum, one) => sum + (type === '' || one.value === type ? one.count : 0), 0),
    relation: 'eq',
  }
}

type Value = { readonly facet: string; readonly value: string }

/** The one value that claims are to have besides their type, as the counters have it. */
function countedValue(choice: ClaimChoice): Value | undefined {
  const { used, types, lead } = choice
  const [other, ...more] = used.filter((one) => !isType(one, types))
  if (!other || more.length || !isCounted(choice, other)) return undefined
  const { filter, operator, values } = other
  if (operator !== '' || values.length > 1) return undefined
  // a name is the actor that alone goes by it
  if (filter.value === 'actor') return lead && { facet: filter.name, value: lead.actorId }
  if (!isCountedAlone(filter)) return undefined
  const value = String(values[0])
  return { facet: filter.name, value: filter.name === 'cue' ? value.toLowerCase() : value }
}
