import sql from 'sql-template-tag'
import { findWorthySentences } from '../model/check-worthy.ts'
import { type ClaimRow, readClaims } from './claims.ts'
import type { Reading, Writing } from './database.ts'

/** Notes which sentences of an article are worth checking. @param rows its claims in text order */
export async function insertWorthy(tx: Writing, article: number, rows: readonly ClaimRow[]): Promise<void> {
  const numbers = new Map(rows.map(({ seq, claim }) => [claim.id, seq]))
  const sentences = findWorthySentences(rows.map(({ claim }) => claim))
  await tx.insert(
    'check_worthy',
    sentences.map(({ start, end, score, reasons, checked, first, last }) => ({
      article,
      start_at: start,
      end_at: end,
      score,
      checked: Number(checked),
      reasons: JSON.stringify(reasons),
      first_claim: numbers.get(first.id)!,
      last_claim: numbers.get(last.id)!,
    })),
  )
}

/** The same anew, after a review. */
export async function refreshWorthy(tx: Writing, article: number, rows: readonly ClaimRow[]): Promise<void> {
  await tx.run(sql`delete from check_worthy where article = ${article}`)
  await insertWorthy(tx, article, rows)
}

/** All of them anew. */
export async function reweigh(tx: Writing): Promise<void> {
  await tx.run(sql`delete from check_worthy`)
  for (const { seq: article } of await tx.all<{ seq: number }>(sql`select seq from articles order by seq`)) {
    await insertWorthy(tx, article, await readClaims(tx, article))
  }
}

/** The claims of sentences as JSON, by the first of each. */
export async function findClaimsBetween(
  reading: Reading,
  spans: readonly (readonly [first: number, last: number])[],
): Promise<Map<number, string[]>> {
  const found = new Map<number, string[]>()
  for (const [first, last] of spans) {
    const rows = await reading.all<{ json: string }>(
      sql`select json from claims where seq between ${first} and ${last} and section = 'body' order by seq`,
    )
    found.set(
      first,
      rows.map(({ json }) => json),
    )
  }
  return found
}
