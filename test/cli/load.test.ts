import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { WARCRecord, WARCSerializer } from 'warcio'
import { openStore } from '../../src/store/open.ts'
import { sqliteOf } from '../../src/store/sqlite/store.ts'
import { size } from '../size.ts'
import { runHere } from './run-here.ts'

const root = join(import.meta.dirname, '../..')
const folder = () => mkdtempSync(join(tmpdir(), 'article-facts-load-'))
const start = (db: string, ...paths: string[]) =>
  spawnSync(process.execPath, ['src/cli/index.ts', 'load', '--db', db, ...paths], { cwd: root, encoding: 'utf8' })
/** In this process, and in one thread of it. */
const load = (db: string, ...paths: string[]) => runHere(['load', '--db', db, '--workers', '0', ...paths])
const read = async <T>(db: string, sql: string) => {
  const store = await openStore(db)
  const rows = sqliteOf(store).prepare(sql).all() as T[]
  await store.close()
  return rows
}

const story = (i: number) =>
  `The port of Lindholm handled ${i + 2} million tonnes of grain last year, its director, Ada Berg, said on Tuesday. “We have never seen such a summer,” she told reporters at the quay. Exports rose by ${i + 3}% to $${i + 1}bn, according to the harbour board.`
const page = (i: number) =>
  `<html lang="en"><head><title>Port ${i}</title><meta property="article:published_time" content="2024-03-01"></head><body><nav>Home</nav><article><h1>Port ${i}</h1><p>${story(i)}</p><p>${story(i + 1000)}</p></article></body></html>`

type Recorded = {
  url: string
  type?: 'response' | 'conversion' | 'request'
  body: string | Buffer
  status?: string
  mime?: string
}
async function archive(file: string, records: readonly Recorded[], zipped = true): Promise<void> {
  const date = '2024-03-02T00:00:00Z'
  const parts = [WARCRecord.createWARCInfo({ filename: 'a', date }, { software: 'test' })]
  for (const { url, type = 'response', body, status = 'HTTP/1.1 200 OK', mime = 'text/html; charset=utf-8' } of records)
    parts.push(
      WARCRecord.create(
        { url, date, type, ...(type === 'response' && { statusline: status, httpHeaders: { 'Content-Type': mime } }) },
        (async function* () {
          yield Buffer.from(body)
        })(),
      ),
    )
  const chunks: Uint8Array[] = []
  for (const record of parts) chunks.push(await WARCSerializer.serialize(record, { gzip: zipped }))
  writeFileSync(file, Buffer.concat(chunks))
}

