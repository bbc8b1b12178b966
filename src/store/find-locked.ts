import type { Sql } from 'sql-template-tag'
import type { Writing } from './database.ts'
import { firstAmong } from './place.ts'

/**
 * A row that is about to be changed, kept from others until the transaction ends. One that somebody was just replacing has gone when they end, and
 * is there again under another number: it is looked for once more.
 * @param column with the number of the article @param query that ends with its conditions
 */
export async function findLocked<Row>(tx: Writing, column: string, id: string, query: Sql): Promise<Row | undefined> {
  const look = () => firstAmong<Row>(tx, column, id, query, tx.dialect.lock)
  return (await look()) ?? (await look())
}
