// `npm run picture`: makes docs/reader.png, the picture of the README. Wants Chromium.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadPaths } from '../../src/cli/load-paths.ts'
import { lineReporter } from '../../src/cli/load-reporter.ts'
import { walk } from '../../src/ingest.ts'
import { readConfig } from '../../src/model/config.ts'
import { createApp } from '../../src/serve/app.ts'
import { createTasks } from '../../src/serve/tasks.ts'
import { openStore } from '../../src/store/open.ts'
import { buildOnce } from '../build.ts'
import { executablePath, launch, openWindow, settled } from './browser.ts'

if (!executablePath) throw new Error('no Chromium on this machine; CHROMIUM=path names one')
const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'article-facts-'))
const store = openStore(join(folder, 'picture.db'))
await loadPaths(store, [join(root, 'seeds')], lineReporter(), 0)
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
await page.goto('/articles/art_f1cb46ce127af04d#claim-clm_529c3dc49f126fe1')
await settled(page)
await page.waitForSelector('.text mark.pinned')
await page.waitForTimeout(500)
await page.screenshot({ path: join(root, 'docs/reader.png') })
await browser.close()
await app.close()
store.close()
rmSync(folder, { recursive: true })
