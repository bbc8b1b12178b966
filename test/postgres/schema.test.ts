import sql, { raw } from 'sql-template-tag'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { openStore } from '../../src/store/open.ts'
import { sqliteOf } from '../../src/store/sqlite/store.ts'
import { dropDatabase, makeDatabase } from '../postgres.ts'

const server = inject('postgres')

describe.skipIf(!server)('the schema on PostgreSQL', async () => {
  if (!server) return
  const address = await makeDatabase(server)
  const [sqlite, postgres] = [await openStore(':memory:'), await openStore(address)]
  afterAll(async () => {
    await sqlite.close()
    await postgres.close()
    await dropDatabase(address)
  })

  it('has every table and column that it has on SQLite: a migration goes into migrations/ and migrations/postgres/', async () => {
    const database = sqliteOf(sqlite)
    const tables = (database.pragma('table_list') as { name: string; type: string }[])
      .filter(({ name, type }) => type === 'table' && !/^sqlite_|_text_|^migrations$/.test(name))
      .map(({ name }) => name)
    const columns = tables.flatMap((table) =>
      (database.pragma(`table_xinfo(${table})`) as { name: string }[]).map(({ name }) => `${table}.${name}`),
    )
    const there = await postgres.all<{ name: string }>(
      sql`select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'`,
    )
    const known = new Set(there.map(({ name }) => name))
    expect(columns.filter((name) => !known.has(name))).toEqual([])
  })

  it('counts in the same state', async () => {
    // whose version is a sequence
    const names = raw(`select name from state where name <> 'sequence' order by name`)
    expect(await postgres.all(names)).toEqual(await sqlite.all(names))
  })

  it('compares every text that is looked up byte by byte', async () => {
    const free = await postgres.all<{ name: string }>(
      sql`select table_name || '.' || column_name as name from information_schema.columns join information_schema.tables using (table_schema, table_name)
        where table_schema = 'public' and table_type = 'BASE TABLE' and data_type = 'text' and collation_name is null order by 1`,
    )
    // what is only read: whoever adds a column here says that no query compares it
    expect(free.map(({ name }) => name)).toEqual([
      'actors.place',
      'article_actors.place',
      'articles.authors',
      'articles.sections',
      'articles.text',
      'check_worthy.reasons',
      'claims.extracted',
      'claims.json',
      'comparables.basis',
      'comparables.words',
      'fetched.etag',
      'fetched.last_modified',
      'fetched.reason',
      'idempotent_answers.body',
      'migrations.hash',
      'migrations.name',
      'readings.given',
      'reviews.corrections',
      'reviews.note',
      'reviews.reading',
      'stories.names',
      'stories.words',
    ])
  })
})
