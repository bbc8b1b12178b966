import sql from 'sql-template-tag'
import type { ClaimType } from '../model/claim/index.ts'
import { readCounters } from './counters.ts'
import type { Reading } from './database.ts'

/** Claims of an extractor in bodies, and what the reviews that stand say of them. */
export type ReviewCounts = {
  readonly extractor: string
  readonly type: ClaimType
  readonly claims: number
  readonly confirmed: number
  readonly corrected: number
  readonly rejected: number
  readonly added: number
}

type Counted = {
  type: ClaimType
  extractor: string
  review: 'confirmed' | 'corrected' | 'rejected' | 'added'
  count: number
}

/** Extractors that are told apart; there are a few dozen. */
const most = 1000

/** What reviews say of the claims of each extractor that has any, by name. */
export async function countReviews(reading: Reading, types: readonly ClaimType[]): Promise<ReviewCounts[]> {
  const reviewed = await reading.all<Counted>(
    sql`select type, extractor, review, count(*) as count from claims where review <> 'none' and section = 'body' group by 1, 2, 3`,
  )
  const counters = await Promise.all(types.map((type) => readCounters(reading, 'extractor', type, most)))
  return types
    .flatMap((type, i) => {
      const known = new Map(counters[i]!.map(({ value, count }) => [value, count]))
      const own = reviewed.filter((row) => row.type === type)
      return [...new Set([...known.keys(), ...own.map(({ extractor }) => extractor)])].map((extractor) => {
        const said = (review: Counted['review']) =>
          own.find((row) => row.extractor === extractor && row.review === review)?.count ?? 0
        const rejected = said('rejected')
        return {
          extractor,
          type,
          // counters leave out what was rejected
          claims: (known.get(extractor) ?? 0) + rejected,
          confirmed: said('confirmed'),
          corrected: said('corrected'),
          rejected,
          added: said('added'),
        }
      })
    })
    .sort((a, b) => (a.extractor < b.extractor ? -1 : 1))
}
