import sql from 'sql-template-tag'
import { type ClaimRequest, makeClaim, newActor } from '../model/added-claim.ts'
import type { Claim } from '../model/claim/index.ts'
import { ProblemError } from '../model/problem.ts'
import type { Section } from '../model/section.ts'
import { checkFields } from './check-fields.ts'
import type { Reading, Store } from './database.ts'
import { findLocked } from './find-locked.ts'
import { findClaim } from './read.ts'
import type { Reviewer } from './review-claim.ts'
import { insertReview } from './reviews.ts'
import { rewriteArticle } from './save.ts'

type ArticleRow = { seq: number; text: string; text_hash: string; sections: string; sequence: number }

/**
 * Adds a claim that no rule had found, all or nothing. It is kept like a review of the text: whenever this very text is stored, it is among the claims.
 * @returns the claim and its version; undefined when there is no such article
 * @throws {ProblemError} invalid-body, when the text does not say so; claim-exists
 */
export function addClaim(
  store: Store,
  articleId: string,
  request: ClaimRequest,
  reviewer: Reviewer,
): Promise<{ claim: Claim; version: number } | undefined> {
  return store.write(async (tx) => {
    const article = await findLocked<ArticleRow>(
      tx,
      'seq',
      articleId,
      sql`select seq, text, text_hash, sections, sequence from articles where id = ${articleId}`,
    )
    if (!article) return undefined
    const claims = await findClaimsOf(tx, article.seq)
    const claim = makeClaim(request, {
      articleId,
      text: article.text,
      sections: JSON.parse(article.sections) as Section[],
      sentences: claims.map(({ sentence }) => sentence),
    })
    if (claims.some(({ id }) => id === claim.id))
      throw new ProblemError(
        'claim-exists',
        `The claim ${claim.id} has this type and this span already: review that one.`,
        [{ pointer: '/start', code: 'exists', detail: claim.id }],
      )
    const isNew = claim.type === 'actor' && claim.actorId === newActor(articleId, claim.name)
    await checkFields(tx, article.text, claim, '', isNew)
    const version = await rewriteArticle(tx, article.seq, reviewer.at, (sequence) =>
      insertReview(tx, {
        id: `rev_${crypto.randomUUID().replaceAll('-', '').slice(0, 16)}`,
        claim_id: claim.id,
        text_hash: article.text_hash,
        status: 'added',
        corrections: null,
        note: request.note ?? null,
        reviewer: reviewer.name,
        key_id: reviewer.keyId,
        reviewed_at: reviewer.at,
        sequence,
        reading: JSON.stringify(claim),
      }),
    )
    return { claim: (await findClaim(tx, claim.id))!, version }
  })
}

const findClaimsOf = async (reading: Reading, article: number): Promise<Claim[]> =>
  (await reading.all<{ json: string }>(sql`select json from claims where article = ${article} order by seq`)).map(
    ({ json }) => JSON.parse(json) as Claim,
  )
