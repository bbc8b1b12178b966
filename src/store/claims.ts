import type { ArticleRecord } from '../model/article.ts'
import type { Claim } from '../model/claim/index.ts'
import { prepareOnce, type Store } from './open.ts'
import { applyReview, findStandingReviews, stillHolds, type WrittenReview } from './reviews.ts'

/** A claim with the number of its row. */
export type ClaimRow = { readonly seq: number; readonly claim: Claim }

/** Inserts the claims of an article, each as the last review of it in this very text left it, where that still holds. */
export function insertClaims(
  store: Store,
  { claims, metadata, textHash }: ArticleRecord,
  article: number,
  sequence: number,
): ClaimRow[] {
  const insert = prepareOnce(
    store,
    `INSERT INTO claims (id, article, sequence, type, section, start_at, end_at, kind, extractor, confidence, published_at, low, high, unit, currency, modifier, change, how, measure, measure_head, baseline, modality, attributed_to, polarity, from_day, to_day, iso, cue, source, json, review, extracted)
     VALUES (@id, @article, @sequence, @type, @section, @start, @end, @kind, @extractor, @confidence, @published, @low, @high, @unit, @currency, @modifier, @change, @how, @measure, @measureHead, @baseline, @modality, @attributedTo, @polarity, @from, @to, @iso, @cue, @source, @json, @review, @extracted)`,
  )
  const reviews = findStandingReviews(store, textHash)
  const published = metadata.publishedAt ?? null
  return claims.map((extracted) => {
    const { id, type, section, start, end, extractor, confidence } = extracted
    const said = reviews.get(id)
    const { claim, columns } = review(extracted, said && stillHolds(extracted, said) ? said : undefined)
    const { lastInsertRowid } = insert.run({
      ...columns,
      id,
      article,
      sequence,
      type,
      section,
      start,
      end,
      extractor,
      confidence,
      published,
    })
    return { seq: Number(lastInsertRowid), claim }
  })
}

/** Puts a claim's row in order after a review of it; gives the claim as it is now. */
export function updateClaim(
  store: Store,
  seq: number,
  extracted: Claim,
  reviewed: WrittenReview | undefined,
  version: number,
): Claim {
  const { claim, columns } = review(extracted, reviewed)
  prepareOnce(
    store,
    `UPDATE claims SET version = @version, kind = @kind, low = @low, high = @high, unit = @unit, currency = @currency, modifier = @modifier, change = @change, how = @how, measure = @measure, measure_head = @measureHead, baseline = @baseline, modality = @modality, attributed_to = @attributedTo, polarity = @polarity, from_day = @from, to_day = @to, iso = @iso, cue = @cue, source = @source, json = @json, review = @review, extracted = @extracted WHERE seq = @seq`,
  ).run({ ...columns, version, seq })
  prepareOnce(
    store,
    'UPDATE claims_text SET surface = searchable(?), sentence = searchable(?), measure = searchable(?) WHERE rowid = ?',
  ).run(claim.surface, claim.sentence.text, (claim.type === 'figure' && claim.measure) || '', seq)
  return claim
}

/** A claim as its review leaves it, and the columns that follow from that. */
function review(extracted: Claim, reviewed: WrittenReview | undefined) {
  const claim = reviewed ? applyReview(extracted, reviewed) : extracted
  const columns = {
    ...blank,
    ...columnsOf(claim),
    kind: claim.kind,
    json: JSON.stringify(claim),
    review: reviewed?.status ?? 'none',
    extracted: reviewed ? JSON.stringify(extracted) : null,
  }
  return { claim, columns }
}

const blank: Record<string, string | number | null> = {
  low: null,
  high: null,
  unit: null,
  currency: null,
  modifier: null,
  change: null,
  how: null,
  measure: null,
  measureHead: null,
  baseline: null,
  modality: null,
  attributedTo: null,
  polarity: null,
  from: null,
  to: null,
  iso: null,
  cue: null,
  source: null,
}

function columnsOf(claim: Claim): Record<string, string | number | null> {
  switch (claim.type) {
    case 'actor':
      return { attributedTo: claim.attributedTo?.surface ?? null }
    case 'date':
      return {
        from: claim.from ?? null,
        to: claim.to ?? null,
        iso: claim.iso ?? claim.duration ?? null,
        modifier: claim.modifier ?? null,
        attributedTo: claim.attributedTo?.surface ?? null,
      }
    case 'figure':
      return {
        low: claim.low ?? claim.number ?? null,
        high: claim.high ?? claim.number ?? null,
        unit: claim.unit ?? null,
        currency: claim.currency ?? null,
        modifier: claim.modifier ?? null,
        change: claim.change ?? null,
        how: claim.how ?? null,
        measure: claim.measure ?? null,
        measureHead: claim.measureHead ?? null,
        baseline: claim.baseline?.surface ?? null,
        modality: claim.modality ?? null,
        attributedTo: claim.attributedTo?.surface ?? null,
        from: claim.period?.from ?? null,
        to: claim.period?.to ?? null,
      }
    case 'quote':
      return { cue: claim.cue ?? null, source: claim.source?.surface ?? null, polarity: claim.polarity ?? null }
  }
}
