import { type ArticleMetadata, type ArticleRecord, countClaims, type PostedArticle } from '../model/article.ts'
import type { Claim } from '../model/claim/index.ts'
import type { ReviewRequest } from '../model/corrections.ts'
import { ProblemError } from '../model/problem.ts'
import type { Section } from '../model/section.ts'
import { claimIdempotencyKey, releaseIdempotencyKey, type StoredResponse, storeResponse } from '../store/idempotency.ts'
import { noteUse } from '../store/keys.ts'
import type { Store } from '../store/open.ts'
import { findArticle, toArticle } from '../store/read.ts'
import { type Reviewer, reviewClaim } from '../store/review-claim.ts'
import { deleteArticle, previewArticle, type SaveOutcome, saveArticles } from '../store/save.ts'
import { checkVersion } from './plugins/entity-tags.ts'

// What takes long or writes: reading texts, and all changes of the database. The service does it in a thread of its own, so that whoever only
// reads waits for nobody; whatever goes in and out can be sent between threads.

type About = { publishedAt?: string | undefined; url?: string | undefined; language?: string | undefined }

/** The walk, as the service needs it. */
export type Walk = {
  /** A text in, its claims out. */
  readonly extract: (
    text: string,
    about: About,
  ) => {
    readonly articleId: string
    readonly length: number
    readonly language?: string | undefined
    readonly sections: readonly Section[]
    readonly claims: readonly Claim[]
  }
  /** The walk for an article that is to be stored. @throws {ProblemError} unreadable-article */
  readonly ingest: (article: PostedArticle, metadata: ArticleMetadata, loadedAt: string) => Promise<ArticleRecord>
}

/** An article to be stored, as a request brings it. */
export type SaveRequest = {
  readonly article: PostedArticle
  readonly metadata: ArticleMetadata
  readonly dryRun: boolean
  /** Where the same request gets the same response. */
  readonly idempotency?: { readonly keyId: string; readonly key: string; readonly requestHash: string } | undefined
}
/** `counts`: claims that were stored, by the rule that read them. */
export type Saved = StoredResponse & { readonly replayed: boolean; readonly counts: Readonly<Record<string, number>> }

export type Tasks = {
  /** The claims of a text, or of an article in another format, as the JSON of an `Extraction`. */
  readonly extract: (text: string | PostedArticle, about: About) => Promise<string>
  /** @throws {ProblemError} unreadable-article, request-running, idempotency-mismatch */
  readonly save: (request: SaveRequest) => Promise<Saved>
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
  /** Notes that a key was used. */
  readonly noteUse: (keyId: string, at: string) => Promise<void>
}

/** The tasks, done where they are called. @param bringWalk called when a text comes */
export function createTasks(store: Store, bringWalk: () => Walk | Promise<Walk>): Tasks {
  return {
    extract: async (text, about) => {
      const walk = await bringWalk()
      if (typeof text !== 'string') {
        const { id, ...record } = await walk.ingest(text, about, now())
        const { language } = record.metadata
        const { length, sections, claims } = record
        return JSON.stringify({ articleId: id, length, language, sections, claims, text: record.text })
      }
      const { articleId, length, language, sections, claims } = walk.extract(text, about)
      return JSON.stringify({ articleId, length, language, sections, claims })
    },
    save: async (request) => {
      const { article, metadata, dryRun, idempotency } = request
      const read = async () => (await bringWalk()).ingest(article, metadata, now())
      if (dryRun) return preview(store, await read())
      if (!idempotency) return save(store, await read())
      const { keyId, key, requestHash } = idempotency
      const earlier = claimIdempotencyKey(store, keyId, key, requestHash, Date.now())
      if (earlier === 'running')
        throw new ProblemError('request-running', 'The request with this Idempotency-Key is still under way.', [], {
          'retry-after': '1',
        })
      if (earlier === 'another-request')
        throw new ProblemError(
          'idempotency-mismatch',
          'This Idempotency-Key came with another request within the last 24 hours: use a new one for each article.',
          [{ parameter: 'Idempotency-Key', code: 'used' }],
        )
      if (earlier !== 'taken') return { ...earlier, replayed: true, counts: {} }
      try {
        return save(store, await read(), (response) => storeResponse(store, keyId, key, response))
      } catch (error) {
        releaseIdempotencyKey(store, keyId, key)
        throw error
      }
    },
    remove: async (articleId) => deleteArticle(store, articleId, now()),
    review: async (claimId, request, reviewer, ifMatch) => {
      const reviewed = reviewClaim(store, claimId, request, { ...reviewer, at: now() }, (version) =>
        checkVersion(ifMatch, version),
      )
      return reviewed && { json: JSON.stringify(reviewed.claim), version: reviewed.version }
    },
    noteUse: async (keyId, at) => noteUse(store, keyId, at),
  }
}

const now = () => new Date().toISOString()

/** Saves; `remember` is called with the response in the same transaction. */
function save(store: Store, record: ArticleRecord, remember?: (response: StoredResponse) => void): Saved {
  let response: StoredResponse | undefined
  const [outcome] = saveArticles(store, [record], ([saved]) => {
    response = toResponse(saved!, {
      outcome: saved!.outcome,
      stored: true,
      article: toArticle(findArticle(store, saved!.id)!),
    })
    remember?.(response)
  })
  const counts: Record<string, number> = {}
  if (outcome!.outcome !== 'unchanged')
    for (const { extractor } of record.claims) counts[extractor] = (counts[extractor] ?? 0) + 1
  return { ...response!, replayed: false, counts }
}

function preview(store: Store, record: ArticleRecord): Saved {
  const { id, metadata, length, textHash, loadedAt, claims, sections } = record
  const saved = previewArticle(store, record)
  const article = { id, ...metadata, loadedAt, length, textHash, counts: countClaims(claims), sections }
  const { body } = toResponse(saved, { outcome: saved.outcome, stored: false, article, claims })
  return { status: 200, location: null, body, replayed: false, counts: {} }
}

const toResponse = ({ outcome, id }: SaveOutcome, body: object): StoredResponse => ({
  status: outcome === 'added' ? 201 : 200,
  location: `/v1/articles/${id}`,
  body: JSON.stringify(body),
})
