import { Presets, SingleBar } from 'cli-progress'
import { Command } from 'commander'
import { ingestArticle } from '../ingest.ts'
import { Config } from '../model/config.ts'
import { openStore, type Store, StoreError } from '../store/open.ts'
import { saveArticle } from '../store/save.ts'
import { fail } from './failure.ts'
import { findTexts, readArticle, reasonOf } from './files.ts'
import { databaseOption } from './options.ts'

export type LoadSummary = { added: number; replaced: number; unchanged: number; failed: number; claims: number }

/** `article-facts load`: articles from disk into the database, each whole or not at all. */
export const loadCommand = new Command('load')
  .summary('load articles from files and folders')
  .description(
    'Extracts the claims of each text and saves them. A text is a .txt file; what it lacks (title, url, publishedAt ...) stands in a JSON sidecar of the same name. The same article again changes nothing.',
  )
  .argument('<PATH...>', 'files, or folders to search for .txt files')
  .addOption(databaseOption())
  .addHelpText(
    'after',
    `
Examples:
  $ article-facts load seeds/
  $ article-facts load --db news.db article.txt
  $ cat article.json
  {"title": "...", "url": "https://...", "publication": "...", "author": "...", "publishedAt": "2024-03-01"}`,
  )
  .action(async (paths: string[], options: { db: string }) => {
    const store = open(options.db)
    try {
      const summary = await loadPaths(store, paths, process.stdout.isTTY ? barReporter() : lineReporter())
      if (summary.failed) process.exitCode = 1
    } finally {
      store.close()
    }
  })

function open(file: string): Store {
  try {
    return openStore(Config.shape.DATABASE_URL.parse(file))
  } catch (error) {
    fail(error instanceof StoreError ? error.message : (error as Error).message)
  }
}

/** Where the progress of a load goes. */
export type Reporter = {
  start(total: number): void
  done(path: string, outcome: string, claims: number): void
  failed(path: string, reason: string): void
  end(summary: LoadSummary): void
}

/** Loads all texts under the paths, one transaction an article; a file that fails is reported and the rest goes on. */
export async function loadPaths(store: Store, paths: readonly string[], reporter: Reporter): Promise<LoadSummary> {
  const summary: LoadSummary = { added: 0, replaced: 0, unchanged: 0, failed: 0, claims: 0 }
  const failed = (path: string, reason: string) => {
    summary.failed++
    reporter.failed(path, reason)
  }
  const texts = await findTexts(paths, failed)
  reporter.start(texts.length)
  for (const path of texts) {
    try {
      const record = ingestArticle(await readArticle(path), new Date().toISOString())
      const { outcome } = saveArticle(store, record)
      summary[outcome]++
      if (outcome !== 'unchanged') summary.claims += record.claims.length
      reporter.done(path, outcome, record.claims.length)
    } catch (error) {
      failed(path, reasonOf(error))
    }
  }
  reporter.end(summary)
  return summary
}

const sentence = ({ added, replaced, unchanged, failed, claims }: LoadSummary) =>
  `${added} added, ${replaced} replaced, ${unchanged} unchanged, ${failed} failed; ${claims} claims\n`

/** One line an article, for logs and pipes. */
function lineReporter(): Reporter {
  return {
    start: () => {},
    done: (path, outcome, claims) => process.stdout.write(`${path}: ${outcome}, ${claims} claims\n`),
    failed: (path, reason) => process.stderr.write(`article-facts: ${path}: ${reason}\n`),
    end: (summary) => process.stdout.write(sentence(summary)),
  }
}

/** A bar with rate and time left, for people at a terminal; failures are listed below it at the end. */
function barReporter(): Reporter {
  const bar = new SingleBar(
    {
      format: '{bar} {percentage}% | {value}/{total} articles | {eta_formatted} left | {path}',
      hideCursor: true,
      clearOnComplete: false,
    },
    Presets.shades_classic,
  )
  const failures: string[] = []
  return {
    start: (total) => bar.start(total, 0, { path: '' }),
    done: (path) => bar.increment({ path }),
    failed: (path, reason) => {
      failures.push(`article-facts: ${path}: ${reason}\n`)
      bar.increment({ path })
    },
    end: (summary) => {
      bar.stop()
      for (const line of failures) process.stderr.write(line)
      process.stdout.write(sentence(summary))
    },
  }
}
