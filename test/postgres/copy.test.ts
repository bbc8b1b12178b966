import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import driver from 'postgres'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { ingestArticle, walk } from '../../src/ingest.ts'
import { readConfig } from '../../src/model/config.ts'
import { createApp } from '../../src/serve/app.ts'
import { createTasks } from '../../src/serve/tasks.ts'
import { addClaim } from '../../src/store/added-claims.ts'
import { checkStore } from '../../src/store/check.ts'
import { copyStore } from '../../src/store/copy/index.ts'
import { createKey } from '../../src/store/keys.ts'
import { openStore } from '../../src/store/open.ts'
import { reviewClaim } from '../../src/store/review-claim.ts'
import { deleteArticle, saveArticles } from '../../src/store/save.ts'
import { dropDatabase, makeDatabase } from '../postgres.ts'

const server = inject('postgres')
const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'article-facts-copy-'))
const at = '2024-03-04T08:00:00.000Z'
const cli = ['src/cli/index.ts', 'copy']
const copy = (from: string, to: string) =>
  spawnSync(process.execPath, [...cli, '--from', from, '--to', to], { cwd: root, encoding: 'utf8' })
const record = (i: number, version = 0) =>
  ingestArticle(
    {
      text: `Exports of Norway rose by ${(i % 7) + 4}% to $${24 + (i % 3)}bn last year, Mayor Ada Berg said. “Plant ${i} has sold ${version} ships and we are proud of that,” she told reporters.`,
      metadata: {
        url: `https://example.org/${i}`,
        publishedAt: `2024-03-0${1 + (i % 5)}`,
        publication: `Wire ${i % 4}`,
      },
    },
    at,
  )
const by = { name: 'Ada', keyId: 'k', at }

