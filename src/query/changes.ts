import { z } from 'zod'
import type { Article } from '../model/article.ts'
import { ProblemError } from '../model/problem.ts'
import { type ChangeRow, lastChange, listChangeRows } from '../store/changes.ts'
import type { Reading, Store } from '../store/database.ts'
import { findArticle, findClaimsOf, findClaimVersion, toArticle } from '../store/read.ts'

/** Where a reader of the changes is: the database and its version. */
const ChangeCursor = z.tuple([z.int().min(0), z.int().min(0)])

export type Change = {
  readonly kind: ChangeRow['kind']
  readonly change: 'saved' | 'deleted'
  readonly id: string
  readonly articleId: string
  readonly at: string
  readonly article?: Article
  /** As they are stored: JSON. */
  readonly claims?: readonly string[]
}

/** Cursor of everything that comes after the data as they are now: behind the last change, for a number that was given for none may be given anew. */
export const cursorOfNow = async (reading: Reading): Promise<string> => encode(reading, await lastChange(reading))

const encode = (reading: Reading, sequence: number) =>
  Buffer.from(JSON.stringify([reading.version().identity, sequence])).toString('base64url')

type ChangeQuery = { readonly after?: string; readonly limit: number; readonly expand?: readonly string[] }

/**
 * What changed behind a cursor, oldest first, each thing once with its last state, all read at one moment.
 * @throws {ProblemError} invalid-cursor
 */
export async function listChanges(
  store: Store,
  query: ChangeQuery,
): Promise<{ items: Change[]; next: string; more: boolean }> {
  const { changes, next, more } = await listChangesOneByOne(store, query)
  return { items: changes.map(({ change }) => change), next, more }
}

/**
 * The same with the cursor behind each change: absent where the next one was made at the same moment. `version` is that of the data they were
 * read from.
 * @throws {ProblemError} invalid-cursor
 */
export function listChangesOneByOne(store: Store, { after, limit, expand = [] }: ChangeQuery) {
  return store.read(async (tx) => {
    const from = after === undefined ? 0 : decode(tx, after)
    const rows = await listChangeRows(tx, from, limit + 1)
    const page = rows.slice(0, limit)
    const changes: { readonly change: Change; readonly cursor: string | undefined }[] = []
    for (const [i, row] of page.entries())
      changes.push({
        change: await toChange(tx, row, expand),
        cursor: rows[i + 1]?.sequence === row.sequence ? undefined : encode(tx, row.sequence),
      })
    return {
      changes,
      next: encode(tx, page.at(-1)?.sequence ?? from),
      more: rows.length > limit,
      version: tx.version().sequence,
    }
  })
}

async function toChange(reading: Reading, row: ChangeRow, expand: readonly string[]): Promise<Change> {
  const { kind, id, article_id: articleId, changed_at: at } = row
  const change = row.deleted ? 'deleted' : 'saved'
  const head = { kind, change, id, articleId, at } as const
  if (row.deleted) return head
  if (kind === 'claim')
    return { ...head, ...(expand.includes('claims') && { claims: [(await findClaimVersion(reading, id))!.json] }) }
  return {
    ...head,
    ...(expand.includes('article') && {
      article: toArticle((await findArticle(reading, id))!, { sections: true, text: expand.includes('text') }),
    }),
    ...(expand.includes('claims') && { claims: await findClaimsOf(reading, id) }),
  }
}

function decode(reading: Reading, text: string): number {
  const refuse = (detail: string): never => {
    throw new ProblemError('invalid-cursor', detail, [{ parameter: 'after', code: 'invalid-cursor', detail }])
  }
  let cursor: z.infer<typeof ChangeCursor>
  try {
    cursor = ChangeCursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
  } catch {
    return refuse('The cursor is malformed: pass the "next" of the changes before as it is.')
  }
  const [identity, sequence] = cursor
  if (identity !== reading.version().identity)
    return refuse('The cursor belongs to another database: begin the mirror anew, without a cursor.')
  if (sequence > reading.version().sequence)
    return refuse(
      'The cursor is ahead of this database, which was put back to an earlier state: begin the mirror anew.',
    )
  return sequence
}
