import type { SingleBar } from 'cli-progress'
import { chooseArticlesToReread } from '../query/behind.ts'
import type { Query } from '../query/conditions.ts'
import type { Store } from '../store/database.ts'
import { findStoredArticle } from '../store/readings.ts'
import { saveReadings } from '../store/save.ts'
import { describeUnfit } from './describe-unfit.ts'
import type { ReadResult } from './read-job.ts'
import { openReadingPool, usualWorkers } from './reading-pool.ts'

/** Where the progress goes. */
type Reporting = {
  readonly bar: SingleBar | undefined
  readonly say: (line: string) => void
  readonly complain: (line: string) => void
}

/** Articles that are read and committed together: what a run that is killed has to read again. */
const batchSize = 50
/** From so many on, threads are worth their start. */
const worthThreads = 24

/**
 * Reads stored articles anew, a batch a transaction; each is marked as read then, so that the next run goes on behind it.
 * @returns how many could not be read
 */
export async function rereadArticles(
  store: Store,
  query: Query,
  every: boolean,
  { bar, say, complain }: Reporting,
): Promise<number> {
  const chosen = await chooseArticlesToReread(store, query, every)
  const pool = openReadingPool(chosen.length < worthThreads ? 0 : usualWorkers())
  const summary = { changed: 0, same: 0, failed: 0 }
  let unfit = 0
  const readFrom = async (from: number): Promise<ReadResult[]> => {
    const results: Promise<ReadResult[]>[] = []
    for (const seq of chosen.slice(from, from + batchSize)) {
      const stored = await findStoredArticle(store, seq)
      if (stored) results.push(pool.read({ stored }))
    }
    return (await Promise.all(results)).flat()
  }
  bar?.start(chosen.length, 0)
  try {
    let reading = readFrom(0)
    for (let from = 0; from < chosen.length; from += batchSize) {
      const results = await reading
      // the next are read while these are saved
      reading = readFrom(from + batchSize)
      const records = results.flatMap((result) => ('record' in result ? [result.record] : []))
      for (const result of results) if ('reason' in result) complain(`${result.name}: ${result.reason}`)
      summary.failed += results.length - records.length
      for (const { outcome, unfit: reviews = [] } of await saveReadings(store, records, now())) {
        summary[outcome === 'unchanged' ? 'same' : 'changed']++
        unfit += reviews.length
        for (const review of reviews) say(describeUnfit(review))
      }
      bar?.update(Math.min(from + batchSize, chosen.length))
    }
    await reading
  } finally {
    bar?.stop()
    await pool.close()
  }
  say(
    `${summary.changed + summary.same} articles read anew: ${summary.changed} changed, ${summary.same} as they were${summary.failed ? `, ${summary.failed} failed` : ''}${unfit ? `; ${unfit} reviews do not fit any more` : ''}`,
  )
  return summary.failed
}

const now = () => new Date().toISOString()
