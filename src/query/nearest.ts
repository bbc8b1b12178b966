import { distance } from 'fastest-levenshtein'
import { facetColumns } from '../store/counters.ts'
import type { Reading } from '../store/database.ts'
import { listAliases, listValues } from '../store/nearest.ts'
import { findActorIds } from '../store/read.ts'
import { foldLetters } from '../words/fold.ts'
import type { UsedFilter } from './conditions.ts'

// Where a list is empty because of a name that nothing goes by, it says so, with the nearest name there is.

/** Names that are looked for in one request. */
const mostNames = 5

/** What is to be said of the names in a query. @param isEmpty whether the list is */
export async function noteUnknownNames(
  store: Reading,
  used: readonly UsedFilter[],
  isEmpty: boolean,
): Promise<string[]> {
  const notes: string[] = []
  for (const { filter, operator, values } of used) {
    if (operator !== '' || notes.length >= mostNames) continue
    for (const value of values.slice(0, mostNames).map(String)) {
      // of several values one may be misspelt though others find something
      if (!isEmpty && values.length === 1) continue
      if (filter.value === 'actor' || (filter.name === 'name' && !filter.column)) {
        if ((await findActorIds(store, [value])).length) continue
        notes.push(`${filter.name}: no actor goes by "${value}".${hint(await nearestAlias(store, value))}`)
      } else if (Object.hasOwn(facetColumns, filter.name) && isFree(filter.value)) {
        const known = await listValues(store, filter.name)
        if (known.some((one) => foldLetters(one) === foldLetters(value))) continue
        const near = nearest(value, known)
        if (near !== undefined) notes.push(`${filter.name}: no claim has "${value}".${hint(near)}`)
      }
    }
  }
  return notes
}

const isFree = (value: UsedFilter['filter']['value']) => value === 'text' || value === 'unit' || value === 'currency'

const hint = (near: string | undefined) => (near === undefined ? '' : ` The nearest name is "${near}".`)

/** The nearest name of an actor among those that begin alike. */
async function nearestAlias(store: Reading, name: string): Promise<string | undefined> {
  for (const length of [Math.ceil(name.length / 2), 2, 1]) {
    const near = nearest(name, await listAliases(store, name.slice(0, length)))
    if (near !== undefined) return near
  }
  return undefined
}

/** A name that is no more than a third of its letters away: a hint must be true or absent. */
function nearest(given: string, names: readonly string[]): string | undefined {
  const folded = foldLetters(given)
  let best: { readonly name: string; readonly away: number } | undefined
  for (const name of names) {
    const other = foldLetters(name)
    const most = Math.max(1, Math.floor(Math.min(other.length, folded.length) / 3))
    if (Math.abs(other.length - folded.length) > most) continue
    const away = distance(folded, other)
    if (away <= most && (!best || away < best.away)) best = { name, away }
  }
  return best?.name
}
