import { prepareOnce, type Store } from './open.ts'

/** An archive on disk: a file of another size is another archive. `path` is absolute. */
export type ArchiveFile = { readonly path: string; readonly size: number }

/** The byte to go on from when a load of this archive was broken off; 0 for one that is new or was loaded to its end. */
export function readProgress(store: Store, { path, size }: ArchiveFile): number {
  const row = store.prepare('SELECT next FROM archive_progress WHERE path = ? AND size = ?').pluck().get(path, size)
  return (row as number | undefined) ?? 0
}

/** Remembers how far an archive is loaded; call it in the transaction that saves its articles. */
export function saveProgress(store: Store, { path, size }: ArchiveFile, next: number): void {
  prepareOnce(
    store,
    'INSERT INTO archive_progress (path, size, next) VALUES (?, ?, ?) ON CONFLICT (path) DO UPDATE SET size = excluded.size, next = excluded.next',
  ).run(path, size, next)
}

/** Forgets an archive that has been loaded to its end. */
export function clearProgress(store: Store, { path }: ArchiveFile): void {
  store.prepare('DELETE FROM archive_progress WHERE path = ?').run(path)
}
