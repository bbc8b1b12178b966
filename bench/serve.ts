// How much processor time does a request take, beside the least that answers from the same database, and how does it grow with the data?
//   npm run bench:serve                       1,000,000 claims (some 20 minutes, 2 GB on disk)
//   npm run bench:serve -- 100000 --rounds 3  as many as you like
//   npm run bench:serve -- --shapes 'one claim;list of 20 by type'  some of the shapes
//   npm run bench:serve -- --engine postgres  over a PostgreSQL server that it starts; the references ask it by postgres.js
//   npm run bench:serve -- --engine postgres://…  over one that there is, whose databases bench_10000 and so on are kept, as --folder keeps files
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import autocannon from 'autocannon'
import { SingleBar } from 'cli-progress'
import { openStore } from '../src/store/open.ts'
import { makeNamed, startPostgres, vacuum } from '../test/postgres.ts'
import { makeDatabase } from './database.ts'
import { measureGrowth, watchPostgres } from './growth.ts'
import { type GrowthShape, listGrowthShapes } from './growth-shapes.ts'
import { median } from './measure.ts'
import { cpuOf, residentOf, type Server, startServer, startService, timeRequests } from './servers.ts'
import { listShapes } from './shapes.ts'

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    folder: { type: 'string' },
    engine: { type: 'string', default: 'sqlite' },
    shapes: { type: 'string', default: '' },
  },
})
const most = Number(positionals[0] ?? 1_000_000)
const rounds = Number(options.rounds)
const seconds = Number(options.seconds)
const only = options.only.split(',').filter(Boolean)
const wants = (part: string) => only.length === 0 || only.includes(part)
const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'article-facts-bench-'))

const own = options.engine === 'postgres' ? await startPostgres() : undefined
const postgres = own?.address ?? (options.engine === 'sqlite' ? undefined : options.engine)

async function databaseOf(claims: number): Promise<string> {
  const file = postgres ? new URL(`/bench_${claims}`, postgres).toString() : join(folder, `${claims}.db`)
  if (postgres ? !(await makeNamed(file)) : statSync(file, { throwIfNoEntry: false })) return file
  const bar = new SingleBar({
    format: `${claims} claims {bar} {percentage}% | {eta_formatted} left`,
    clearOnComplete: true,
  })
  bar.start(claims, 0)
  await makeDatabase(file, claims, (made) => bar.update(Math.min(made, claims)))
  bar.stop()
  if (postgres) await vacuum(file)
  return file
}

type Load = { readonly cpu: number; readonly rate: number; readonly p99: number; readonly bytes: number }

/** Asks a server for some seconds; gives its processor time a request in microseconds, and requests a second. */
async function ask(
  server: Server,
  paths: readonly string[],
  connections = 16,
  headers?: Record<string, string>,
  time = seconds,
): Promise<Load> {
  const before = cpuOf(server)
  const result = await autocannon({
    url: server.address,
    connections,
    duration: time,
    requests: paths.map((path) => ({ method: 'GET' as const, path, ...(headers && { headers }) })),
  })
  const { total } = result.requests
  if (result.errors || result['4xx'] || result['5xx'])
    throw new Error(`${paths[0]}: ${result.errors} errors, ${result['4xx']} 4xx, ${result['5xx']} 5xx`)
  return {
    cpu: (cpuOf(server) - before) / total,
    rate: total / result.duration,
    p99: result.latency.p99,
    bytes: result.throughput.total / total,
  }
}

const fetchJson = async (address: string, path: string) => {
  const response = await fetch(`${address}${path}`)
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  return { body: await response.json(), etag: response.headers.get('etag')! }
}

const wantedShapes = options.shapes.split(';').filter(Boolean)
const isWanted = (name: string) => wantedShapes.length === 0 || wantedShapes.includes(name)
// on a busy machine a query takes long by the clock
const uncached = { RESPONSE_CACHE: '0', QUERY_TIMEOUT: '0' }
const shapesOf = async (file: string, server: Server) => {
  const store = await openStore(file)
  const shapes = await listShapes(
    store,
    async (path) => (await fetchJson(server.address, path)).body as { next: string },
  )
  await store.close()
  return shapes.filter(({ name }) => isWanted(name))
}
const growthShapesOf = async (file: string, server: Server): Promise<GrowthShape[]> => {
  const shapes = await shapesOf(file, server)
  const store = await openStore(file)
  const more = await listGrowthShapes(store)
  await store.close()
  return [...shapes, ...more.filter(({ name }) => isWanted(name))]
}
const row = (cells: readonly (string | number)[]) => console.log(`| ${cells.join(' | ')} |`)
const head = (cells: readonly string[]) => {
  row(cells)
  row(cells.map(() => '---'))
}

