import cluster from 'node:cluster'
import closeWithGrace from 'close-with-grace'
import { buildPage, hasPage, isPageOutdated, pageFolder } from './cli/build-page.ts'
import { loadSeeds } from './cli/load-seeds.ts'
import type { Config } from './model/config.ts'
import { createAdmin } from './serve/admin.ts'
import { createApp } from './serve/app.ts'
import { keepHelpersInBackground } from './store/background.ts'
import { openStore, type Store } from './store/open.ts'
import { isLost } from './store/postgres/errors.ts'
import { describeBehind } from './store/readings.ts'
import { startTasks } from './threads/index.ts'

/** A running service, and how to stop it. */
type Running = { readonly address: string; readonly close: () => Promise<void> }

/**
 * The process: opens and migrates the database, loads the seeds, listens, says where to go next, and closes in order on
 * SIGTERM and Ctrl-C: running requests finish, then the database is closed. With several WORKERS it starts as many server processes, and
 * watches over them.
 * @throws {Error} with a message for people when the database or the port cannot be had
 */
export async function startService(config: Config): Promise<void> {
  const store = await openStore(config.DATABASE_URL, config.READ_DATABASE_URL)
  try {
    if (cluster.isWorker) return closeOnSignal(await serve(config, store), store, config.SHUTDOWN_TIMEOUT)
    if (config.SEEDS === 'true') await loadSeeds(store)
    let closing = false
    const serving =
      config.WORKERS > 1
        ? await (await import('./threads/workers.ts')).startWorkers(config)
        : await serve(config, store)
    const metrics = 'metrics' in serving ? serving.metrics : undefined
    const admin =
      metrics &&
      createAdmin(store, metrics, () => closing, config.READ_REQUIRES_KEY === 'false', {
        level: config.LOG_LEVEL,
        stream: process.stderr,
      })
    const adminAddress = await admin?.listen({ host: config.HOST, port: config.ADMIN_PORT! })
    const outdated = config.PAGE === 'true' && isPageOutdated()
    const building = outdated ? buildPage() : undefined
    if (outdated && !building)
      process.stderr.write(
        'article-facts: the page is not built: this folder is read-only, or the development packages are missing. The API works without it; PAGE=false turns this message off\n',
      )
    closeOnSignal(
      {
        ...serving,
        close: async () => {
          // operators see it go until the last response is sent
          closing = true
          building?.stop()
          await serving.close()
          await admin?.close()
        },
      },
      store,
      config.SHUTDOWN_TIMEOUT,
    )
    process.stdout.write(
      greeting(serving.address, adminAddress, building ? 'ready in a few seconds' : hasPage(), config.SEEDS === 'true'),
    )
    const behind = await describeBehind(store).catch((error: unknown) => {
      if (!closing) throw error
    })
    if (behind) process.stderr.write(`article-facts: ${behind}\n`)
    if (building && !(await building.ended) && !closing)
      process.stderr.write(
        'article-facts: the page could not be built; `npm run page` shows why. The API works without it\n',
      )
  } catch (error) {
    await store.close()
    const { code, port } = error as NodeJS.ErrnoException & { port?: number }
    if (code === 'EADDRINUSE')
      throw new Error(
        `port ${port} is in use: stop the program that listens there, or set ${port === config.ADMIN_PORT ? 'ADMIN_PORT' : 'PORT'} (0 for any free port)`,
      )
    if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL')
      throw new Error(
        `HOST=${config.HOST}: not an address of this machine; use 127.0.0.1 for this machine alone, or 0.0.0.0 for all its networks`,
      )
    throw error
  }
}

/** Serves requests in this process. */
async function serve(config: Config, store: Store) {
  await keepHelpersInBackground(5)
  const metrics = config.ADMIN_PORT === undefined ? undefined : (await import('./serve/metrics.ts')).createMetrics()
  const { tasks, stopReading, close: closeTasks } = startTasks(config.DATABASE_URL, config.TASK_TIMEOUT, store.refresh)
  const fetcher = await openFetcher(config)
  const app = await createApp({
    store,
    tasks,
    fetchPage: fetcher?.fetchPage,
    config,
    logger: { level: config.LOG_LEVEL, stream: process.stderr },
    page: pageFolder,
    ...(metrics && { metrics }),
  })
  const address = await app.listen({ host: config.HOST, port: config.PORT })
  const close = async () => {
    const timer = setTimeout(stopReading, config.SHUTDOWN_TIMEOUT / 2)
    await app.close()
    clearTimeout(timer)
    await closeTasks()
    await fetcher?.close()
  }
  return { address, metrics, close }
}

/** Brought in where the operator lets pages be fetched. */
async function openFetcher({ FETCH, FETCH_PRIVATE, FETCH_CONTACT, TASK_TIMEOUT }: Config) {
  if (FETCH === 'none') return undefined
  const { createPageFetcher } = await import('./fetch/for-service.ts')
  return createPageFetcher(FETCH, FETCH_PRIVATE === 'true', FETCH_CONTACT, TASK_TIMEOUT)
}

/** Signals of a process that is broken: handled, the faulty instruction would run again and again (Node's documentation of signal events). */
const crashes = ['SIGILL', 'SIGTRAP', 'SIGABRT', 'SIGBUS', 'SIGFPE', 'SIGSEGV'] as const

function closeOnSignal({ close }: Running, store: Store, timeout: number): void {
  process.on('unhandledRejection', (error) => {
    // postgres.js asks a connection that opens for its types, and nobody waits for the answer: whoever needs it is told by what it asks itself
    if (isLost(error)) return
    throw error
  })
  closeWithGrace({ delay: timeout, skip: [...crashes, 'unhandledRejection'] }, async ({ err }) => {
    if (err) process.stderr.write(`article-facts: closing after an error: ${err.stack}\n`)
    await close()
    await store.close()
  })
}

/**
 * @param page whether there is a page to look at, or when there will be
 * @param seeds whether the example article is loaded, which the first requests are about
 */
const greeting = (address: string, admin: string | undefined, page: boolean | string, seeds: boolean) => `
article-facts listens on ${address}

${
  seeds
    ? `  Who said what:             curl '${address}/v1/quotes?source__exists=true&fields=surface&fields=source'
  Trade above 20 percent:    curl '${address}/v1/figures?unit=percent&number__gte=20&measure=trade'
  A claim with its words:    curl '${address}/v1/claims?actor=China&limit=1'`
    : `  Load articles:             npx article-facts load PATH
  Claims by type:            curl '${address}/v1/claims/facets?by=type'`
}

${page === false ? '' : `  Page:                      ${address}${page === true ? '' : ` (${page})`}\n`}  Documentation:             ${address}/docs
${admin === undefined ? '' : `  For operators:             ${admin}/metrics, /livez, /readyz\n`}`
