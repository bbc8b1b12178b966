import cluster, { type Worker } from 'node:cluster'
import { once } from 'node:events'
import { extname, join } from 'node:path'
import { AggregatorRegistry } from 'prom-client'
import type { Config } from '../model/config.ts'
import type { Metrics } from '../serve/metrics.ts'

/** A process that dies sooner than so many milliseconds after its start would die again. */
const tooSoon = 5_000

/**
 * Starts server processes on one port, over one database; one that dies is replaced.
 * @throws {Error} with a message for people, when they cannot start
 */
export async function startWorkers(
  config: Config,
): Promise<{ address: string; metrics?: Pick<Metrics, 'print' | 'contentType'>; close: () => Promise<void> }> {
  const program = extname(import.meta.filename)
  cluster.setupPrimary({ exec: join(import.meta.dirname, `../main${program}`), args: [] })
  const settings = Object.fromEntries(
    Object.entries({ ...config, SEEDS: 'false' }).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    ),
  )
  let closing = false
  const start = () => {
    const begun = performance.now()
    const worker = cluster.fork(settings)
    worker.on('exit', (code, signal) => {
      if (closing) return
      process.stderr.write(`article-facts: worker ${worker.process.pid} exited (${signal ?? code})\n`)
      if (performance.now() - begun > tooSoon) start()
      else if (!Object.keys(cluster.workers!).length) process.exit(1)
    })
    return worker
  }
  const listening = async (worker: Worker) => {
    const ended = once(worker, 'exit').then(() => {
      throw new Error('the workers cannot start; what hinders them is said above')
    })
    const [{ address, port }] = await Promise.race([once(worker, 'listening'), ended])
    ended.catch(() => {})
    return `http://${address.includes(':') ? `[${address}]` : address}:${port}`
  }
  // the first alone: where any free port will do, it is the one that all have
  const address = await listening(start())
  await Promise.all(Array.from({ length: config.WORKERS - 1 }, () => listening(start())))
  const registry = config.ADMIN_PORT === undefined ? undefined : new AggregatorRegistry()
  return {
    address,
    ...(registry && { metrics: { print: () => registry.clusterMetrics(), contentType: registry.contentType } }),
    close: async () => {
      closing = true
      const workers = Object.values(cluster.workers!) as Worker[]
      const ended = workers.map((worker) => once(worker, 'exit'))
      for (const worker of workers) worker.process.kill('SIGTERM')
      const timer = setTimeout(() => {
        for (const worker of workers) worker.process.kill('SIGKILL')
      }, config.SHUTDOWN_TIMEOUT)
      await Promise.all(ended)
      clearTimeout(timer)
    },
  }
}
