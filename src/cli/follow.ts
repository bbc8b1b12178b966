import { setTimeout as wait } from 'node:timers/promises'
import { Command, InvalidArgumentError, Option } from 'commander'
import { stayInBackground } from '../store/background.ts'
import { fail } from './failure.ts'
import { lineReporter } from './load-reporter.ts'
import { databaseOption, openDatabase } from './options.ts'
import { isAddress, parseDuration, type WebOptions, webOptions } from './web/options.ts'

/** Least time between two rounds. */
const leastEvery = 1000

const every = () =>
  new Option('--every <time>', 'time between two rounds').default(600_000, '10m').argParser((given: string) => {
    const time = parseDuration(given)
    if (time < leastEvery) throw new InvalidArgumentError('must be at least 1s.')
    return time
  })

type FollowOptions = WebOptions & { readonly db: string; readonly every: number }

/** `article-facts follow`: keeps feeds, sitemaps and pages current until it is stopped. */
export const followCommand = new Command('follow')
  .summary('keep feeds, sitemaps and pages of the web current')
  .description(
    'Visits each address again and again, stores what is new, and says what came. What is as it was costs one request; what fails is tried again later, at growing intervals. Ends with Ctrl-C or SIGTERM, and goes on where it was when it is started again.',
  )
  .argument('<ADDRESS...>', 'feeds, sitemaps, home pages that name one, or pages (https://…)')
  .addOption(databaseOption())
  .addOption(every())
  .addHelpText(
    'after',
    `
Examples:
  $ article-facts follow https://example.org/feed.xml --every 10m
  $ article-facts follow https://example.org/news-sitemap.xml https://example.com/rss --contact https://example.net/about-us`,
  )
  .action(async (addresses: string[], options: FollowOptions) => {
    for (const address of addresses) if (!isAddress(address)) fail(`${address}: is not an address (https://…)`)
    stayInBackground(10)
    const store = await openDatabase(options.db)
    const stop = new AbortController()
    const end = () => stop.abort()
    process.once('SIGINT', end).once('SIGTERM', end)
    const { visitAll } = await import('./web/visit-all.ts')
    const { openClient } = await import('./web/client.ts')
    const client = openClient(options)
    stop.signal.addEventListener('abort', () => void client.close())
    const lists = new Map<string, string>()
    try {
      while (!stop.signal.aborted) {
        const begun = Date.now()
        const came = await visitAll(store, client, addresses, quiet(), {
          most: options.limit,
          retry: options.every,
          signal: stop.signal,
          lists,
        }).catch(sayBusy)
        if (came && came.added + came.replaced + came.failed > 0)
          process.stdout.write(
            `${new Date().toISOString()} ${came.added} added, ${came.replaced} replaced, ${came.failed} failed; ${came.claims} claims\n`,
          )
        await wait(Math.max(0, begun + options.every - Date.now()), undefined, { signal: stop.signal }).catch(() => {})
      }
    } finally {
      await client.close()
      await store.close()
    }
  })

/** Another program may write for long; the next round finds what this one left. */
function sayBusy(error: Error & { code?: string }): undefined {
  if (!error.code?.startsWith('SQLITE_BUSY')) throw error
  process.stderr.write('article-facts: the database is locked by another process; tried again in the next round\n')
}

/** Says what came, and nothing of what is as it was. */
function quiet() {
  const reporter = lineReporter()
  return {
    ...reporter,
    done: (...told: Parameters<typeof reporter.done>) => {
      if (told[1] !== 'unchanged') reporter.done(...told)
    },
    end: () => {},
  }
}
for (const option of webOptions()) followCommand.addOption(option)
