import { stringify } from 'csv-stringify/sync'
import type { Claim } from '../../model/claim/index.ts'

/** What a row says of the article. */
export type CsvArticle = {
  readonly title?: string | null | undefined
  readonly url?: string | null | undefined
  readonly publishedAt?: string | null | undefined
}
type Cell = string | number | null | undefined
/** Of any claim: fields that a type has not are empty. */
type Flat = Partial<Omit<Extract<Claim, { type: 'actor' }>, 'type' | 'kind'>> &
  Partial<Omit<Extract<Claim, { type: 'date' }>, 'type' | 'kind' | 'modifier'>> &
  Partial<Omit<Extract<Claim, { type: 'figure' }>, 'type' | 'kind' | 'modifier'>> &
  Partial<Omit<Extract<Claim, { type: 'quote' }>, 'type' | 'kind'>> & { type: string; kind: string; modifier?: string }

// The columns, in their order: new ones are added at the end, so that positions stay.
const columns: Record<string, (claim: Flat, article: CsvArticle) => Cell> = {
  id: ({ id }) => id,
  articleId: ({ articleId }) => articleId,
  articleTitle: (_, { title }) => title,
  articleUrl: (_, { url }) => url,
  publishedAt: (_, { publishedAt }) => publishedAt,
  type: ({ type }) => type,
  kind: ({ kind }) => kind,
  surface: ({ surface }) => surface,
  start: ({ start }) => start,
  end: ({ end }) => end,
  section: ({ section }) => section,
  sentence: ({ sentence }) => sentence?.text,
  number: ({ number }) => number,
  low: ({ low }) => low,
  high: ({ high }) => high,
  against: ({ against }) => against,
  unit: ({ unit }) => unit,
  currency: ({ currency }) => currency,
  per: ({ per }) => per,
  modifier: ({ modifier }) => modifier,
  measure: ({ measure }) => measure,
  subject: ({ subject }) => subject?.name,
  subjectId: ({ subject }) => subject?.actorId,
  change: ({ change }) => change,
  how: ({ how }) => how,
  iso: ({ iso }) => iso,
  duration: ({ duration }) => duration,
  from: ({ from, period }) => from ?? period?.from,
  to: ({ to, period }) => to ?? period?.to,
  source: ({ source }) => source?.name ?? source?.surface,
  sourceId: ({ source }) => source?.actorId,
  cue: ({ cue }) => cue,
  actorId: ({ actorId }) => actorId,
  name: ({ name }) => name,
  role: ({ role }) => role,
  affiliation: ({ affiliation }) => affiliation,
  extractor: ({ extractor }) => extractor,
  confidence: ({ confidence }) => confidence,
  review: ({ review }) => review?.status,
  reviewedBy: ({ review }) => review?.by,
  reviewNote: ({ review }) => review?.note,
}

/** RFC 4180: the line of names. */
export const csvHeader = (): string => write([Object.keys(columns)])

/** One line a claim. */
export const toCsv = (rows: readonly { readonly claim: Claim; readonly article: CsvArticle }[]): string =>
  write(rows.map(({ claim, article }) => Object.values(columns).map((read) => read(claim as Flat, article))))

/** Words that a spreadsheet would take for a formula begin with an apostrophe. */
const write = (rows: readonly (readonly Cell[])[]): string =>
  stringify(rows as Cell[][], { record_delimiter: 'windows', escape_formulas: true })
