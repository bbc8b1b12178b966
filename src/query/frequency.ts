import sql, { empty, raw } from 'sql-template-tag'
import { readCounter, readCounters } from '../store/counters.ts'
import type { Reading } from '../store/database.ts'
import { type UsedFilter, wordsOf } from './conditions.ts'
import { wholeNumber } from './page.ts'

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

/** Claims that an article has, more or less. */
export const claimsAnArticle = 50
/** What it takes to look for words in one article, in claims that are found by them and gathered. */
const costOfArticle = 40
/** How many times as many articles are gone through as would have a page of claims, were these spread evenly. */
const spread = 3

/**
 * How many articles to go through for a page of the claims that a search finds; undefined where gathering all of them takes less.
 * @param found claims that the search finds
 * @param all claims
 */
export function countNear(found: number, all: number, page: number): number | undefined {
  const articles = Math.ceil((spread * (page + 1) * all) / claimsAnArticle / Math.max(1, found))
  return articles * costOfArticle < found ? articles : undefined
}

/** The latest claims, in which it is looked how frequent words are. */
const looked = 4000

/** About how many claims of a type, or of all, a search finds, by those among the latest. */
export async function estimateHits(reading: Reading, words: readonly UsedFilter[], type: string): Promise<number> {
  const { lead, leadWords } = reading.dialect
  const { alone, row } = lead.claims
  const ofType = type ? sql`and (select type from claims where seq = ${raw(row)}) = ${type}` : empty
  const { last, hits } = (await reading.first<{ last: number | null; hits: number }>(
    sql`select (select max(seq) from claims) as last, count(*) as hits from ${raw(alone)}
      where ${leadWords('claims', words.map(wordsOf))!} and ${raw(row)} > ${wholeNumber(sql`(select max(seq) from claims) - ${looked}`)} ${ofType}`,
  ))!
  return hits * Math.max(1, (last ?? 0) / looked)
}
