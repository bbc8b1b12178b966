import closeWithGrace from 'close-with-grace'
import { buildPage, hasPage, isPageOutdated, pageFolder } from './cli/build-page.ts'
import { loadSeeds } from './cli/load-seeds.ts'
import { type Config, readConfig } from './model/config.ts'
import { createAdmin } from './serve/admin.ts'
import { createApp } from './serve/app.ts'
import { createMetrics } from './serve/metrics.ts'
import { openStore } from './store/open.ts'
import { startTasks } from './threads/index.ts'

/**
 * The process: opens and migrates the database, loads the seeds, listens, says where to go next, and closes in order on
 * SIGTERM and Ctrl-C: running requests finish, then the database is closed.
 * @throws {Error} with a message for people when the database or the port cannot be had
 */
export async function startService(config: Config): Promise<void> {
  const store = openStore(config.DATABASE_URL)
  try {
    if (config.SEEDS === 'true') await loadSeeds(store)
    const metrics = config.ADMIN_PORT === undefined ? undefined : createMetrics()
    const logger = { level: config.LOG_LEVEL, stream: process.stderr }
    const { tasks, close: closeTasks } = startTasks(config.DATABASE_URL)
    const app = await createApp({
      store,
      tasks,
      config,
      logger,
      page: pageFolder,
      ...(metrics && { metrics }),
    })
    let closing = false
    const admin = metrics && createAdmin(store, metrics, () => closing, logger)
    const address = await app.listen({ host: config.HOST, port: config.PORT })
    const adminAddress = await admin?.listen({ host: config.HOST, port: config.ADMIN_PORT! })
    const building = config.PAGE === 'true' && isPageOutdated() ? buildPage() : undefined
    closeWithGrace({ delay: 10_000, logger: app.log }, async ({ err }) => {
      if (err) app.log.error({ err }, 'closing after an error')
      // operators see it go until the last request is answered
      closing = true
      building?.stop()
      await app.close()
      await admin?.close()
      await closeTasks()
      store.close()
    })
    process.stdout.write(greeting(address, adminAddress, building ? 'in some seconds, when it is built' : hasPage()))
    if (building && !(await building.ended) && !closing)
      process.stderr.write('article-facts: the page could not be built; the API works without it\n')
  } catch (error) {
    store.close()
    const { code, port } = error as NodeJS.ErrnoException & { port?: number }
    if (code === 'EADDRINUSE')
      throw new Error(
        `port ${port} is taken: stop what listens there, or set ${port === config.ADMIN_PORT ? 'ADMIN_PORT' : 'PORT'} (0 takes any free one)`,
      )
    throw error
  }
}

/** @param page whether there is a page to look at, or when there will be */
const greeting = (address: string, admin: string | undefined, page: boolean | string) => `
article-facts listens on ${address}

  Who said what:             curl '${address}/v1/quotes?source__exists=true&fields=surface&fields=source'
  Trade above 20 percent:    curl '${address}/v1/figures?unit=percent&number__gte=20&measure=trade'
  A claim with its words:    curl '${address}/v1/claims?actor=China&limit=1'

${page === false ? '' : `  To look at it:             ${address}${page === true ? '' : ` (${page})`}\n`}  Documentation:             ${address}/docs
${admin === undefined ? '' : `  For operators:             ${admin}/metrics, /livez, /readyz\n`}`

// started as a program, not imported by the command line
if (process.argv[1] === import.meta.filename) {
  try {
    await startService(readConfig(process.env))
  } catch (error) {
    process.stderr.write(`article-facts: ${(error as Error).message}\n`)
    process.exit(1)
  }
}
