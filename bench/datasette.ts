// The same questions to us and to Datasette over the same file: processor time a request, one request at a time.
//   pip install datasette pysqlite3-binary && node bench/datasette.ts FILE.db   a database as npm run bench:serve -- 100000 --folder FOLDER leaves it
import { spawn } from 'node:child_process'
import { basename } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openStore } from '../src/store/open.ts'
import { median } from './measure.ts'
import { cpuOf, type Server, startService } from './servers.ts'
import { listShapes } from './shapes.ts'

const file = process.argv[2]!
const rounds = 3
/** Requests a round, or as many as take so many microseconds. */
const most = 40
const enough = 400_000
const port = 18_500

const ours = await startService(file, { RESPONSE_CACHE: '0', QUERY_TIMEOUT: '0' })
const child = spawn(
  'datasette',
  [
    'serve',
    '--port',
    String(port),
    '--setting',
    'sql_time_limit_ms',
    '60000',
    '--setting',
    'facet_time_limit_ms',
    '60000',
    file,
  ],
  {
    stdio: ['ignore', 'ignore', 'inherit'],
  },
)
const address = `http://127.0.0.1:${port}`
const theirs: Server = { address, process: child, readyAfter: 0, stop: async () => void child.kill() }
while (!(await fetch(`${address}/-/versions.json`).catch(() => undefined))?.ok) await wait(100)

const store = await openStore(file)
const shapes = await listShapes(store, async (path) => {
  const response = await fetch(ours.address + path)
  return (await response.json()) as { next: string }
})
await store.close()
const pathsOf = (name: string) => shapes.find((shape) => shape.name === name)!.paths
const table = `/${basename(file, '.db')}/claims.json?_shape=array&_nocount=1&section=body`
const questions: Record<string, readonly [readonly string[], readonly string[]]> = {
  'one claim': [
    pathsOf('one claim'),
    pathsOf('one claim').map((path) => `${table}&_size=1&id=${path.slice('/v1/claims/'.length)}`),
  ],
  '20 of a type': [
    pathsOf('list of 20 by type'),
    ['figure', 'date', 'quote', 'actor'].map((type) => `${table}&_size=20&type=${type}`),
  ],
  '20 by unit and range, by number': [
    ['/v1/figures?unit=percent&number__gte=5&number__lt=60&order=number&limit=20'],
    [`${table}&_size=20&unit=percent&low__gte=5&high__lt=60&_sort=low`],
  ],
  'counts of everything by type': [
    pathsOf('facets of everything'),
    [`${table.replace('_shape=array', '_shape=objects')}&_size=0&_facet=type`],
  ],
}

/** Microseconds of processor time a request. */
async function measure(server: Server, paths: readonly string[]): Promise<number> {
  const before = cpuOf(server)
  let asked = 0
  while (asked < most && cpuOf(server) - before < enough) {
    const response = await fetch(server.address + paths[asked++ % paths.length]!)
    if (!response.ok) throw new Error(`${paths[0]}: ${response.status} ${await response.text()}`)
    await response.arrayBuffer()
  }
  return (cpuOf(server) - before) / asked
}

console.log('| request | ours, µs | Datasette, µs | |\n| --- | --- | --- | --- |')
for (const [name, [own, other]] of Object.entries(questions)) {
  const times: [number[], number[]] = [[], []]
  for (let round = -1; round < rounds; round++)
    for (const [i, [server, paths]] of (
      [
        [ours, own],
        [theirs, other],
      ] as const
    ).entries()) {
      const time = await measure(server, paths)
      if (round >= 0) times[i]!.push(time)
    }
  const [a, b] = times.map(median) as [number, number]
  console.log(`| ${name} | ${a.toFixed(0)} | ${b.toFixed(0)} | ${(b / a).toFixed(0)} x |`)
}
await theirs.stop()
await ours.stop()
