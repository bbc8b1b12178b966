import type { Claim, FigureClaim } from '../client/index.ts'

const numbers = new Intl.NumberFormat('en', { maximumFractionDigits: 6 })
const period = (from: string | undefined, to: string | undefined): string | undefined => {
  if (!from && !to) return undefined
  if (from && to && from.slice(5) === '01-01' && to === `${from.slice(0, 4)}-12-31`) return from.slice(0, 4)
  return from === to ? from : `${from ?? '…'} to ${to ?? '…'}`
}

const formatNumber = (value: number): string => numbers.format(value)

/** The number of a figure, with what it is counted in. */
export function formatQuantity({ number, low, high, against, currency, unit, per, kind }: FigureClaim): string {
  const amount =
    number !== undefined
      ? formatNumber(number) + (against === undefined ? '' : `–${formatNumber(against)}`)
      : low !== undefined || high !== undefined
        ? `${low === undefined ? '' : formatNumber(low)}–${high === undefined ? '' : formatNumber(high)}`
        : 'no single value'
  return [amount, currency ?? unit ?? (kind === 'rank' ? '(rank)' : ''), per ? `per ${per}` : '']
    .filter(Boolean)
    .join(' ')
}

const modalities: Record<NonNullable<FigureClaim['modality']>, string> = {
  forecast: 'expected',
  planned: 'planned',
  conditional: 'only if',
  required: 'required',
  possible: 'possible',
  denied: 'denied',
}

/** What a change is against, with its days where they are known. */
const against = (baseline: FigureClaim['baseline']): string | undefined => {
  const days = period(baseline?.period?.from, baseline?.period?.to)
  return baseline && (days ? `${baseline.surface} (${days})` : baseline.surface)
}

/** What a claim means, as rows of a table. */
export function explain(claim: Claim): [label: string, value: string][] {
  const rows: [string, string | undefined][] = []
  switch (claim.type) {
    case 'figure':
      rows.push(
        ['value', formatQuantity(claim)],
        ['bound', claim.modifier?.replaceAll('-', ' ')],
        ['of what', claim.measure],
        ['said of', claim.subject?.name],
        ['change', claim.change && `${claim.change}${claim.how ? ` (${claim.how})` : ''}`],
        ['period', period(claim.period?.from, claim.period?.to)],
        ['compared with', against(claim.baseline)],
        ['fact or not', claim.modality && modalities[claim.modality]],
      )
      break
    case 'date':
      rows.push(
        ['date', claim.iso ?? claim.duration ?? 'not resolved'],
        ['days', period(claim.from, claim.to)],
        ['bound', claim.modifier?.replaceAll('-', ' ')],
      )
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
  if (claim.review)
    rows.push([
      'review',
      `${claim.review.status} by ${claim.review.by}${claim.review.note ? `: ${claim.review.note}` : ''}`,
    ])
  return rows.filter((row): row is [string, string] => Boolean(row[1]))
}

/** One line for lists. */
export const summarise = (claim: Claim): string =>
  explain(claim)
    .filter(([label]) => label !== 'kind' && label !== 'review')
    .map(([, value]) => value)
    .join(' · ')

/** What somebody pastes who cites the claim. */
export function cite(
  claim: Claim,
  article: { title?: string; publication?: string; author?: string; publishedAt?: string; url?: string },
  link: string,
): string {
  const source = [article.author, article.title && `“${article.title}”`, article.publication, article.publishedAt]
    .filter(Boolean)
    .join(', ')
  return `“${claim.surface}” — ${claim.sentence.text.trim()} ${source ? `(${source})` : ''} ${article.url ?? ''} ${link}`
    .replace(/\s+/g, ' ')
    .trim()
}
