import type { Claim } from '../model/claim/index.ts'
import { type Corrections, correctClaim, type ReviewRequest } from '../model/corrections.ts'
import { recordClaim } from './changes.ts'
import { checkFields } from './check-fields.ts'
import { refreshWorthy } from './check-worthy.ts'
import { updateClaim } from './claims.ts'
import { insertComparables, refreshComparisons, removeComparables } from './comparables.ts'
import { countArticles } from './counters.ts'
import { linkActors, refreshActors } from './link-actors.ts'
import { prepareOnce, type Store } from './open.ts'
import { countChecked, insertReview, type WrittenReview } from './reviews.ts'
import { raiseSequence } from './sequence.ts'

/** Who reviews, and when: the key that the request came with, and the name to write down. */
export type Reviewer = { readonly name: string; readonly keyId: string; readonly at: string }

type Row = {
  seq: number
  article: number
  article_id: string
  text_hash: string
  text: string
  version: number
  extracted: string
}

/**
 * Writes a review down and puts the claim, what is linked to it and its actors in order, all or nothing.
 * @param accept called with the claim's version before anything is written; throws when that is not the version the reviewer saw
 * @returns the claim as it is now and its version; undefined when there is no such claim
 * @throws {ProblemError} invalid-body, when the corrections do not fit the claim
 */
export function reviewClaim(
  store: Store,
  id: string,
  { review, corrections: given, note }: ReviewRequest,
  reviewer: Reviewer,
  accept: (version: number) => void,
): { claim: Claim; version: number } | undefined {
  return store
    .transaction(() => {
      const row = prepareOnce<[string], Row>(
        store,
        `SELECT claims.seq, claims.article, articles.id AS article_id, text_hash, text, max(version, claims.sequence) AS version, coalesce(extracted, json) AS extracted
         FROM claims JOIN articles ON articles.seq = claims.article WHERE claims.id = ?`,
      ).get(id)
      if (!row) return undefined
      accept(row.version)
      const extracted = JSON.parse(row.extracted) as Claim
      const corrections = given && nameActor(store, given)
      if (corrections) checkFields(store, row.text, correctClaim(extracted, corrections), '/corrections')
      const sequence = raiseSequence(store)
      const written: WrittenReview = {
        id: `rev_${crypto.randomUUID().replaceAll('-', '').slice(0, 16)}`,
        claim_id: id,
        text_hash: row.text_hash,
        status: review,
        corrections: corrections ? JSON.stringify(corrections) : null,
        note: note ?? null,
        reviewer: reviewer.name,
        key_id: reviewer.keyId,
        reviewed_at: reviewer.at,
        sequence,
        reading: row.extracted,
      }
      insertReview(store, written)
      const standing = review === 'none' ? undefined : written
      countArticles(store, [row.article], -1)
      const claim = updateClaim(store, row.seq, extracted, standing, sequence)
      relinkArticle(store, row.article)
      countArticles(store, [row.article], 1)
      countChecked(store, row.article)
      recordClaim(store, id, row.article_id, sequence, reviewer.at)
      return { claim, version: sequence }
    })
    .immediate()
}

/** Who moves a mention to another actor means that actor's name and kind, unless they say otherwise. */
function nameActor(store: Store, corrections: Corrections): Corrections {
  if (typeof corrections.actorId !== 'string') return corrections
  const actor = prepareOnce<[string], { name: string; kind: string }>(
    store,
    'SELECT name, kind FROM actors WHERE id = ?',
  ).get(corrections.actorId)
  return { ...actor, ...corrections }
}

/** What an article's claims have to do with actors and with other articles, made anew from the claims as they are now. */
function relinkArticle(store: Store, article: number): void {
  const rows = prepareOnce<[number], { seq: number; json: string }>(
    store,
    'SELECT seq, json FROM claims WHERE article = ? ORDER BY seq',
  ).all(article)
  const before = prepareOnce<[number], string>(store, 'SELECT actor_id FROM article_actors WHERE article = ?')
    .pluck()
    .all(article) as string[]
  prepareOnce(store, 'DELETE FROM claim_actors WHERE claim IN (SELECT seq FROM claims WHERE article = ?)').run(article)
  prepareOnce(store, 'DELETE FROM article_actors WHERE article = ?').run(article)
  prepareOnce(store, 'DELETE FROM actor_aliases WHERE article = ?').run(article)
  const claims = rows.map(({ seq, json }) => ({ seq, claim: JSON.parse(json) as Claim }))
  const after = linkActors(store, article, claims)
  refreshActors(store, new Set([...before, ...after]))
  const compared = removeComparables(store, article)
  refreshWorthy(store, article, claims)
  refreshComparisons(store, new Set([...compared, ...insertComparables(store, article, claims)]))
}
