// Kills a process that writes (SIGKILL, at random moments) and looks whether everything that it said was done is there, and nothing by halves;
// then the commands that write whole databases, in the middle of their work.
//   node bench/torture/kill.ts 1000 50
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { SingleBar } from 'cli-progress'
import { checkStore } from '../../src/store/check.ts'
import { openStore, type Store } from '../../src/store/open.ts'
import { sqliteOf } from '../../src/store/sqlite/store.ts'
import { makeRecords } from '../database.ts'
import { killCommands } from './kill-commands.ts'
import { Report } from './report.ts'
import type { Operation } from './writer.ts'

/** What has to be there. */
type Expected = { readonly articles: Map<string, { hash: string; claims: number }>; readonly reviews: Set<string> }

const kills = Number(process.argv[2] ?? 1000)
const report = new Report('killed while writing')
const folder = mkdtempSync(join(tmpdir(), 'article-facts-torture-'))
const file = join(folder, 'killed.db')
const articles = join(folder, 'articles.json')
writeFileSync(articles, JSON.stringify(makeRecords(40)))

function apply({ articles, reviews }: Expected, operation: Operation): void {
  if (operation.kind === 'save')
    for (const { id, hash, claims } of operation.articles) articles.set(id, { hash, claims })
  else if (operation.kind === 'delete') articles.delete(operation.id)
  else reviews.add(operation.note)
}

const copy = ({ articles, reviews }: Expected): Expected => ({ articles: new Map(articles), reviews: new Set(reviews) })

/** Whether the database is as expected; says how it is not. */
function differs(store: Store, { articles, reviews }: Expected): string | undefined {
  const rows = sqliteOf(store)
    .prepare(
      'SELECT id, text_hash AS hash, (SELECT count(*) FROM claims WHERE article = articles.seq) AS claims FROM articles',
    )
    .all() as { id: string; hash: string; claims: number }[]
  if (rows.length !== articles.size) return `${rows.length} articles instead of ${articles.size}`
  for (const { id, hash, claims } of rows) {
    const expected = articles.get(id)
    if (expected?.hash !== hash || expected.claims !== claims) return `article ${id} is another one`
  }
  const notes = new Set(sqliteOf(store).prepare('SELECT note FROM reviews').pluck().all() as string[])
  if (notes.size !== reviews.size) return `${notes.size} reviews instead of ${reviews.size}`
  for (const note of reviews) if (!notes.has(note)) return `review ${note} is missing`
  return undefined
}

let expected: Expected = { articles: new Map(), reviews: new Set() }
const bar = new SingleBar({ format: 'kills {bar} {value}/{total} | {eta_formatted} left', clearOnComplete: true })
bar.start(kills, 0)
for (let i = 0; i < kills; i++) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'writer.ts'), file, articles, String(i + 1)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let begun: Operation | undefined
  // from the first word on it writes
  child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), Math.random() * 120))
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === 'done') {
      apply(expected, begun!)
      report.tried(`${begun!.kind}s acknowledged`)
      begun = undefined
    } else begun = JSON.parse(line.slice(6)) as Operation
  }
  report.tried('kills')
  const store = await openStore(file)
  const other = copy(expected)
  if (begun) {
    report.tried('cut in the middle')
    apply(other, begun)
  }
  const difference = differs(store, expected)
  const differenceWithLast = begun ? differs(store, other) : difference
  if (difference !== undefined && differenceWithLast !== undefined)
    report.lost(`kill ${i}: ${difference}; ${differenceWithLast}`)
  if (difference !== undefined) expected = other
  for (const { what } of await checkStore(store, false)) report.lost(`kill ${i}: ${what}`)
  await store.close()
  bar.increment()
}
bar.stop()
await killCommands(report, folder, Number(process.argv[3] ?? 50))
report.end()
rmSync(folder, { recursive: true })
