import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import driver from 'postgres'
import { beforeEach, describe, expect, inject, it, onTestFinished } from 'vitest'
import { WARCRecord, WARCSerializer } from 'warcio'
import { openStore } from '../../src/store/open.ts'
import { openQueue } from '../../src/store/queue.ts'
import { dropDatabase, makeDatabase } from '../postgres.ts'

const server = inject('postgres')
const root = join(import.meta.dirname, '../..')
const cli = (...args: string[]) => [process.execPath, ['src/cli/index.ts', ...args]] as const
const run = (...args: string[]) => spawnSync(...cli(...args), { cwd: root, encoding: 'utf8' })

const story = (i: number) => `The port of Lindholm handled ${i + 2} million tonnes of grain, director Ada Berg said.`
async function makeArchive(file: string, pages: number): Promise<void> {
  const chunks: Uint8Array[] = []
  for (let i = 0; i < pages; i++) {
    const body = `<html lang="en"><head><title>Port ${i}</title></head><body><article><h1>Port ${i}</h1><p>${story(i)}</p><p>${story(i + 1000)}</p></article></body></html>`
    const record = WARCRecord.create(
      {
        url: `https://news.example/${i}`,
        date: '2024-03-02T00:00:00Z',
        type: 'response',
        statusline: 'HTTP/1.1 200 OK',
        httpHeaders: { 'Content-Type': 'text/html; charset=utf-8' },
      },
      (async function* () {
        yield Buffer.from(body)
      })(),
    )
    chunks.push(await WARCSerializer.serialize(record, { gzip: true }))
  }
  writeFileSync(file, Buffer.concat(chunks))
}

