import sql from 'sql-template-tag'
import type { ArticleRecord } from '../model/article.ts'
import type { Claim } from '../model/claim/index.ts'
import type { Reading } from './database.ts'

/** The article with what people found in this very text; where a rule finds it too by now, what they said of it holds. */
export async function withAdded(reading: Reading, record: ArticleRecord): Promise<ArticleRecord> {
  const added = await reading.all<{ json: string }>(
    sql`select reading as json from reviews where text_hash = ${record.textHash} and status = 'added' order by seq`,
  )
  if (added.length === 0) return record
  const claims = new Map(record.claims.map((claim) => [claim.id, claim]))
  for (const { json } of added) {
    const claim = JSON.parse(json) as Claim
    if (claim.articleId === record.id) claims.set(claim.id, claim)
  }
  const sorted = [...claims.values()].sort((a, b) => a.start - b.start || b.end - a.end)
  return { ...record, claims: sorted }
}
