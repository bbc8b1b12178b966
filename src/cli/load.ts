import { Command, InvalidArgumentError } from 'commander'
import { formatNames } from '../load/formats.ts'
import { stayInBackground } from '../store/background.ts'
import type { Store } from '../store/open.ts'
import { barReporter, lineReporter } from './load-reporter.ts'
import { databaseOption, openDatabase } from './options.ts'
import { withQueue } from './queue.ts'
import { isAddress, type WebOptions, webOptions } from './web/options.ts'

type LoadOptions = WebOptions & {
  readonly db: string
  readonly workers?: number
  readonly explain?: boolean
  readonly queue?: boolean
}

/** Milliseconds after which what failed may be tried again by the next load of the same feed. */
const retryAfter = 60_000

/** `article-facts load`: articles from disk into the database, each whole or not at all. */
export const loadCommand = new Command('load')
  .summary('load articles from files, folders, feeds, web archives and the web')
  .description(
    `Extracts the claims of each article and saves them. Reads ${formatNames}. Metadata (title, url, publishedAt ...) comes from the page, from front matter, or from a JSON sidecar of the same name. Loading the same article again changes nothing. Of a feed or sitemap on the web, each new page is fetched where it carries less than the article. An interrupted load of a web archive resumes where it stopped.`,
  )
  .argument(
    '<PATH...>',
    'files, folders to search, patterns ("news/**/*.html"), or addresses of pages, feeds and sitemaps (https://…)',
  )
  .addOption(databaseOption())
  .option(
    '--workers <number>',
    'number of extraction threads, 0 for none (default for big loads: the number of cores minus one)',
    parseCount,
  )
  .option('--explain', 'tell what is known of each article, and where its day of publication was found')
  .option(
    '--queue',
    'queue it for `article-facts work`, on this machine and others, instead of loading it (PostgreSQL)',
  )
  .addHelpText(
    'after',
    `
Examples:
  $ article-facts load seeds/
  $ article-facts load --db news.db article.html "archive/2024-*/*.md"
  $ article-facts load feed.xml
  $ article-facts load https://example.org/feed.xml https://example.org/2024/03/port-traffic
  $ article-facts load CC-NEWS-20240301000000-00001.warc.gz
  $ cat article.json
  {"title": "...", "url": "https://...", "publication": "...", "author": "...", "publishedAt": "2024-03-01"}`,
  )
  .action(async (given: string[], options: LoadOptions) => {
    // a service that runs meanwhile goes first
    stayInBackground(10)
    const store = await openDatabase(options.db)
    store.defer()
    try {
      const addresses = given.filter(isAddress)
      const paths = given.filter((one) => !isAddress(one))
      if (options.queue) return await queueJobs(options.db, paths, addresses)
      // brought in when it is wanted: it takes half a second to start
      const { loadPaths } = await import('./load-paths.ts')
      const reporter = process.stdout.isTTY && !options.explain ? barReporter() : lineReporter(options.explain)
      const summary = paths.length ? await loadPaths(store, paths, reporter, options.workers) : undefined
      const visited = addresses.length ? await loadAddresses(store, addresses, options) : undefined
      if (summary?.failed || visited?.failed) process.exitCode = 1
    } finally {
      await store.close()
    }
  })

async function queueJobs(address: string, paths: readonly string[], addresses: readonly string[]): Promise<void> {
  const { listJobs } = await import('./queue-jobs.ts')
  await withQueue(address, async (queue) => {
    const reporter = lineReporter()
    let failed = 0
    const jobs = await listJobs(paths, addresses, (name, reason) => {
      failed++
      reporter.failed(name, reason)
    })
    const added = await queue.add(jobs)
    process.stdout.write(`${added} jobs queued, ${jobs.length - added} queued already, ${failed} failed\n`)
    if (failed) process.exitCode = 1
  })
}

async function loadAddresses(store: Store, addresses: readonly string[], options: LoadOptions) {
  const { visitAll } = await import('./web/visit-all.ts')
  const { openClient } = await import('./web/client.ts')
  const client = openClient(options)
  try {
    return await visitAll(store, client, addresses, lineReporter(options.explain), {
      most: options.limit,
      retry: retryAfter,
    })
  } finally {
    await client.close()
  }
}

function parseCount(value: string): number {
  if (!/^\d{1,3}$/.test(value)) throw new InvalidArgumentError('must be a number of threads, 0 to 999.')
  return Number(value)
}

for (const option of webOptions()) loadCommand.addOption(option)
