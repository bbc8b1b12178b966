import { prepareOnce, type Store } from './open.ts'

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
): 'taken' | 'running' | 'another-request' | StoredResponse {
  const time = (milliseconds: number) => new Date(milliseconds).toISOString()
  return store
    .transaction(() => {
      prepareOnce(
        store,
        'DELETE FROM idempotent_answers WHERE started_at < ? OR (status IS NULL AND started_at < ?)',
      ).run(time(at - keptFor), time(at - runsAtMost))
      const row = prepareOnce<unknown[], Row>(
        store,
        'SELECT * FROM idempotent_answers WHERE key_id = ? AND idempotency_key = ?',
      ).get(keyId, idempotencyKey)
      if (row && row.request_hash !== requestHash) return 'another-request'
      if (row) {
        const { status, location, body } = row
        return status === null ? 'running' : { status, location, body: body! }
      }
      prepareOnce(
        store,
        'INSERT INTO idempotent_answers (key_id, idempotency_key, request_hash, started_at) VALUES (?, ?, ?, ?)',
      ).run(keyId, idempotencyKey, requestHash, time(at))
      return 'taken'
    })
    .immediate()
}

/** Stores the response; call it in the transaction of the change that the request made. */
export function storeResponse(store: Store, keyId: string, idempotencyKey: string, response: StoredResponse): void {
  prepareOnce(
    store,
    'UPDATE idempotent_answers SET status = @status, location = @location, body = @body WHERE key_id = @keyId AND idempotency_key = @idempotencyKey',
  ).run({ ...response, keyId, idempotencyKey })
}

/** Lets a key go whose request was refused. */
export function releaseIdempotencyKey(store: Store, keyId: string, idempotencyKey: string): void {
  prepareOnce(store, 'DELETE FROM idempotent_answers WHERE key_id = ? AND idempotency_key = ? AND status IS NULL').run(
    keyId,
    idempotencyKey,
  )
}
