import sql from 'sql-template-tag'
import type { Claim } from '../model/claim/index.ts'
import { type Corrections, correctClaim, type ReviewRequest } from '../model/corrections.ts'
import { recordClaim } from './changes.ts'
import { checkFields } from './check-fields.ts'
import { refreshWorthy } from './check-worthy.ts'
import { readClaims, updateClaim } from './claims.ts'
import { insertComparables, refreshComparisons, removeComparables } from './comparables.ts'
import { countArticles } from './counters.ts'
import type { Reading, Store, Writing } from './database.ts'
import { findLocked } from './find-locked.ts'
import { linkActors, refreshActors } from './link-actors.ts'
import { claimsOf } from './place.ts'
import { countChecked, insertReview, type WrittenReview } from './reviews.ts'

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
): Promise<{ claim: Claim; version: number } | undefined> {
  return store.write(async (tx) => {
    const row = await findLocked<Row>(
      tx,
      'claims.article',
      id,
      sql`select claims.seq, claims.article, articles.id as article_id, text_hash, text,
            case when version > claims.sequence then version else claims.sequence end as version, coalesce(extracted, json) as extracted
          from claims join articles on articles.seq = claims.article where claims.id = ${id}`,
    )
    if (!row) return undefined
    accept(row.version)
    const extracted = JSON.parse(row.extracted) as Claim
    const corrections = given && (await nameActor(tx, given))
    if (corrections) await checkFields(tx, row.text, correctClaim(extracted, corrections), '/corrections')
    const sequence = await tx.raise()
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
    await insertReview(tx, written)
    const standing = review === 'none' ? undefined : written
    await countArticles(tx, [row.article], -1)
    const claim = await updateClaim(tx, row.seq, extracted, standing, sequence)
    await relinkArticle(tx, row.article)
    await countArticles(tx, [row.article], 1)
    await countChecked(tx, row.article)
    await recordClaim(tx, id, row.article_id, sequence, reviewer.at)
    return { claim, version: sequence }
  })
}

/** Who moves a mention to another actor means that actor's name and kind, unless they say otherwise. */
async function nameActor(reading: Reading, corrections: Corrections): Promise<Corrections> {
  if (typeof corrections.actorId !== 'string') return corrections
  const actor = await reading.first<{ name: string; kind: string }>(
    sql`select name, kind from actors where id = ${corrections.actorId}`,
  )
  return { ...actor, ...corrections }
}

/** What an article's claims have to do with actors and with other articles, made anew from the claims as they are now. */
async function relinkArticle(tx: Writing, article: number): Promise<void> {
  const claims = await readClaims(tx, article)
  const before = await tx.all<{ id: string }>(sql`select actor_id as id from article_actors where article = ${article}`)
  await tx.run(sql`delete from claim_actors where ${claimsOf(tx.dialect, article)}`)
  await tx.run(sql`delete from article_actors where article = ${article}`)
  await tx.run(sql`delete from actor_aliases where article = ${article}`)
  const after = await linkActors(tx, article, claims)
  await refreshActors(tx, new Set([...before.map(({ id }) => id), ...after]))
  const compared = await removeComparables(tx, article)
  await refreshWorthy(tx, article, claims)
  const of = await tx.first<{ published_at: string | null }>(
    sql`select published_at from articles where seq = ${article}`,
  )
  const joined = await insertComparables(tx, article, claims, of?.published_at ?? undefined)
  await refreshComparisons(tx, new Set([...compared, ...joined]))
}
