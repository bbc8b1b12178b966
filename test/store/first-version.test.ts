import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import type { Claim } from '../../src/model/claim/index.ts'
import { rulesVersion } from '../../src/model/rules-version.ts'
import { checkStore } from '../../src/store/check.ts'
import { openStore } from '../../src/store/open.ts'
import { countBehind } from '../../src/store/readings.ts'
import { migrate, readMigrations } from '../../src/store/sqlite/migrate.ts'
import type { Sqlite } from '../../src/store/sqlite/statements.ts'
import { sqliteOf } from '../../src/store/sqlite/store.ts'
import { runHere } from '../cli/run-here.ts'
import { size } from '../size.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'article-facts-first-'))
const kills = size(8, 100)

/** How often its articles are there: often enough that the migrations take their time. */
const copies = 12
const columnsOf = (store: Sqlite, table: string) =>
  (store.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name)

/** The rows of the first version once more, as articles of their own. */
function repeatRows(store: Sqlite, copies: number): void {
  const ids = /\b(?<start>(?:art|clm|act)_[0-9a-f]{13})[0-9a-f]{3}\b/g
  store.function('renamed', (text, n) =>
    String(text).replaceAll(ids, `$<start>z${Number(n).toString(16).padStart(2, '0')}`),
  )
  const changed: Record<string, string> = {
    id: 'renamed(id, $n)',
    actor_id: 'renamed(actor_id, $n)',
    json: 'renamed(json, $n)',
    url: 'url || $n',
    text_hash: 'text_hash || $n',
    article: 'article + 1000 * $n',
    claim: 'claim + 1000 * $n',
    seq: 'seq + 1000 * $n',
    sequence: 'sequence + 10 * $n',
  }
  for (const table of ['articles', 'claims', 'claim_actors', 'article_actors', 'actor_aliases', 'actors']) {
    const columns = columnsOf(store, table)
    store.exec(`CREATE TEMP TABLE own AS SELECT * FROM ${table}`)
    const insert = store.prepare(
      `INSERT INTO ${table} SELECT ${columns.map((name) => changed[name] ?? name).join(', ')} FROM temp.own`,
    )
    for (let n = 1; n < copies; n++) insert.run({ n })
    store.exec('DROP TABLE temp.own')
  }
  store.exec(`UPDATE state SET value = (SELECT max(sequence) FROM articles) WHERE name = 'sequence'`)
}

/** A database as the first landed version left it: its migrations, which are never edited, and its rows. */
function makeFirst(name: string, copies: number): string {
  const file = join(folder, name)
  const store = new Database(file)
  store.pragma('journal_mode = WAL')
  migrate(store, readMigrations().slice(0, 3))
  store.exec(readFileSync(join(import.meta.dirname, 'first-version.sql'), 'utf8'))
  repeatRows(store, copies)
  // the first version filled the full text with each row
  store.exec(`INSERT INTO articles_text (rowid, title, text) SELECT seq, coalesce(title, ''), text FROM articles;
    INSERT INTO claims_text (rowid, surface, sentence, measure)
      SELECT seq, json ->> '$.surface', json ->> '$.sentence.text', coalesce(measure, '') FROM claims;`)
  store.pragma('wal_checkpoint(TRUNCATE)')
  store.close()
  return file
}
const first = makeFirst('first.db', 1)
const repeated = makeFirst('repeated.db', copies)
const copy = (from: string, name: string) => {
  const file = join(folder, name)
  copyFileSync(from, file)
  return file
}
/** Ids as the program of today gives them: with the first digits of the article's. */
const renamed = (claims: { id: string; json: string }[]) =>
  claims.map(({ id, json }) => {
    const [, digits] = /"articleId":"art_(.{4})/.exec(json)!
    const name = (text: string) => text.replaceAll(/(?<=^|"(?:id|quoteId)":")clm_(?=.{16}(?:"|$))/g, `clm_${digits}`)
    return { id: name(id), json: name(json) }
  })
const contentsOf = (store: Sqlite) => ({
  claims: store.prepare<[], { id: string; json: string }>('SELECT id, json FROM claims ORDER BY seq').all(),
  articles: store.prepare('SELECT id, text FROM articles ORDER BY seq').all(),
  actors: store
    .prepare('SELECT id, kind, name, role, affiliation, mention_count, article_count FROM actors ORDER BY id')
    .all(),
})
const contentsIn = (file: string) => {
  const store = new Database(file)
  const { claims, ...contents } = contentsOf(store)
  store.close()
  return { ...contents, claims: renamed(claims) }
}

