import { SingleBar } from 'cli-progress'
import { Command, Option } from 'commander'
import { Config } from '../model/config.ts'
import { stayInBackground } from '../store/background.ts'
import { type CopyReporter, type CopySummary, copyStore } from '../store/copy/index.ts'
import { StoreError } from '../store/database.ts'
import { identifyStore, isPostgres, openForCopy, openStore, type Store } from '../store/open.ts'
import { fail } from './failure.ts'

const setting = Config.shape.DATABASE_URL
const database = (flag: string, description: string) =>
  new Option(`${flag} <address>`, description).makeOptionMandatory().argParser((given: string) => {
    const { data, error } = setting.safeParse(given)
    return data ?? fail(`${flag} ${error!.issues[0]!.message}`)
  })

/** `article-facts copy`: from SQLite to PostgreSQL, and back. */
export const copyCommand = new Command('copy')
  .summary('copy the database to another engine: SQLite to PostgreSQL, or back')
  .description(
    'Copies articles, claims with their ids, reviews, added claims, keys and the feed of changes in its order into an empty database, and compares both at the end by counts and hashes. The source may be in use. An interrupted copy resumes where it stopped; run again, the copy takes over what has changed in the source since.',
  )
  .addOption(database('--from', 'SQLite file, or postgres://…'))
  .addOption(
    database('--to', 'SQLite file, which is created if missing, or postgres://…; empty, or a copy that was begun'),
  )
  .addHelpText(
    'after',
    '\nExamples:\n  $ article-facts copy --from data/article-facts.db --to postgres://facts:secret@db.example.org/facts\n  $ article-facts copy --from postgres://facts@localhost/facts --to facts.db',
  )
  .action(async ({ from, to }: { from: string; to: string }) => {
    stayInBackground(10)
    const opened: Store[] = []
    try {
      await identify(from, to)
      opened.push(await openStore(from), await openForCopy(to))
      const [source, target] = opened as [Store, Store]
      process.stdout.write(
        `${describe(await copyStore(source, target, process.stdout.isTTY ? barReporter() : quiet))}\n`,
      )
    } catch (error) {
      if (!(error instanceof StoreError)) throw error
      fail(error.message)
    } finally {
      for (const store of opened) await store.close()
    }
  })

/** Ends the command where either side is something else than it has to be. */
async function identify(from: string, to: string): Promise<void> {
  const source = await identifyStore(from)
  if (source === 'missing' || source === 'empty') fail(`--from: there is no database of article-facts`)
  if (source !== 'ours') fail(`--from: ${source === 'damaged' ? 'is damaged' : 'is not a database of article-facts'}`)
  const target = await identifyStore(to)
  if (target === 'foreign')
    fail(
      isPostgres(to)
        ? '--to: the database has tables of another program: make a new one (createdb)'
        : '--to: is the database of another program: choose a new file',
    )
  if (target === 'damaged' || target === 'no-database') fail('--to: is not an SQLite database: choose a new file')
}

function describe({ articles, before, counts, hash, outdated }: CopySummary): string {
  const count = (table: string, one: string) => {
    const rows = counts.get(table) ?? 0
    return `${rows} ${one}${rows === 1 ? '' : 's'}`
  }
  const all = [
    `${articles} article${articles === 1 ? '' : 's'}`,
    count('claims', 'claim'),
    count('reviews', 'review'),
    count('keys', 'key'),
    count('changes', 'change'),
  ]
  return [
    `${before ? `${before} articles were there; the copy has` : 'Copied'} ${all.join(', ')}`,
    `Compared ${[...counts.values()].reduce((sum, rows) => sum + rows, 0)} rows of ${counts.size} tables: the same in both (SHA-256 ${hash.slice(0, 16)})`,
    ...(outdated ? ['The source has changed meanwhile: run the same command again to take that over'] : []),
  ].join('\n')
}

const quiet: CopyReporter = {
  start: () => {},
  moved: () => {},
  end: () => {},
  say: (line) => process.stdout.write(`The target ${line}\n`),
}

function barReporter(): CopyReporter {
  let bar: SingleBar | undefined
  return {
    say: quiet.say,
    start: (step, articles) => {
      bar?.stop()
      bar = new SingleBar({
        format: `${step} {bar} {percentage}% | {value} of {total} articles | {eta_formatted} left`,
        hideCursor: true,
        clearOnComplete: true,
        etaBuffer: 50,
      })
      bar.start(articles, 0)
    },
    moved: (articles) => bar?.increment(articles),
    end: () => bar?.stop(),
  }
}
