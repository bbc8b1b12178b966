import sql from 'sql-template-tag'
import type { Reading } from './database.ts'
import { findClaimVersion } from './read.ts'

const old = /^clm_[0-9a-f]{16}$/

/** Whether an id is of the kind that claims had before theirs said which article they belong to. */
export const isOldClaimId = (id: string): boolean => old.test(id)

/**
 * The id that a claim has now, of the one it had before ids said which article they belong to; undefined for others, and where nothing is known of
 * the claim any more.
 */
export async function findRenamedClaim(reading: Reading, id: string): Promise<string | undefined> {
  if (!isOldClaimId(id)) return undefined
  const row = await reading.first<{ id: string; reviewed: 0 | 1 }>(
    sql`select id, exists (select 1 from reviews where claim_id = renamed_claims.id) as reviewed from renamed_claims where old = ${id}`,
  )
  return row && (row.reviewed || (await findClaimVersion(reading, row.id))) ? row.id : undefined
}
