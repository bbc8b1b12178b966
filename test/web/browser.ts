import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page, type Request } from 'playwright-core'

const places = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
/** A Chromium on this machine; without one the tests of the page say that they skip. */
export const executablePath = places.find((place) => place !== undefined && existsSync(place))

export const screenshots = join(import.meta.dirname, 'screenshots')

/** Nothing is timed: a machine that is slow or busy takes longer. */
const patience = 240_000

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: executablePath!, args: ['--no-sandbox', '--disable-gpu'], timeout: patience })

let shared: Promise<Browser> | undefined
/** The browser of this process, which all files that it tests use, each window in a profile of its own; it goes when the process goes. */
export async function browserOfProcess(): Promise<Browser> {
  if (!(await shared)?.isConnected()) shared = launch()
  return shared!
}

/** What windows have asked for that has not come yet. */
const awaited = new WeakMap<Page, Set<Request>>()

/** A window that notes what should never be: requests to elsewhere, errors in the console, dialogs. */
export async function openWindow(browser: Browser, base: string, options: Parameters<Browser['newContext']>[0] = {}) {
  const context = await browser.newContext({ baseURL: base, viewport: { width: 1280, height: 900 }, ...options })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const page = await context.newPage()
  page.setDefaultTimeout(patience)
  const open = new Set<Request>()
  awaited.set(page, open)
  page.on('request', (request) => open.add(request))
  page.on('requestfinished', (request) => open.delete(request))
  page.on('requestfailed', (request) => open.delete(request))
  const wrong: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(base) && !request.url().startsWith('data:')) wrong.push(`request ${request.url()}`)
  })
  page.on('pageerror', (error) => wrong.push(`error ${error.message}`))
  page.on('console', (message) => {
    // an answer that is refused shows in the console as well; what the page makes of it is tested
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) wrong.push(`console ${message.text()}`)
  })
  page.on('dialog', (dialog) => {
    wrong.push(`dialog ${dialog.message()}`)
    dialog.dismiss()
  })
  return { page, wrong }
}

/** Waits until a view has what it fetches: nothing is under way, nor asked for by what was drawn, twice in a row. */
export async function settled(page: Page): Promise<void> {
  for (let quiet = 0; quiet < 2; ) {
    await page.waitForFunction(
      () =>
        document.readyState === 'complete' &&
        !document.querySelector('.spinner') &&
        !/Drawing …/.test(document.body.innerText),
    )
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn)))),
    )
    if (awaited.get(page)!.size === 0) quiet++
    else {
      quiet = 0
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }
}
