import { setTimeout as wait } from 'node:timers/promises'
import type { Store } from '../store/database.ts'
import { type LoadJob, nameJob, type Queue, silence, type TakenJob } from '../store/queue.ts'
import { loadPaths } from './load-paths.ts'
import { type LoadSummary, lineReporter, type Reporter } from './load-reporter.ts'
import { printable } from './terminal.ts'
import type { WebOptions } from './web/options.ts'

type WorkerOptions = {
  readonly web: WebOptions
  /** Whether to end when there is nothing left, rather than to wait for more. */
  readonly untilEmpty: boolean
  readonly signal: AbortSignal
}

/** Milliseconds between two looks into an empty queue, and between two looks for workers that have gone. */
const pause = 1_000
const recoverEvery = 10_000
/** Milliseconds between two tries when the server has gone. */
const reconnectEvery = 5_000
/** Articles that are committed together: others write, too, and a worker that is killed has little to read again. */
const together = 20
/** Milliseconds after which pages that failed may be fetched again. */
const retryAfter = 60_000

/** Takes one job after the other until it is told to stop. */
export async function runWorker(store: Store, queue: Queue, options: WorkerOptions): Promise<void> {
  const { signal, untilEmpty } = options
  let recovered = Number.NEGATIVE_INFINITY
  let isLost = false
  while (!signal.aborted)
    try {
      if (performance.now() - recovered > recoverEvery) {
        await queue.recover()
        recovered = performance.now()
      }
      const taken = await queue.take()
      isLost = false
      if (taken) {
        await doJob(store, queue, taken, options)
        continue
      }
      if (untilEmpty) {
        const { waiting, active } = await queue.count()
        if (waiting + active === 0) return
      }
      await wait(pause, undefined, { signal }).catch(() => {})
    } catch (error) {
      if (!isLost) say(`the database: ${(error as Error).message}; tried again every five seconds`)
      isLost = true
      await wait(reconnectEvery, undefined, { signal }).catch(() => {})
    }
}

/** Loads what a job names, and says what became of it. */
async function doJob(store: Store, queue: Queue, taken: TakenJob, options: WorkerOptions): Promise<void> {
  const { job, tried } = taken
  // a beat that is missed is made up for by the next
  const beat = setInterval(() => void taken.touch().catch(() => {}), silence / 6)
  const failures: Failure[] = []
  try {
    const summary = await load(store, job, options, (name, reason) => failures.push({ name, reason }))
    if (options.signal.aborted) return await taken.giveBack()
    const whole = failures.filter(({ name }) => namesOf(job).includes(name))
    process.stdout.write(`${printable(nameJob(job))}: ${describe(summary)}\n`)
    if (whole.length && namesOf(job).length === 1) return await giveUp(taken, whole[0]!.reason)
    // those of a handful that failed are tried again alone
    if (whole.length && 'paths' in job) await queue.add(whole.map(({ name }) => ({ paths: [name] })))
    await taken.complete()
  } catch (error) {
    await giveUp(taken, (error as Error).message)
  } finally {
    clearInterval(beat)
  }

  async function giveUp({ fail }: TakenJob, reason: string): Promise<void> {
    say(`${nameJob(job)}: ${reason}${tried ? ` (try ${tried + 1})` : ''}`)
    await fail(reason)
  }
}

type Failure = { readonly name: string; readonly reason: string }
const namesOf = (job: LoadJob) => ('paths' in job ? job.paths : job.addresses)

async function load(
  store: Store,
  job: LoadJob,
  { web, signal }: WorkerOptions,
  onFailure: (name: string, reason: string) => void,
): Promise<LoadSummary> {
  const lines = lineReporter()
  const reporter: Reporter = {
    ...lines,
    done: () => {},
    failed: (name, reason) => {
      lines.failed(name, reason)
      onFailure(name, reason)
    },
    end: () => {},
  }
  // read in this very thread: there is a process for each worker
  if ('paths' in job) return loadPaths(store, job.paths, reporter, 0, { together, signal })
  const { visitAll } = await import('./web/visit-all.ts')
  const { openClient } = await import('./web/client.ts')
  const client = openClient(web)
  const close = () => void client.close()
  signal.addEventListener('abort', close)
  try {
    return await visitAll(store, client, job.addresses, reporter, { most: web.limit, retry: retryAfter, signal })
  } finally {
    signal.removeEventListener('abort', close)
    await client.close()
  }
}

const describe = ({ added, replaced, unchanged, failed, claims }: LoadSummary) =>
  `${added} added, ${replaced} replaced, ${unchanged} unchanged, ${failed} failed; ${claims} claims`

const say = (line: string) => process.stderr.write(`article-facts: ${printable(line)}\n`)
