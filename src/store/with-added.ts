import type { ArticleRecord } from '../model/article.ts'
import type { Claim } from '../model/claim/index.ts'
import { prepareOnce, type Store } from './open.ts'

/** The article with what people found in this very text; where a rule finds it too by now, what they said of it holds. */
export function withAdded(store: Store, record: ArticleRecord): ArticleRecord {
  const added = prepareOnce<[string], string>(
    store,
    `SELECT reading FROM reviews WHERE text_hash = ? AND status = 'added' ORDER BY seq`,
  )
    .pluck()
    .all(record.textHash) as string[]
  if (added.length === 0) return record
  const claims = new Map(record.claims.map((claim) => [claim.id, claim]))
  for (const json of added) {
    const claim = JSON.parse(json) as Claim
    if (claim.articleId === record.id) claims.set(claim.id, claim)
  }
  const sorted = [...claims.values()].sort((a, b) => a.start - b.start || b.end - a.end)
  return { ...record, claims: sorted }
}
