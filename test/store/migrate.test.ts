import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openStore, StoreError } from '../../src/store/open.ts'
import { findClaimVersion } from '../../src/store/read.ts'
import { migrate, readMigrations } from '../../src/store/sqlite/migrate.ts'
import { createStore, sqliteOf } from '../../src/store/sqlite/store.ts'

const fresh = () => join(mkdtempSync(join(tmpdir(), 'article-facts-')), 'folder', 'test.db')

describe('opening a database', () => {
  it('makes the folder and the file, runs every migration once, in order', async () => {
    const file = fresh()
    await (await openStore(file)).close()
    const store = sqliteOf(await openStore(file))
    expect(store.prepare('SELECT name FROM migrations ORDER BY rowid').pluck().all()).toEqual(
      readMigrations().map(({ name }) => name),
    )
    expect(migrate(store)).toEqual([])
    expect(store.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(store.pragma('foreign_keys', { simple: true })).toBe(1)
    store.close()
  })

  it('keeps every table strict', async () => {
    const store = sqliteOf(await openStore(':memory:'))
    const tables = store.pragma('table_list') as { name: string; type: string; strict: number }[]
    const own = tables.filter(({ name, type }) => type === 'table' && !/^sqlite_|_(?:text)/.test(name))
    expect(own.length).toBeGreaterThan(5)
    for (const { name, strict } of own) expect([name, strict]).toEqual([name, 1])
  })

  it('refuses a migration that was edited after it ran', async () => {
    const store = sqliteOf(await openStore(':memory:'))
    const edited = readMigrations().map((migration, i) => (i === 0 ? { ...migration, hash: 'other' } : migration))
    expect(() => migrate(store, edited)).toThrow(/0001-articles.sql has changed/)
  })

  it('refuses a database that a newer version made', async () => {
    const store = sqliteOf(await openStore(':memory:'))
    expect(() => migrate(store, readMigrations().slice(0, -1))).toThrow(/newer version/)
  })

  it('takes over what an older program had stored: its articles are changes, its claims have a version', async () => {
    const store = new Database(':memory:')
    const migrations = readMigrations()
    migrate(store, migrations.slice(0, 4))
    store.exec(`UPDATE state SET value = 7 WHERE name = 'sequence';
      INSERT INTO articles VALUES (1, 'art_1', NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2024-03-01T00:00:00.000Z', 1, 'a', 'h', '[]', 0, 0, 0, 0, 7);
      INSERT INTO claims (id, article, sequence, type, section, start_at, end_at, kind, extractor, confidence, json)
        VALUES ('clm_1', 1, 7, 'date', 'body', 0, 1, 'date', 'date.x', 1, '{}');`)
    migrate(store, migrations)
    expect(store.prepare('SELECT kind, id, deleted, sequence FROM changes').all()).toEqual([
      { kind: 'article', id: 'art_1', deleted: 0, sequence: 7 },
    ])
    expect(await findClaimVersion(createStore(store), 'clm_1')).toEqual({ json: '{}', version: 7 })
    expect(store.prepare('SELECT review, rejected FROM claims').get()).toEqual({ review: 'none', rejected: 0 })
  })

  it('leaves nothing of a migration that fails', async () => {
    const store = sqliteOf(await openStore(':memory:'))
    const broken = {
      name: '9999-broken.sql',
      sql: 'CREATE TABLE half (a INTEGER) STRICT; CREATE TABLE half (a INTEGER) STRICT;',
      hash: 'x',
    }
    expect(() => migrate(store, [...readMigrations(), broken])).toThrow()
    expect(store.prepare(`SELECT count(*) FROM sqlite_master WHERE name = 'half'`).pluck().get()).toBe(0)
  })

  it('says plainly that a file is no database', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'article-facts-')), 'notes.txt')
    writeFileSync(file, 'these are notes, and by no means a database of anything. '.repeat(40))
    await expect(openStore(file)).rejects.toThrow(StoreError)
    await expect(openStore(file)).rejects.toThrow(/is not an SQLite database/)
  })
})
