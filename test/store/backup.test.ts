import { spawn, spawnSync } from 'node:child_process'
import { hash } from 'node:crypto'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { ingestArticle } from '../../src/ingest.ts'
import { checkStore } from '../../src/store/check.ts'
import { openStore, type Store } from '../../src/store/open.ts'
import { deleteArticle, saveArticle } from '../../src/store/save.ts'
import { migrate, readMigrations } from '../../src/store/sqlite/migrate.ts'
import { sqliteOf } from '../../src/store/sqlite/store.ts'
import { runHere } from '../cli/run-here.ts'
import { size } from '../size.ts'

const root = join(import.meta.dirname, '../..')
const folder = () => mkdtempSync(join(tmpdir(), 'article-facts-backup-'))
/** In a process of its own, beside those that have the database open. */
const start = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/index.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}
const run = (...args: string[]) => runHere(args)
const save = async (store: Store, text: string) =>
  await saveArticle(store, ingestArticle({ text, metadata: {} }, '2024-03-02T08:00:00.000Z'))
const textsOf = (store: Store) =>
  sqliteOf(store).prepare('SELECT text FROM articles ORDER BY seq').pluck().all() as string[]
const textsIn = async (file: string) => {
  const store = await openStore(file)
  const texts = textsOf(store)
  expect(await checkStore(store, false)).toEqual([])
  await store.close()
  return texts
}
async function makeDatabase(file: string, ...texts: string[]): Promise<string> {
  const store = await openStore(file)
  for (const text of texts) await save(store, text)
  await store.close()
  return file
}
/** Files of a folder, each with a digest of what is in it. */
const contentsOf = (path: string) =>
  readdirSync(path)
    .sort()
    .map((name) => `${name} ${hash('sha256', readFileSync(join(path, name)))}`)
const one = 'Exports of Norway rose by 4% to $24bn last year, Mayor Ada Berg said.'
const two = 'Chile sold 3 ships in 2020.'
const three = 'Prices in Peru fell by 9%, Senator Luis Rojas said.'

describe('article-facts backup', () => {
  it('copies a database that is in use, whole, into one file that a read-only disk could hold', async () => {
    const file = join(folder(), 'a.db')
    const store = await openStore(file)
    for (const text of [one, two]) await save(store, text)
    const copies = folder()
    const copy = join(copies, 'copy.db')
    expect(start('backup', copy, '--db', file)).toEqual({
      status: 0,
      stdout: `Backed up ${file} to ${copy}\n`,
      stderr: '',
    })
    expect(readdirSync(copies)).toEqual(['copy.db'])
    const copied = new Database(copy, { readonly: true })
    expect(copied.pragma('journal_mode', { simple: true })).toBe('delete')
    copied.close()
    expect(await textsIn(copy)).toEqual([one, two])
    expect(start('backup', copy, '--db', file)).toMatchObject({ status: 1, stderr: expect.stringContaining('--force') })
    await store.close()
  })

  it('is what it says it is over an older backup whose log was left beside it', async () => {
    const file = await makeDatabase(join(folder(), 'a.db'), one)
    const copies = folder()
    const copy = join(copies, 'copy.db')
    // somebody opened the older backup, wrote to it, and was killed: its log has what its file has not
    const older = await openStore(join(folder(), 'older.db'))
    await save(older, two)
    sqliteOf(older).pragma('wal_checkpoint(TRUNCATE)')
    await save(older, three)
    for (const ending of ['', '-wal', '-shm']) copyFileSync(sqliteOf(older).name + ending, copy + ending)
    await older.close()
    expect(await run('backup', copy, '--db', file, '--force')).toMatchObject({ status: 0, stderr: '' })
    expect(readdirSync(copies)).toEqual(['copy.db'])
    expect(await textsIn(copy)).toEqual([one])
  })

  it('refuses a place where something stands that would be taken for a part of it, and leaves all as it was', async () => {
    const file = await makeDatabase(join(folder(), 'a.db'), one)
    for (const [name, ending] of [
      ['copy.db', '-wal'],
      ['copy.db', '-journal'],
      ['notes.txt', '-wal'],
    ] as const) {
      const copies = folder()
      const copy = join(copies, name)
      if (name === 'notes.txt') writeFileSync(copy, 'these are notes '.repeat(100))
      writeFileSync(copy + ending, 'x'.repeat(5000))
      const before = contentsOf(copies)
      const { status, stderr } = await run('backup', copy, '--db', file, '--force')
      expect([status, stderr.trim().split('\n').length]).toEqual([1, 1])
      expect(stderr).toContain(`${copy}${ending} is there`)
      expect(contentsOf(copies)).toEqual(before)
    }
    // an older backup that somebody has open
    const used = await openStore(join(folder(), 'used.db'))
    await save(used, two)
    expect(await run('backup', sqliteOf(used).name, '--db', file, '--force')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('in use'),
    })
    expect(textsOf(used)).toEqual([two])
    await used.close()
  })

  it('changes nothing in the database, which a newer version may be about to migrate', async () => {
    const file = join(folder(), 'a.db')
    const old = new Database(file)
    migrate(old, readMigrations().slice(0, 4))
    old.close()
    const copy = join(folder(), 'copy.db')
    expect((await run('backup', copy, '--db', file)).status).toBe(0)
    for (const path of [file, copy]) {
      const database = new Database(path)
      expect(database.prepare('SELECT count(*) FROM migrations').pluck().get(), path).toBe(4)
      database.close()
    }
  })
})

