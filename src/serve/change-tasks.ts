import type { ClaimRequest } from '../model/added-claim.ts'
import { type ArticleRecord, countClaims } from '../model/article.ts'
import type { ReviewRequest } from '../model/corrections.ts'
import { ProblemError } from '../model/problem.ts'
import { addClaim } from '../store/added-claims.ts'
import type { Store, Writing } from '../store/database.ts'
import { claimIdempotencyKey, releaseIdempotencyKey, type StoredResponse, storeResponse } from '../store/idempotency.ts'
import { noteUse } from '../store/keys.ts'
import { findArticle, toArticle } from '../store/read.ts'
import { type Reviewer, reviewClaim } from '../store/review-claim.ts'
import { deleteArticle, previewArticle, type SaveOutcome, saveArticles } from '../store/save.ts'
import { checkVersion } from './plugins/entity-tags.ts'
import { openRecord, type SealedRecord } from './text-tasks.ts'

// All changes of the database. None of them reads a text: what is saved here was read elsewhere.

/** What makes a repeated request the same request. */
export type Idempotency = { readonly keyId: string; readonly key: string; readonly requestHash: string }

/** `counts`: claims that were stored, by the rule that read them. */
export type Saved = StoredResponse & { readonly replayed: boolean; readonly counts: Readonly<Record<string, number>> }

export type ChangeTasks = {
  /**
   * Takes an idempotency key for a request.
   * @returns the response that the same request got before, if it did
   * @throws {ProblemError} request-running, idempotency-mismatch
   */
  readonly begin: (idempotency: Idempotency) => Promise<Saved | undefined>
  /** Lets the key of a request go that came to nothing. */
  readonly release: (idempotency: Idempotency) => Promise<void>
  readonly save: (record: SealedRecord, idempotency?: Idempotency) => Promise<Saved>
  /** The result that `save` would have, and nothing stored. */
  readonly preview: (record: SealedRecord) => Promise<Saved>
  /** @returns whether there was such an article */
  readonly remove: (articleId: string) => Promise<boolean>
  /**
   * @param ifMatch the request's If-Match
   * @returns the claim as JSON, and its version; undefined when there is no such claim
   * @throws {ProblemError} precondition-required, precondition-failed, invalid-body
   */
  readonly review: (
    claimId: string,
    request: ReviewRequest,
    reviewer: Omit<Reviewer, 'at'>,
    ifMatch: string | undefined,
  ) => Promise<{ readonly json: string; readonly version: number } | undefined>
  /**
   * Adds a claim that no rule had found.
   * @returns the claim as JSON, and its version; undefined when there is no such article
   * @throws {ProblemError} invalid-body, claim-exists
   */
  readonly addClaim: (
    articleId: string,
    request: ClaimRequest,
    reviewer: Omit<Reviewer, 'at'>,
  ) => Promise<{ readonly id: string; readonly json: string; readonly version: number } | undefined>
  /** Notes that a key was used. */
  readonly noteUse: (keyId: string, at: string) => Promise<void>
}

export function createChangeTasks(store: Store): ChangeTasks {
  return {
    begin: async ({ keyId, key, requestHash }) => {
      const earlier = await claimIdempotencyKey(store, keyId, key, requestHash, Date.now())
      if (earlier === 'running')
        throw new ProblemError('request-running', 'A request with this Idempotency-Key is still in progress.', [], {
          'retry-after': '1',
        })
      if (earlier === 'another-request')
        throw new ProblemError(
          'idempotency-mismatch',
          'This Idempotency-Key was used with a different request within the last 24 hours: use a new key for each article.',
          [{ parameter: 'Idempotency-Key', code: 'used' }],
        )
      return earlier === 'taken' ? undefined : { ...earlier, replayed: true, counts: {} }
    },
    release: async ({ keyId, key }) => releaseIdempotencyKey(store, keyId, key),
    save: async (record, idempotency) =>
      save(store, openRecord(record), async (tx, response) => {
        if (idempotency) await storeResponse(tx, idempotency.keyId, idempotency.key, response)
      }),
    preview: async (record) => preview(store, openRecord(record)),
    remove: async (articleId) => deleteArticle(store, articleId, now()),
    review: async (claimId, request, reviewer, ifMatch) => {
      const reviewed = await reviewClaim(store, claimId, request, { ...reviewer, at: now() }, (version) =>
        checkVersion(ifMatch, version),
      )
      return reviewed && { json: JSON.stringify(reviewed.claim), version: reviewed.version }
    },
    addClaim: async (articleId, request, reviewer) => {
      const added = await addClaim(store, articleId, request, { ...reviewer, at: now() })
      return added && { id: added.claim.id, json: JSON.stringify(added.claim), version: added.version }
    },
    noteUse: async (keyId, at) => noteUse(store, keyId, at),
  }
}

const now = () => new Date().toISOString()

/** Saves; `remember` is called with the response in the same transaction. */
async function save(
  store: Store,
  record: ArticleRecord,
  remember: (tx: Writing, response: StoredResponse) => Promise<void>,
): Promise<Saved> {
  let response: StoredResponse | undefined
  const [outcome] = await saveArticles(store, [record], async (tx, [saved]) => {
    response = toResponse(saved!, {
      outcome: saved!.outcome,
      stored: true,
      article: toArticle((await findArticle(tx, saved!.id))!),
    })
    await remember(tx, response)
  })
  const counts: Record<string, number> = {}
  if (outcome!.outcome !== 'unchanged')
    for (const { extractor } of record.claims) counts[extractor] = (counts[extractor] ?? 0) + 1
  return { ...response!, replayed: false, counts }
}

async function preview(store: Store, record: ArticleRecord): Promise<Saved> {
  const { id, metadata, length, textHash, loadedAt, claims, sections, publishedAtSource } = record
  const saved = await previewArticle(store, record)
  const article = { id, ...metadata, loadedAt, length, textHash, counts: countClaims(claims), sections }
  const { body } = toResponse(saved, { outcome: saved.outcome, stored: false, article, claims, publishedAtSource })
  return { status: 200, location: null, body, replayed: false, counts: {} }
}

const toResponse = ({ outcome, id }: SaveOutcome, body: object): StoredResponse => ({
  status: outcome === 'added' ? 201 : 200,
  location: `/v1/articles/${id}`,
  body: JSON.stringify(body),
})
