import type { ClaimType } from '../model/claim/index.ts'
import { readCounters } from './counters.ts'
import { prepareOnce, type Store } from './open.ts'

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
export function countReviews(store: Store, types: readonly ClaimType[]): ReviewCounts[] {
  const reviewed = prepareOnce<[], Counted>(
    store,
    `SELECT type, extractor, review, count(*) AS count FROM claims WHERE review <> 'none' AND section = 'body' GROUP BY 1, 2, 3`,
  ).all()
  return types
    .flatMap((type) => {
      const known = new Map(readCounters(store, 'extractor', type, most).map(({ value, count }) => [value, count]))
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
