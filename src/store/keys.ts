import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Key, Scope } from '../model/key.ts'
import { prepareOnce, type Store } from './open.ts'

type Row = {
  id: string
  hash: string
  name: string
  scopes: string
  created_at: string
  expires_at: string | null
  revoked_at: string | null
  last_used_at: string | null
}

const hashToken = (token: string) => createHash('sha256').update(token).digest('hex')
const shape = /^afk_(?<id>[0-9a-f]{8})_[\w-]{43}$/

const toKey = (row: Row): Key => ({
  id: row.id,
  name: row.name,
  scopes: row.scopes.split(' ') as Scope[],
  createdAt: row.created_at,
  expiresAt: row.expires_at ?? undefined,
  revokedAt: row.revoked_at ?? undefined,
  lastUsedAt: row.last_used_at ?? undefined,
})

/** Makes a key: 256 random bits, of which only the SHA-256 is stored. `token` is what its owner sends, and is not to be had again. */
export function createKey(
  store: Store,
  {
    name,
    scopes,
    at,
    expiresAt,
  }: { name: string; scopes: readonly Scope[]; at: string; expiresAt?: string | undefined },
): { key: Key; token: string } {
  const id = randomBytes(4).toString('hex')
  const token = `afk_${id}_${randomBytes(32).toString('base64url')}`
  const row = store
    .prepare<unknown[], Row>(
      'INSERT INTO keys (id, hash, name, scopes, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?) RETURNING *',
    )
    .get(id, hashToken(token), name, scopes.join(' '), at, expiresAt ?? null)
  return { key: toKey(row!), token }
}

export const listKeys = (store: Store): Key[] =>
  prepareOnce<[], Row>(store, 'SELECT * FROM keys ORDER BY created_at, id').all().map(toKey)

/** @returns false when there is no such key; one that is revoked already stays as it is */
export function revokeKey(store: Store, id: string, at: string): boolean {
  return store.prepare('UPDATE keys SET revoked_at = coalesce(revoked_at, ?) WHERE id = ?').run(at, id).changes > 0
}

export const hasKeys = (store: Store): boolean =>
  prepareOnce(store, 'SELECT 1 FROM keys WHERE revoked_at IS NULL LIMIT 1').get() !== undefined

/**
 * The key of a token, if it is one of ours and holds at that time. Hashes are compared in constant time, an unknown id like a wrong secret.
 */
export function findKey(store: Store, token: string, at: string): Key | undefined {
  const id = shape.exec(token)?.groups?.id
  if (id === undefined) return undefined
  const row = prepareOnce<[string], Row>(store, 'SELECT * FROM keys WHERE id = ?').get(id)
  const same = timingSafeEqual(Buffer.from(hashToken(token)), Buffer.from(row?.hash ?? '0'.repeat(64)))
  if (!row || !same || row.revoked_at !== null || (row.expires_at !== null && row.expires_at <= at)) return undefined
  return toKey(row)
}

export function noteUse(store: Store, id: string, at: string): void {
  prepareOnce(store, 'UPDATE keys SET last_used_at = ? WHERE id = ?').run(at, id)
}
