import type { Claim } from '../../model/claim/index.ts'

/** What a claim means, in a few words for people: `24000000000 USD, Kazakh-China trade, rise to, 2022-01-01/2022-12-31`. */
export function describeMeaning(claim: Claim): string {
  switch (claim.type) {
    case 'figure': {
      const { number, low, high, against, currency, unit, per, modifier, measure, subject, change, how, period } = claim
      const { modality, baseline, attributedTo } = claim
      const bounds = low !== undefined || high !== undefined ? `${low ?? ''}..${high ?? ''}` : undefined
      return join([
        join(
          [
            modifier,
            number ?? bounds,
            against === undefined ? undefined : `against ${against}`,
            currency ?? unit,
            per && `per ${per}`,
          ],
          ' ',
        ),
        measure,
        subject && `of ${subject.name}`,
        join([change, how], ' '),
        period && `${period.from ?? '..'}/${period.to ?? '..'}`,
        baseline && `against ${baseline.surface}`,
        modality,
        attributedTo && `said by ${attributedTo.name}`,
      ])
    }
    case 'date':
      return join([claim.modifier, claim.iso ?? claim.duration ?? claim.kind], ' ')
    case 'quote':
      return join([claim.source?.name ?? claim.source?.surface, claim.cue, claim.kind, claim.polarity])
    case 'actor':
      return join([claim.name, claim.kind, claim.role, claim.affiliation])
  }
}

const join = (parts: readonly (string | number | false | undefined)[], by = ', ') =>
  parts.filter((part) => part !== undefined && part !== '' && part !== false).join(by)