/** Ours, cold and repeated, beside the references, in turn. */
async function compare(file: string): Promise<void> {
  console.log(
    `\nProcessor time a request in microseconds (requests a second), ${most} claims, 16 connections, medians of ${rounds} interleaved rounds\n`,
  )
  head([
    'shape',
    'ours',
    'repeated',
    '304',
    'node:http',
    'bare Fastify',
    'same bytes',
    `ours / node:http ${postgres ? '' : '(goal)'}`,
    `ours / bare Fastify ${postgres ? '(1.3)' : ''}`,
    'repeated / node:http (0.2)',
    '304 / repeated',
    '304 / 200 (0.75)',
  ])
  const cold = await startService(file, uncached)
  const warm = await startService(file)
  for (const shape of await shapesOf(file, cold)) {
    const { body, etag } = await fetchJson(cold.address, shape.paths[0]!)
    const reference = JSON.stringify({
      values: [[]],
      one: false,
      ...shape,
      paths: undefined,
      bytes: Buffer.byteLength(JSON.stringify(body)),
    })
    const start = (kind: string) => startServer('bench/reference-server.ts', { DATABASE_URL: file }, [kind, reference])
    const kinds = shape.sql ? ['http', 'fastify', 'bytes'] : ['bytes']
    const references = await Promise.all(kinds.map(start))
    const subjects: Record<string, () => Promise<Load>> = {
      ours: () => ask(cold, shape.paths),
      repeated: () => ask(warm, shape.paths.slice(0, 4)),
      held: () => ask(cold, [shape.paths[0]!], 16, { 'if-none-match': etag }),
      ...Object.fromEntries(references.map((server, i) => [kinds[i]!, () => ask(server, shape.paths)])),
    }
    const loads: Record<string, Load[]> = Object.fromEntries(Object.keys(subjects).map((name) => [name, []]))
    for (const name of Object.keys(subjects)) await subjects[name]!()
    for (let round = 0; round < rounds; round++)
      for (const [name, run] of Object.entries(subjects)) loads[name]!.push(await run())
    await Promise.all(references.map((server) => server.stop()))
    const cpu = (name: string) => (loads[name] ? median(loads[name].map((load) => load.cpu)) : Number.NaN)
    const cell = (name: string) =>
      loads[name] ? `${cpu(name).toFixed(0)} (${median(loads[name].map((load) => load.rate)).toFixed(0)})` : '-'
    const ratio = (a: string, b: string, goal?: number) =>
      loads[a] && loads[b] ? `${(cpu(a) / cpu(b)).toFixed(2)}${goal === undefined ? '' : ` (${goal})`}` : '-'
    row([
      shape.name,
      ...['ours', 'repeated', 'held', 'http', 'fastify', 'bytes'].map(cell),
      ratio('ours', 'http', postgres ? undefined : shape.goal),
      ratio('ours', 'fastify'),
      ratio('repeated', 'http'),
      ratio('held', 'repeated'),
      ratio('held', 'ours'),
    ])
  }
  await cold.stop()
  await warm.stop()
}

/** How the processor time of an answer grows with the data: one request at a time, nothing remembered. */
async function grow(files: readonly [number, string][]): Promise<void> {
  console.log(
    `\nMilliseconds of processor time an answer${postgres ? ', of our process and of PostgreSQL together' : ''}, one request at a time, nothing remembered, medians of ${rounds} rounds; growth from the least to the most (goal: 3)\n`,
  )
  head(['shape', ...files.map(([claims]) => `${claims} claims`), 'growth'])
  const servers = await Promise.all(files.map(([, file]) => startService(file, uncached)))
  const shapes = await Promise.all(files.map(([, file], i) => growthShapesOf(file, servers[i]!)))
  const beside = postgres ? await watchPostgres(postgres) : () => 0
  for (const [k, { name }] of shapes[0]!.entries()) {
    const asked = servers.map((server, i) => ({ server, paths: shapes[i]![k]!.paths }))
    const times = await measureGrowth({ name, servers: asked }, rounds, beside)
    row([name, ...times.map((time) => time.toFixed(2)), `${(times.at(-1)! / times[0]!).toFixed(1)} x`])
  }
  await Promise.all(servers.map((server) => server.stop()))
}

