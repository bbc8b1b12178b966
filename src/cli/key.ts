import { Command, InvalidArgumentError, Option } from 'commander'
import { z } from 'zod'
import { type Key, Scope } from '../model/key.ts'
import { createKey, listKeys, revokeKey } from '../store/keys.ts'
import { fail } from './failure.ts'
import { databaseOption, openDatabase } from './options.ts'

const create = new Command('create')
  .summary('create a key and print it')
  .description(
    'Creates an API key and prints it once; only its hash is stored. Clients send it as `Authorization: Bearer KEY`. Scopes: ingest (store and delete articles), review (review claims), read (needed only if READ_REQUIRES_KEY=true), admin (everything).',
  )
  .addOption(databaseOption())
  .addOption(new Option('--scope <scope...>', 'what the key allows').choices(Scope.options).makeOptionMandatory())
  .option(
    '--expires <time>',
    'validity in days (90d) or last day (2027-01-31); without it, the key does not expire',
    parseExpiry,
  )
  .option('--name <name>', 'name of the holder, shown with reviews', 'unnamed')
  .addHelpText(
    'after',
    '\nExamples:\n  $ article-facts key create --scope ingest --expires 90d\n  $ article-facts key create --scope review --name "Ada Berg"',
  )
  .action(async (options: { db: string; scope: Scope[]; expires?: string; name: string }) => {
    const store = await openDatabase(options.db)
    const { scope: scopes, name, expires: expiresAt } = options
    const { key, token } = await createKey(store, { name, scopes, at: new Date().toISOString(), expiresAt })
    await store.close()
    process.stderr.write(
      `article-facts: ${describe(key)}\narticle-facts: the key is shown only once; store it safely\n`,
    )
    process.stdout.write(`${token}\n`)
  })

const list = new Command('list')
  .summary('list the keys, without their secrets')
  .addOption(databaseOption())
  .action(async (options: { db: string }) => {
    const store = await openDatabase(options.db, true)
    for (const key of await listKeys(store)) process.stdout.write(`${describe(key)}\n`)
    await store.close()
  })

const revoke = new Command('revoke')
  .summary('revoke a key')
  .argument('<ID>', 'id of the key as `key list` shows it, the eight characters after afk_')
  .addOption(databaseOption())
  .action(async (id: string, options: { db: string }) => {
    const store = await openDatabase(options.db, true)
    const found = await revokeKey(store, id.replace(/^afk_(?<id>[0-9a-f]{8}).*$/, '$<id>'), new Date().toISOString())
    await store.close()
    if (!found) fail(`no key ${id}: see article-facts key list`)
  })

/** `article-facts key`: who may write. */
export const keyCommand = new Command('key')
  .summary('create, list and revoke API keys')
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
    throw new InvalidArgumentError('must be a number of days (90d) or a date (2027-01-31).')
  const time = days === undefined ? Date.parse(value) : Date.now() + Number(days) * 86_400_000
  if (time <= Date.now()) throw new InvalidArgumentError('is in the past.')
  return new Date(time).toISOString()
}
