import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import sql from 'sql-template-tag'
import type { Key, Scope } from '../model/key.ts'
import type { Reading, Store } from './database.ts'

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
export async function createKey(store: Store, wish: KeyWish): Promise<{ key: Key; token: string }> {
  const { row, token } = makeKey(wish)
  await store.write((tx) => tx.insert('keys', [row]))
  return { key: toKey(row), token }
}

type KeyWish = {
  readonly name: string
  readonly scopes: readonly Scope[]
  readonly at: string
  readonly expiresAt?: string | undefined
}

/** A key that is not stored yet. */
export function makeKey({ name, scopes, at, expiresAt }: KeyWish): { row: Row; token: string } {
  const id = randomBytes(4).toString('hex')
  const token = `afk_${id}_${randomBytes(32).toString('base64url')}`
  const row: Row = {
    id,
    hash: hashToken(token),
    name,
    scopes: scopes.join(' '),
    created_at: at,
    expires_at: expiresAt ?? null,
    revoked_at: null,
    last_used_at: null,
  }
  return { row, token }
}

export const listKeys = async (store: Store): Promise<Key[]> =>
  (await store.all<Row>(sql`select * from keys order by created_at, id`)).map(toKey)

/** @returns false when there is no such key; one that is revoked already stays as it is */
export const revokeKey = async (store: Store, id: string, at: string): Promise<boolean> =>
  (await store.write((tx) => tx.run(sql`update keys set revoked_at = coalesce(revoked_at, ${at}) where id = ${id}`))) >
  0

export const hasKeys = async (reading: Reading): Promise<boolean> =>
  (await reading.first(sql`select 1 from keys where revoked_at is null limit 1`)) !== undefined

/**
 * The key of a token, if it is one of ours and holds at that time. Hashes are compared in constant time, an unknown id like a wrong secret.
 */
export async function findKey(reading: Reading, token: string, at: string): Promise<Key | undefined> {
  const id = shape.exec(token)?.groups?.id
  if (id === undefined) return undefined
  const row = await reading.first<Row>(sql`select * from keys where id = ${id}`)
  const same = timingSafeEqual(Buffer.from(hashToken(token)), Buffer.from(row?.hash ?? '0'.repeat(64)))
  if (!row || !same || row.revoked_at !== null || (row.expires_at !== null && row.expires_at <= at)) return undefined
  return toKey(row)
}

export async function noteUse(store: Store, id: string, at: string): Promise<void> {
  await store.write((tx) => tx.run(sql`update keys set last_used_at = ${at} where id = ${id}`))
}
