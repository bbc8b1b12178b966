import sql from 'sql-template-tag'
import type { Reading, Writing } from './database.ts'

/** A row of `changes`. `sequence` is the data's version that the change made. */
export type ChangeRow = {
  kind: 'article' | 'claim'
  id: string
  article_id: string
  deleted: 0 | 1
  changed_at: string
  sequence: number
}

/** Notes that an article was stored or deleted; what was noted of its claims goes, for the article stands for them. */
export async function recordArticle(
  tx: Writing,
  id: string,
  sequence: number,
  at: string,
  deleted = false,
): Promise<void> {
  await tx.run(sql`delete from changes where article_id = ${id} and kind = 'claim'`)
  await record(tx, 'article', id, id, sequence, at, deleted)
}

/** Notes that a claim changed by itself. */
export const recordClaim = (tx: Writing, id: string, articleId: string, sequence: number, at: string): Promise<void> =>
  record(tx, 'claim', id, articleId, sequence, at, false)

async function record(
  tx: Writing,
  kind: ChangeRow['kind'],
  id: string,
  articleId: string,
  sequence: number,
  at: string,
  deleted: boolean,
): Promise<void> {
  await tx.run(
    sql`insert into changes (kind, id, article_id, deleted, changed_at, sequence) values (${kind}, ${id}, ${articleId}, ${Number(deleted)}, ${at}, ${sequence})
      on conflict (kind, id) do update set deleted = excluded.deleted, changed_at = excluded.changed_at, sequence = excluded.sequence`,
  )
}

/** The last change that may be seen; 0 before the first. */
export const lastChange = async (reading: Reading): Promise<number> =>
  (
    await reading.first<{ last: number | null }>(
      sql`select max(sequence) as last from changes where sequence <= ${reading.version().sequence}`,
    )
  )?.last ?? 0

/** Changes behind a version, in their order. */
export const listChangeRows = (reading: Reading, after: number, limit: number): Promise<ChangeRow[]> =>
  reading.all<ChangeRow>(
    sql`select * from changes where sequence > ${after} and sequence <= ${reading.version().sequence} order by sequence limit ${limit}`,
  )
