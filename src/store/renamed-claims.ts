import { prepareOnce, type Store } from './open.ts'

const old = /^clm_[0-9a-f]{16}$/

/**
 * The id that a claim has now, of the one it had before ids said which article they belong to; undefined for others, and where nothing is known of
 * the claim any more.
 */
export function findRenamedClaim(store: Store, id: string): string | undefined {
  if (!old.test(id)) return undefined
  return prepareOnce<[string], string>(
    store,
    `SELECT id FROM renamed_claims WHERE old = ?
       AND (EXISTS (SELECT 1 FROM claims WHERE claims.id = renamed_claims.id) OR EXISTS (SELECT 1 FROM reviews WHERE claim_id = renamed_claims.id))`,
  )
    .pluck()
    .get(id)
}
