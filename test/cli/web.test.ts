import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { raw } from 'sql-template-tag'
import { afterAll, describe, expect, inject, it } from 'vitest'
import readJob from '../../src/cli/read-job.ts'
import { visitAll } from '../../src/cli/web/visit-all.ts'
import { createClient } from '../../src/fetch/index.ts'
import { openStore } from '../../src/store/open.ts'
import { feedOf, filler, openSite, pageOf, redirect, send } from '../fetch/site.ts'
import { dropDatabase, makeDatabase } from '../postgres.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'article-facts-web-'))
let databases = 0
const made: string[] = []
/** An address of a database that is not there yet: a file, or one of the server that the tests started. */
async function database(): Promise<string> {
  const server = inject('postgres')
  if (!server) return join(folder, `${++databases}.db`)
  made.push(await makeDatabase(server))
  return made.at(-1)!
}
afterAll(async () => {
  for (const address of made) await dropDatabase(address)
})

/** Starts a command. The site runs in this process, so nothing may wait for it here. */
function start(...args: string[]) {
  const child = spawn(process.execPath, ['src/cli/index.ts', ...args], { cwd: root })
  const output = { stdout: '', stderr: '' }
  child.stdout.on('data', (data) => {
    output.stdout += data
  })
  child.stderr.on('data', (data) => {
    output.stderr += data
  })
  const ended = once(child, 'close').then(([status, signal]) => ({ status: (status ?? signal) as number, ...output }))
  return { child, output, ended }
}
/** What the command does, in this process: starting it anew for each visit takes seconds. */
async function load(db: string, address: string, most = 100) {
  const output = { stdout: '', stderr: '' }
  const say =
    (to: keyof typeof output) =>
    (...words: unknown[]) => {
      output[to] += `${words.join(': ')}\n`
    }
  const store = await openStore(db)
  const client = createClient({ pause: 0, allowPrivate: true })
  const reporter = { start() {}, moved() {}, done: say('stdout'), failed: say('stderr'), warn: say('stderr'), end() {} }
  const summary = await visitAll(store, client, [address], reporter, { most, retry: 1000, read: readJob })
  await client.close()
  await store.close()
  return { ...summary, ...output }
}

async function rowsOf<Row>(db: string, query: string): Promise<Row[]> {
  const store = await openStore(db)
  const rows = await store.all<Row>(raw(query))
  await store.close()
  return rows
}
const articlesOf = (db: string) =>
  rowsOf<{ url: string; title: string; publication: string; day: string; figures: number }>(
    db,
    'SELECT url, title, publication, published_at AS day, figure_count AS figures FROM articles ORDER BY url',
  )
const article = (n: number, more = '') =>
  pageOf(`Report ${n}`, `Exports rose by ${n}% last year. ${filler}`, `${filler} ${more}`)
const until = async (isTrue: () => boolean) => {
  for (let i = 0; i < 3000 && !isTrue(); i++) await wait(100)
  expect(isTrue()).toBe(true)
}

