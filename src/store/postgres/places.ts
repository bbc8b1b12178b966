import { hash } from 'node:crypto'
import sql from 'sql-template-tag'
import type { Reading, Writing } from '../database.ts'
import type { Places } from '../dialect.ts'
import { mostClaims } from './dialect.ts'

// On Citus articles lie on several servers, each with its claims, by the article's number. `places` says which number an id leads to.

type Place = { readonly bucket: number; readonly key: string; readonly article: number }

export const keyOfText = (textHash: string): string => `text ${textHash}`
export const keyOfAddress = (address: string): string => `address ${hash('sha256', address, 'hex')}`

/** An article and its claims share a bucket, so that what is stored together is looked up at one server. Undefined for what is no key. */
function bucketOf(key: string): number | undefined {
  const [, digits] = /^(?:art_|clm_|text |address )([0-9a-f]{4})/.exec(key) ?? []
  return digits === undefined ? undefined : Number.parseInt(digits, 16)
}

const placesOf = (keys: readonly string[], article: number): Place[] =>
  keys.flatMap((key) => {
    const bucket = bucketOf(key)
    return bucket === undefined ? [] : [{ bucket, key, article }]
  })

async function find(reading: Reading, keys: readonly string[]): Promise<number[]> {
  const { anyOf } = reading.dialect
  const found = new Set<number>()
  for (const [bucket, own] of Map.groupBy(keys, bucketOf)) {
    if (bucket === undefined) continue
    const rows = await reading.all<{ article: number }>(
      sql`select article from places where bucket = ${bucket} and key ${anyOf(own)}`,
    )
    for (const { article } of rows) found.add(article)
  }
  return [...found].sort((a, b) => a - b)
}

type Row = Readonly<Record<string, unknown>>

/** What rows of articles or claims that have come are looked up by. */
function keysOf(table: string, row: Row): { readonly unique: string[]; readonly address?: string } {
  if (table === 'claims') return { unique: [String(row.id)] }
  const address =
    row.url_key === null || row.url_key === undefined ? {} : { address: keyOfAddress(String(row.url_key)) }
  return { unique: [String(row.id), keyOfText(String(row.text_hash))], ...address }
}

/** Tables whose rows name a claim, and are told its article. */
const ofClaims = new Set(['claim_actors', 'quotation_runs'])

/** Inserts rows with the numbers of their articles, and notes where they lie. Two that are the same article meet there: the second is tried again. */
export const insertSpread =
  (insert: Writing['insert']): Writing['insert'] =>
  async (table, rows, onConflict) => {
    if (ofClaims.has(table))
      return insert(
        table,
        (rows as readonly Row[]).map((row) => ({ ...row, article: Math.floor(Number(row.claim) / mostClaims) })),
        onConflict,
      )
    await insert(table, rows, onConflict)
    if (table !== 'articles' && table !== 'claims') return
    const unique: Place[] = []
    const addresses: Place[] = []
    for (const row of rows as readonly Row[]) {
      const { unique: keys, address } = keysOf(table, row)
      const article = Number(table === 'articles' ? row.seq : row.article)
      unique.push(...placesOf(keys, article))
      if (address !== undefined) addresses.push(...placesOf([address], article))
    }
    await insert('places', unique)
    // of articles that came before addresses had keys, several may have one
    await insert('places', addresses, takeOver)
  }

const takeOver = 'on conflict (bucket, key) do update set article = excluded.article'

async function remove(tx: Writing, article: number): Promise<void> {
  const row = await tx.first<Row>(sql`select id, text_hash, url_key from articles where seq = ${article}`)
  if (!row) return
  const { unique, address } = keysOf('articles', row)
  const claims = await tx.all<{ id: string }>(sql`select id from claims where article = ${article}`)
  const keys = [...unique, ...(address === undefined ? [] : [address]), ...claims.map(({ id }) => id)]
  for (const [bucket, own] of Map.groupBy(keys, bucketOf))
    if (bucket !== undefined)
      await tx.run(
        sql`delete from places where bucket = ${bucket} and key ${tx.dialect.anyOf(own)} and article = ${article}`,
      )
}

export const places: Places = {
  find,
  remove,
  ofText: keyOfText,
  ofAddress: keyOfAddress,
  noteAddress: (tx, article, address) => tx.insert('places', placesOf([keyOfAddress(address)], article), takeOver),
}
