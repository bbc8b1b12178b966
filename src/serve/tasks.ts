import type { ClaimRequest } from '../model/added-claim.ts'
import type { ArticleMetadata, PostedArticle } from '../model/article.ts'
import type { ReviewRequest } from '../model/corrections.ts'
import type { Store } from '../store/database.ts'
import type { Reviewer } from '../store/review-claim.ts'
import { type ChangeTasks, createChangeTasks, type Idempotency, type Saved } from './change-tasks.ts'
import { type About, createTextTasks, type TextTasks, type Walk } from './text-tasks.ts'

// What takes long or writes. The service does it in threads of their own, so that whoever only reads waits for nobody: one that changes the
// database, one that reads the articles to be stored, one that reads texts for their claims alone, which needs no key. What goes in and out can
// be sent between threads.

/** Whose task it is: clients take turns, and what nobody waits for any more is dropped. */
export type Caller = { readonly client: string; readonly gone?: AbortSignal | undefined }

/** An article to be stored, as a request brings it. */
export type SaveRequest = {
  readonly article: PostedArticle
  readonly metadata: ArticleMetadata
  readonly dryRun: boolean
  /** Where the same request gets the same response. */
  readonly idempotency?: Idempotency | undefined
}

/** @throws {ProblemError} busy, task-limit, in all of them */
export type Tasks = {
  /** The claims of a text, or of an article in another format, as the JSON of an `Extraction`. */
  readonly extract: (text: string | PostedArticle, about: About, caller: Caller) => Promise<Uint8Array>
  /** @throws {ProblemError} unreadable-article, request-running, idempotency-mismatch */
  readonly save: (request: SaveRequest, caller: Caller) => Promise<Saved>
  /** @returns whether there was such an article */
  readonly remove: (articleId: string, caller: Caller) => Promise<boolean>
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
    caller: Caller,
  ) => ReturnType<ChangeTasks['review']>
  /**
   * @returns the claim as JSON, and its version; undefined when there is no such article
   * @throws {ProblemError} invalid-body, claim-exists
   */
  readonly addClaim: (
    articleId: string,
    request: ClaimRequest,
    reviewer: Omit<Reviewer, 'at'>,
    caller: Caller,
  ) => ReturnType<ChangeTasks['addClaim']>
  /** Notes that a key was used. */
  readonly noteUse: (keyId: string, at: string) => Promise<void>
}

/** Where the tasks are done: texts for their claims, articles to be stored, changes. */
export type Places = {
  readonly extracts: (caller: Caller) => Pick<TextTasks, 'extract'>
  readonly articles: (caller: Caller) => Pick<TextTasks, 'ingest'>
  readonly changes: (caller: Caller) => ChangeTasks
}

/** The key's own work has no client who could leave. */
const itself: Caller = { client: 'service' }

export function joinTasks({ extracts, articles, changes }: Places): Tasks {
  return {
    extract: (text, about, caller) => extracts(caller).extract(text, about),
    save: async ({ article, metadata, dryRun, idempotency }, caller) => {
      const earlier = idempotency && !dryRun ? await changes(caller).begin(idempotency) : undefined
      if (earlier) return earlier
      try {
        const record = await articles(caller).ingest(article, metadata)
        return await (dryRun ? changes(caller).preview(record) : changes(caller).save(record, idempotency))
      } catch (error) {
        if (idempotency && !dryRun) await changes(itself).release(idempotency)
        throw error
      }
    },
    remove: (articleId, caller) => changes(caller).remove(articleId),
    review: (claimId, request, reviewer, ifMatch, caller) =>
      changes(caller).review(claimId, request, reviewer, ifMatch),
    addClaim: (articleId, request, reviewer, caller) => changes(caller).addClaim(articleId, request, reviewer),
    noteUse: (keyId, at) => changes(itself).noteUse(keyId, at),
  }
}

/** The tasks, done where they are called. @param bringWalk called when a text comes */
export function createTasks(store: Store, bringWalk: () => Walk | Promise<Walk>): Tasks {
  const texts = createTextTasks(bringWalk)
  const changes = createChangeTasks(store)
  return joinTasks({ extracts: () => texts, articles: () => texts, changes: () => changes })
}
