import sql, { join, raw } from 'sql-template-tag'
import type { ArticleRecord } from '../model/article.ts'
import type { Claim } from '../model/claim/index.ts'
import type { Reading, Writing } from './database.ts'
import { applyReview, findStandingReviews, stillHolds, type WrittenReview } from './reviews.ts'

/** A claim with the number of its row. */
export type ClaimRow = { readonly seq: number; readonly claim: Claim }

/** The claims of an article in the order they were stored in, by the number of the article's row. */
export async function readClaims(reading: Reading, article: number): Promise<ClaimRow[]> {
  const rows = await reading.all<{ seq: number; json: string }>(
    sql`select seq, json from claims where article = ${article} order by seq`,
  )
  return rows.map(({ seq, json }) => ({ seq, claim: JSON.parse(json) as Claim }))
}

/** Inserts the claims of an article, each as the last review of it in this very text left it, where that still holds. */
export async function insertClaims(
  tx: Writing,
  { claims, metadata, textHash }: ArticleRecord,
  article: number,
  sequence: number,
): Promise<ClaimRow[]> {
  const reviews = await findStandingReviews(tx, textHash)
  const first = await tx.dialect.numberClaims(tx, article, claims.length)
  const rows: ClaimRow[] = []
  const inserted = claims.map((extracted, i) => {
    const { id, type, section, start, end, extractor, confidence } = extracted
    const said = reviews.get(id)
    const { claim, columns } = review(extracted, said && stillHolds(extracted, said) ? said : undefined)
    rows.push({ seq: first + i, claim })
    return {
      seq: first + i,
      id,
      article,
      sequence,
      type,
      section,
      start_at: start,
      end_at: end,
      extractor,
      confidence,
      published_at: metadata.publishedAt ?? null,
      ...columns,
      ...tx.dialect.claimWords(claim),
    }
  })
  await tx.insert('claims', inserted)
  return rows
}

/** Puts a claim's row in order after a review of it; gives the claim as it is now. */
export async function updateClaim(
  tx: Writing,
  seq: number,
  extracted: Claim,
  reviewed: WrittenReview | undefined,
  version: number,
): Promise<Claim> {
  const { claim, columns } = review(extracted, reviewed)
  const changes = Object.entries({ version, ...columns }).map(([name, value]) => sql`${raw(name)} = ${value}`)
  await tx.run(sql`update claims set ${join(changes, ', ')} where seq = ${seq}`)
  await tx.dialect.updateWords(tx, seq, claim)
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

/** The first day that a claim is about, where it says one. */
export const dayOf = (claim: Claim): string | null =>
  (claim.type === 'date' ? claim.from : claim.type === 'figure' ? claim.period?.from : undefined) ?? null

const blank: Record<string, string | number | null> = {
  low: null,
  high: null,
  unit: null,
  currency: null,
  modifier: null,
  change: null,
  how: null,
  measure: null,
  measure_head: null,
  baseline: null,
  modality: null,
  attributed_to: null,
  polarity: null,
  from_day: null,
  to_day: null,
  iso: null,
  cue: null,
  source: null,
}

function columnsOf(claim: Claim): Record<string, string | number | null> {
  switch (claim.type) {
    case 'actor':
      return { attributed_to: claim.attributedTo?.surface ?? null }
    case 'date':
      return {
        from_day: dayOf(claim),
        to_day: claim.to ?? null,
        iso: claim.iso ?? claim.duration ?? null,
        modifier: claim.modifier ?? null,
        attributed_to: claim.attributedTo?.surface ?? null,
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
        measure_head: claim.measureHead ?? null,
        baseline: claim.baseline?.surface ?? null,
        modality: claim.modality ?? null,
        attributed_to: claim.attributedTo?.surface ?? null,
        from_day: dayOf(claim),
        to_day: claim.period?.to ?? null,
      }
    case 'quote':
      return { cue: claim.cue ?? null, source: claim.source?.surface ?? null, polarity: claim.polarity ?? null }
  }
}
