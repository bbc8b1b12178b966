import { findWorthySentences } from '../model/check-worthy.ts'
import type { Claim } from '../model/claim/index.ts'
import { prepareOnce, type Store } from './open.ts'

type Row = { readonly seq: number; readonly claim: Claim }

/** Notes which sentences of an article are worth checking. @param rows its claims in text order */
export function insertWorthy(store: Store, article: number, rows: readonly Row[]): void {
  const insert = prepareOnce(
    store,
    `INSERT INTO check_worthy (article, start_at, end_at, score, checked, reasons, first_claim, last_claim)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const numbers = new Map(rows.map(({ seq, claim }) => [claim.id, seq]))
  for (const { start, end, score, reasons, checked, first, last } of findWorthySentences(
    rows.map(({ claim }) => claim),
  ))
    insert.run(
      article,
      start,
      end,
      score,
      Number(checked),
      JSON.stringify(reasons),
      numbers.get(first.id)!,
      numbers.get(last.id)!,
    )
}

/** The same anew, after a review. */
export function refreshWorthy(store: Store, article: number, rows: readonly Row[]): void {
  prepareOnce(store, 'DELETE FROM check_worthy WHERE article = ?').run(article)
  insertWorthy(store, article, rows)
}

/** All of them anew. */
export function reweigh(store: Store): void {
  store.exec('DELETE FROM check_worthy')
  const claimsOf = prepareOnce<[number], { seq: number; json: string }>(
    store,
    'SELECT seq, json FROM claims WHERE article = ? ORDER BY seq',
  )
  for (const article of store.prepare<[], number>('SELECT seq FROM articles ORDER BY seq').pluck().all() as number[]) {
    const rows = claimsOf.all(article)
    insertWorthy(
      store,
      article,
      rows.map(({ seq, json }) => ({ seq, claim: JSON.parse(json) as Claim })),
    )
  }
}

/** The claims of sentences as JSON, by the first of each. */
export function findClaimsBetween(
  store: Store,
  spans: readonly (readonly [first: number, last: number])[],
): Map<number, string[]> {
  const between = prepareOnce<[number, number], string>(
    store,
    `SELECT json FROM claims WHERE seq BETWEEN ? AND ? AND section = 'body' ORDER BY seq`,
  ).pluck()
  return new Map(spans.map(([first, last]) => [first, between.all(first, last) as string[]]))
}
