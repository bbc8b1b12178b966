import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildOnce } from '../build.ts'
import { executablePath, launch, openWindow, settled } from '../web/browser.ts'
import { startServiceWith } from './service.ts'

const isThere = spawnSync('nginx', ['-v']).status === 0
if (!isThere) console.log('skipped: subpaths are tested behind nginx, which is not on this machine')

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

describe.skipIf(!isThere)('behind nginx, under a path', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'article-facts-nginx-'))
  let nginx: ChildProcess
  let site: string
  beforeAll(async () => {
    buildOnce()
    const upstream = async (settings: Record<string, string>) => {
      const { app } = await startServiceWith(settings)
      return await app.listen({ host: '127.0.0.1', port: 0 })
    }
    // one proxy takes the path off and says so, one passes everything on and says nothing
    const told = await upstream({ TRUST_PROXY: '127.0.0.0/8' })
    const untold = await upstream({ BASE_PATH: '/whole/path' })
    const port = await freePort()
    site = `http://127.0.0.1:${port}`
    for (const name of ['body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']) mkdirSync(join(folder, name))
    const conf = join(folder, 'nginx.conf')
    writeFileSync(
      conf,
      `daemon off; pid ${folder}/pid; error_log ${folder}/error.log;
       events {}
       http {
         access_log off;
         client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi;
         uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
         server {
           listen 127.0.0.1:${port};
           location /facts/ {
             proxy_pass ${told}/;
             proxy_set_header Host $http_host;
             proxy_set_header X-Forwarded-For $remote_addr;
             proxy_set_header X-Forwarded-Proto $scheme;
             proxy_set_header X-Forwarded-Prefix /facts;
           }
           location /whole/path { proxy_pass ${untold}; proxy_set_header Host $http_host; }
         }
       }`,
    )
    nginx = spawn('nginx', ['-p', folder, '-c', conf], { stdio: 'ignore' })
    let listens = false
    while (!listens) {
      await wait(50)
      listens = await fetch(`${site}/facts/livez`).then(
        () => true,
        () => false,
      )
    }
  }, 120_000)
  afterAll(() => {
    nginx.kill()
    rmSync(folder, { recursive: true, force: true })
  })

  it.each(['/facts', '/whole/path'])(
    '%s: links, identifiers, documentation and page lead where they should',
    async (prefix) => {
      const base = site + prefix
      const first = await fetch(`${base}/v1/figures?limit=2`)
      const { next } = (await first.json()) as { next: string }
      const link = /^<(?<target>[^>]+)>; rel="next"$/.exec(first.headers.get('link')!)!.groups!.target!
      expect(link.startsWith(`${prefix}/v1/figures?`)).toBe(true)
      expect(link).toContain(next)
      expect((await fetch(site + link)).status).toBe(200)

      const profile = 'application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"'
      const page = (await (await fetch(`${base}/v1/quotes?limit=1`, { headers: { accept: profile } })).json()) as {
        items: { id: string; target: { source: string }[] }[]
      }
      expect(page.items[0]!.id.startsWith(`${base}/v1/claims/`)).toBe(true)
      for (const url of [page.items[0]!.id, page.items[0]!.target[0]!.source])
        expect((await fetch(url)).status).toBe(200)

      const docs = await fetch(`${base}/docs`)
      expect([docs.status, docs.url]).toEqual([200, `${base}/docs/`])
      const { servers } = (await (await fetch(`${base}/docs/json`)).json()) as { servers: { url: string }[] }
      expect(servers[0]!.url).toBe(prefix)
      for (const where of ['/docs', '', '/', '/try', '/articles/art_f1cb46ce127af04d']) {
        const shown = await fetch(base + where)
        if (where === '' && shown.status === 404) continue
        expect(shown.status, where).toBe(200)
        // the address that a page tells others is a page
        const html = (await shown.text()).replace(/<link rel="canonical"[^>]*>/, '')
        const files = [...html.matchAll(/(?:src|href)="(?<file>[^"#]+)"/g)].map((match) => match.groups!.file!)
        expect(files.length).toBeGreaterThan(1)
        for (const file of files) {
          const answer = await fetch(new URL(file, shown.url))
          expect([answer.status, answer.headers.get('content-type')?.startsWith('text/html')], file).toEqual([
            200,
            false,
          ])
        }
      }
    },
  )

  it.skipIf(!executablePath)('the page works in a browser: its links, its requests, a reload', async () => {
    const browser = await launch()
    try {
      const { page, wrong } = await openWindow(browser, site)
      await page.goto('/facts/')
      await settled(page)
      await page.locator('.articles a.title').first().click()
      await settled(page)
      expect(new URL(page.url()).pathname).toBe('/facts/articles/art_f1cb46ce127af04d')
      expect(await page.locator('h1').first().innerText()).toContain('Kazakhstan')
      await page.reload()
      await settled(page)
      expect(await page.locator('h1').first().innerText()).toContain('Kazakhstan')
      await page.locator('nav a', { hasText: 'Try it' }).click()
      expect(new URL(page.url()).pathname).toBe('/facts/try')
      await page.locator('a.brand').click()
      expect(new URL(page.url()).pathname).toBe('/facts/')
      await page.locator('nav a', { hasText: 'API' }).click()
      await page.locator('.swagger-ui .opblock').first().waitFor()
      expect(wrong).toEqual([])
    } finally {
      await browser.close()
    }
  })
})