describe('article-facts restore', () => {
  it('puts a backup in the place of a database that others have open, and only reads the backup', async () => {
    const store = await openStore(join(folder(), 'a.db'))
    for (const text of [one, two]) await save(store, text)
    const copies = folder()
    const copy = join(copies, 'copy.db')
    expect(start('backup', copy, '--db', sqliteOf(store).name).status).toBe(0)
    const before = contentsOf(copies)
    await deleteArticle(
      store,
      sqliteOf(store).prepare('SELECT id FROM articles').pluck().get() as string,
      '2024-03-04T08:00:00.000Z',
    )
    expect(start('restore', copy, '--db', sqliteOf(store).name)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('--force'),
    })
    expect(start('restore', copy, '--db', sqliteOf(store).name, '--force')).toEqual({
      status: 0,
      stdout: `Restored ${copy} to ${sqliteOf(store).name}\n`,
      stderr: '',
    })
    // who has it open sees it put back
    expect(textsOf(store)).toEqual([one, two])
    await store.close()
    expect(contentsOf(copies)).toEqual(before)
    const other = join(folder(), 'new', 'other.db')
    expect(start('restore', copy, '--db', other).status).toBe(0)
    expect(await textsIn(other)).toEqual([one, two])
    const states = [copy, other].map((file) => {
      const database = new Database(file)
      const identity = database.prepare(`SELECT value FROM state WHERE name = 'identity'`).pluck().get()
      database.close()
      return identity
    })
    // mirrors must not go on where they were
    expect(states[0]).not.toBe(states[1])
  })

  it('takes what an older program made, and migrates the copy alone', async () => {
    const copies = folder()
    const copy = join(copies, 'old.db')
    const old = new Database(copy)
    old.pragma('journal_mode = WAL')
    migrate(old, readMigrations().slice(0, 4))
    old.close()
    const before = contentsOf(copies)
    const file = join(folder(), 'a.db')
    expect(await run('restore', copy, '--db', file)).toMatchObject({ status: 0, stderr: '' })
    expect(contentsOf(copies)).toEqual(before)
    expect(await textsIn(file)).toEqual([])
  })

  it('refuses what is no whole database of ours, in a line, and leaves all as it was', async () => {
    const home = folder()
    const file = await makeDatabase(join(home, 'a.db'), one)
    const others = folder()
    const at = (name: string) => join(others, name)
    writeFileSync(at('empty.db'), '')
    writeFileSync(at('notes.txt'), 'these are notes '.repeat(1000))
    const foreign = new Database(at('foreign.db'))
    foreign.exec('CREATE TABLE migrations (name TEXT, hash TEXT); CREATE TABLE articles (seq INTEGER PRIMARY KEY)')
    foreign.close()
    await makeDatabase(at('cut.db'), two)
    writeFileSync(at('cut.db'), readFileSync(at('cut.db')).subarray(0, 100_000))
    const newer = await openStore(at('newer.db'))
    sqliteOf(newer).exec(`INSERT INTO migrations VALUES ('9999-future.sql', 'x', '2099-01-01')`)
    await newer.close()
    const wrong = await openStore(at('wrong.db'))
    await save(wrong, two)
    sqliteOf(wrong).exec('UPDATE claims SET start_at = start_at + 1')
    await wrong.close()
    const before = [contentsOf(home), contentsOf(others)]
    for (const [backup, message] of [
      ['empty.db', /is empty/],
      ['notes.txt', /is not an SQLite database/],
      ['foreign.db', /is not a database of article-facts/],
      ['cut.db', /is damaged|malformed|not pass check/],
      ['newer.db', /newer version/],
      ['wrong.db', /not what the text says there/],
      ['', /is not a file/],
    ] as const) {
      const { status, stderr } = await run('restore', at(backup), '--db', file, '--force')
      expect([status, stderr.trim().split('\n').length], backup).toEqual([1, 1])
      expect(stderr, backup).toMatch(message)
    }
    expect([contentsOf(home), contentsOf(others)]).toEqual(before)
    // and it replaces nothing that is not ours
    for (const name of ['foreign.db', 'notes.txt'])
      expect(await run('restore', file, '--db', at(name), '--force')).toMatchObject({
        status: 1,
        stderr: expect.stringContaining('is not replaced'),
      })
    expect([contentsOf(home), contentsOf(others)]).toEqual(before)
  })

  it('takes the place of a database that is damaged, with its log', async () => {
    const home = folder()
    const file = await makeDatabase(join(home, 'a.db'), two)
    const copy = join(folder(), 'copy.db')
    expect((await run('backup', copy, '--db', file)).status).toBe(0)
    writeFileSync(file, readFileSync(file).fill(0xff, 100, 60_000))
    writeFileSync(`${file}-wal`, 'no log')
    expect(await run('restore', copy, '--db', file, '--force')).toMatchObject({ status: 0, stderr: '' })
    expect(readdirSync(home)).toEqual(['a.db'])
    expect(await textsIn(file)).toEqual([two])
  })

  it('leaves nothing behind when it is killed, and the database as it was or as the backup is', async () => {
    const home = folder()
    const file = await makeDatabase(join(home, 'a.db'), one)
    const copy = await makeDatabase(
      join(folder(), 'copy.db'),
      ...Array.from({ length: size(80, 150) }, (_, i) =>
        `Plant ${i} made ${i + 2} ships, said Ada Berg. `.repeat(size(15, 40)),
      ),
    )
    const whole = await textsIn(copy)
    let kept = 0
    for (let round = 0; round < size(3, 6); round++) {
      const child = spawn(process.execPath, ['src/cli/index.ts', 'restore', copy, '--db', file, '--force'], {
        cwd: root,
        stdio: 'ignore',
      })
      const ended = new Promise((resolve) => child.on('close', resolve))
      const isUnderWay = () => readdirSync(home).some((name) => name.includes('.partial'))
      while (!isUnderWay() && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 2))
      await new Promise((resolve) => setTimeout(resolve, round * 90))
      child.kill('SIGKILL')
      await ended
      await expect.poll(() => readdirSync(home).filter((name) => name.includes('.partial'))).toEqual([])
      const texts = await textsIn(file)
      if (texts.length === 1) kept++
      else expect(texts).toEqual(whole)
      expect(readdirSync(home)).toEqual(['a.db'])
    }
    expect(kept).toBeGreaterThan(0)
  })
})

