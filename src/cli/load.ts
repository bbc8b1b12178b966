import { Command, InvalidArgumentError } from 'commander'
import { formatNames } from '../load/index.ts'
import { stayInBackground } from '../store/background.ts'
import { barReporter, lineReporter } from './load-reporter.ts'
import { databaseOption, openDatabase } from './options.ts'

/** `article-facts load`: articles from disk into the database, each whole or not at all. */
export const loadCommand = new Command('load')
  .summary('load articles from files, folders, feeds and web archives')
  .description(
    `Extracts the claims of each article and saves them. Reads ${formatNames}. Metadata (title, url, publishedAt ...) comes from the page, from front matter, or from a JSON sidecar of the same name. Loading the same article again changes nothing. An interrupted load of a web archive resumes where it stopped.`,
  )
  .argument('<PATH...>', 'files, folders to search, or patterns ("news/**/*.html")')
  .addOption(databaseOption())
  .option(
    '--workers <number>',
    'number of extraction threads, 0 for none (default for big loads: the number of cores minus one)',
    parseCount,
  )
  .option('--explain', 'tell what is known of each article, and where its day of publication was found')
  .addHelpText(
    'after',
    `
Examples:
  $ article-facts load seeds/
  $ article-facts load --db news.db article.html "archive/2024-*/*.md"
  $ article-facts load feed.xml
  $ article-facts load CC-NEWS-20240301000000-00001.warc.gz
  $ cat article.json
  {"title": "...", "url": "https://...", "publication": "...", "author": "...", "publishedAt": "2024-03-01"}`,
  )
  .action(async (paths: string[], options: { db: string; workers?: number; explain?: boolean }) => {
    // a service that runs meanwhile goes first
    stayInBackground(10)
    const store = await openDatabase(options.db)
    try {
      const reporter = process.stdout.isTTY && !options.explain ? barReporter() : lineReporter(options.explain)
      // brought in when it is wanted: it takes half a second to start
      const { loadPaths } = await import('./load-paths.ts')
      const summary = await loadPaths(store, paths, reporter, options.workers)
      if (summary.failed) process.exitCode = 1
    } finally {
      await store.close()
    }
  })

function parseCount(value: string): number {
  if (!/^\d{1,3}$/.test(value)) throw new InvalidArgumentError('must be a number of threads, 0 to 999.')
  return Number(value)
}