describe('article-facts load https://…', { timeout: 600_000 }, () => {
  it('reads a page, and the next time asks only whether it changed', async () => {
    const { origin, seen, pages } = await openSite({
      '/old': redirect('/1'),
      '/1': send(article(1), 'text/html', { etag: '"a"' }),
    })
    const db = await database()
    expect(await start('load', '--db', db, '--pause', '0s', '--allow-private', `${origin}/old`).ended).toEqual({
      status: 0,
      stderr: '',
      stdout: expect.stringMatching(
        /^http:\S+\/old: added, (\d+) claims\n1 added, 0 replaced, 0 unchanged, 0 failed; \1 claims\n$/,
      ),
    })
    expect(await articlesOf(db)).toEqual([
      { url: `${origin}/1`, title: 'Report 1', publication: 'The Loopback Times', day: '2024-03-01', figures: 1 },
    ])
    expect(await load(db, `${origin}/old`)).toMatchObject({ added: 0, unchanged: 1, failed: 0 })
    expect(seen.at(-1)!.headers['if-none-match']).toBe('"a"')
    pages['/1'] = send(article(2), 'text/html', { etag: '"b"' })
    expect(await load(db, `${origin}/old`)).toMatchObject({ replaced: 1 })
  })

  it('reads a feed, and the page of each item that is only its beginning', async () => {
    const whole = `${filler} Output fell by 7% last year. `.repeat(8)
    const { origin, seen, pages } = await openSite({
      '/1': send(article(1)),
      '/2': send(article(2)),
      '/feed.xml': send('', 'application/rss+xml'),
    })
    const feed = (...more: Parameters<typeof feedOf>) =>
      send(
        feedOf(
          { link: `${origin}/1`, title: 'Report 1' },
          { link: `${origin}/2`, title: 'Report 2' },
          { link: `${origin}/3`, title: 'Report 3', text: `&lt;p&gt;${whole}&lt;/p&gt;` },
          ...more,
        ),
        'application/rss+xml',
        { etag: `"${more.length}"` },
      )
    pages['/feed.xml'] = feed()
    const db = await database()
    const first = await load(db, `${origin}/feed.xml`)
    expect(first).toMatchObject({ added: 3, failed: 0, stderr: '' })
    expect((await articlesOf(db)).map(({ url }) => url)).toEqual([1, 2, 3].map((n) => `${origin}/${n}`))
    const paths = () => seen.map(({ path }) => path)
    expect(paths()).not.toContain('/3')
    // nothing new costs one request beside the rules
    seen.length = 0
    expect(await load(db, `${origin}/feed.xml`)).toMatchObject({ added: 0, replaced: 0, unchanged: 0, failed: 0 })
    expect(paths()).toEqual(['/robots.txt', '/feed.xml'])
    // one new item costs two
    seen.length = 0
    pages['/4'] = send(article(4))
    pages['/feed.xml'] = feed({ link: `${origin}/4`, title: 'Report 4' })
    expect(await load(db, `${origin}/feed.xml`)).toMatchObject({ added: 1, failed: 0 })
    expect(paths()).toEqual(['/robots.txt', '/feed.xml', '/4'])
  })

  it('reads a news sitemap, by way of an index, newest first and no more than asked for', async () => {
    const { origin, pages } = await openSite({
      '/sitemap.xml': send('', 'application/xml'),
      ...Object.fromEntries([1, 2, 3, 4].map((n) => [`/${n}`, send(article(n))])),
    })
    pages['/sitemap.xml'] = send(
      `<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>${origin}/news.xml</loc></sitemap><sitemap><loc>${origin}/sitemap.xml</loc></sitemap></sitemapindex>`,
      'application/xml',
    )
    pages['/news.xml'] = send(
      `<urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${[1, 2, 3, 4]
        .map(
          (n) =>
            `<url><loc><![CDATA[${origin}/${n}]]></loc><news:news><news:publication><news:name>The Sitemap</news:name></news:publication><news:publication_date>2024-03-0${n}T08:00:00Z</news:publication_date></news:news></url>`,
        )
        .join('')}</urlset>`,
      'text/xml',
    )
    const db = await database()
    const { added, stderr } = await load(db, `${origin}/sitemap.xml`, 2)
    expect(added).toBe(2)
    expect(stderr).toContain('names 4 new pages, of which the first 2 were fetched (--limit)')
    expect((await articlesOf(db)).map(({ url }) => url)).toEqual([`${origin}/3`, `${origin}/4`])
  })

  it('reads the feed that a home page names, else the sitemap of its robots.txt', async () => {
    const home = (links: string) =>
      send(
        `<!doctype html><html><head><title>The Loopback Times</title>${links}</head><body>${filler.repeat(9)}</body></html>`,
      )
    const { origin, pages, seen } = await openSite({
      '/': home(
        '<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments.xml"><LINK REL="Alternate" TYPE="application/atom+xml; charset=utf-8" HREF="news.xml">',
      ),
      '/news.xml': send('', 'application/rss+xml'),
      ...Object.fromEntries([1, 2, 3].map((n) => [`/${n}`, send(article(n))])),
    })
    pages['/news.xml'] = send(feedOf({ link: `${origin}/1`, title: 'Report 1' }), 'application/rss+xml')
    const db = await database()
    const { added, failed, stderr } = await load(db, `${origin}/`)
    expect([added, failed]).toEqual([1, 0])
    expect(stderr).toContain(`${origin}/: is a home page: its feed is read, ${origin}/news.xml`)
    pages['/'] = home('')
    pages['/robots.txt'] = send(
      `User-agent: *\nAllow: /\nSitemap: https://elsewhere.example/news.xml\nSitemap: ${origin}/pages.xml\nSitemap: ${origin}/news-map.xml`,
      'text/plain',
    )
    pages['/news-map.xml'] = send(
      `<urlset><url><loc>${origin}/2</loc></url><url><loc>${origin}/3</loc></url></urlset>`,
      'text/xml',
    )
    expect(await load(db, origin)).toMatchObject({ added: 2, failed: 0 })
    expect(seen.some(({ path }) => path === '/comments.xml' || path === '/pages.xml')).toBe(false)
    // without either it is a page like any other
    delete pages['/robots.txt']
    pages['/'] = send(article(4))
    expect(await load(db, `${origin}/`)).toMatchObject({ added: 1, failed: 0 })
    expect(await articlesOf(db)).toHaveLength(4)
  })

  it('names what fails, keeps the rest, and tries again later', async () => {
    const { origin, pages } = await openSite({ '/1': send(article(1)), '/feed.xml': send('') })
    pages['/feed.xml'] = send(
      feedOf(
        { link: `${origin}/1`, title: 'Report 1' },
        { link: `${origin}/2`, title: 'Report 2' },
        { link: `${origin}/feed.xml`, title: 'The feed itself' },
        { link: 'javascript:alert(1)', title: 'No address' },
      ),
      'application/rss+xml',
      { etag: '"1"' },
    )
    const db = await database()
    const { added, unchanged, failed, stderr } = await load(db, `${origin}/feed.xml`)
    expect([added, unchanged, failed]).toEqual([1, 0, 2])
    expect(stderr).toContain(`${origin}/2: responds with 404`)
    expect(stderr).toMatch(/feed.xml: is a feed itself/)
    // by then it is due, though the feed is as it was
    const store = await openStore(db)
    await store.write((tx) =>
      tx.run(raw(`UPDATE fetched SET next_try = '2024-01-01T00:00:00.000Z' WHERE next_try IS NOT NULL`)),
    )
    await store.close()
    pages['/2'] = send(article(2))
    expect(await load(db, `${origin}/feed.xml`)).toMatchObject({ added: 1, failed: 0 })
    expect(await articlesOf(db)).toHaveLength(2)
  })

  it('lets no page take the place of another site’s, and fetches nothing private unasked', async () => {
    const { origin, seen } = await openSite({
      '/1': send(article(1).replace('<head>', '<head><link rel="canonical" href="https://example.org/their-article">')),
    })
    const db = await database()
    expect(await load(db, `${origin}/1`)).toMatchObject({ added: 1 })
    expect((await articlesOf(db)).map(({ url }) => url)).toEqual([`${origin}/1`])
    seen.length = 0
    const { status, stderr } = await start('load', '--db', db, `${origin}/1`).ended
    expect([status, seen.length]).toEqual([1, 0])
    expect(stderr).toMatch(/private network \(--allow-private/)
  })
})

describe('article-facts follow', { timeout: 600_000 }, () => {
  it('keeps a feed current until it is stopped, and says what came', async () => {
    const { origin, pages, seen } = await openSite({ '/1': send(article(1)), '/feed.xml': send('') })
    const feed = (...numbers: number[]) =>
      send(feedOf(...numbers.map((n) => ({ link: `${origin}/${n}`, title: `Report ${n}` }))), 'application/rss+xml', {
        etag: `"${numbers}"`,
      })
    pages['/feed.xml'] = feed(1)
    const db = await database()
    const { child, output, ended } = start(
      'follow',
      '--db',
      db,
      '--pause',
      '0s',
      '--allow-private',
      '--every',
      '1s',
      `${origin}/feed.xml`,
    )
    await until(() => output.stdout.includes('1 added'))
    const rounds = () => seen.filter(({ path }) => path === '/feed.xml').length
    const before = rounds()
    await until(() => rounds() > before + 1)
    pages['/2'] = send(article(2))
    pages['/feed.xml'] = feed(2, 1)
    await until(() => output.stdout.includes('/2: added'))
    child.kill('SIGTERM')
    const { status, stdout, stderr } = await ended
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout.split('\n').filter((line) => line.includes(': added'))).toHaveLength(2)
    expect(stdout).not.toContain('unchanged')
    expect(await articlesOf(db)).toHaveLength(2)
    // one 304 a round, and each page once
    expect(seen.filter(({ path }) => path === '/1')).toHaveLength(1)
    expect(seen.filter(({ path }) => path === '/robots.txt')).toHaveLength(1)
  })

  it('ends at once while a page keeps it waiting', async () => {
    const { origin, seen } = await openSite({ '/slow': () => {} })
    const { child, ended } = start('follow', '--db', await database(), '--allow-private', `${origin}/slow`)
    await until(() => seen.some(({ path }) => path === '/slow'))
    child.kill('SIGINT')
    const { status, stderr } = await ended
    expect([status, stderr]).toEqual([0, ''])
  })

  it('takes addresses and times, and says so', async () => {
    for (const [args, reason] of [
      [['feed.xml'], /is not an address/],
      [['https://example.org/', '--every', 'often'], /time such as 30s/],
      [['https://example.org/', '--every', '10ms'], /at least 1s/],
    ] as const) {
      const { status, stderr } = await start('follow', '--db', await database(), ...args).ended
      expect([status, stderr]).toEqual([1, expect.stringMatching(reason)])
    }
  })
})
