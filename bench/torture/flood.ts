// Sixteen clients without a key, each from an address of its own, send the heaviest texts there are without end. Whoever saves by key and whoever
// reads is served meanwhile: a save within two seconds, the 99th percentile of reads within five times the idle one.
//   node bench/torture/flood.ts 40      seconds
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { makeDatabase, makeTexts } from '../database.ts'
import { residentOf, startService, timeRequests } from '../servers.ts'
import { authorize } from './authorize.ts'
import { Report } from './report.ts'

const seconds = Number(process.argv[2] ?? 40)
const clients = 16
const most = { save: 2000, reads: 5, resident: 2000 }
const report = new Report('flood')
const folder = mkdtempSync(join(tmpdir(), 'article-facts-torture-'))
const file = join(folder, 'a.db')
await makeDatabase(file, 10_000)
const authorization = await authorize(file)
// no limits but those that hold where each client has another address
const server = await startService(file)
const { hostname, port } = new URL(server.address)

const size = 2_000_000
const fill = (text: string) =>
  Buffer.from(text.repeat(Math.ceil(size / text.length)))
    .subarray(0, size)
    .toString()
const unknown = JSON.stringify(Object.fromEntries(Array.from({ length: 120_000 }, (_, i) => [`key${i}`, 1])))
/** Dense with claims, with names, with quotations; markup of every kind; a body of which nothing is right. */
const bodies: [type: string, body: string][] = [
  [
    'text/plain',
    fill('Exports of Chile rose by 44% to $24bn last year, Mayor Ada Berg of Springfield said on Friday. '),
  ],
  [
    'text/plain',
    fill(
      '“It fell 3%,” Ada Berg, the mayor, told the Daily News on 3 May 2021, “and it cost $5m.” She said it was “good”. ',
    ),
  ],
  ['text/plain', fill(makeTexts(50).join('\n\n'))],
  [
    'text/html',
    `<html><body><article>${fill('<p>Exports of Chile rose by 44% last year, Ada Berg said.</p>')}</article></body></html>`,
  ],
  ['text/markdown', fill('> - *Exports* of a_b rose by **44%** [last year](x).\n')],
  ['application/json', JSON.stringify({ text: fill('In May 2021 "it" cost $3m. ').slice(0, size * 0.9) })],
  ['application/json', unknown.slice(0, size)],
]

let stopping = false
/** Sends one body from an address. @returns the status, 0 for a client that left */
function send(client: number, [type, body]: [string, string], leaves: boolean): Promise<number> {
  return new Promise((resolve) => {
    const sent = request({
      host: hostname,
      port,
      method: 'POST',
      path: '/v1/extract',
      localAddress: `127.0.1.${client + 1}`,
      headers: {
        'content-type': type,
        'content-length': Buffer.byteLength(body),
        ...(client % 4 === 1 && { 'accept-encoding': 'br' }),
      },
    })
    sent.on('response', (response) => {
      response.resume().on('close', () => resolve(response.statusCode!))
    })
    sent.on('error', () => resolve(0))
    sent.end(body)
    if (leaves) setTimeout(() => sent.destroy(), 300)
  })
}
const statuses = new Map<number, number>()
async function flood(client: number): Promise<void> {
  for (let turn = client; !stopping; turn++) {
    const status = await send(client, bodies[turn % bodies.length]!, client % 4 === 3)
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
    report.tried('texts')
    // a refusal comes at once
    if (status !== 200) await wait(50)
  }
}

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
const floods = Array.from({ length: clients }, (_, client) => flood(client))
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
stopping = true
await server.stop()
await Promise.all(floods)
saves.sort((a, b) => a - b)
console.log(`texts by status: ${[...statuses].map(([status, count]) => `${status || 'left'} ${count}`).join(', ')}`)
console.log(
  `saves: median ${saves[saves.length >> 1]!.toFixed(0)} ms, slowest ${saves.at(-1)!.toFixed(0)} ms (at most ${most.save})`,
)
console.log(
  `reads, p99: idle ${idle.toFixed(1)} ms, meanwhile ${loaded.toFixed(1)} ms: ${(loaded / idle).toFixed(1)} times (at most ${most.reads})`,
)
console.log(`memory: ${resident.toFixed(0)} MB`)
report.holds(`a save is acknowledged within ${most.save} ms`, saves.at(-1)! <= most.save, saves.at(-1))
report.holds(`reads keep a p99 within ${most.reads} times the idle one`, loaded <= idle * most.reads, { idle, loaded })
report.holds('memory stays bounded', resident < most.resident, resident)
report.holds('it ends with 0', server.process.exitCode === 0, server.process.exitCode)
report.end()
rmSync(folder, { recursive: true })
