import sql from 'sql-template-tag'
import type { Reading, Writing } from './database.ts'

/** What is known of an address that was fetched. Times are ISO 8601. */
export type Fetched = {
  readonly address: string
  /** The feed or sitemap that named it. */
  readonly foundIn?: string | undefined
  /** Id of the article that was read there. */
  readonly article?: string | undefined
  readonly etag?: string | undefined
  readonly lastModified?: string | undefined
  readonly checkedAt: string
  /** How often it failed, one time after the other. */
  readonly failures: number
  /** When it is to be tried again, after a failure. */
  readonly nextTry?: string | undefined
  readonly reason?: string | undefined
}

type Row = {
  address: string
  found_in: string | null
  article: string | null
  etag: string | null
  last_modified: string | null
  checked_at: string
  failures: number
  next_try: string | null
  reason: string | null
}

const toFetched = (row: Row): Fetched => ({
  address: row.address,
  foundIn: row.found_in ?? undefined,
  article: row.article ?? undefined,
  etag: row.etag ?? undefined,
  lastModified: row.last_modified ?? undefined,
  checkedAt: row.checked_at,
  failures: row.failures,
  nextTry: row.next_try ?? undefined,
  reason: row.reason ?? undefined,
})

export async function findFetched(reading: Reading, address: string): Promise<Fetched | undefined> {
  const row = await reading.first<Row>(sql`select * from fetched where address = ${address}`)
  return row && toFetched(row)
}

/** Addresses of a list that failed and are to be tried by now, longest due first. */
export async function listDue(reading: Reading, foundIn: string, now: string, limit: number): Promise<Fetched[]> {
  const rows = await reading.all<Row>(
    sql`select * from fetched where found_in = ${foundIn} and next_try <= ${now} order by next_try limit ${limit}`,
  )
  return rows.map(toFetched)
}

/** Notes what came of an address, in place of what was known. */
export async function noteFetched(tx: Writing, fetched: Fetched): Promise<void> {
  const { address, foundIn, article, etag, lastModified, checkedAt, failures, nextTry, reason } = fetched
  await tx.run(
    sql`insert into fetched (address, found_in, article, etag, last_modified, checked_at, failures, next_try, reason)
      values (${address}, ${foundIn ?? null}, ${article ?? null}, ${etag ?? null}, ${lastModified ?? null}, ${checkedAt}, ${failures}, ${nextTry ?? null}, ${reason ?? null})
      on conflict (address) do update set found_in = coalesce(excluded.found_in, fetched.found_in), article = excluded.article, etag = excluded.etag,
        last_modified = excluded.last_modified, checked_at = excluded.checked_at, failures = excluded.failures, next_try = excluded.next_try, reason = excluded.reason`,
  )
}
