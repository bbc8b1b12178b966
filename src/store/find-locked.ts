import sql, { type Sql } from 'sql-template-tag'
import type { Writing } from './database.ts'

/**
 * A row that is about to be changed, kept from others until the transaction ends. One that somebody was just replacing has gone when they end, and
 * is there again under another number: it is looked for once more.
 */
export async function findLocked<Row>(tx: Writing, query: Sql): Promise<Row | undefined> {
  const locked = sql`${query} ${tx.dialect.lock}`
  return (await tx.first<Row>(locked)) ?? (await tx.first<Row>(locked))
}
