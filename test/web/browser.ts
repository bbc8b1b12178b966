import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright-core'

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

export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: executablePath!, args: ['--no-sandbox'] })

/** A window that notes what should never be: requests to elsewhere, errors in the console, dialogs. */
export async function openWindow(browser: Browser, base: string, options: Parameters<Browser['newContext']>[0] = {}) {
  const context = await browser.newContext({ baseURL: base, viewport: { width: 1280, height: 900 }, ...options })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const page = await context.newPage()
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

/** Waits until a view has what it fetches. */
export const settled = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle')
  await page.waitForFunction(() => !document.querySelector('.spinner') && !/Drawing …/.test(document.body.innerText))
}