describe('article-facts load', () => {
  it('reads every format that a folder holds, and leaves sidecars and other files alone', async () => {
    const [here, db] = [folder(), join(folder(), 'a.db')]
    mkdirSync(join(here, 'deep/er'), { recursive: true })
    writeFileSync(join(here, 'a.txt'), story(1))
    writeFileSync(join(here, 'a.json'), '{"title": "From the sidecar", "publishedAt": "2024-03-01"}')
    writeFileSync(join(here, 'deep/b.md'), `---\ntitle: From front matter\ndate: 2024-03-01\n---\n${story(2)}`)
    writeFileSync(join(here, 'deep/er/c.html'), page(3))
    writeFileSync(join(here, 'd.txt.gz'), gzipSync(story(4)))
    writeFileSync(
      join(here, 'feed.json'),
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Wire',
        items: [5, 6].map((i) => ({ id: `${i}`, title: `Item ${i}`, content_text: story(i) })),
      }),
    )
    writeFileSync(join(here, 'package.json'), '{"name": "other"}')
    writeFileSync(join(here, 'photo.jpg'), 'x')
    const { status, stdout, stderr } = start(db, here)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toContain('6 added, 0 replaced, 0 unchanged, 0 failed')
    expect(
      await read<{ title: string; day: string }>(db, 'SELECT title, published_at AS day FROM articles ORDER BY title'),
    ).toEqual([
      { title: null, day: null },
      { title: 'From front matter', day: '2024-03-01' },
      { title: 'From the sidecar', day: '2024-03-01' },
      { title: 'Item 5', day: null },
      { title: 'Item 6', day: null },
      { title: 'Port 3', day: '2024-03-01' },
    ])
  })

  it('takes patterns', async () => {
    const [here, db] = [folder(), join(folder(), 'a.db')]
    mkdirSync(join(here, '2024'))
    for (let i = 0; i < 3; i++) writeFileSync(join(here, '2024', `${i}.html`), page(i))
    writeFileSync(join(here, '2024', 'x.txt'), story(9))
    expect((await load(db, join(here, '**/*.html'))).stdout).toContain('3 added')
    expect(await load(db, join(here, '*.md'))).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('matches no file'),
    })
  })

  it('stores other languages without claims, and says so', async () => {
    const [here, db] = [folder(), join(folder(), 'a.db')]
    writeFileSync(
      join(here, 'de.txt'),
      'Der Hafen von Lindholm schlug im vergangenen Jahr 4,2 Millionen Tonnen Getreide um, sagte seine Direktorin am Dienstag vor der Presse. Die Ausfuhren stiegen um zwölf Prozent, wie der Vorstand mitteilte, der vor dem Winter mit einem weiteren Anstieg rechnet und die Straße am Fluss verbreitern will.',
    )
    expect(await load(db, here)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('de.txt: added, 0 claims'),
      stderr: expect.stringContaining('is in German (de): stored without claims, which are read from English only'),
    })
    expect(await read(db, 'SELECT language FROM articles')).toEqual([{ language: 'de' }])
  })

  it('reads the pages of a web archive and passes over the rest', async () => {
    for (const zipped of [true, false]) {
      const [here, db] = [folder(), join(folder(), 'a.db')]
      const file = join(here, zipped ? 'a.warc.gz' : 'a.warc')
      await archive(
        file,
        [
          { url: 'https://news.example/1', body: page(1) },
          { url: 'https://news.example/q', type: 'request', body: 'GET / HTTP/1.1\r\n\r\n' },
          { url: 'https://news.example/gone', body: page(8), status: 'HTTP/1.1 404 Not Found' },
          { url: 'https://news.example/p.png', body: 'png', mime: 'image/png' },
          { url: 'https://news.example/login', body: '<html><body><form>Log in</form></body></html>' },
          { url: 'https://news.example/vast', body: Buffer.alloc(11 * 1024 * 1024, 'a ') },
          { url: 'https://news.example/2', body: page(2) },
        ],
        zipped,
      )
      const { status, stdout, stderr } = await load(db, file)
      expect(stdout).toContain('2 added, 0 replaced, 0 unchanged, 2 failed')
      expect(status).toBe(1)
      expect(stderr).toContain('https://news.example/login: contains no article')
      expect(stderr).toContain('https://news.example/vast: is over the limit of 10 MB')
      expect(await read(db, 'SELECT url, published_at AS day FROM articles ORDER BY url')).toEqual([
        { url: 'https://news.example/1', day: '2024-03-01' },
        { url: 'https://news.example/2', day: '2024-03-01' },
      ])
      if (zipped) expect((await load(db, file)).stdout).toContain('0 added, 0 replaced, 2 unchanged')
    }
  })

  it('reads the plain texts of a WET archive', async () => {
    const [here, db] = [folder(), join(folder(), 'a.db')]
    const file = join(here, 'a.warc.wet.gz')
    await archive(file, [
      { url: 'https://news.example/1', type: 'conversion', body: `Port traffic recovers\n${story(1)}` },
    ])
    expect(await load(db, file)).toMatchObject({ status: 0, stderr: '' })
    expect(await read(db, 'SELECT url, title FROM articles')).toEqual([
      { url: 'https://news.example/1', title: 'Port traffic recovers' },
    ])
  })

  it('keeps what stood before the place where an archive breaks off, and says where', async () => {
    const [here, db] = [folder(), join(folder(), 'a.db')]
    const whole = join(here, 'whole.warc.gz')
    await archive(
      whole,
      Array.from({ length: 40 }, (_, i) => ({ url: `https://news.example/${i}`, body: page(i) })),
    )
    const bytes = readFileSync(whole)
    const cases: [string, Buffer, RegExp][] = [
      [
        'cut.warc.gz',
        bytes.subarray(0, bytes.length >> 1),
        /is truncated or damaged.* near byte \d+; the rest of the archive cannot be read/,
      ],
      [
        'noise.warc.gz',
        Buffer.concat([bytes.subarray(0, bytes.length >> 1), Buffer.alloc(2000, 7), bytes.subarray(bytes.length >> 1)]),
        /is truncated or damaged.* near byte \d+/,
      ],
      ['none.warc.gz', Buffer.from('no archive at all'), /is not a web archive/],
      ['start.warc.gz', bytes.subarray(0, 60), /is a broken gzip file/],
      ['empty.warc', Buffer.alloc(0), /is an archive without records/],
    ]
    for (const [name, content] of cases) writeFileSync(join(here, name), content)
    const { status, stdout, stderr } = await load(db, ...cases.map(([name]) => join(here, name)), join(root, 'seeds'))
    expect(status).toBe(1)
    for (const [name, , reason] of cases)
      expect(
        stderr.split('\n').find((line) => line.includes(name) && reason.test(line)),
        `${name} in ${stderr}`,
      ).toBeDefined()
    expect(stdout).toContain('kazakhstan.txt: added')
    const kept = await read<{ pages: number }>(
      db,
      "SELECT count(*) AS pages FROM articles WHERE url LIKE 'https://news.example/%'",
    )
    expect(kept[0]!.pages).toBeGreaterThan(10)
  })

  it('goes on where a load was killed, and ends with the database of a load that was not', async () => {
    const [here, db] = [folder(), join(folder(), 'a.db')]
    const file = join(here, 'a.warc.gz')
    const pages = size(60, 600)
    await archive(
      file,
      Array.from({ length: pages }, (_, i) => ({ url: `https://news.example/${i}`, body: page(i) })),
    )
    let kills = 0
    for (let round = 0; round < size(2, 6); round++) {
      const child = spawn(process.execPath, ['src/cli/index.ts', 'load', '--db', db, file], {
        cwd: root,
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      const ended = new Promise<NodeJS.Signals | null>((resolve) => child.on('close', (_, signal) => resolve(signal)))
      await new Promise<void>((resolve) => {
        child.stdout.once('data', () => resolve())
        child.on('close', () => resolve())
      })
      await new Promise((resolve) => setTimeout(resolve, size(29, 41) * round))
      child.kill('SIGKILL')
      if ((await ended) === 'SIGKILL') kills++
    }
    expect(kills).toBeGreaterThan(0)
    const [resumed] = await read<{ next: number }>(db, 'SELECT next FROM archive_progress')
    const last = await load(db, file)
    expect(last.status).toBe(0)
    if (resumed) expect(last.stderr).toMatch(/goes on at \d+%, where the load before was broken off/)
    expect(last.stdout).toContain('0 replaced, 0 unchanged, 0 failed')
    expect(await read(db, 'SELECT next FROM archive_progress')).toEqual([])
    const other = join(folder(), 'b.db')
    expect((await load(other, file)).stdout).toContain(`${pages} added`)
    const rows = 'SELECT id, type, json FROM claims ORDER BY id'
    expect(await read(db, rows)).toEqual(await read(other, rows))
  })

  it('refuses a file of 100 MB without reading it, and loads the rest', async () => {
    const [here, db] = [folder(), join(folder(), 'a.db')]
    for (const name of ['vast.txt', 'vast.html']) {
      writeFileSync(join(here, name), '')
      truncateSync(join(here, name), 100 * 1024 * 1024)
    }
    writeFileSync(join(here, 'bomb.txt.gz'), gzipSync(Buffer.alloc(100 * 1024 * 1024)))
    writeFileSync(join(here, 'cut.md.gz'), gzipSync(story(1)).subarray(0, 90))
    writeFileSync(join(here, 'fine.txt'), story(1))
    const { status, stdout, stderr } = await load(db, here)
    expect(status).toBe(1)
    expect(stdout).toContain('1 added, 0 replaced, 0 unchanged, 4 failed')
    for (const name of ['vast.txt', 'vast.html', 'bomb.txt.gz'])
      expect(stderr).toMatch(new RegExp(`${name}: is over the limit of 10 MB`))
    expect(stderr).toMatch(/cut\.md\.gz: is a broken gzip file/)
  })
})
