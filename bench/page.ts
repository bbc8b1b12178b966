// How long does the page keep its reader waiting? An article of 20,000 words with 3,000 claims and more, in a real browser.
//   npm run bench:page            wants Chromium (CHROMIUM=path names one)
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ingestArticle, walk } from '../src/ingest.ts'
import { readConfig } from '../src/model/config.ts'
import { createApp } from '../src/serve/app.ts'
import { createTasks } from '../src/serve/tasks.ts'
import { openStore } from '../src/store/open.ts'
import { saveArticle } from '../src/store/save.ts'
import { buildOnce } from '../test/build.ts'
import { executablePath, launch, openWindow, settled } from '../test/web/browser.ts'
import { makeTexts } from './database.ts'

if (!executablePath) {
  console.error('no Chromium on this machine; CHROMIUM=path names one')
  process.exit(1)
}
const folder = mkdtempSync(join(tmpdir(), 'article-facts-bench-'))
const store = await openStore(join(folder, 'page.db'))
let words = ''
for (const one of makeTexts(60)) if (words.split(/\s+/).length < 23_500) words += `${one}\n\n`
const record = ingestArticle(
  { text: words, metadata: { title: 'A long article', publishedAt: '2024-03-01' } },
  '2024-03-02T08:00:00.000Z',
)
await saveArticle(store, record)
console.log(`${words.split(/\s+/).length} words, ${record.claims.length} claims`)

buildOnce()
const app = await createApp({
  store,
  tasks: createTasks(store, () => walk),
  config: readConfig({ RATE_LIMIT: '0' }),
  page: join(import.meta.dirname, '../dist/web'),
})
const base = await app.listen({ host: '127.0.0.1', port: 0 })
const browser = await launch()
const { page } = await openWindow(browser, base)
await page.addInitScript(() => {
  const tasks: { start: number; duration: number }[] = []
  Object.assign(globalThis, { tasks })
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) tasks.push({ start: startTime, duration })
  }).observe({ type: 'longtask', buffered: true })
})
const ms = (time: number) => `${time.toFixed(0)} ms`
const longest = (since: number, until = Number.POSITIVE_INFINITY) =>
  page.evaluate(
    ([from, to]) =>
      Math.max(
        0,
        ...(globalThis as unknown as { tasks: { start: number; duration: number }[] }).tasks
          .filter(({ start, duration }) => start + duration >= from! && start < to!)
          .map(({ duration }) => duration),
      ),
    [since, until] as const,
  )
const now = () => page.evaluate(() => performance.now())

type TraceEvent = { name: string; tdur?: number }
const categories = ['devtools.timeline', 'disabled-by-default-devtools.timeline']
const startTrace = () => browser.startTracing(page, { categories })
/** The longest task since the trace was begun, in milliseconds of processor time, which other work on the machine does not stretch. */
async function endTrace(): Promise<number> {
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
  const tasks = traceEvents.filter(({ name, tdur }) => name === 'RunTask' && tdur !== undefined)
  return Math.max(0, ...tasks.map(({ tdur }) => tdur! / 1000))
}

// what comes over the line before anything is pressed
const requests: string[] = []
page.on('request', (request) => requests.push(new URL(request.url()).pathname))

await startTrace()
await page.goto(`/articles/${record.id}`, { waitUntil: 'commit' })
await page.waitForSelector('.text p')
const text = await now()
const [ofPage, data] = [
  requests.filter((path) => !path.startsWith('/v1/')),
  requests.filter((path) => path.startsWith('/v1/')),
]
await page.waitForSelector('.text mark')
const first = await now()
await page.waitForFunction((all) => document.querySelectorAll('.text mark.first').length >= all, record.claims.length)
const all = await now()
await settled(page)
await page.waitForTimeout(1000)
console.log(`text after ${ms(text)}, the first marks after ${ms(first)}, all ${record.claims.length} after ${ms(all)}`)
console.log(`longest task until the text is there ${ms(await longest(0, text))}, after it ${ms(await longest(text))}`)
console.log(`longest task of all, in processor time ${ms(await endTrace())}`)
console.log(`${ofPage.length} files of the page, ${data.length} requests for data (${data.join(', ')})`)
const files = await page.evaluate(() =>
  performance
    .getEntriesByType('resource')
    .map((entry) => entry as PerformanceResourceTiming)
    .filter(({ name }) => /\/page\//.test(name))
    .map(({ encodedBodySize }) => encodedBodySize),
)
console.log(
  `first load: ${(files.reduce((sum, size) => sum + size, 0) / 1000).toFixed(1)} kB of scripts and styles as sent`,
)

/** The longest task of the page while something is done, as the clock has it and in processor time. */
async function measure(what: string, act: () => Promise<unknown>): Promise<void> {
  await startTrace()
  const since = await now()
  await act()
  await page.waitForTimeout(600)
  const task = await longest(since)
  const busiest = ms(await endTrace())
  console.log(`${what.padEnd(44)} longest task ${task === 0 ? 'under 50 ms' : ms(task)}, ${busiest} of the processor`)
}
await measure('scrolling through it', async () => {
  await page.mouse.move(500, 500)
  for (let i = 0; i < 60; i++) {
    await page.mouse.wheel(0, 900)
    await page.waitForTimeout(30)
  }
})
await measure('hiding a type, and showing it again', async () => {
  await page.locator('.types label.actor input').uncheck()
  await page.waitForTimeout(300)
  await page.locator('.types label.actor input').check()
})
await measure('scrolling through the panel', async () => {
  const list = page.locator('.items')
  for (let i = 0; i < 12; i++) {
    await list.evaluate((element) => element.scrollBy(0, 2500))
    await page.waitForTimeout(60)
  }
})
await measure('filtering the panel, letter by letter', async () => {
  await page.locator('.panel input[type=search]').pressSequentially('trade', { delay: 80 })
  await page.waitForTimeout(300)
  await page.locator('.panel input[type=search]').fill('')
})
await measure('the next claim, ten times', async () => {
  await page.locator('h1').click()
  for (let i = 0; i < 10; i++) {
    await page.keyboard.press('j')
    await page.waitForTimeout(60)
  }
})
await measure('from mark to mark by arrows', async () => {
  await page.locator('.text mark[tabindex="0"]').focus()
  for (let i = 0; i < 10; i++) {
    await page.keyboard.press('ArrowRight')
    await page.waitForTimeout(60)
  }
})
await measure('the doubtful first', async () => {
  await page.getByLabel('Order').selectOption('doubtful')
  await page.waitForTimeout(300)
  await page.getByLabel('Order').selectOption('text')
})
await measure('hovering over marks', async () => {
  for (let y = 200; y < 800; y += 25) await page.mouse.move(400, y)
})
await browser.close()
await app.close()
await store.close()
rmSync(folder, { recursive: true })
