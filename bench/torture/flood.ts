// Sixteen clients without a key send the heaviest texts there are without end (flood-clients.ts). Whoever saves by key and whoever reads is served
// meanwhile: a save within two seconds, the 99th percentile of reads within five times the idle one.
//   node bench/torture/flood.ts 40      seconds
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { makeDatabase, makeTexts } from '../database.ts'
import { residentOf, startService, timeRequests } from '../servers.ts'
import { authorize } from './authorize.ts'
import { Report } from './report.ts'

const seconds = Number(process.argv[2] ?? 40)
const most = { save: 2000, reads: 5, resident: 2000 }
const report = new Report('flood')
const folder = mkdtempSync(join(tmpdir(), 'article-facts-torture-'))
const file = join(folder, 'a.db')
await makeDatabase(file, 10_000)
const authorization = await authorize(file)
// no limits but those that hold where each client has another address
const server = await startService(file)

const paths = ['/v1/claims?limit=1', '/v1/figures?unit=percent&limit=20', '/v1/articles?limit=5', '/v1/actors?limit=20']
const p99 = async (seconds: number) => {
  const times = await timeRequests(server, paths, 2, seconds)
  report.tried('reads', times.length)
  return times[Math.floor(times.length * 0.99)]!
}
const texts = makeTexts(200)
let saved = 0
async function save(): Promise<number> {
  const begun = performance.now()
  const { status } = await fetch(`${server.address}/v1/articles?url=https://example.org/flood/${saved}`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'text/plain' },
    body: texts[saved++ % texts.length]!,
  })
  report.tried('saves')
  report.holds('a save is acknowledged', status === 201 || status === 200, status)
  return performance.now() - begun
}

await p99(2)
await save()
const idle = await p99(8)
// such clients have machines of their own: what they take of this one comes last
const flood = [process.execPath, join(import.meta.dirname, 'flood-clients.ts'), server.address]
const clients = spawn('nice', ['-n', '19', ...flood], { stdio: ['ignore', 'pipe', 'inherit'] })
const counted = json(clients.stdout) as Promise<[status: number, count: number][]>
await wait(3000)
const saves: number[] = []
let reading = true
const saving = (async () => {
  while (reading) {
    saves.push(await save())
    await wait(500)
  }
})()
let resident = 0
const watching = setInterval(() => {
  resident = Math.max(resident, residentOf(server))
}, 500)
const loaded = await p99(seconds)
reading = false
await saving
clearInterval(watching)
clients.kill()
await server.stop()
const statuses = await counted
for (const [, count] of statuses) report.tried('texts', count)
saves.sort((a, b) => a - b)
console.log(`texts by status: ${statuses.map(([status, count]) => `${status || 'left'} ${count}`).join(', ')}`)
console.log(
  `saves: median ${saves[saves.length >> 1]!.toFixed(0)} ms, slowest ${saves.at(-1)!.toFixed(0)} ms (at most ${most.save})`,
)
console.log(
  `reads, p99: idle ${idle.toFixed(2)} ms, meanwhile ${loaded.toFixed(2)} ms: ${(loaded / idle).toFixed(1)} times (at most ${most.reads})`,
)
console.log(`memory: ${resident.toFixed(0)} MB`)
report.holds(`a save is acknowledged within ${most.save} ms`, saves.at(-1)! <= most.save, saves.at(-1))
report.holds(`reads keep a p99 within ${most.reads} times the idle one`, loaded <= idle * most.reads, { idle, loaded })
report.holds('memory stays bounded', resident < most.resident, resident)
report.holds('it ends with 0', server.process.exitCode === 0, server.process.exitCode)
report.end()
rmSync(folder, { recursive: true })
