// Two hours of work in ten minutes: readers of all kinds, stored and deleted articles, reviews, exports, all at once. Memory, handles and the time of
// a response must not grow, and SIGTERM in the middle of it all must drop no response.
//   node bench/torture/soak.ts 10      minutes
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { SingleBar } from 'cli-progress'
import { checkStore } from '../../src/store/check.ts'
import { openStore } from '../../src/store/open.ts'
import { sqliteOf } from '../../src/store/sqlite/store.ts'
import { makeDatabase, makeTexts } from '../database.ts'
import { residentOf, startService } from '../servers.ts'
import { authorize } from './authorize.ts'
import { Report } from './report.ts'

const minutes = Number(process.argv[2] ?? 10)
const report = new Report('soak')
const folder = mkdtempSync(join(tmpdir(), 'article-facts-torture-'))
const file = join(folder, 'soak.db')
await makeDatabase(file, 100_000)
const store = await openStore(file)
const ids = sqliteOf(store).prepare('SELECT id FROM claims WHERE seq % 97 = 0').pluck().all() as string[]
await store.close()
const texts = makeTexts(400)
const server = await startService(file)
const authorization = await authorize(file)
const agent = new Agent({ keepAlive: true, maxSockets: 64 })

let stopping = false
/** Requests that were answered in part or not at all before the service was told to go. */
let broken = 0
/** Asks once. After SIGTERM no new connection is taken, but what has begun to be answered must come to its end. */
function ask(path: string, method = 'GET', body?: string, headers: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve) => {
    const sent = request(server.address + path, {
      agent,
      method,
      headers: { ...headers, ...(body && { 'content-type': 'text/plain' }) },
    })
    sent.on('response', (response) => {
      response.resume()
      response.on('end', () => {
        report.tried('answers')
        if (response.statusCode! >= 500 && response.statusCode !== 503)
          report.lost(`${method} ${path}: ${response.statusCode}`)
        resolve(response.statusCode!)
      })
      response.on('error', () => {
        report.lost(`${method} ${path}: cut off in the middle of its answer`)
        resolve(0)
      })
    })
    sent.on('error', () => {
      if (!stopping) broken++
      resolve(0)
    })
    sent.end(body)
  })
}

const pick = <T>(list: readonly T[]) => list[Math.floor(Math.random() * list.length)]!
const readers: (() => Promise<unknown>)[] = [
  () => ask(`/v1/claims/${pick(ids)}`),
  () => ask(`/v1/figures?unit=percent&number__gte=${Math.floor(Math.random() * 40)}&order=number`),
  () => ask(`/v1/claims?q=${pick(['trade', 'the', 'china', 'kopje'])}&limit=20`),
  () => ask('/v1/claims/facets?by=type&by=unit&by=actor'),
  () => ask(`/v1/claims/facets?by=type&q=${pick(['said', 'of'])}`),
  () => ask('/v1/articles?limit=20'),
  () => ask('/v1/actors?limit=20'),
  () => ask('/v1/changes?limit=20&expand=claims'),
  () => ask('/v1/claims?limit=50', 'GET', undefined, { 'accept-encoding': 'br' }),
]
async function write(): Promise<void> {
  const i = Math.floor(Math.random() * texts.length)
  await ask(`/v1/articles?url=https://example.org/soak/${i}`, 'POST', `${texts[i]} ${Math.floor(Math.random() * 3)}`, {
    authorization,
  })
  await ask(`/v1/claims/${pick(ids)}`, 'PATCH', undefined, { authorization })
  const { items } = (await (
    await fetch(`${server.address}/v1/articles?order=-loaded&limit=5&url__prefix=https://example.org/soak/`)
  ).json()) as { items: { id: string }[] }
  if (items.length > 4) await ask(`/v1/articles/${pick(items).id}`, 'DELETE', undefined, { authorization })
}
const forever = async (work: () => Promise<unknown>, pause: number) => {
  while (!stopping) {
    await work().catch(() => {
      if (!stopping) broken++
    })
    await wait(pause)
  }
}

type Reading = { resident: number; handles: number; p99: number }
const readings: Reading[] = []
let times: number[] = []
const loops = [
  ...readers.map((read) => forever(read, 4)),
  forever(write, 100),
  forever(() => ask('/v1/claims/export?type=quote'), 2000),
  forever(async () => {
    const begun = performance.now()
    await ask(`/v1/claims/${pick(ids)}`)
    times.push(performance.now() - begun)
  }, 5),
]
const parts = 20
const bar = new SingleBar({ format: 'soak {bar} {percentage}% | {eta_formatted} left', clearOnComplete: true })
bar.start(parts, 0)
for (let part = 0; part < parts; part++) {
  await wait((minutes * 60_000) / parts)
  times.sort((a, b) => a - b)
  readings.push({
    resident: residentOf(server),
    handles: readdirSync(`/proc/${server.process.pid}/fd`).length,
    p99: times[Math.floor(times.length * 0.99)]!,
  })
  times = []
  bar.increment()
}
bar.stop()
// the second quarter, when all caches are filled, beside the last
const mean = (from: number, of: keyof Reading) =>
  readings.slice(from, from + parts / 4).reduce((sum, reading) => sum + reading[of], 0) / (parts / 4)
for (const [of, most] of [
  ['resident', 1.15],
  ['handles', 1.1],
  ['p99', 1.6],
] as const) {
  const [early, late] = [mean(parts / 4, of), mean((3 * parts) / 4, of)]
  console.log(`${of}: ${early.toFixed(1)} in the second quarter, ${late.toFixed(1)} in the last`)
  report.holds(`${of} does not grow`, late <= early * most, { early, late })
}
report.holds('no connection broke', broken === 0, broken)
stopping = true
await server.stop()
report.holds('SIGTERM ends it with 0', server.process.exitCode === 0, server.process.exitCode)
await Promise.all(loops)
agent.destroy()
const after = await openStore(file)
for (const { what } of await checkStore(after, false)) report.lost(what)
await after.close()
report.end()
rmSync(folder, { recursive: true })
