import { createHash } from 'node:crypto'
import { type JobWithMetadata, PgBoss, type Queue as QueueOptions } from 'pg-boss'
import { StoreError } from '../database.ts'
import { type LoadJob, nameJob, type Queue, silence, type TakenJob } from '../queue.ts'
import { withoutPassword } from './open.ts'

// Jobs are rows of a schema of their own in the same database, kept by pg-boss.

const schema = 'load_queue'
const files = 'files'
const addresses = 'addresses'
const queues = [files, addresses]

const usual = {
  // a worker that is stopped or killed costs a try, too
  retryLimit: 12,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 600,
  heartbeatSeconds: silence / 1000,
  // of the longest archives; they go on where they were
  expireInSeconds: 23 * 3600,
  retentionSeconds: 90 * 86_400,
  deleteAfterSeconds: 7 * 86_400,
} satisfies Omit<QueueOptions, 'name'>

/** Jobs that are inserted together. */
const atOnce = 1000

/** @throws {StoreError} when the server cannot be used */
export async function openPostgresQueue(address: string): Promise<Queue> {
  const boss = new PgBoss({
    connectionString: address,
    application_name: 'article-facts',
    schema,
    max: 2,
    supervise: false,
    schedule: false,
    registerInstance: false,
    // whoever asks for it is answered: those who ask do so by the clock
    monitorIntervalSeconds: 1,
  })
  // what matters is thrown by the call that it hinders
  boss.on('error', () => {})
  try {
    await boss.start()
    // what is queued once waits or runs once
    await boss.createQueue(files, { ...usual, policy: 'exclusive' })
    // a host is visited by one worker at a time
    await boss.createQueue(addresses, { ...usual, policy: 'singleton' })
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => {})
    throw new StoreError(`cannot use the database ${withoutPassword(address)}: ${(error as Error).message}`)
  }
  const ask = async <Row>(text: string, values: unknown[]): Promise<Row[]> =>
    (await boss.getDb().executeSql(text, values)).rows

  return {
    add: async (jobs) => {
      let added = 0
      for (const name of queues) {
        const own = jobs.filter((job) => queueOf(job) === name)
        for (let i = 0; i < own.length; i += atOnce) {
          const rows = own.slice(i, i + atOnce).map((job) => ({ data: job, singletonKey: keyOf(job) }))
          added += (await boss.insert(name, rows, { returnId: true }))?.length ?? 0
        }
      }
      return added
    },
    take: async () => {
      for (const name of queues) {
        const [taken] = await boss.fetch<LoadJob>(name, { includeMetadata: true })
        if (taken) return inHand(boss, name, taken)
      }
      return undefined
    },
    recover: async () => {
      for (const name of queues) await boss.supervise(name)
    },
    count: async () => {
      const rows = await ask<{ state: string; count: number }>(
        `select state::text, count(*)::int as count from ${schema}.job where name = any($1) group by state`,
        [queues],
      )
      const sum = (...states: string[]) =>
        rows.reduce((total, { state, count }) => total + (states.includes(state) ? count : 0), 0)
      return {
        waiting: sum('created', 'retry'),
        active: sum('active'),
        done: sum('completed'),
        failed: sum('failed'),
      }
    },
    listFailed: async (most) => {
      const rows = await ask<{ data: LoadJob; output: { reason?: string } | null; again: boolean }>(
        `select data, output, state = 'retry' as again from ${schema}.job
          where name = any($1) and (state = 'failed' or state = 'retry' and output is not null)
          order by again, completed_on desc, id limit $2`,
        [queues, most],
      )
      return rows.map(({ data, output, again }) => ({
        job: data,
        reason: output?.reason ?? 'its worker was not heard of any more',
        again,
      }))
    },
    retryFailed: async () => {
      let retried = 0
      for (const name of queues) {
        const ids = await ask<{ id: string }>(`select id from ${schema}.job where name = $1 and state = 'failed'`, [
          name,
        ])
        if (ids.length === 0) continue
        await boss.retry(
          name,
          ids.map(({ id }) => id),
        )
        retried += ids.length
      }
      return retried
    },
    close: () => boss.stop({ graceful: false }),
  }
}

const queueOf = (job: LoadJob) => ('paths' in job ? files : addresses)

function keyOf(job: LoadJob): string {
  if ('addresses' in job) return new URL(job.addresses[0]!).host
  return job.paths.length === 1
    ? job.paths[0]!.slice(-500)
    : `${nameJob(job).slice(-300)} ${createHash('sha256').update(job.paths.join('\n')).digest('hex')}`
}

function inHand(boss: PgBoss, name: string, taken: JobWithMetadata<LoadJob>): TakenJob {
  // of this very try: when another worker has it by now, it is left alone
  const attempt = { id: taken.id, retryCount: taken.retryCount }
  return {
    job: taken.data,
    tried: taken.retryCount,
    touch: async () => {
      await boss.touch(name, attempt)
    },
    complete: async () => {
      await boss.complete(name, attempt)
    },
    fail: async (reason) => {
      await boss.fail(name, attempt, { reason })
    },
    giveBack: async () => {
      const transaction = await boss.getDb().beginTransaction!()
      try {
        await boss.cancel(name, attempt, { db: transaction.db })
        // nothing but what was cancelled
        await boss.resume(name, taken.id, { db: transaction.db })
        await transaction.commit()
      } catch (error) {
        await transaction.rollback()
        throw error
      }
    },
  }
}
