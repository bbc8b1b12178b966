import sql from 'sql-template-tag'
import type { Store, Writing } from './database.ts'

/** The response stored for an Idempotency-Key. */
export type StoredResponse = { readonly status: number; readonly location: string | null; readonly body: string }
type Row = {
  request_hash: string
  started_at: string
  status: number | null
  location: string | null
  body: string | null
}

/** https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header: how long is the server's to say. */
const keptFor = 24 * 60 * 60 * 1000
/** A request that has not ended by then has died with its process. */
const runsAtMost = 60 * 1000

/**
 * Takes an idempotency key for a request, or says what became of the request that took it before.
 * @param at milliseconds since 1970
 */
export function claimIdempotencyKey(
  store: Store,
  keyId: string,
  idempotencyKey: string,
  requestHash: string,
  at: number,
): Promise<'taken' | 'running' | 'another-request' | StoredResponse> {
  const time = (milliseconds: number) => new Date(milliseconds).toISOString()
  return store.write(async (tx) => {
    await tx.run(
      sql`delete from idempotent_answers where started_at < ${time(at - keptFor)} or (status is null and started_at < ${time(at - runsAtMost)})`,
    )
    const row = await tx.first<Row>(
      sql`select * from idempotent_answers where key_id = ${keyId} and idempotency_key = ${idempotencyKey}`,
    )
    if (row && row.request_hash !== requestHash) return 'another-request'
    if (row) {
      const { status, location, body } = row
      return status === null ? 'running' : { status, location, body: body! }
    }
    await tx.insert('idempotent_answers', [
      { key_id: keyId, idempotency_key: idempotencyKey, request_hash: requestHash, started_at: time(at) },
    ])
    return 'taken'
  })
}

/** Stores the response; call it in the transaction of the change that the request made. */
export async function storeResponse(
  tx: Writing,
  keyId: string,
  idempotencyKey: string,
  { status, location, body }: StoredResponse,
): Promise<void> {
  await tx.run(
    sql`update idempotent_answers set status = ${status}, location = ${location}, body = ${body} where key_id = ${keyId} and idempotency_key = ${idempotencyKey}`,
  )
}

/** Lets a key go whose request was refused. */
export async function releaseIdempotencyKey(store: Store, keyId: string, idempotencyKey: string): Promise<void> {
  await store.write((tx) =>
    tx.run(
      sql`delete from idempotent_answers where key_id = ${keyId} and idempotency_key = ${idempotencyKey} and status is null`,
    ),
  )
}
