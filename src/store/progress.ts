import sql from 'sql-template-tag'
import type { Reading, Writing } from './database.ts'

/** An archive on disk: a file of another size is another archive. `path` is absolute. */
export type ArchiveFile = { readonly path: string; readonly size: number }

/** The byte to go on from when a load of this archive was broken off; 0 for one that is new or was loaded to its end. */
export const readProgress = async (reading: Reading, { path, size }: ArchiveFile): Promise<number> =>
  (
    await reading.first<{ next: number }>(
      sql`select next from archive_progress where path = ${path} and size = ${size}`,
    )
  )?.next ?? 0

/** Remembers how far an archive is loaded; call it in the transaction that saves its articles. */
export async function saveProgress(tx: Writing, { path, size }: ArchiveFile, next: number): Promise<void> {
  await tx.run(
    sql`insert into archive_progress (path, size, next) values (${path}, ${size}, ${next})
      on conflict (path) do update set size = excluded.size, next = excluded.next`,
  )
}

/** Forgets an archive that has been loaded to its end. */
export async function clearProgress(tx: Writing, { path }: ArchiveFile): Promise<void> {
  await tx.run(sql`delete from archive_progress where path = ${path}`)
}
