import { readCounters } from './counters.ts'
import type { Reading } from './database.ts'

// Candidates for a name that nothing goes by: bounded, however many names there are.

const mostAliases = 500
const mostValues = 1000

/** Names of actors that begin so, each once, in their order. */
export const listAliases = (reading: Reading, start: string): Promise<string[]> =>
  reading.dialect.listAliases(reading, start, mostAliases)

/** The most frequent values that claims can be counted by. */
export const listValues = async (reading: Reading, facet: string): Promise<string[]> =>
  (await readCounters(reading, facet, '', mostValues)).map(({ value }) => value)
