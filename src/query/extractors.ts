import { reviewerExtractor } from '../model/added-claim.ts'
import { ClaimType } from '../model/claim/index.ts'
import { measured, measuredOn } from '../model/measured.ts'
import { countReviews, type ReviewCounts } from '../store/count-reviews.ts'
import type { Store } from '../store/database.ts'

/** How right each extractor is as people found it, and how much was missed, beside what was measured on annotated texts. */
export async function describeExtractors(store: Store) {
  const counts = await countReviews(store, ClaimType.options)
  const rules = counts.filter(({ extractor }) => extractor !== reviewerExtractor)
  return {
    items: rules.map(({ added: _added, ...one }) => ({ ...one, ...precisionOf([one]) })),
    types: ClaimType.options.map((type) => {
      const own = rules.filter((one) => one.type === type)
      const missed = counts
        .filter((one) => one.extractor === reviewerExtractor && one.type === type)
        .reduce((sum, { claims, rejected }) => sum + claims - rejected, 0)
      const right = sum(own, 'confirmed') + sum(own, 'corrected')
      return {
        type,
        claims: sum(own, 'claims'),
        confirmed: sum(own, 'confirmed'),
        corrected: sum(own, 'corrected'),
        rejected: sum(own, 'rejected'),
        missed,
        ...precisionOf(own),
        ...(right + missed > 0 && { recall: round(right / (right + missed)) }),
        measured: [...measured[type]],
      }
    }),
    measuredOn,
  }
}

type Judged = Pick<ReviewCounts, 'confirmed' | 'corrected' | 'rejected'>

const sum = <K extends string>(counts: readonly Readonly<Record<K, number>>[], name: K) =>
  counts.reduce((all, one) => all + one[name], 0)

function precisionOf(counts: readonly Judged[]) {
  const [confirmed, corrected, rejected] = [sum(counts, 'confirmed'), sum(counts, 'corrected'), sum(counts, 'rejected')]
  const all = confirmed + corrected + rejected
  return all === 0 ? {} : { precision: round(confirmed / all), spanPrecision: round((confirmed + corrected) / all) }
}

const round = (share: number) => Number(share.toFixed(4))
