// The same questions to us and to servers that make an API of any database, over the same file, each in its own idiom: processor time a request,
// one request at a time.
//   pip install datasette pysqlite3-binary
//   npm pkg set overrides.better-sqlite3=^13 overrides.bcrypt=npm:bcryptjs@^3        in an empty folder: neither has to be compiled
//   npm install --ignore-scripts soul-cli @platformatic/db
//   node bench/rest-peers.ts FILE.db FOLDER     a database as npm run bench:serve -- 100000 --folder FOLDER leaves it, and that folder
import { spawn } from 'node:child_process'
import { basename, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openStore } from '../src/store/open.ts'
import { median } from './measure.ts'
import { cpuOf, type Server, startService } from './servers.ts'
import { listShapes } from './shapes.ts'

const [file, folder] = process.argv.slice(2, 4).map((path) => resolve(path)) as [string, string]
const rounds = 3
/** Requests a round, or as many as take so many microseconds. */
const most = 1000
const enough = 400_000

/** Starts somebody's server, and waits until it answers. */
async function start(port: number, command: string, ...args: string[]): Promise<Server> {
  const child = spawn(command, args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
  child.on('exit', (code) => {
    if (code) throw new Error(`${command} ended with ${code}`)
  })
  const address = `http://127.0.0.1:${port}`
  while (!(await fetch(address).catch(() => undefined))) await wait(100)
  return { address, process: child, readyAfter: 0, stop: async () => void child.kill() }
}

const limits = ['sql_time_limit_ms', 'facet_time_limit_ms'].flatMap((name) => ['--setting', name, '60000'])
const platformatic = `
  import { create } from '@platformatic/db'
  const app = await create(process.cwd(), {
    server: { hostname: '127.0.0.1', port: 18502, logger: { level: 'error' } },
    db: { connectionString: ${JSON.stringify(`sqlite://${file}`)}, graphql: false, openapi: true, include: { claims: true, articles: true } },
  })
  await app.init()
  await app.start({ listen: true })`
const ours = await startService(file, { RESPONSE_CACHE: '0', QUERY_TIMEOUT: '0' })
const servers = {
  ours,
  Datasette: await start(18_500, 'datasette', 'serve', '--port', '18500', ...limits, file),
  soul: await start(18_501, process.execPath, 'node_modules/.bin/soul', '-d', file, '-p', '18501'),
  '@platformatic/db': await start(18_502, process.execPath, '--input-type=module', '-e', platformatic),
}

const store = await openStore(file)
const shapes = await listShapes(store, async (path) => {
  const response = await fetch(ours.address + path)
  return (await response.json()) as { next: string }
})
await store.close()
const pathsOf = (name: string) => shapes.find((shape) => shape.name === name)!.paths
const ids = pathsOf('one claim').map((path) => path.slice('/v1/claims/'.length))
const types = ['figure', 'date', 'quote', 'actor']
const table = `/${basename(file, '.db')}/claims.json?_shape=array&_nocount=1&section=body`
const rows = '/api/tables/claims/rows'
const entities = '/claims/?where.section.eq=body'
const questions: Record<string, Partial<Record<keyof typeof servers, readonly string[]>>> = {
  'one claim': {
    ours: pathsOf('one claim'),
    Datasette: ids.map((id) => `${table}&_size=1&id=${id}`),
    soul: ids.map((id) => `${rows}?_limit=1&_filters=id:${id}`),
    '@platformatic/db': ids.map((id) => `/claims/?where.id.eq=${id}&limit=1`),
  },
  '20 of a type': {
    ours: pathsOf('list of 20 by type'),
    Datasette: types.map((type) => `${table}&_size=20&type=${type}`),
    soul: types.map((type) => `${rows}?_limit=20&_filters=section:body,type:${type}`),
    '@platformatic/db': types.map((type) => `${entities}&limit=20&where.type.eq=${type}`),
  },
  '20 by unit and range, by number': {
    ours: ['/v1/figures?unit=percent&number__gte=5&number__lt=60&order=number&limit=20'],
    Datasette: [`${table}&_size=20&unit=percent&low__gte=5&high__lt=60&_sort=low`],
    soul: [`${rows}?_limit=20&_filters=section:body,unit:percent,low__gte:5,high__lt:60&_ordering=low`],
    '@platformatic/db': [`${entities}&limit=20&where.unit.eq=percent&where.low.gte=5&where.high.lt=60&orderby.low=asc`],
  },
  'counts of everything by type': {
    ours: pathsOf('facets of everything'),
    Datasette: [`${table.replace('_shape=array', '_shape=objects')}&_size=0&_facet=type`],
  },
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

const names = Object.keys(servers) as (keyof typeof servers)[]
console.log(`| request, µs | ${names.join(' | ')} |\n|${' --- |'.repeat(names.length + 1)}`)
for (const [question, asked] of Object.entries(questions)) {
  const times = new Map<string, number[]>(names.map((name) => [name, []]))
  for (let round = -1; round < rounds; round++)
    for (const name of names) {
      const time = asked[name] && (await measure(servers[name], asked[name]))
      if (time && round >= 0) times.get(name)!.push(time)
    }
  const medians = [...times.values()].map((one) => (one.length ? median(one).toFixed(0) : 'has none'))
  console.log(`| ${question} | ${medians.join(' | ')} |`)
}
for (const server of Object.values(servers)) await server.stop()
