import { StoreError } from './database.ts'
import { isPostgres } from './open.ts'

// Work that is shared by loaders on many machines. Only a server can hold it: an SQLite file has one writer.

/** What one worker loads at a time: files under their absolute paths, or addresses of one host. */
export type LoadJob = { readonly paths: readonly string[] } | { readonly addresses: readonly string[] }

/** A job that a worker has in hand until it says what became of it. One that is not heard of for `silence` goes to another. */
export type TakenJob = {
  readonly job: LoadJob
  /** How often it was taken before. */
  readonly tried: number
  readonly touch: () => Promise<void>
  readonly complete: () => Promise<void>
  /** It is tried again, later each time, until it has been tried often enough. */
  readonly fail: (reason: string) => Promise<void>
  /** Puts it back as it was. */
  readonly giveBack: () => Promise<void>
}

/** How many jobs wait (also for another try), are in hand, are done, and have failed for good. */
export type QueueCounts = {
  readonly waiting: number
  readonly active: number
  readonly done: number
  readonly failed: number
}

export type Queue = {
  /** @returns how many are new: those that wait or are in hand already are not queued twice */
  readonly add: (jobs: readonly LoadJob[]) => Promise<number>
  readonly take: () => Promise<TakenJob | undefined>
  /** Puts back what workers had in hand that are not heard of any more. */
  readonly recover: () => Promise<void>
  readonly count: () => Promise<QueueCounts>
  /** Jobs that have failed, those for good first. `again`: it will be tried again. */
  readonly listFailed: (
    most: number,
  ) => Promise<{ readonly job: LoadJob; readonly reason: string; readonly again: boolean }[]>
  /** Lets those that have failed for good be tried again. @returns how many */
  readonly retryFailed: () => Promise<number>
  readonly close: () => Promise<void>
}

/** Milliseconds after which a job goes to another worker when its own has not been heard of. */
export const silence = 60_000

/** For messages. */
export function nameJob(job: LoadJob): string {
  const all = 'paths' in job ? job.paths : job.addresses
  return all.length === 1 ? all[0]! : `${all[0]} and ${all.length - 1} more`
}

/** @throws {StoreError} on SQLite, and when the server cannot be used */
export async function openQueue(address: string): Promise<Queue> {
  if (!isPostgres(address))
    throw new StoreError(
      'a queue needs PostgreSQL: name one with --db postgres://… (an SQLite file has one writer, and `article-facts load` uses all cores)',
    )
  const { openPostgresQueue } = await import('./postgres/queue.ts')
  return openPostgresQueue(address)
}
