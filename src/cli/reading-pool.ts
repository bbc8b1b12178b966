import { availableParallelism } from 'node:os'
import { extname, resolve } from 'node:path'
import { Piscina } from 'piscina'
import readJob, { nameOf, type ReadJob, type ReadResult } from './read-job.ts'

/** Jobs that a worker has at hand while the thread that saves is busy. */
export const jobsAtHand = 100

/** Where articles are read: `read` never rejects. */
export type ReadingPool = {
  readonly workers: number
  readonly read: (job: ReadJob) => Promise<ReadResult[]>
  readonly close: () => Promise<void>
}

/** Threads that are worth their start (a third of a second each): one for each core but the one that saves. */
export const usualWorkers = (): number => Math.max(1, availableParallelism() - 1)

/**
 * Threads that read articles; 0 for none, then they are read in this one. They start with the first article: whoever is stopped while a page
 * keeps it waiting has none to end in the middle of its start.
 */
export function openReadingPool(workers: number): ReadingPool {
  if (workers === 0) return { workers, read: readJob, close: async () => {} }
  let pool: Piscina<ReadJob, ReadResult[]> | undefined
  // a worker that dies takes the jobs it has at hand with it: they are read once more, then given up
  const run = (job: ReadJob) => {
    pool ??= startThreads(workers)
    return pool.run(job)
  }
  return {
    workers,
    read: (job) =>
      run(job)
        .catch(() => run(job))
        .catch((error: Error) => [{ name: nameOf(job), reason: `cannot be read: ${error.message}` }]),
    close: async () => pool?.destroy(),
  }
}

function startThreads(workers: number): Piscina<ReadJob, ReadResult[]> {
  const pool = new Piscina<ReadJob, ReadResult[]>({
    filename: resolve(import.meta.dirname, `read-job${extname(import.meta.filename)}`),
    minThreads: workers,
    maxThreads: workers,
    concurrentTasksPerWorker: jobsAtHand,
    // without a limit a worker lets the garbage of pages grow into gigabytes before it collects it
    resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 },
  })
  // what a worker answers while the pool ends belongs to nobody
  pool.on('error', () => {})
  return pool
}
