import { SingleBar } from 'cli-progress'
import { Command } from 'commander'
import { z } from 'zod'
import type { ProblemError } from '../model/problem.ts'
import { articleFilters } from '../query/filters.ts'
import { filterParameters } from '../query/parameters.ts'
import { validateWith } from '../serve/validation.ts'
import { stayInBackground } from '../store/background.ts'
import { fail } from './failure.ts'
import { databaseOption, openDatabase } from './options.ts'

const schema = z.strictObject(filterParameters(articleFilters))
const names = Object.keys(schema.shape).join(', ')

/** `article-facts reread`: claims of stored articles made anew by the rules of this program. */
export const rereadCommand = new Command('reread')
  .summary('read stored articles anew, after an upgrade')
  .description(
    `Extracts again the claims of articles that were read by another version of the rules. Reviews stay with the same words. An interrupted run resumes where it stopped; the service may be running. Filters are those of GET /v1/articles: ${names}.`,
  )
  .argument('[FILTER...]', 'which articles: NAME=VALUE')
  .addOption(databaseOption())
  .option('--every', 'also articles that these rules have read already')
  .addHelpText(
    'after',
    '\nExamples:\n  $ article-facts reread\n  $ article-facts reread publication=Reuters published__gte=2024-01-01\n  $ article-facts reread --every url__prefix=https://example.org/',
  )
  .action(async (given: string[], options: { db: string; every?: boolean }) => {
    const query = parseFilters(given)
    stayInBackground(10)
    const store = await openDatabase(options.db, true)
    store.defer()
    try {
      // brought in when it is wanted: it takes half a second to start
      const { rereadArticles } = await import('./reread-articles.ts')
      const failed = await rereadArticles(store, query, options.every === true, {
        bar: process.stdout.isTTY
          ? new SingleBar({
              format: '{bar} {percentage}% | {value} of {total} articles | {eta_formatted} left',
              hideCursor: true,
              clearOnComplete: true,
              etaBuffer: 50,
            })
          : undefined,
        // a bar, if there is one, stands on the line that is being written
        say: (line) => process.stdout.write(`${process.stdout.isTTY ? '\r\u001B[K' : ''}${line}\n`),
        complain: (line) => process.stderr.write(`article-facts: ${line}\n`),
      })
      if (failed > 0) process.exitCode = 1
    } finally {
      await store.close()
    }
  })

function parseFilters(given: readonly string[]): Record<string, unknown> {
  const query: Record<string, string[]> = {}
  for (const filter of given) {
    const [, name, value] =
      /^([^=]+)=(.*)$/s.exec(filter) ?? fail(`"${filter}" is no filter: NAME=VALUE, where NAME is one of ${names}`)
    query[name!] = [...(query[name!] ?? []), value!]
  }
  const flat = Object.fromEntries(
    Object.entries(query).map(([name, values]) => [name, values.length > 1 ? values : values[0]]),
  )
  const { value, error } = validateWith({ schema, url: 'article-facts reread' })(flat) as {
    value?: object
    error?: ProblemError
  }
  if (error) fail(error.type === 'unknown-parameter' ? `${error.message} Filters are ${names}.` : error.message)
  return value as Record<string, unknown>
}