describe('backup and restore', () => {
  it('take the URL of a file as every command does', async () => {
    const [file, copy, other] = ['a.db', 'b.db', 'c.db'].map((name) => join(folder(), name)) as [string, string, string]
    await makeDatabase(file, one)
    expect(await run('backup', copy, '--db', `file:${file}`)).toMatchObject({
      status: 0,
      stdout: `Backed up ${file} to ${copy}\n`,
    })
    expect((await run('restore', copy, '--db', `sqlite://${other}`)).stderr).toBe('')
    expect((await run('check', '--db', other)).status).toBe(0)
    expect(await run('restore', copy, '--db', `sqlite:${other}`)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('--force'),
    })
  })

  it.each([
    [['backup', '/nowhere/at/all.db'], /cannot write/],
    [['backup', '/tmp/none.db', '--db', '/nowhere/a.db'], /no database at/],
    [['restore', '/nowhere/at/all.db'], /no such file/],
  ])('say in a line what is wrong: %j', async (args, message) => {
    const file = await makeDatabase(join(folder(), 'a.db'), one)
    const { status, stderr } = await run(...(args.includes('--db') ? args : [...args, '--db', file]))
    expect([status, stderr.trim().split('\n').length]).toEqual([1, 1])
    expect(stderr).toMatch(message)
    expect(existsSync(file)).toBe(true)
    expect(await textsIn(file)).toEqual([one])
  })
})