/**
 * Opens a database, and is killed by a thread of its own as soon as the log of the migrations has so many bytes; says how many there were, if it
 * comes to that.
 */
const opener = `
  import { statSync } from 'node:fs'
  import { Worker } from 'node:worker_threads'
  import { openStore } from ${JSON.stringify(new URL('../../src/store/open.ts', import.meta.url).href)}
  const [file, bytes] = process.argv.slice(1)
  const killer = new Worker(\`
    const { parentPort, workerData: { log, bytes } } = require('node:worker_threads')
    const { statSync } = require('node:fs')
    parentPort.postMessage('ready')
    while ((statSync(log, { throwIfNoEntry: false })?.size ?? 0) < bytes);
    process.kill(process.pid, 'SIGKILL')\`, { eval: true, execArgv: [], workerData: { log: file + '-wal', bytes: Number(bytes) } })
  killer.once('message', async () => {
    const store = await openStore(file)
    console.log(statSync(file + '-wal').size)
    await store.close()
    process.exit()
  })`
async function open(file: string, bytes: number): Promise<string> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', opener, file, String(bytes)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.on('data', (data) => {
    output += data
  })
  await once(child, 'close')
  return output.trim()
}

describe('a database of the first version', () => {
  it('is migrated as it is, passes check, and is read anew', async () => {
    const expected = contentsIn(first)
    const file = copy(first, 'opened.db')
    const opened = await openStore(file)
    const store = sqliteOf(opened)
    expect(store.prepare('SELECT count(*) FROM migrations').pluck().get()).toBe(readMigrations().length)
    expect(contentsOf(store)).toEqual(expected)
    expect(await checkStore(opened, false)).toEqual([])
    expect(await countBehind(opened)).toEqual({ behind: 3, articles: 3 })
    const { status, stdout, stderr } = await runHere(['reread', '--db', file])
    expect([status, stderr, stdout]).toEqual([0, '', expect.stringContaining('3 articles read anew')])
    expect(store.prepare('SELECT DISTINCT rules FROM readings').pluck().all()).toEqual([rulesVersion()])
    expect(await checkStore(opened, false)).toEqual([])
    // ids stay where words and type stay
    const byWords = (claims: { id: string; json: string }[]) =>
      new Map(
        claims.map(({ id, json }) => {
          const { articleId, type, start, end } = JSON.parse(json) as Claim
          return [`${articleId} ${type} ${start} ${end}`, id]
        }),
      )
    const [then, now] = [expected.claims, contentsOf(store).claims].map((claims) => byWords(claims as never[])) as [
      Map<string, string>,
      Map<string, string>,
    ]
    const kept = [...then].filter(([words]) => now.has(words))
    expect(kept.length).toBeGreaterThan(20)
    for (const [words, id] of kept) expect(now.get(words)).toBe(id)
    await opened.close()
  })

  it(`survives ${kills} kills in the middle of its migration`, { timeout: 600_000 }, async () => {
    const expected = contentsIn(repeated)
    const whole = Number(await open(copy(repeated, 'whole.db'), 1e12))
    expect(whole).toBeGreaterThan(kills * 1000)
    let cut = 0
    const round = async (name: string) => {
      const file = copy(repeated, name)
      await open(file, Math.random() * 0.7 * whole)
      const store = new Database(file)
      const ran = store.prepare('SELECT count(*) FROM migrations').pluck().get() as number
      store.close()
      // one that came too late is no kill in the middle
      if (ran < readMigrations().length) cut++
      const opened = await openStore(file)
      expect(contentsOf(sqliteOf(opened))).toEqual(expected)
      expect(await checkStore(opened, false)).toEqual([])
      await opened.close()
      rmSync(file)
    }
    const lane = async (n: number) => {
      for (let i = 0; cut < kills && i < kills; i++) await round(`killed-${n}-${i}.db`)
    }
    await Promise.all([lane(0), lane(1), lane(2)])
    expect(cut).toBeGreaterThanOrEqual(kills)
  })
})