/** What others feel of heavy requests: the 99th percentile of one claim while they run. */
async function disturb(file: string): Promise<void> {
  const server = await startService(file, uncached)
  const { paths } = (await shapesOf(file, server)).find(({ name }) => name === 'one claim')!
  const p99 = async () => {
    const times = await timeRequests(server, paths)
    return times[Math.floor(times.length * 0.99)]!
  }
  await p99()
  console.log(
    '\nOne claim, 4 connections, while another process asks heavy things (goal: at most 3 times the idle 99th percentile)\n',
  )
  head(['meanwhile', '99th percentile, ms', 'of idle'])
  const busy: Record<string, string[]> = {
    'two search a common word': ['/v1/claims?q=the', '/v1/claims?q=of&order=relevance'],
    'two sort a common word': ['/v1/figures?q=the&order=-number', '/v1/claims?q=the&order=date'],
    'two count under a search': ['/v1/claims/facets?by=type&q=the', '/v1/claims/facets?by=unit&q=of'],
    'two export': ['/v1/claims/export', '/v1/claims/export?format=csv'],
    'one searches, one exports': ['/v1/claims?q=the', '/v1/claims/export'],
  }
  const idle: number[] = []
  const found: Record<string, number[]> = Object.fromEntries(Object.keys(busy).map((name) => [name, []]))
  for (let round = 0; round < 3; round++) {
    idle.push(await p99())
    for (const [name, asked] of Object.entries(busy)) {
      const asker = spawn(
        process.execPath,
        ['bench/repeat-requests.ts', ...asked.map((path) => server.address + path)],
        {
          stdio: 'inherit',
        },
      )
      await wait(1000)
      found[name]!.push(await p99())
      asker.kill()
      await wait(500)
    }
  }
  row(['nothing', median(idle).toFixed(1), '1.0 x'])
  for (const [name, all] of Object.entries(found))
    row([name, median(all).toFixed(1), `${(median(all) / median(idle)).toFixed(1)} x`])
  await server.stop()
}

/** How long the start takes, and how much memory, idle and under each shape. */
async function weigh(file: string): Promise<void> {
  const starts: number[] = []
  for (let i = 0; i < 5; i++) {
    const server = await startService(file)
    starts.push(server.readyAfter)
    await server.stop()
  }
  console.log(`\nReady ${median(starts).toFixed(0)} ms after the start (goal: 400), ${most} claims`)
  const server = await startService(file)
  await fetchJson(server.address, '/v1/claims?limit=1')
  await wait(3000)
  console.log(`Resident memory, idle: ${residentOf(server).toFixed(0)} MB (goal: 150)`)
  let peak = 0
  let worst = ''
  for (const shape of await shapesOf(file, server)) {
    await ask(server, shape.paths, 64)
    if (residentOf(server) > peak) {
      peak = residentOf(server)
      worst = shape.name
    }
  }
  console.log(`After every shape under 64 connections: ${peak.toFixed(0)} MB, at "${worst}" (goal: 300)`)
  await server.stop()
}

/** Two processes on one file. */
async function multiply(file: string): Promise<void> {
  console.log('\nRequests a second with --workers 2, of one process (goal: 1.6)\n')
  head(['shape', 'one process', 'two', ''])
  const one = await startService(file, uncached)
  const two = await startService(file, { ...uncached, WORKERS: '2' })
  for (const shape of (await shapesOf(file, one)).slice(0, 4)) {
    const rates: [number[], number[]] = [[], []]
    for (let round = 0; round < rounds; round++) {
      rates[0].push((await ask(one, shape.paths, 64)).rate)
      rates[1].push((await ask(two, shape.paths, 64)).rate)
    }
    const [a, b] = rates.map(median) as [number, number]
    row([shape.name, a.toFixed(0), b.toFixed(0), `${(b / a).toFixed(2)} x`])
  }
  await one.stop()
  await two.stop()
}

const sizes = [...new Set([10_000, 100_000, most])].filter((size) => size <= most)
const files: [number, string][] = []
for (const size of sizes) files.push([size, await databaseOf(size)])
const largest = files.at(-1)![1]
if (wants('compare')) await compare(largest)
if (wants('grow')) await grow(files)
if (wants('disturb')) await disturb(largest)
if (wants('weigh')) await weigh(largest)
if (wants('multiply')) await multiply(largest)
own?.stop()
if (!options.folder) rmSync(folder, { recursive: true })
