import sql from 'sql-template-tag'
import { addressKey } from '../model/address.ts'
import type { Writing } from './database.ts'

/** Gives all articles the keys of their addresses anew. Of two that are one address now, both stay, until either is loaded again. */
export async function keyAddresses(tx: Writing): Promise<void> {
  const atOnce = 1000
  let behind = -1
  for (;;) {
    const rows = await tx.all<{ seq: number; url: string | null }>(
      sql`select seq, url from articles where seq > ${behind} order by seq limit ${atOnce}`,
    )
    for (const { seq, url } of rows)
      if (url !== null) {
        const key = addressKey(url)
        await tx.run(sql`update articles set url_key = ${key} where seq = ${seq}`)
        await tx.dialect.places?.noteAddress(tx, seq, key)
      }
    if (rows.length < atOnce) return
    behind = rows.at(-1)!.seq
  }
}
