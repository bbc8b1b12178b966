import { availableParallelism } from 'node:os'
import { Command, InvalidArgumentError } from 'commander'
import { databaseOption, openDatabase } from './options.ts'
import { withQueue } from './queue.ts'
import { type WebOptions, webOptions } from './web/options.ts'

type WorkOptions = WebOptions & { readonly db: string; readonly workers: number; readonly untilEmpty?: boolean }

/** `article-facts work`: loads what `load --queue` has queued, on as many machines as it is started on. */
export const workCommand = new Command('work')
  .summary('load what load --queue has queued (PostgreSQL)')
  .description(
    'Takes jobs from the queue, loads them, and waits for more until it is stopped (Ctrl-C, SIGTERM). Start it on as many machines as there are; paths of files have to be the same on all. What a stopped worker had in hand goes to another at once, what a killed one had after a minute; an archive goes on where it was. What fails is tried again up to twelve times, at growing intervals: see `article-facts queue list`.',
  )
  .addOption(databaseOption())
  .option('--workers <number>', 'number of processes', parseWorkers, availableParallelism())
  .option('--until-empty', 'end when nothing is left to do')
  .addHelpText(
    'after',
    `
Examples:
  $ article-facts load --queue --db postgres://facts@db/facts /mnt/news/CC-NEWS-*.warc.gz
  $ article-facts work --db postgres://facts@db/facts --workers 4
  $ article-facts queue list --db postgres://facts@db/facts`,
  )
  .action(async (options: WorkOptions) => {
    const stop = new AbortController()
    const end = () => stop.abort()
    process.once('SIGINT', end).once('SIGTERM', end)
    if (options.workers > 1) {
      // tried once, here, where its failure is one line
      await (await openDatabase(options.db)).close()
      await withQueue(options.db, async () => {})
      const { runProcesses } = await import('./work-processes.ts')
      if (!(await runProcesses(options.workers, { DATABASE_URL: options.db }, stop.signal))) process.exitCode = 1
      return
    }
    // whoever started this process has gone
    process.once('disconnect', end)
    const store = await openDatabase(options.db)
    store.defer()
    try {
      const { runWorker } = await import('./work-jobs.ts')
      await withQueue(options.db, (queue) =>
        runWorker(store, queue, { web: options, untilEmpty: options.untilEmpty === true, signal: stop.signal }),
      )
    } finally {
      await store.close()
      if (process.connected) process.disconnect()
    }
  })

function parseWorkers(value: string): number {
  if (!/^[1-9]\d{0,2}$/.test(value)) throw new InvalidArgumentError('must be a number of processes, 1 to 999.')
  return Number(value)
}

for (const option of webOptions()) workCommand.addOption(option)
