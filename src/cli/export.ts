import { once } from 'node:events'
import { Command, Option } from 'commander'
import { ClaimType } from '../model/claim/index.ts'
import { everyClaim } from '../store/read.ts'
import { fail } from './failure.ts'
import { databaseOption, openDatabase } from './options.ts'

const rowsAtOnce = 25

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
    const store = await openDatabase(options.db, true)
    try {
      const snapshot = await store.snapshot(0)
      for await (const rows of snapshot.each<{ json: string }>(everyClaim(options.type), rowsAtOnce))
        if (!process.stdout.write(rows.map(({ json }) => `${json}\n`).join(''))) await once(process.stdout, 'drain')
      await snapshot.close()
      await store.close()
    } catch (error) {
      fail((error as Error).message)
    }
  })
