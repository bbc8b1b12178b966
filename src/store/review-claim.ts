import type { TextSpan } from '../model/claim/base.ts'
import type { Claim } from '../model/claim/index.ts'
import { type Corrections, correctClaim, type ReviewRequest } from '../model/corrections.ts'
import { ProblemError, type ProblemField } from '../model/problem.ts'
import { recordClaim } from './changes.ts'
import { updateClaim } from './claims.ts'
import { insertComparables, refreshComparisons, removeComparables } from './comparables.ts'
import { countArticles } from './counters.ts'
import { linkActors, refreshActors } from './link-actors.ts'
import { prepareOnce, type Store } from './open.ts'
import { insertReview, type ReviewRow } from './reviews.ts'
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
      if (corrections) check(store, row.text, correctClaim(extracted, corrections))
      const sequence = raiseSequence(store)
      const written: Omit<ReviewRow, 'seq'> = {
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
      const standing = review === 'none' ? undefined : { ...written, seq: 0 }
      countArticles(store, [row.article], -1)
      const claim = updateClaim(store, row.seq, extracted, standing, sequence)
      relinkArticle(store, row.article)
      countArticles(store, [row.article], 1)
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
  refreshComparisons(store, new Set([...compared, ...insertComparables(store, article, claims)]))
}

/** What a schema cannot say of a correction: its actors exist, and the words of a source, a measure or a baseline are those of the text. */
function check(store: Store, text: string, claim: Claim): void {
  const errors: ProblemField[] = []
  const actor = (pointer: string, id: string | undefined) => {
    if (id !== undefined && !prepareOnce(store, 'SELECT 1 FROM actors WHERE id = ?').get(id))
      errors.push({ pointer, code: 'not-found', detail: `there is no actor "${id}"` })
  }
  const words = (field: string, { start, end }: TextSpan, surface: string | undefined) => {
    if ([...text].slice(start, end).join('') !== surface)
      errors.push({
        pointer: `/corrections/${field}`,
        code: 'invalid',
        detail: `the text does not say this from ${start} to ${end}`,
      })
  }
  if (claim.type === 'actor') actor('/corrections/actorId', claim.actorId)
  if (claim.type === 'figure') actor('/corrections/subject/actorId', claim.subject?.actorId)
  if (claim.type !== 'quote') actor('/corrections/attributedTo/actorId', claim.attributedTo?.actorId)
  if (claim.type === 'figure') {
    const { measure, measureSpan, baseline } = claim
    if (measureSpan) words('measureSpan', measureSpan, measure)
    if (baseline) words('baseline/surface', baseline, baseline.surface)
  }
  if (claim.type === 'quote' && claim.source) {
    actor('/corrections/source/actorId', claim.source.actorId)
    words('source/surface', claim.source, claim.source.surface)
  }
  if (errors.length)
    throw new ProblemError('invalid-body', `The corrections are invalid: ${errors[0]!.detail}.`, errors)
}
