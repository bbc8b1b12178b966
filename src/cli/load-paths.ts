import { createReadStream } from 'node:fs'
import { resolve } from 'node:path'
import { readArchive } from '../load/index.ts'
import type { Store } from '../store/database.ts'
import { clearProgress, readProgress, saveProgress } from '../store/progress.ts'
import { saveArticles } from '../store/save.ts'
import { type FoundFile, findFiles, reasonOf } from './files.ts'
import type { LoadSummary, Reporter } from './load-reporter.ts'
import type { ReadJob, ReadResult } from './read-job.ts'
import { jobsAtHand, openReadingPool, usualWorkers } from './reading-pool.ts'
import { createTell } from './tell.ts'

/** Something to save in its turn: what a job came to, how far all files are read with it, and how far its archive is. */
type Step = {
  readonly results: Promise<readonly ReadResult[]>
  /** Bytes that it holds in memory until it is saved. */
  readonly weight: number
  readonly behind: number
  readonly archive?: { readonly file: FoundFile; readonly next: number | null }
}

/** Files from which starting threads (a third of a second each) pays. */
const worthThreads = 24
/** Articles or milliseconds after which what has been read is committed: one transaction an article would wait for the disk each time. */
const batchSize = jobsAtHand
const batchTime = 500
/** Bytes of files and pages that are under way at a time: what bounds memory when pages are large. */
const mostAhead = 64 * 1024 * 1024

/**
 * Loads all articles under the paths. Workers read and extract, this thread saves, in the order of the files: a batch of articles and how
 * far the archive is in one transaction. A file or page that fails is reported and the rest goes on.
 * @param threads workers; 0 reads in this thread; by default one for each core but one, for loads that are worth it
 * @param together articles that are committed together
 * @param signal ends the load early, behind what is stored by then
 */
export async function loadPaths(
  store: Store,
  paths: readonly string[],
  reporter: Reporter,
  threads?: number,
  { together = batchSize, signal }: { readonly together?: number; readonly signal?: AbortSignal } = {},
): Promise<LoadSummary> {
  const tell = createTell(reporter)
  const files = await findFiles(paths, tell.failed)
  const size = files.reduce((sum, file) => sum + file.size, 0)
  const worth = files.length >= worthThreads || size > 2_000_000 || files.some(({ format }) => format === 'archive')
  const workers = threads ?? (worth ? usualWorkers() : 0)
  const pool = openReadingPool(workers)
  reporter.start(size)
  try {
    for await (const batch of gather(
      listSteps(files, store, reporter, pool.read),
      workers > 0 ? 3 * together : 1,
      together,
    )) {
      const results = batch.flatMap((step) => step.results)
      const outcomes = await saveArticles(
        store,
        results.flatMap((result) => ('record' in result ? [result.record] : [])),
        async (tx) => {
          // of each archive the farthest: what lies between is never gone on from
          const reached = new Map(batch.flatMap(({ archive }) => (archive ? [[archive.file, archive.next]] : [])))
          for (const [file, next] of reached)
            if (next === null) await clearProgress(tx, keyOf(file))
            else await saveProgress(tx, keyOf(file), next)
        },
      )
      for (const result of results)
        if ('reason' in result) tell.failed(result.name, result.reason)
        else tell.saved(result.name, result.record, outcomes.shift()!)
      reporter.moved(batch.at(-1)!.behind)
      if (signal?.aborted) break
    }
  } finally {
    await pool.close()
  }
  reporter.end(tell.summary)
  return tell.summary
}

const keyOf = ({ path, size }: FoundFile) => ({ path: resolve(path), size })

/** All jobs, begun in the order of the files; an archive is read as its pages are wanted. */
async function* listSteps(
  files: readonly FoundFile[],
  store: Store,
  reporter: Reporter,
  read: (job: ReadJob) => Promise<ReadResult[]>,
): AsyncGenerator<Step> {
  let before = 0
  const failure = (name: string, reason: string) => Promise.resolve([{ name, reason }])
  for (const file of files) {
    const { path, format, size } = file
    if (format !== 'archive') {
      before += size
      yield { results: read({ path, format }), weight: size, behind: before }
      continue
    }
    const from = await readProgress(store, keyOf(file))
    if (from > 0)
      reporter.warn(path, `goes on at ${Math.round((100 * from) / size)}%, where the load before was broken off`)
    try {
      for await (const entry of readArchive(createReadStream(path, { start: from, highWaterMark: 1 << 18 }), from)) {
        const name = `${path}: ${entry.name}`
        yield {
          results: 'failure' in entry ? failure(name, entry.failure) : read({ source: { ...entry.source, name } }),
          weight: 'source' in entry ? entry.source.bytes.length : 0,
          behind: before + entry.next,
          archive: { file, next: entry.next },
        }
      }
      yield { results: Promise.resolve([]), weight: 0, behind: before + size, archive: { file, next: null } }
    } catch (error) {
      yield { results: failure(path, reasonOf(error)), weight: 0, behind: before + size, archive: { file, next: null } }
    }
    before += size
  }
}

type Ready = Omit<Step, 'results'> & { readonly results: readonly ReadResult[] }

/** Steps in their order, `ahead` of them under way at a time, in batches to be committed together. */
async function* gather(steps: AsyncGenerator<Step>, ahead: number, together: number): AsyncGenerator<Ready[]> {
  const waiting: Step[] = []
  let weight = 0
  let batch: Ready[] = []
  let articles = 0
  let since = performance.now()
  for (let more = true; more || waiting.length > 0; ) {
    while (more && waiting.length < ahead && (weight < mostAhead || waiting.length === 0)) {
      const { value, done } = await steps.next()
      if (done) more = false
      else {
        waiting.push(value)
        weight += value.weight
      }
    }
    const step = waiting.shift()
    if (step) {
      const results = await step.results
      weight -= step.weight
      batch.push({ ...step, results })
      articles += results.length
    }
    const full = articles >= together || performance.now() - since > batchTime || (!more && waiting.length === 0)
    if (batch.length > 0 && full) {
      yield batch
      batch = []
      articles = 0
      since = performance.now()
    }
  }
}
