import { prepareOnce, type Store } from './open.ts'

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
export function recordArticle(store: Store, id: string, sequence: number, at: string, deleted = false): void {
  prepareOnce(store, `DELETE FROM changes WHERE article_id = ? AND kind = 'claim'`).run(id)
  record(store, 'article', id, id, sequence, at, deleted)
}

/** Notes that a claim changed by itself. */
export const recordClaim = (store: Store, id: string, articleId: string, sequence: number, at: string): void =>
  record(store, 'claim', id, articleId, sequence, at, false)

function record(
  store: Store,
  kind: ChangeRow['kind'],
  id: string,
  articleId: string,
  sequence: number,
  at: string,
  deleted: boolean,
): void {
  prepareOnce(
    store,
    `INSERT INTO changes (kind, id, article_id, deleted, changed_at, sequence) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (kind, id) DO UPDATE SET deleted = excluded.deleted, changed_at = excluded.changed_at, sequence = excluded.sequence`,
  ).run(kind, id, articleId, Number(deleted), at, sequence)
}

/** Changes behind a version, in their order. */
export const listChangeRows = (store: Store, after: number, limit: number): ChangeRow[] =>
  prepareOnce<[number, number], ChangeRow>(
    store,
    'SELECT * FROM changes WHERE sequence > ? ORDER BY sequence LIMIT ?',
  ).all(after, limit)
