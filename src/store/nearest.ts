import { readCounters } from './counters.ts'
import { prepareOnce, type Store } from './open.ts'

// Candidates for a name that nothing goes by: bounded, however many names there are.

const mostAliases = 500
const mostValues = 1000

/** Names of actors that begin so, each once, in their order: one seek in the index a name. */
export function listAliases(store: Store, start: string): string[] {
  const end = `${start}\u{10FFFF}`
  return prepareOnce<string[], string>(
    store,
    `WITH RECURSIVE names (alias, place) AS (
       SELECT min(alias), 1 FROM actor_aliases WHERE alias >= ? AND alias < ?
       UNION ALL
       SELECT (SELECT min(alias) FROM actor_aliases WHERE alias > names.alias AND alias < ?), place + 1
       FROM names WHERE alias IS NOT NULL AND place < ${mostAliases})
     SELECT alias FROM names WHERE alias IS NOT NULL`,
  )
    .pluck()
    .all(start, end, end) as string[]
}

/** The most frequent values that claims can be counted by. */
export const listValues = (store: Store, facet: string): string[] =>
  readCounters(store, facet, '', mostValues).map(({ value }) => value)
