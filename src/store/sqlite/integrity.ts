import type { Sqlite } from './statements.ts'

/** What is damaged of the file, and rows that belong to nothing. */
export function findDamage(database: Sqlite): string[] {
  const damage = (database.pragma('integrity_check') as { integrity_check: string }[])
    .map((row) => row.integrity_check)
    .filter((line) => line !== 'ok')
  if (damage.length) return damage.map(toLine)
  return (database.pragma('foreign_key_check') as { table: string; rowid: number }[]).map(
    ({ table, rowid }) => `row ${rowid} of ${table} belongs to nothing`,
  )
}

export function explainDamage(error: unknown): string | undefined {
  const { code, message } = error as Error & { code?: string }
  return code?.startsWith('SQLITE_CORRUPT') ? toLine(message) : undefined
}

const toLine = (line: string) => `the file is damaged: ${line}`
