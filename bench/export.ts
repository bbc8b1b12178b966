// How much memory does an export take, beside the idle service?
//   npm run bench:export              1,000,000 claims (some minutes, 1.3 GB on disk)
//   npm run bench:export -- 100000    as many as you like
import { mkdtempSync, rmSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { SingleBar } from 'cli-progress'
import { makeDatabase } from './database.ts'
import { residentOf, startService } from './servers.ts'

const claims = Number(process.argv[2] ?? 1_000_000)
const folder = mkdtempSync(join(tmpdir(), 'article-facts-bench-'))
const file = join(folder, 'claims.db')
const bar = new SingleBar({ format: 'making claims {bar} {percentage}% | {eta_formatted} left', clearOnComplete: true })
bar.start(claims, 0)
await makeDatabase(file, claims, (made) => bar.update(Math.min(made, claims)))
bar.stop()

async function measure(label: string, headers: Record<string, string>, read: (chunk: Buffer) => Promise<void> | void) {
  // a service of its own for each: what one export leaves in memory would be the next one's idle
  const server = await startService(file)
  const { address } = server
  const resident = () => residentOf(server)
  await (await fetch(`${address}/v1/claims`)).text()
  await wait(3000)
  const idle = resident()
  const begun = performance.now()
  const response = await new Promise<IncomingMessage>((resolve) =>
    get(`${address}/v1/claims/export?section=any`, { headers, agent: false }, resolve),
  )
  const curve: number[] = []
  const timer = setInterval(() => curve.push(resident()), 100)
  let bytes = 0
  let last = ''
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length
    last = (last + chunk.toString('latin1')).slice(-200)
    await read(chunk)
  }
  clearInterval(timer)
  await server.stop()
  const seconds = (performance.now() - begun) / 1000
  const at = (part: number) => curve[Math.floor(part * (curve.length - 1))]!.toFixed(0)
  const count = /"type":"end","count":(?<count>\d+)/.exec(last)?.groups?.count
  console.log(
    `${label.padEnd(28)} idle ${idle.toFixed(0)} MB; at 0, 25, 50, 75, 100%: ${[0, 0.25, 0.5, 0.75, 1].map(at).join(', ')}; peak ${Math.max(...curve).toFixed(0)} MB (+${(Math.max(...curve) - idle).toFixed(0)}); ${(bytes / 1e6).toFixed(0)} MB in ${seconds.toFixed(0)} s${count ? `, ${count} claims` : ''}`,
  )
}

const asFast = () => {}
/** Takes a megabyte, then waits, as one does who writes to a slow disk: some ten times slower than the service could. */
const slowly = () => {
  let taken = 0
  return async (chunk: Buffer) => {
    taken += chunk.length
    if (taken < 1_000_000) return
    taken = 0
    await wait(50)
  }
}
await measure('NDJSON, as fast as it comes', { accept: 'application/x-ndjson' }, asFast)
await measure('NDJSON, a slow reader', { accept: 'application/x-ndjson' }, slowly())
await measure('CSV', { accept: 'text/csv' }, asFast)
await measure('Parquet', { accept: 'application/vnd.apache.parquet' }, asFast)
await measure('NDJSON, gzip', { accept: 'application/x-ndjson', 'accept-encoding': 'gzip' }, asFast)
await measure('NDJSON, br', { accept: 'application/x-ndjson', 'accept-encoding': 'br' }, asFast)
rmSync(folder, { recursive: true })
