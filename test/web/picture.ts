// `npm run picture`: makes the pictures of the README and of docs/tutorial.md. Needs Chromium.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { loadPaths } from '../../src/cli/load-paths.ts'
import { lineReporter } from '../../src/cli/load-reporter.ts'
import { walk } from '../../src/ingest.ts'
import { readConfig } from '../../src/model/config.ts'
import { createApp } from '../../src/serve/app.ts'
import { createTasks } from '../../src/serve/tasks.ts'
import { openStore } from '../../src/store/open.ts'
import { sqliteOf } from '../../src/store/sqlite/store.ts'
import { buildOnce } from '../build.ts'
import { executablePath, launch, openWindow, settled } from './browser.ts'

if (!executablePath) throw new Error('no Chromium on this machine; CHROMIUM=path names one')
const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'article-facts-'))
const store = await openStore(join(folder, 'picture.db'))
const load = (path: string) => loadPaths(store, [join(root, path)], lineReporter(), 0)
await load('seeds')
buildOnce()
const app = await createApp({
  store,
  tasks: createTasks(store, () => walk),
  config: readConfig({}),
  page: join(root, 'dist/web'),
})
const browser = await launch()
const { page } = await openWindow(browser, await app.listen({ host: '127.0.0.1', port: 0 }), {
  viewport: { width: 1200, height: 760 },
  reducedMotion: 'reduce',
})

/** Takes a picture of a view, once it is there. */
async function take(path: string, file: string, prepare: (page: Page) => Promise<unknown>): Promise<void> {
  await page.goto(path)
  await settled(page)
  await prepare(page)
  await page.waitForTimeout(500)
  await page.screenshot({ path: join(root, 'docs', file) })
}

await take('/articles/art_f1cb46ce127af04d#claim-clm_f1cb529c3dc49f126fe1', 'reader.png', () =>
  page.waitForSelector('.text mark.pinned'),
)
await load('docs/tutorial/pages')
await take('/', 'tutorial/library.png', async () => {})
const { id } = sqliteOf(store).prepare("SELECT id FROM articles WHERE title LIKE 'Another record summer%'").get() as {
  id: string
}
await take(`/articles/${id}`, 'tutorial/article.png', async () => {
  await page.getByText('540,000 passengers').first().click()
  await page.waitForSelector('.text mark.pinned')
  await page.mouse.move(600, 720)
})

await browser.close()
await app.close()
await store.close()
rmSync(folder, { recursive: true })