describe.skipIf(!server)('a queue of loads', () => {
  if (!server) return
  let [address, folder] = ['', '']
  let admin: ReturnType<typeof driver>
  beforeEach(async () => {
    address = await makeDatabase(server)
    folder = mkdtempSync(join(tmpdir(), 'article-facts-queue-'))
    admin = driver(address, { max: 2, onnotice: () => {} })
    return async () => {
      await admin.end()
      await dropDatabase(address)
      rmSync(folder, { recursive: true })
    }
  })

  it('is worked off by many: what a killed worker had in hand goes on where it was, and what fails is tried again and named', {
    timeout: 1_200_000,
  }, async () => {
    const [archive, texts] = [join(folder, 'news.warc.gz'), join(folder, 'texts')]
    await makeArchive(archive, 35)
    mkdirSync(texts)
    for (let i = 0; i < 25; i++) writeFileSync(join(texts, `${100 + i}.txt`), story(5000 + i))
    await (await openStore(address)).close()
    const queue = await openQueue(address)
    await admin`update load_queue.queue set retry_limit = 1, retry_delay = 1 where name = 'files'`
    expect(run('load', '--queue', '--db', address, archive, texts).stdout).toBe(
      '3 jobs queued, 0 queued already, 0 failed\n',
    )
    expect(run('load', '--queue', '--db', address, archive, texts).stdout).toBe(
      '0 jobs queued, 3 queued already, 0 failed\n',
    )

    // what is queued now is tried as often as ever; a file that is put aside later, once more
    await admin`update load_queue.job set retry_limit = 12`

    // the worker hangs behind its first twenty pages, and is killed
    await admin.unsafe(
      `create function hang() returns trigger language plpgsql as 'begin perform pg_sleep(600); return new; end'`,
    )
    await admin.unsafe('create trigger hang before update on archive_progress for each row execute function hang()')
    const worker = spawn(...cli('work', '--db', address, '--workers', '1'), { cwd: root, stdio: 'ignore' })
    const ended = new Promise((resolve) => worker.on('close', resolve))
    const sleeping = () =>
      admin`select pid from pg_stat_activity where wait_event = 'PgSleep' and datname = current_database()`
    onTestFinished(() => void worker.kill('SIGKILL'))
    await expect.poll(async () => (await sleeping()).length, { timeout: 600_000, interval: 100 }).toBe(1)
    worker.kill('SIGKILL')
    await ended
    await admin`select pg_terminate_backend(pid) from pg_stat_activity where wait_event = 'PgSleep'`
    await admin.unsafe('drop trigger hang on archive_progress')
    expect(await queue.count()).toEqual({ waiting: 2, active: 1, done: 0, failed: 0 })
    const [stored] =
      await admin`select (select count(*) from articles)::int as articles, next::int from archive_progress`
    expect(stored!.articles).toBeGreaterThan(0)
    expect(stored!.next).toBeGreaterThan(0)

    // it was not heard of for a while; a file is away meanwhile
    await admin`update load_queue.job set heartbeat_on = now() - interval '10 minutes' where state = 'active'`
    renameSync(join(texts, '107.txt'), join(folder, 'away.txt'))
    const rest = run('work', '--db', address, '--workers', '2', '--until-empty')
    expect(rest.status).toBe(0)
    expect(rest.stderr).toContain('where the load before was broken off')
    expect(rest.stdout).toContain(`news.warc.gz: ${35 - stored!.articles} added, 0 replaced, 0 unchanged, 0 failed`)
    const [all] = await admin`select count(*)::int as articles, count(distinct text_hash)::int as texts from articles`
    expect(all).toEqual({ articles: 35 + 24, texts: 35 + 24 })
    expect(await admin`select * from archive_progress`).toEqual([])
    const listed = run('queue', 'list', '--db', address)
    expect(listed.stdout).toMatch(
      /^0 waiting, 0 in hand, 3 done in the last seven days, 1 failed\n\S*107\.txt: no such file or folder\n$/,
    )

    // the file is back
    renameSync(join(folder, 'away.txt'), join(texts, '107.txt'))
    expect(run('queue', 'retry', '--db', address).stdout).toBe('1 queued again\n')
    expect(run('work', '--db', address, '--workers', '1', '--until-empty').stdout).toContain('107.txt: 1 added')
    expect(await queue.count()).toEqual({ waiting: 0, active: 0, done: 4, failed: 0 })
    await queue.close()
  })

  it('gives each job to one worker, and a host to one at a time; what is given back goes to the next', {
    timeout: 300_000,
  }, async () => {
    await (await openStore(address)).close()
    const queue = await openQueue(address)
    const other = await openQueue(address)
    await admin`update load_queue.queue set retry_limit = 9`
    expect(await queue.add([{ paths: ['/a.warc'] }, { paths: ['/a.warc'] }, { paths: ['/b.warc'] }])).toBe(2)
    const hosts = ['https://one.example/1', 'https://one.example/2', 'https://two.example/1']
    expect(await queue.add(hosts.map((one) => ({ addresses: [one] })))).toBe(3)
    const taken = await Promise.all([queue, other, queue, other].map((each) => each.take()))
    const last = await queue.take()
    const names = [...taken, last].flatMap((one) => (one ? [JSON.stringify(one.job)] : []))
    expect(new Set(names).size).toBe(names.length)
    expect(names.filter((name) => name.includes('one.example'))).toHaveLength(1)
    const first = taken.find((one) => one && 'paths' in one.job)!
    await first.giveBack()
    const again = (await other.take())!
    expect(again.job).toEqual(first.job)
    await again.fail('it cannot be read')
    // who had it before has no say in it any more
    await first.complete()
    expect((await queue.listFailed(9)).filter(({ reason }) => reason === 'it cannot be read')).toEqual([
      { job: first.job, reason: 'it cannot be read', again: true },
    ])
    await queue.close()
    await other.close()
  })

  it('needs PostgreSQL, and says so', { timeout: 300_000 }, () => {
    const { status, stderr } = run('load', '--queue', '--db', join(folder, 'a.db'), 'seeds')
    expect([status, stderr]).toEqual([
      1,
      expect.stringContaining('a queue needs PostgreSQL: name one with --db postgres://'),
    ])
  })
})
