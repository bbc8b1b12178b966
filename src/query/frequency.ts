import sql, { raw } from 'sql-template-tag'
import { readCounter, readCounters } from '../store/counters.ts'
import type { Reading } from '../store/database.ts'
import { type UsedFilter, wordsOf } from './conditions.ts'

// Whether what a filter finds is gathered and sorted, or met soon enough along the order that is asked for.

/** Claims of the body of a type, or of all. */
export async function countClaims(reading: Reading, type: string): Promise<number> {
  if (type) return readCounter(reading, 'type', '', type)
  const types = await readCounters(reading, 'type', '', 100)
  return types.reduce((sum, { count }) => sum + count, 0)
}

/** How much longer the way along the order may seem where other filters let through who knows how few. */
const doubt = 10

/**
 * Whether a page is met along an order before all that fits a filter would have been gathered: of so many claims every (all / found)th fits it.
 * @param found claims that fit the filter
 * @param all claims
 * @param page claims that are asked for
 * @param others filters besides
 */
export const isMetSooner = (found: number, all: number, page: number, others: number): boolean =>
  found * found > 4 * page * all * (others > 0 ? doubt : 1)

/** The latest claims, in which it is looked how frequent words are. */
const looked = 4000

/** About how many claims a search finds, by those among the latest. */
export async function estimateHits(reading: Reading, words: readonly UsedFilter[]): Promise<number> {
  const { lead, leadWords } = reading.dialect
  const { alone, row } = lead.claims
  const { last, hits } = (await reading.first<{ last: number | null; hits: number }>(
    sql`select (select max(seq) from claims) as last, count(*) as hits from ${raw(alone)}
      where ${leadWords('claims', words.map(wordsOf))!} and ${raw(row)} > (select max(seq) from claims) - ${looked}`,
  ))!
  return hits * Math.max(1, (last ?? 0) / looked)
}