/** What is asked of both: the answers are the same, cursors aside. */
const questions = [
  '/v1/claims?limit=200&section=any&review=any',
  '/v1/figures?order=-number&limit=100&count=true',
  '/v1/claims?q=ships&order=relevance&highlight=true',
  '/v1/articles?q=plant&order=-published&limit=100&expand=text&expand=sections',
  '/v1/actors?limit=100',
  '/v1/changes?limit=200&expand=claims',
  '/v1/reviews?limit=100',
  '/v1/claims/facets?by=unit&by=actor&by=publication&by=extractor',
  '/v1/comparisons?limit=100',
  '/v1/comparisons/quotes?limit=100',
  '/v1/check-worthy?limit=100',
  '/v1/claims/export',
]
async function answers(address: string, check = false): Promise<string[]> {
  const store = await openStore(address)
  const config = readConfig({ RATE_LIMIT: '0', RESPONSE_CACHE: '0' })
  const app = await createApp({ store, tasks: createTasks(store, () => walk), config })
  const bodies: string[] = []
  for (const url of questions) bodies.push(`${url} ${(await app.inject(url)).body}`)
  if (check) expect(await checkStore(store, false)).toEqual([])
  await app.close()
  await store.close()
  return bodies.map((body) => body.replaceAll(/"(next|cursor)":"[^"]*"/g, '"$1":""'))
}

describe.skipIf(!server)('article-facts copy', async () => {
  if (!server) return
  const [one, back, address] = [join(folder, 'one.db'), join(folder, 'back.db'), await makeDatabase(server)]
  const admin = driver(address, { max: 2, onnotice: () => {} })
  afterAll(async () => {
    await admin.end()
    await dropDatabase(address)
    rmSync(folder, { recursive: true })
  })

  it('takes everything from SQLite to PostgreSQL and back, though it is killed on the way, and what has changed since', {
    timeout: 1_200_000,
  }, async () => {
    const source = await openStore(one)
    await saveArticles(
      source,
      Array.from({ length: 40 }, (_, i) => record(i)),
    )
    const { claims, id, text } = record(7)
    for (const [i, claim] of claims.slice(0, 4).entries())
      await reviewClaim(source, claim.id, { review: i % 2 ? 'rejected' : 'confirmed', note: 'so' }, by, () => {})
    const start = text.indexOf('reporters')
    await addClaim(
      source,
      id,
      { type: 'actor', start, end: start + 9, kind: 'organization', name: 'reporters' } as never,
      by,
    )
    await deleteArticle(source, record(3).id, at)
    await saveArticles(source, [record(5, 1)])
    await createKey(source, { name: 'loader', scopes: ['ingest'], at })
    await source.close()

    // the second handful of articles does not come through: the copy hangs there, and is killed
    await (await openStore(address)).close()
    await admin.unsafe(
      `create function hang() returns trigger language plpgsql as 'begin perform pg_sleep(600); return new; end'`,
    )
    await admin.unsafe(
      `create trigger hang before update on state for each row when (new.name = 'copy_article' and old.value >= 0) execute function hang()`,
    )
    const child = spawn(process.execPath, [...cli, '--from', one, '--to', address], { cwd: root, stdio: 'ignore' })
    const ended = new Promise((resolve) => child.on('close', resolve))
    const sleeping = () =>
      admin`select pid from pg_stat_activity where wait_event = 'PgSleep' and datname = current_database()`
    await expect.poll(async () => (await sleeping()).length, { timeout: 600_000, interval: 100 }).toBe(1)
    child.kill('SIGKILL')
    await ended
    await admin`select pg_terminate_backend(pid) from pg_stat_activity where wait_event = 'PgSleep'`
    await admin.unsafe('drop trigger hang on state')
    const [came] = await admin`select count(*)::int as articles from articles`
    expect(came!.articles).toBeGreaterThan(0)
    expect(came!.articles).toBeLessThan(39)
    await expect(openStore(address)).rejects.toThrow('is a copy that has not ended')

    const resumed = copy(one, address)
    expect(resumed).toMatchObject({ status: 0, stderr: '' })
    expect(resumed.stdout).toContain('goes on where the copy before was broken off')
    expect(resumed.stdout).toMatch(
      /articles were there; the copy has 39 articles, \d+ claims, 5 reviews, 1 key, \d+ changes/,
    )
    expect(await answers(address)).toEqual(await answers(one))

    // what changes in the source afterwards comes with the next run, in place: a review, an article anew, one gone, one new
    const again = await openStore(one)
    await reviewClaim(again, record(20).claims[0]!.id, { review: 'rejected' }, by, () => {})
    await saveArticles(again, [record(9, 4), record(61)])
    await deleteArticle(again, record(30).id, at)
    await again.close()
    expect(copy(one, address)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('what has changed in the source since is taken over'),
    })
    const expected = await answers(one)
    expect(await answers(address, true)).toEqual(expected)

    // and back into a file, which refuses a row on the way
    await (await openStore(back)).close()
    const file = new Database(back)
    file.exec(
      `create trigger refuse before insert on articles when new.seq = 36 begin select raise(abort, 'full'); end`,
    )
    expect(copy(address, back).status).not.toBe(0)
    expect(file.prepare('select count(*) from articles').pluck().get()).toBeGreaterThan(0)
    file.exec('drop trigger refuse')
    file.close()
    expect(copy(address, back)).toMatchObject({ status: 0, stderr: '' })
    expect(await answers(back, true)).toEqual(expected)
  })

  it('refuses a target that holds something else, and a source that is none of ours', {
    timeout: 1_200_000,
  }, async () => {
    const foreign = join(folder, 'foreign.db')
    new Database(foreign).exec('create table theirs (id integer)').close()
    const theirs = await makeDatabase(server)
    const their = driver(theirs, { max: 1 })
    await their.unsafe('create table theirs (id int)')
    await their.end()
    for (const [from, to, reason] of [
      [one, theirs, '--to: the database has tables of another program'],
      [foreign, one, '--from: is not a database of article-facts'],
    ] as const)
      expect(copy(from, to), `${from} ${to}`).toMatchObject({ status: 1, stderr: expect.stringContaining(reason) })
    await dropDatabase(theirs)

    const silent = { start: () => {}, moved: () => {}, say: () => {}, end: () => {} }
    const [source, target, other] = await Promise.all([openStore(one), openStore(back), openStore(':memory:')])
    await expect(copyStore(source, source, silent)).rejects.toThrow('both are the same database')
    await saveArticles(other, [record(80)])
    await expect(copyStore(source, other, silent)).rejects.toThrow('the target is not empty: choose a new')
    await expect(copyStore(other, target, silent)).rejects.toThrow('it is a copy of another database')
    await saveArticles(target, [record(90)])
    const served = await openStore(address)
    await expect(copyStore(served, target, silent)).rejects.toThrow('has been written to since it was copied')
    for (const store of [source, target, other, served]) await store.close()
  })
})
