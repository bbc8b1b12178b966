// A full disk, a read-only one, files that are no database, a database cut short, one of a newer program, two loaders at once, a clock that
// steps back: each has to give a clear message and an exit code, damage nothing, and leave the service answering where it can. Wants root on Linux for its own small
// disk; without, these parts say that they skip.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statfsSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { checkStore } from '../../src/store/check.ts'
import { openStore } from '../../src/store/open.ts'
import { sqliteOf } from '../../src/store/sqlite/store.ts'
import { makeTexts } from '../database.ts'
import { type Server, startServer } from '../servers.ts'
import { authorize } from './authorize.ts'
import { Report } from './report.ts'

const report = new Report('disk and clock')
const folder = mkdtempSync(join(tmpdir(), 'article-facts-torture-'))
const at = (name: string) => join(folder, name)
const cli = (...args: string[]) => {
  report.tried('commands')
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/index.ts', ...args], {
    encoding: 'utf8',
    timeout: 600_000,
  })
  return { status, stdout, stderr }
}
/** One readable line on standard error, and 1. */
function refused(what: string, { status, stderr }: ReturnType<typeof cli>, message: RegExp): void {
  const lines = stderr.trim().split('\n')
  report.holds(`${what}: ends with 1`, status === 1, status)
  report.holds(`${what}: says ${message} in one line`, message.test(stderr) && lines.length === 1, stderr)
  report.holds(`${what}: shows no stack`, !/\n\s+at /.test(stderr))
}
async function whole(what: string, file: string, articles?: number): Promise<void> {
  // where there is room for what a check takes
  const copy = at('copy.db')
  for (const ending of ['', '-wal']) {
    rmSync(copy + ending, { force: true })
    if (existsSync(file + ending)) copyFileSync(file + ending, copy + ending)
  }
  const store = await openStore(copy)
  const found = await checkStore(store, false)
  const count = sqliteOf(store).prepare('SELECT count(*) FROM articles').pluck().get()
  await store.close()
  report.holds(`${what}: nothing is damaged`, found.length === 0, found.slice(0, 3))
  if (articles !== undefined) report.holds(`${what}: ${articles} articles are there`, count === articles, count)
}
function writeTexts(name: string, count: number): string {
  mkdirSync(at(name))
  for (const [i, text] of makeTexts(count).entries())
    writeFileSync(join(at(name), `${i}.txt`), `${text}\n\n${name} ${i}.`)
  return at(name)
}
const serve = (file: string, env: Record<string, string> = {}, args: string[] = []): Promise<Server> =>
  startServer('src/cli/index.ts', { SEEDS: 'false', PAGE: 'false', PORT: '0', ...env }, [
    'serve',
    '--db',
    file,
    ...args,
  ])
const headersOf = async (file: string) => ({ authorization: await authorize(file), 'content-type': 'text/plain' })
const post = async (server: Server, headers: Record<string, string>, body: string) => {
  report.tried('requests')
  const response = await fetch(`${server.address}/v1/articles`, { method: 'POST', headers, body })
  return { status: response.status, body: (await response.json()) as { detail?: string } }
}
const read = async (server: Server, path = '/v1/claims?limit=3') => {
  report.tried('requests')
  return (await fetch(server.address + path)).status
}

const few = writeTexts('few', 20)
const many = writeTexts('many', 80)
const good = at('good.db')
report.holds('a load into a new database ends with 0', cli('load', '--db', good, few).status === 0)
await whole('after a load', good, 20)

// files that are none
writeFileSync(at('notes.db'), 'these are notes, and no database at all. '.repeat(500))
refused('a file that is no database', cli('load', '--db', at('notes.db'), few), /is not an SQLite database/)
report.holds('it is left as it was', readFileSync(at('notes.db'), 'utf8').startsWith('these are notes'))
refused('a folder instead of a file', cli('load', '--db', few, few), /cannot use the database/)

// cut short
copyFileSync(good, at('cut.db'))
truncateSync(at('cut.db'), 150_000)
const cut = cli('check', '--db', at('cut.db'))
report.holds('a database cut short: check ends with 1', cut.status === 1, cut)
report.holds('a database cut short: it is said', /damaged|malformed/.test(cut.stdout + cut.stderr), cut)
report.holds('a database cut short: no stack', !/\n\s+at /.test(cut.stderr), cut.stderr)

// of a newer program
copyFileSync(good, at('newer.db'))
const newer = new Database(at('newer.db'))
newer.exec(`INSERT INTO migrations VALUES ('9999-future.sql', 'x', '2099-01-01')`)
newer.close()
refused('a database of a newer program', cli('load', '--db', at('newer.db'), few), /newer version/)

