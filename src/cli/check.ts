import { SingleBar } from 'cli-progress'
import { Command } from 'commander'
import { checkStore } from '../store/check.ts'
import { describeBehind } from '../store/readings.ts'
import { databaseOption, openDatabase } from './options.ts'

/** `article-facts check`: whether the database is what it has to be. */
export const checkCommand = new Command('check')
  .summary('verify the database, and every claim against its text')
  .description(
    'Checks the file, every claim against the text of its article, and everything derived from the claims: counts, the full-text index, actors, changes. Exits with status 1 if a problem was found and not repaired.',
  )
  .addOption(databaseOption())
  .option('--repair', 'rebuild what is derived from the claims')
  .action(async (options: { db: string; repair?: boolean }) => {
    const store = await openDatabase(options.db, true)
    const bar = process.stdout.isTTY
      ? new SingleBar({
          format: '{bar} {percentage}% | {value} of {total} articles',
          hideCursor: true,
          clearOnComplete: true,
        })
      : undefined
    let seen = 0
    const findings = await checkStore(store, options.repair === true, (total) => {
      if (seen === 0) bar?.start(total, 0)
      seen++
      bar?.update(seen)
    })
    bar?.stop()
    const behind = seen > 0 ? await describeBehind(store) : undefined
    await store.close()
    for (const { what, repaired } of findings) process.stdout.write(`${what}${repaired ? ': repaired' : ''}\n`)
    const left = findings.filter(({ repaired }) => !repaired).length
    process.stdout.write(
      findings.length === 0
        ? `Checked ${seen} article${seen === 1 ? '' : 's'}: no problems found\n`
        : `Checked ${seen} article${seen === 1 ? '' : 's'}: ${findings.length} problem${findings.length === 1 ? '' : 's'} found, ${findings.length - left} repaired\n`,
    )
    if (behind) process.stdout.write(`${behind}\n`)
    if (left) process.exitCode = 1
  })
