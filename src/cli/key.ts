import { Command, InvalidArgumentError, Option } from 'commander'
import { z } from 'zod'
import { type Key, Scope } from '../model/key.ts'
import { createKey, listKeys, revokeKey } from '../store/keys.ts'
import { fail } from './failure.ts'
import { databaseOption, openDatabase } from './options.ts'

const create = new Command('create')
  .summary('make a key and print it')
  .description(
    'Makes a key and prints it, this once: only its hash is stored. It is sent as `Authorization: Bearer KEY`. Keys are made for what they are used for: ingest (store and delete articles), review (say of claims whether they are read rightly), read (only where READ_REQUIRES_KEY=true), admin (all of it).',
  )
  .addOption(databaseOption())
  .addOption(new Option('--scope <scope...>', 'what it may do').choices(Scope.options).makeOptionMandatory())
  .option(
    '--expires <time>',
    'days it holds (90d), or the day on which it ends (2027-01-31); without it, for ever',
    parseExpiry,
  )
  .option('--name <name>', 'whose it is: reviews carry this name', 'unnamed')
  .addHelpText(
    'after',
    '\nExamples:\n  $ article-facts key create --scope ingest --expires 90d\n  $ article-facts key create --scope review --name "Ada Berg"',
  )
  .action((options: { db: string; scope: Scope[]; expires?: string; name: string }) => {
    const store = openDatabase(options.db)
    const { scope: scopes, name, expires: expiresAt } = options
    const { key, token } = createKey(store, { name, scopes, at: new Date().toISOString(), expiresAt })
    store.close()
    process.stderr.write(
      `article-facts: ${describe(key)}\narticle-facts: this is shown once; keep it where secrets are kept\n`,
    )
    process.stdout.write(`${token}\n`)
  })

const list = new Command('list')
  .summary('list the keys, without their secrets')
  .addOption(databaseOption())
  .action((options: { db: string }) => {
    const store = openDatabase(options.db, true)
    for (const key of listKeys(store)) process.stdout.write(`${describe(key)}\n`)
    store.close()
  })

const revoke = new Command('revoke')
  .summary('end a key now')
  .argument('<ID>', 'id of the key, as `key list` shows it: the eight characters behind afk_')
  .addOption(databaseOption())
  .action((id: string, options: { db: string }) => {
    const store = openDatabase(options.db, true)
    const found = revokeKey(store, id.replace(/^afk_(?<id>[0-9a-f]{8}).*$/, '$<id>'), new Date().toISOString())
    store.close()
    if (!found) fail(`there is no key ${id}: article-facts key list shows those there are`)
  })

/** `article-facts key`: who may write. */
export const keyCommand = new Command('key')
  .summary('make, list and revoke the keys of the service')
  .addCommand(create)
  .addCommand(list)
  .addCommand(revoke)

function describe({ id, name, scopes, createdAt, expiresAt, revokedAt, lastUsedAt }: Key): string {
  const day = (time: string) => time.slice(0, 16).replace('T', ' ')
  const now = new Date().toISOString()
  const state =
    revokedAt !== undefined
      ? `revoked ${day(revokedAt)}`
      : expiresAt === undefined
        ? 'never expires'
        : `${expiresAt <= now ? 'expired' : 'expires'} ${day(expiresAt)}`
  return `${id}  ${scopes.join(',')}  "${name}"  made ${day(createdAt)}, ${state}, ${lastUsedAt === undefined ? 'never used' : `last used ${day(lastUsedAt)}`}`
}

/** The time at which a key ends, ISO 8601 in UTC. */
function parseExpiry(value: string): string {
  const days = /^(?<days>[1-9]\d{0,4})d$/.exec(value)?.groups?.days
  if (days === undefined && !z.iso.date().safeParse(value).success)
    throw new InvalidArgumentError('a number of days (90d) or a day of the calendar (2027-01-31).')
  const time = days === undefined ? Date.parse(value) : Date.now() + Number(days) * 86_400_000
  if (time <= Date.now()) throw new InvalidArgumentError('lies in the past.')
  return new Date(time).toISOString()
}
