import type { Claim, FigureClaim } from '../client/index.ts'
import { sayChange, sayClaim, sayDate, sayQuantity } from '../say/claims.ts'
import { sayDays } from '../say/days.ts'

const modalities: Record<NonNullable<FigureClaim['modality']>, string> = {
  forecast: 'expected',
  planned: 'planned',
  conditional: 'only if',
  required: 'required',
  possible: 'possible',
  denied: 'denied',
}

/** What a change is against, with its days where they are known. */
const sayBaseline = (baseline: FigureClaim['baseline']): string | undefined => {
  const days = sayDays(baseline?.period?.from, baseline?.period?.to)
  return baseline && (days ? `${baseline.surface} (${days})` : baseline.surface)
}

/** What a claim means, as rows of a table. */
export function explain(claim: Claim): [label: string, value: string][] {
  const rows: [string, string | undefined][] = []
  switch (claim.type) {
    case 'figure':
      rows.push(
        ['value', sayQuantity(claim)],
        ['of what', claim.measure],
        ['said of', claim.subject?.name],
        ['change', sayChange(claim)],
        ['period', sayDays(claim.period?.from, claim.period?.to)],
        ['compared with', sayBaseline(claim.baseline)],
        ['fact or not', claim.modality && (modalities[claim.modality] ?? claim.modality)],
      )
      break
    case 'date':
      rows.push(['when', sayDate(claim)])
      break
    case 'quote':
      rows.push(
        ['said by', claim.source ? (claim.source.name ?? claim.source.surface) : 'nobody is named'],
        ['by the words', claim.cue],
        ['denied', claim.polarity && 'the source says that it is not so'],
      )
      break
    case 'actor':
      rows.push(['name', claim.name], ['role', claim.role], ['of', claim.affiliation])
  }
  if (claim.type !== 'quote') rows.push(['said by', claim.attributedTo?.name])
  rows.push(['kind', claim.kind])
  return rows.filter((row): row is [string, string] => Boolean(row[1]))
}

/** One line for lists. */
export function summarise(claim: Claim): string {
  if (claim.type === 'quote') return speakerOf(claim) ?? 'nobody is named'
  if (claim.type === 'date') return sayDate(claim)
  if (claim.type === 'actor') return [claim.name, claim.role, claim.affiliation].filter(Boolean).join(' · ')
  const { measure, subject, modality } = claim
  return [sayClaim(claim), measure, sayChange(claim), subject?.name, modality && modalities[modality]]
    .filter(Boolean)
    .join(' · ')
}

/** Who says it: the source of a quote, or in whose words another claim stands. */
export const speakerOf = (claim: Claim): string | undefined =>
  claim.type === 'quote' ? (claim.source?.name ?? claim.source?.surface) : claim.attributedTo?.name
