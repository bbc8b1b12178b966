import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { copyFileSync, cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { type ClientRequest, request } from 'node:http'
import { getPriority, tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { openStore } from '../src/store/open.ts'
import { deleteArticle } from '../src/store/save.ts'
import { sqliteOf } from '../src/store/sqlite/store.ts'

const root = join(import.meta.dirname, '..')

type Running = { process: ChildProcess; address: string; output: () => string; ended: Promise<number | null> }

/** Whether this process may mount a folder, as root on Linux may. */
const mayMount = spawnSync('unshare', ['-m', 'true']).status === 0

function start(env: Record<string, string>, command = [process.execPath, 'src/cli/start.js']): Promise<Running> {
  const child = spawn(command[0]!, command.slice(1), {
    cwd: root,
    // nothing is timed: a busy machine takes longer to finish what runs
    env: { ...process.env, PORT: '0', PAGE: 'false', SHUTDOWN_TIMEOUT: '240000', ...env },
  })
  let output = ''
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  return new Promise((resolve, reject) => {
    const read = (data: Buffer) => {
      output += data
      const address = /listens on (http:\S+)/.exec(output)?.[1]
      if (address && output.includes('/docs')) resolve({ process: child, address, output: () => output, ended })
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.on('close', () => reject(new Error(output)))
  })
}

const until = async (is: () => boolean | Promise<boolean>) => {
  while (!(await is())) await new Promise((resolve) => setTimeout(resolve, 20))
}
/** Whether nobody listens there any more. */
const isGone = (address: string) =>
  fetch(`${address}/livez`, { headers: { connection: 'close' } }).then(
    () => false,
    () => true,
  )

describe('the program', () => {
  it('starts without what it may never need: the HTTP client of Node comes with any name that is imported from node:http', () => {
    const script = `await import('./src/service.ts'); console.log(process.moduleLoadList.filter((name) => name.includes('undici')).length)`
    expect(execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: root, encoding: 'utf8' })).toBe(
      '0\n',
    )
  })
})

describe('npm start', () => {
  const db = join(mkdtempSync(join(tmpdir(), 'article-facts-')), 'data', 'a.db')

  it('migrates, loads the seeds, listens, and prints three questions that answer something', async () => {
    const service = await start({ DATABASE_URL: db })
    const questions = [...service.output().matchAll(/curl '([^']+)'/g)].map((match) => match[1]!)
    expect(questions).toHaveLength(3)
    for (const question of questions) {
      const body = (await (await fetch(question)).json()) as { items: unknown[]; selected?: unknown[] }
      expect((body.selected ?? body.items).length, question).toBeGreaterThan(0)
    }
    expect(await (await fetch(`${service.address}/readyz`)).json()).toEqual({ status: 'ok', articles: 1 })
    service.process.kill('SIGTERM')
    expect(await service.ended).toBe(0)
  })

  // Linux has a priority for each thread
  it.skipIf(process.platform !== 'linux')('lets the thread that answers go before all others', async () => {
    const { process: service, ended } = await start({ DATABASE_URL: db })
    const threads = readdirSync(`/proc/${service.pid}/task`).map(Number)
    const first = getPriority(service.pid)
    const others = threads.filter((thread) => thread !== service.pid).map((thread) => getPriority(thread))
    expect(others.length).toBeGreaterThan(1)
    for (const other of others) expect(other).toBeGreaterThan(Math.min(first, 18))
    service.kill('SIGTERM')
    expect(await ended).toBe(0)
  })

  it('loads nothing twice', async () => {
    const before = await openStore(db)
    const sequence = sqliteOf(before).prepare('SELECT value FROM state').pluck().get()
    await before.close()
    const service = await start({ DATABASE_URL: db })
    expect(service.output()).not.toMatch(/Loaded|version of the rules/)
    service.process.kill('SIGINT')
    expect(await service.ended).toBe(0)
    const after = await openStore(db)
    expect(sqliteOf(after).prepare('SELECT value FROM state').pluck().get()).toBe(sequence)
    expect(sqliteOf(after).prepare('SELECT count(*) FROM articles').pluck().get()).toBe(1)
    await after.close()
  })

  it('says in one line how many articles other rules have read', async () => {
    const store = await openStore(db)
    sqliteOf(store).exec(`UPDATE readings SET rules = 'older'`)
    await store.close()
    const service = await start({ DATABASE_URL: db })
    const said = '1 of 1 articles was read by another version of the rules'
    await vi.waitFor(() => expect(service.output()).toContain(said), 10_000)
    expect(service.output().split(said)).toHaveLength(2)
    service.process.kill('SIGTERM')
    await service.ended
  })

  it('leaves a seed deleted that was deleted', async () => {
    const other = join(mkdtempSync(join(tmpdir(), 'article-facts-')), 'b.db')
    copyFileSync(db, other)
    const store = await openStore(other)
    await deleteArticle(
      store,
      sqliteOf(store).prepare('SELECT id FROM articles').pluck().get() as string,
      new Date().toISOString(),
    )
    await store.close()
    const service = await start({ DATABASE_URL: other })
    expect(await (await fetch(`${service.address}/readyz`)).json()).toEqual({ status: 'ok', articles: 0 })
    service.process.kill('SIGTERM')
    await service.ended
  })

  it('finishes a running request before it goes', async () => {
    const service = await start({ DATABASE_URL: db, LOG_LEVEL: 'info' })
    const { port } = new URL(service.address)
    const text = 'Exports rose by 4% to $24bn last year, Mayor Ada Berg said. '.repeat(100)
    // so that the thread that reads texts is there
    expect((await fetch(`${service.address}/v1/extract`, { method: 'POST', body: 'It cost $5.' })).status).toBe(200)
    let sent: ClientRequest
    const answer = new Promise<number>((resolve, reject) => {
      sent = request(
        {
          port,
          host: '127.0.0.1',
          method: 'POST',
          path: '/v1/extract',
          headers: { 'content-type': 'text/plain', 'content-length': text.length, 'x-request-id': 'half-sent' },
        },
        (response) => {
          let bytes = 0
          response.on('data', (data) => (bytes += data.length)).on('end', () => resolve(bytes))
        },
      )
      sent.on('error', reject)
      sent.write(text.slice(0, text.length / 2))
    })
    // half of the body is there when the signal comes, and the other half comes when nobody else is let in any more
    await until(() => service.output().includes('half-sent'))
    service.process.kill('SIGTERM')
    await until(() => isGone(service.address))
    sent!.end(text.slice(text.length / 2))
    expect(await answer).toBeGreaterThan(10_000)
    expect(await service.ended).toBe(0)
  })

  it('goes after SHUTDOWN_TIMEOUT though a request never ends', async () => {
    const service = await start({ DATABASE_URL: db, LOG_LEVEL: 'info', SHUTDOWN_TIMEOUT: '1000' })
    const sent = request(`${service.address}/v1/extract`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain', 'content-length': 100, 'x-request-id': 'half-sent' },
    })
    sent.on('error', () => {})
    sent.write('It cost')
    await until(() => service.output().includes('half-sent'))
    service.process.kill('SIGTERM')
    expect(await service.ended).toBe(1)
  })

  it('gives operators a port of their own: alive, ready, and counts for Prometheus', async () => {
    const service = await start({ DATABASE_URL: db, ADMIN_PORT: '0' })
    const admin = /For operators:\s+(?<address>http:\/\/[\d.:]+)\/metrics/.exec(service.output())!.groups!.address!
    expect(await (await fetch(`${admin}/livez`)).json()).toEqual({ status: 'ok' })
    expect(await (await fetch(`${admin}/readyz`)).json()).toEqual({ status: 'ok', articles: 1 })
    const first = await fetch(`${service.address}/v1/figures`)
    await fetch(`${service.address}/v1/figures`, { headers: { 'if-none-match': first.headers.get('etag')! } })
    const key = execFileSync(process.execPath, ['src/cli/index.ts', 'key', 'create', '--scope', 'ingest', '--db', db], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
    const written = await fetch(`${service.address}/v1/articles`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'text/plain' },
      body: 'It cost $24bn.',
    })
    expect(written.status).toBe(201)
    const metrics = await (await fetch(`${admin}/metrics`)).text()
    for (const line of [
      'article_facts_request_duration_seconds_count{operation="listFigures",status="200"} 1',
      'article_facts_request_duration_seconds_count{operation="listFigures",status="304"} 1',
      'article_facts_claims_ingested_total{extractor="figure.money"} 1',
      'process_resident_memory_bytes',
    ])
      expect(metrics).toContain(line)
    expect((await fetch(`${service.address}/metrics`)).status).toBe(404)
    await fetch(
      `${service.address}/v1/articles/${((await written.json()) as { article: { id: string } }).article.id}`,
      {
        method: 'DELETE',
        headers: { authorization: `Bearer ${key}` },
      },
    )
    service.process.kill('SIGTERM')
    expect(await service.ended).toBe(0)
  })

  it('answers in several processes on one port, replaces one that dies, and ends them all', async () => {
    const service = await start({
      DATABASE_URL: db,
      WORKERS: '2',
      ADMIN_PORT: '0',
      LOG_LEVEL: 'silent',
    })
    const pids = () =>
      execFileSync('ps', ['-o', 'pid=', '--ppid', String(service.process.pid)], { encoding: 'utf8' })
        .trim()
        .split(/\s+/)
        .map(Number)
    const ask = async () =>
      (await fetch(`${service.address}/v1/claims?limit=1`, { headers: { connection: 'close' } })).status
    expect(new Set(await Promise.all(Array.from({ length: 20 }, ask)))).toEqual(new Set([200]))
    const admin = /operators: +(?<address>http:\S+)\/metrics/.exec(service.output())!.groups!.address
    const counted = /article_facts_request_duration_seconds_count\{[^}]*operation="listClaims"[^}]*\} (?<count>\d+)/
    // both processes' requests are added up
    expect(Number(counted.exec(await (await fetch(`${admin}/metrics`)).text())!.groups!.count)).toBe(20)
    const before = pids()
    expect(before).toHaveLength(2)
    // one that has lived for a while is replaced
    await new Promise((resolve) => setTimeout(resolve, 5500))
    process.kill(before[0]!, 'SIGKILL')
    await until(() => pids().length === 2 && !pids().includes(before[0]!))
    expect(new Set(await Promise.all(Array.from({ length: 20 }, ask)))).toEqual(new Set([200]))
    service.process.kill('SIGTERM')
    expect(await service.ended).toBe(0)
  })

  it('writes neither keys nor texts into its log, whatever goes wrong', async () => {
    const service = await start({ DATABASE_URL: db, LOG_LEVEL: 'trace' })
    const secret = `afk_00000000_${'s'.repeat(43)}`
    const text = 'Zebulon Quistgaard told us in confidence that it cost $24bn.'
    const send = (path: string, type: string, body: string) =>
      fetch(service.address + path, {
        method: 'POST',
        headers: { authorization: `Bearer ${secret}`, 'content-type': type, 'x-request-id': 'seen-in-log' },
        body,
      })
    await send('/v1/articles', 'application/json', JSON.stringify({ text }))
    await send('/v1/extract', 'application/json', `{"text": "${text}`)
    await fetch(`${service.address}/v1/extract`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: text,
    })
    await fetch(`${service.address}/v1/extract`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"text": "${text}`,
    })
    service.process.kill('SIGTERM')
    await service.ended
    const log = service.output()
    expect(log).toContain('seen-in-log')
    expect(log).not.toContain('sssss')
    expect(log).not.toContain('Quistgaard')
  })

  it('ends when npm is told to, and gives its port back', async () => {
    const npm = spawn('npm', ['start'], {
      cwd: root,
      env: { ...process.env, PORT: '0', PAGE: 'false', DATABASE_URL: db, npm_lifecycle_event: undefined },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    let output = ''
    for await (const data of npm.stdout) {
      output += data
      if (/\/docs/.test(output)) break
    }
    const address = /listens on (http:\S+)/.exec(output)![1]!
    expect((await fetch(`${address}/livez`)).status).toBe(200)
    npm.kill('SIGTERM')
    // what answers no more has ended
    await until(() => isGone(address))
  })

  it('finishes a running export before it goes', async () => {
    const service = await start({ DATABASE_URL: db })
    const response = await fetch(`${service.address}/v1/claims/export?section=any`)
    service.process.kill('SIGTERM')
    expect((await response.text()).trim().split('\n').at(-1)).toContain('"type":"end"')
    expect(await service.ended).toBe(0)
  })

  it('greets without requests about the seeds where they are not loaded', async () => {
    const empty = join(mkdtempSync(join(tmpdir(), 'article-facts-')), 'empty.db')
    const service = await start({ DATABASE_URL: empty, SEEDS: 'false' })
    expect(service.output()).not.toMatch(/China|[Tt]rade/)
    expect(service.output()).toContain('article-facts load')
    for (const [, request] of service.output().matchAll(/curl '([^']+)'/g))
      expect((await fetch(request!)).status).toBe(200)
    service.process.kill('SIGTERM')
    expect(await service.ended).toBe(0)
  })

  it.skipIf(!mayMount)('starts in a read-only checkout, and says why there is no page', async () => {
    const checkout = mkdtempSync(join(tmpdir(), 'article-facts-read-only-'))
    for (const name of ['src', 'migrations', 'seeds', 'package.json', 'openapi.yaml'])
      cpSync(join(root, name), join(checkout, name), { recursive: true })
    rmSync(join(checkout, 'src/client/generated'), { recursive: true, force: true })
    symlinkSync(join(root, 'node_modules'), join(checkout, 'node_modules'))
    const readOnly = `mount --bind ${checkout} ${checkout} && mount -o remount,bind,ro ${checkout} && cd ${checkout} && exec ${process.execPath} src/cli/start.js`
    const service = await start(
      { DATABASE_URL: join(mkdtempSync(join(tmpdir(), 'article-facts-')), 'a.db'), PAGE: 'true' },
      ['unshare', '-m', 'sh', '-c', readOnly],
    )
    expect((await fetch(`${service.address}/readyz`)).status).toBe(200)
    service.process.kill('SIGTERM')
    expect(await service.ended).toBe(0)
    expect(service.output()).not.toMatch(/^\s+at |Page:/m)
    expect(service.output()).toContain('the page is not built')
    const nowhere = start({ DATABASE_URL: 'data/a.db' }, ['unshare', '-m', 'sh', '-c', readOnly])
    await expect(nowhere).rejects.toThrow(/^article-facts: .*cannot be created.*DATABASE_URL.*\n$/)
    rmSync(checkout, { recursive: true })
  })

  it('names every invalid setting, and what it may be', async () => {
    await expect(
      start({ DATABASE_URL: db, PORT: 'http', SEEDS: 'yes', LOG_LEVEL: 'loud', EXPORTS: '0' }),
    ).rejects.toThrow(
      /^article-facts: PORT=http: .*0 to 65535; EXPORTS=0: .*1 to 100; LOG_LEVEL=loud: .*\bdebug\b.*; SEEDS=yes: .*true or false\n$/,
    )
    await expect(start({ DATABASE_URL: db, HOST: '192.0.2.1' })).rejects.toThrow(
      /^article-facts: HOST=192.0.2.1: .*\n$/,
    )
  })

  it('says in one line what is wrong', async () => {
    await expect(start({ DATABASE_URL: 'postgres://127.0.0.1:1/x' })).rejects.toThrow(
      /^article-facts: .*the server cannot be reached\n$/,
    )
    // where Node's recursive mkdir does not return
    await expect(start({ DATABASE_URL: '/proc/nowhere/a.db' })).rejects.toThrow(
      /^article-facts: .*\/proc\/nowhere cannot be created.*DATABASE_URL.*\n$/,
    )
    const service = await start({ DATABASE_URL: db })
    await expect(start({ DATABASE_URL: db, PORT: new URL(service.address).port })).rejects.toThrow(/port \d+ is in use/)
    service.process.kill('SIGTERM')
    await service.ended
  })
})
