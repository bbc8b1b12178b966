// How fast are claims stored, beside the least that stores the same rows, and what do readers feel of a load?
//   npm run bench:save            2,000 articles of 5 KB a round, five rounds (some minutes)
//   npm run bench:save -- 500     as many as you like
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Database from 'better-sqlite3'
import type { ArticleRecord } from '../src/model/article.ts'
import { openStore } from '../src/store/open.ts'
import { saveArticles } from '../src/store/save.ts'
import { sqliteOf } from '../src/store/sqlite/store.ts'
import { makeDatabase, makeRecords, makeTexts } from './database.ts'
import { median } from './measure.ts'
import { startService, timeRequests } from './servers.ts'

const count = Number(process.argv[2] ?? 2000)
const rounds = 5
const folder = mkdtempSync(join(tmpdir(), 'article-facts-bench-'))
const tables = ['articles', 'claims', 'claim_actors', 'article_actors', 'actor_aliases'] as const

/** Articles a second into a new database, with indexes, full text and counters. */
async function saveOurs(file: string, records: readonly ArticleRecord[]): Promise<number> {
  const store = await openStore(file)
  const begun = performance.now()
  for (let i = 0; i < records.length; i += 100) await saveArticles(store, records.slice(i, i + 100))
  const rate = (1000 * records.length) / (performance.now() - begun)
  await store.close()
  return rate
}

/** The rows of a database of ours into tables without indexes, by prepared statements, in one transaction. */
function saveBare(file: string, from: string): number {
  const source = new Database(from, { readonly: true })
  const target = new Database(file)
  target.pragma('journal_mode = WAL')
  target.pragma('synchronous = NORMAL')
  const rows = tables.map((table) => {
    const columns = (source.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name)
    target.exec(`CREATE TABLE ${table} (${columns.join(', ')})`)
    return {
      insert: target.prepare(`INSERT INTO ${table} VALUES (${columns.map(() => '?').join(', ')})`),
      values: source
        .prepare(`SELECT ${columns.join(', ')} FROM ${table}`)
        .raw()
        .all() as unknown[][],
    }
  })
  const articles = rows[0]!.values.length
  const begun = performance.now()
  target.transaction(() => {
    for (const { insert, values } of rows) for (const one of values) insert.run(one)
  })()
  const rate = (1000 * articles) / (performance.now() - begun)
  source.close()
  target.close()
  return rate
}

const records = makeRecords(count)
const rates: { ours: number; bare: number }[] = []
for (let round = 0; round < rounds; round++) {
  const [ours, bare] = [join(folder, `ours-${round}.db`), join(folder, `bare-${round}.db`)]
  rates.push({ ours: await saveOurs(ours, records), bare: saveBare(bare, ours) })
  for (const file of [ours, bare]) rmSync(file)
}
const [ours, bare] = [median(rates.map((rate) => rate.ours)), median(rates.map((rate) => rate.bare))]
console.log(
  `${count} articles of 5 KB, ${records.reduce((sum, { claims }) => sum + claims.length, 0)} claims, extraction taken off, medians of ${rounds} rounds:
  stored with indexes, full text and counters  ${ours.toFixed(0).padStart(5)} articles/s
  the same rows, bare                          ${bare.toFixed(0).padStart(5)} articles/s
  ours of the bare limit                        ${median(rates.map((rate) => rate.ours / rate.bare)).toFixed(2)} (goal: 0.3)\n`,
)

const file = join(folder, 'read.db')
await makeDatabase(file, 100_000)
const texts = join(folder, 'texts')
mkdirSync(texts)
for (const [i, text] of makeTexts(3000).entries()) writeFileSync(join(texts, `${i}.txt`), `${text}\n\nLoad ${i}.`)
const store = await openStore(file)
const paths = sqliteOf(store)
  .prepare('SELECT id FROM claims WHERE seq % 200 = 0')
  .pluck()
  .all()
  .map((id) => `/v1/claims/${id}`)
await store.close()
const server = await startService(file, { RESPONSE_CACHE: '0' })
const p99 = async () => {
  const times = await timeRequests(server, paths)
  return times[Math.floor(times.length * 0.99)]!
}
await p99()
const idle = [await p99(), await p99(), await p99()]
const load = spawn(process.execPath, ['src/cli/index.ts', 'load', '--db', file, texts], { stdio: 'ignore' })
await wait(3000)
const busy = [await p99(), await p99(), await p99()]
const running = load.exitCode === null
load.kill()
console.log(
  `One claim, 4 connections, 99th percentile: ${median(idle).toFixed(1)} ms idle, ${median(busy).toFixed(1)} ms while another process loads: ${(median(busy) / median(idle)).toFixed(1)} x (goal: 2)${running ? '' : '; the load had ended: give it more'}`,
)
await server.stop()
await wait(500)
rmSync(folder, { recursive: true, force: true })
