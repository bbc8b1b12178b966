import { once } from 'node:events'
import { Command, Option } from 'commander'
import { ClaimType } from '../model/claim/index.ts'
import { iterateClaims } from '../store/read.ts'
import { fail } from './failure.ts'
import { databaseOption, openDatabase } from './options.ts'

/** `article-facts export`: every stored claim as JSON lines. */
export const exportCommand = new Command('export')
  .summary('print all stored claims as JSON lines')
  .description(
    'Prints every claim of the database as JSON lines, by article and position. Rows are streamed in constant memory.',
  )
  .addOption(databaseOption())
  .addOption(new Option('--type <type>', 'only claims of this type').choices(ClaimType.options))
  .addHelpText(
    'after',
    "\nExamples:\n  $ article-facts export > claims.jsonl\n  $ article-facts export --type quote | jq -r '[.source.name, .surface] | @tsv'",
  )
  .action(async (options: { db: string; type?: ClaimType }) => {
    const store = openDatabase(options.db, true)
    try {
      for (const json of iterateClaims(store, options.type))
        if (!process.stdout.write(`${json}\n`)) await once(process.stdout, 'drain')
      store.close()
    } catch (error) {
      fail((error as Error).message)
    }
  })
