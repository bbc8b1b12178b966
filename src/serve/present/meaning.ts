import type { Claim } from '../../model/claim/index.ts'
import { sayDate, sayQuantity } from '../../say/claims.ts'
import { sayDays } from '../../say/days.ts'

/** What a claim means, in a few words for people: `$24 billion, Kazakh-China trade, rise to, 2022`. */
export function describeMeaning(claim: Claim): string {
  switch (claim.type) {
    case 'figure': {
      const { measure, subject, change, how, period, modality, baseline, attributedTo } = claim
      return join([
        sayQuantity(claim),
        measure,
        subject && `of ${subject.name}`,
        join([change, how], ' '),
        sayDays(period?.from, period?.to),
        baseline && `against ${baseline.surface}`,
        modality,
        attributedTo && `said by ${attributedTo.name}`,
      ])
    }
    case 'date':
      return sayDate(claim)
    case 'quote':
      return join([claim.source?.name ?? claim.source?.surface, claim.cue, claim.kind, claim.polarity])
    case 'actor':
      return join([claim.name, claim.kind, claim.role, claim.affiliation])
  }
}

const join = (parts: readonly (string | number | false | undefined)[], by = ', ') =>
  parts.filter((part) => part !== undefined && part !== '' && part !== false).join(by)