// two loaders at once, again and again, from the first moment of a database on
for (let i = 0; i < 10; i++) {
  const shared = at(`shared-${i}.db`)
  const loads = ['few', 'many'].map(async (name) => {
    report.tried('commands')
    const child = spawn(process.execPath, ['src/cli/index.ts', 'load', '--db', shared, at(name)], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let stderr = ''
    child.stderr.on('data', (data) => {
      stderr += data
    })
    const [code] = await once(child, 'close')
    return { code, stderr }
  })
  const ends = await Promise.all(loads)
  report.holds(
    'two loaders at once both end with 0',
    ends.every(({ code }) => code === 0),
    ends,
  )
  await whole('two loaders at once', shared, 100)
}

// a clock that steps back an hour, for everything that the service starts
const back = at('back.mjs')
writeFileSync(
  back,
  `const { now } = Date; const OldDate = Date; let since = performance.now()
  const shift = () => (performance.now() - since > 3000 ? -3_600_000 : 0)
  globalThis.Date = class extends OldDate { constructor(...given) { given.length ? super(...given) : super(now() + shift()) } static now() { return now() + shift() } }`,
)
copyFileSync(good, at('clock.db'))
const headers = await headersOf(at('clock.db'))
const clocked = await serve(at('clock.db'), { NODE_OPTIONS: `--import ${back}` })
const early = await post(clocked, { ...headers, 'idempotency-key': 'one' }, 'It cost $5m in 2001.')
const cursor = ((await (await fetch(`${clocked.address}/v1/changes?limit=200`)).json()) as { next: string }).next
await new Promise((resolve) => setTimeout(resolve, 3500))
const late = await post(clocked, { ...headers, 'idempotency-key': 'two' }, 'It cost $6m in 2002.')
const again = await post(clocked, { ...headers, 'idempotency-key': 'one' }, 'It cost $5m in 2001.')
const behind = (await (await fetch(`${clocked.address}/v1/changes?after=${cursor}`)).json()) as { items: unknown[] }
report.holds(
  'a clock that steps back: both are stored, the repeated one is answered',
  early.status === 201 && late.status === 201 && again.status === 201,
  [early.status, late.status, again.status],
)
report.holds('a clock that steps back: mirrors see what came behind it', behind.items.length === 1, behind.items.length)
await clocked.stop()
await whole('a clock that steps back', at('clock.db'), 22)

// a disk that what is loaded fits on with its log, which may grow to 64 MB before it is folded in
const disk = at('disk')
mkdirSync(disk)
const mount = (...args: string[]) => spawnSync('mount', args).status === 0
if (process.platform === 'linux' && mount('-t', 'tmpfs', '-o', 'size=96m', 'tmpfs', disk)) {
  try {
    const file = join(disk, 'a.db')
    report.holds('a load that fits', cli('load', '--db', file, few).status === 0)
    const backup = cli('backup', join(disk, 'backup.db'), '--db', file)
    report.holds('a backup on a small disk', backup.status === 0, backup)
    const keys = await headersOf(file)
    const server = await serve(file)
    // all but a little is room to be given back
    const { bavail, bsize } = statfsSync(disk)
    writeFileSync(join(disk, 'ballast'), Buffer.alloc(bavail * bsize - 3_000_000))
    refused('a load that does not fit', cli('load', '--db', file, many), /disk is full|cannot be used/)
    await whole('a load that does not fit', file)
    let full = { status: 201, body: {} as { detail?: string } }
    // what room the log of the database has left is used up first
    for (const text of makeTexts(100, 100_000)) if (full.status === 201) full = await post(server, keys, text)
    report.holds('a full disk: what is sent is refused with 503', full.status === 503, full)
    report.holds('a full disk: the service goes on reading', (await read(server)) === 200)
    rmSync(join(disk, 'ballast'))
    const freed = await post(server, keys, 'It cost $7m in 2003, Mayor Ada Berg said.')
    report.holds('a disk with room again: what is sent is stored', freed.status === 201, freed)
    await whole('a disk that was full', file)
    await server.stop()
    if (mount('-o', 'remount,ro', disk)) {
      const restored = cli('restore', join(disk, 'backup.db'), '--db', at('restored.db'))
      report.holds('a read-only disk: a backup on it is restored', restored.status === 0, restored)
      await whole('a backup on a read-only disk', at('restored.db'))
      refused('a read-only disk: load', cli('load', '--db', file, few), /cannot be used|cannot use the database/)
      // where the log of the database is there it can be read, else SQLite cannot open it
      const reading = await serve(file).catch((error: Error) => error.message.trim())
      if (typeof reading === 'string')
        report.holds(
          'a read-only disk: serve says it in a line',
          /^article-facts: cannot use the database .*$/.test(reading),
          reading,
        )
      else {
        report.holds('a read-only disk: the service reads', (await read(reading)) === 200)
        const denied = await post(reading, keys, 'It cost $8m in 2004.')
        report.holds('a read-only disk: what is sent is refused with 503', denied.status === 503, denied)
        await reading.stop()
      }
      mount('-o', 'remount,rw', disk)
    } else report.lost('the disk cannot be made read-only')
    await whole('a disk that was read-only', file)
  } finally {
    spawnSync('umount', ['-l', disk])
  }
} else console.log('SKIPPED  a full and a read-only disk: needs Linux and root')
report.end()
rmSync(folder, { recursive: true, force: true })
