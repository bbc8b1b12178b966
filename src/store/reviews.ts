import sql from 'sql-template-tag'
import type { Claim } from '../model/claim/index.ts'
import { type Corrections, correctClaim } from '../model/corrections.ts'
import type { Review, ReviewStatus } from '../model/review.ts'
import { isStillReadAs } from '../model/same-reading.ts'
import type { Reading, Writing } from './database.ts'

/** A row of `reviews`: what somebody once said of a claim. */
export type ReviewRow = {
  seq: number
  id: string
  claim_id: string
  text_hash: string
  status: ReviewStatus | 'none'
  corrections: string | null
  note: string | null
  reviewer: string
  key_id: string | null
  reviewed_at: string
  sequence: number
  /** The claim as the rule had read it then, as JSON; null where that was not written down. */
  reading: string | null
  article_id: string | null
  type: string | null
  extractor: string | null
}
/** What is written down of one; the rest follows from it. */
export type WrittenReview = Omit<ReviewRow, 'seq' | 'article_id' | 'type' | 'extractor'>

/** The last review of each claim that was reviewed in this text, by the claim's id; those that took reviews back are left out. */
export async function findStandingReviews(reading: Reading, textHash: string): Promise<Map<string, ReviewRow>> {
  const rows = await reading.all<ReviewRow>(sql`select * from reviews where text_hash = ${textHash} order by seq`)
  const standing = new Map<string, ReviewRow>()
  for (const row of rows)
    if (row.status === 'none') standing.delete(row.claim_id)
    else standing.set(row.claim_id, row)
  return standing
}

/** Whether what was said of a claim can be said of how it is read now: who confirmed one reading has not confirmed another. */
export function stillHolds(extracted: Claim, { status, reading }: WrittenReview): boolean {
  return status !== 'confirmed' || reading === null || isStillReadAs(JSON.parse(reading) as Claim, extracted)
}

/** The claim with what was said of it: its corrections made, the rule's own reading kept beside them. */
export function applyReview(extracted: Claim, row: WrittenReview): Claim {
  const corrections = row.corrections === null ? undefined : (JSON.parse(row.corrections) as Corrections)
  let corrected = extracted
  try {
    if (corrections) corrected = correctClaim(extracted, corrections)
  } catch {
    // made for the fields of another version of the program: the words of the review still hold
  }
  const before = extracted as unknown as Record<string, unknown>
  const review: Review = {
    status: row.status as ReviewStatus,
    by: row.reviewer,
    at: row.reviewed_at,
    ...(row.note !== null && { note: row.note }),
    ...(corrections && {
      extracted: Object.fromEntries(Object.keys(corrections).map((name) => [name, before[name] ?? null])),
    }),
  }
  return { ...corrected, review }
}

export async function insertReview(tx: Writing, row: WrittenReview): Promise<void> {
  const { articleId, type, extractor } = JSON.parse(row.reading ?? '{}') as Partial<Claim>
  await tx.insert('reviews', [
    { ...row, article_id: articleId ?? null, type: type ?? null, extractor: extractor ?? null },
  ])
}

/** Counts anew how many claims of an article's body somebody looked at. */
export async function countChecked(tx: Writing, article: number): Promise<void> {
  await tx.run(
    sql`update articles set checked_count = (
      select count(*) from claims where article = articles.seq and review <> 'none' and section = 'body') where seq = ${article}`,
  )
}
