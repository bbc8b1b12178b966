import { Command } from 'commander'
import { StoreError } from '../store/database.ts'
import { nameJob, openQueue, type Queue } from '../store/queue.ts'
import { fail } from './failure.ts'
import { databaseOption } from './options.ts'
import { printable } from './terminal.ts'

/** Failures that are listed. */
const mostListed = 100

/** Does something with the queue of a command, or ends it with the reason. */
export async function withQueue<T>(address: string, run: (queue: Queue) => Promise<T>): Promise<T> {
  let queue: Queue
  try {
    queue = await openQueue(address)
  } catch (error) {
    if (!(error instanceof StoreError)) throw error
    fail(error.message)
  }
  try {
    return await run(queue)
  } finally {
    await queue.close()
  }
}

const list = new Command('list')
  .summary('tell how far the queue is, and list what has failed')
  .addOption(databaseOption())
  .action(({ db }: { db: string }) =>
    withQueue(db, async (queue) => {
      const { waiting, active, done, failed } = await queue.count()
      process.stdout.write(
        `${waiting} waiting, ${active} in hand, ${done} done in the last seven days, ${failed} failed\n`,
      )
      for (const { job, reason, again } of await queue.listFailed(mostListed))
        process.stdout.write(`${printable(`${nameJob(job)}: ${reason}${again ? ' (will be tried again)' : ''}`)}\n`)
    }),
  )

const retry = new Command('retry')
  .summary('let what has failed be tried again')
  .addOption(databaseOption())
  .action(({ db }: { db: string }) =>
    withQueue(db, async (queue) => {
      process.stdout.write(`${await queue.retryFailed()} queued again\n`)
    }),
  )

/** `article-facts queue`: what `load --queue` left for `work`. */
export const queueCommand = new Command('queue')
  .summary('look after what load --queue has queued (PostgreSQL)')
  .addCommand(list)
  .addCommand(retry)
