import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { buildOnce } from '../build.ts'
import { type Service, startServiceWith } from '../serve/service.ts'
import { browserOfProcess, openWindow, screenshots, settled } from './browser.ts'

export type PageTest = Service & {
  /** Where the service is, once the tests run. */
  readonly base: () => string
  /** Opens a view in a window of its own, with nothing left of any other test, and waits until it has what it fetches. */
  readonly open: (path: string, options?: BrowserContextOptions & { key?: string }) => Promise<Page>
  /** Keeps a picture where TEST_PICTURES says that somebody wants to look. */
  readonly picture: (page: Page, name: string, fullPage?: boolean) => Promise<unknown>
  /** Stores an article and gives its id. */
  readonly post: (payload: object) => Promise<string>
}

/** The seeds: an article and an actor of theirs. */
export const seed = 'art_f1cb46ce127af04d'
export const tokayev = 'act_1d82ff13205c2127'

type Window = Awaited<ReturnType<typeof openWindow>> & { readonly isUsual: boolean }
const usual = { width: 1280, height: 900 }

/** A service with the page and a browser for the tests of a file. After each test all windows are closed or emptied, and nothing may have gone wrong in any. */
export async function startPage(settings: Record<string, string> = {}): Promise<PageTest> {
  const service = await startServiceWith(settings)
  let browser: Browser
  let base: string
  let windows: Window[] = []
  let kept: Window | undefined
  beforeAll(async () => {
    buildOnce()
    base = await service.app.listen({ host: '127.0.0.1', port: 0 })
    browser = await browserOfProcess()
  })
  afterEach(async ({ task }) => {
    const opened = windows
    windows = []
    for (const { page } of opened) await page.goto('about:blank')
    const wrong = opened.flatMap((one) => one.wrong)
    if (task.result?.state === 'pass' && wrong.length === 0) kept ??= opened.find(({ isUsual }) => isUsual)
    for (const one of opened) if (one !== kept) await one.page.context().close()
    expect(wrong).toEqual([])
  })
  afterAll(() => kept?.page.context().close())
  /** An empty window: to make one takes a second of processor time, so that one without special options is used again by the next test. */
  const takeWindow = async (special: BrowserContextOptions): Promise<Window> => {
    const isUsual = Object.keys(special).length === 0
    const window = (isUsual && kept) || { ...(await openWindow(browser, base, special)), isUsual }
    if (window === kept) kept = undefined
    await window.page.unrouteAll()
    windows.push(window)
    return window
  }
  const key = service.authorize('ingest')
  return {
    ...service,
    base: () => base,
    open: async (path, { key, viewport = usual, colorScheme = 'light', ...special } = {}) => {
      const { page } = await takeWindow(special)
      await page.setViewportSize(viewport!)
      await page.emulateMedia({ media: null, colorScheme, reducedMotion: 'reduce' })
      await page.mouse.move(0, 0)
      // what the page keeps is in the session: nothing of another test, and a key only once, so that what it forgets stays forgotten
      await page.goto('/livez')
      await page.evaluate((token) => {
        sessionStorage.clear()
        if (token) sessionStorage.setItem('article-facts key', token)
      }, key)
      await page.goto(path)
      await settled(page)
      return page
    },
    picture: async (page, name, fullPage = false) => {
      if (process.env.TEST_PICTURES) await page.screenshot({ path: join(screenshots, `${name}.png`), fullPage })
    },
    post: async (payload) =>
      (await service.send({ method: 'POST', url: '/v1/articles', payload, headers: key })).body.article.id as string,
  }
}

/** The token of an authorization header. */
export const tokenOf = ({ authorization }: { authorization: string }): string => authorization.slice('Bearer '.length)

/** Waits until an element stands in the window as a whole. */
export const inWindow = (page: Page, selector: string) =>
  page.waitForFunction((wanted) => {
    const box = document.querySelector(wanted)?.getBoundingClientRect()
    return box !== undefined && box.top >= 0 && box.bottom <= innerHeight
  }, selector)
