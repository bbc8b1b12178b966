import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { size } from '../size.ts'
import { executablePath, settled } from './browser.ts'
import { inWindow, seed, startPage, tokayev } from './start-page.ts'

if (!executablePath)
  console.log('skipped: the page is tested in Chromium, which is not on this machine (CHROMIUM=path names one)')

describe.skipIf(!executablePath)('the page', async () => {
  const { open, picture, base, get } = await startPage()
  const trade: string = (await get(`/v1/articles/${seed}/claims?limit=200`)).body.items.find(
    (claim: { surface: string }) => claim.surface === '$24bn',
  ).id
  const views = [
    ['library', '/'],
    ['search', '/?q=trade'],
    ['reader', `/articles/${seed}`],
    ['claim', `/articles/${seed}#claim-${trade}`],
    ['pictures', `/articles/${seed}?show=pictures`],
    ['actor', `/actors/${tokayev}`],
    ['try', '/try'],
    ['compare', '/compare'],
    ['quotes', '/compare?show=quotes'],
    ['review', '/review'],
    ['rules', '/review?show=rules'],
    ['table', '/?show=table'],
  ] as const

  it('has keys: / search, j and k to the next claim and back, ? help', async () => {
    const page = await open(`/articles/${seed}`)
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.waitForFunction(
      () => document.querySelector('mark.pinned')?.textContent === 'Astana International Forum',
    )
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Astana International Forum')
    await page.keyboard.press('k')
    await page.waitForFunction(() => document.querySelector('mark.pinned')?.textContent?.includes('Tokayev'))
    await page.keyboard.press('Escape')
    await page.waitForFunction(() => !document.querySelector('mark.pinned'))
    await page.keyboard.press('?')
    await page.locator('dialog').waitFor({ state: 'visible' })
    expect(await page.locator('dialog').innerText()).toContain('next claim')
    await page.keyboard.press('Escape')
    await page.locator('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('/')
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).type)).toBe('search')
  })

  it('names each view in its title, and has the focus on the heading after a step to another view', async () => {
    const page = await open('/')
    expect(await page.title()).toBe('Library · article-facts')
    await page.locator('.articles a.title', { hasText: 'Kazakhstan Juggling' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForSelector('.reader h1')
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1')
    expect(await page.title()).toBe('Kazakhstan Juggling Between East and West · article-facts')
    await page.getByRole('link', { name: 'Try it' }).click()
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1')
    expect(await page.title()).toBe('Try it · article-facts')
  })

  it('prints the text with its claims as footnotes', async () => {
    const page = await open(`/articles/${seed}`)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.panel').isVisible()).toBe(false)
    const notes = page.locator('.footnotes > li')
    await notes.first().waitFor()
    expect(await notes.count()).toBe(await page.locator('.part:not(details) mark.first').count())
    expect(await notes.filter({ hasText: '$24bn' }).innerText()).toContain('$24 billion, 2022')
    // the number beside the words is that of the note
    const number = Number(await page.locator('mark.first', { hasText: '$24bn' }).last().getAttribute('data-note'))
    expect(await notes.nth(number - 1).innerText()).toContain('“$24bn”')
    await picture(page, 'print', true)
  })

  it('is dark where the system is', async () => {
    const page = await open(`/articles/${seed}#claim-${trade}`, { colorScheme: 'dark' })
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(23, 24, 26)')
    await picture(page, 'dark')
  })

  it('tells with the system’s own colours what is pinned', async () => {
    const page = await open(`/articles/${seed}#claim-${trade}`, { forcedColors: 'active' })
    await inWindow(page, 'mark.pinned')
    const [pinned, paper] = await page.evaluate(() => [
      getComputedStyle(document.querySelector('mark.pinned')!).backgroundColor,
      getComputedStyle(document.body).backgroundColor,
    ])
    expect(pinned).not.toBe(paper)
    await picture(page, 'forced-colours')
  })

  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  const looks = [
    ['light', 1280],
    ['dark', 360],
    ['light', 360],
    ['dark', 1280],
  ] as const
  // each view in one of two looks, and at length in all four; one window for all that are only looked at
  it.each(looks.slice(0, size(2, 4)).map((look, nth) => [...look, nth] as const))(
    'fits without a serious violation for axe-core: %s, %d pixels',
    async (colorScheme, width, nth) => {
      const shown = views.filter((_, i) => i % size(2, 1) === nth % size(2, 1))
      // from outside the page: its own policy lets no other script in
      const page = await open('/', { colorScheme, bypassCSP: true, viewport: { width, height: 900 } })
      for (const [name, path] of shown) {
        await page.goto('about:blank')
        await page.goto(path)
        await settled(page)
        expect(await page.evaluate(() => document.scrollingElement!.scrollWidth), path).toBeLessThanOrEqual(width)
        if (width === 360) await picture(page, `phone-${name}`)
        await page.evaluate(axe)
        const found = await page.evaluate(async () => {
          // biome-ignore lint/suspicious/noExplicitAny: axe as a global
          const { violations } = await (globalThis as any).axe.run(document, { resultTypes: ['violations'] })
          return violations
            .filter(({ impact }: { impact: string }) => impact === 'serious' || impact === 'critical')
            .map(({ id, nodes }: { id: string; nodes: { html: string }[] }) => `${id}: ${nodes[0]!.html.slice(0, 200)}`)
        })
        expect(found, `${path} ${colorScheme}`).toEqual([])
      }
    },
  )

  it('comes with a strict policy, asks nothing of anybody else, and is light', async () => {
    const scripts: string[] = []
    const page = await open('/try')
    page.on('response', (one) => /\.(?:js|css)$/.test(new URL(one.url()).pathname) && scripts.push(one.url()))
    const response = await page.goto(`/articles/${seed}`)
    const policy = response!.headers()['content-security-policy']!
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    await page.waitForSelector('.text mark')
    const html = await (await fetch(`${base()}/articles/${seed}`)).text()
    let bytes = gzipSync(html).length
    for (const url of scripts) bytes += gzipSync(await (await fetch(url)).text()).length
    expect(bytes).toBeLessThan(60_000)
    // the plots come when they are shown
    expect(scripts.some((url) => /timeline|pictures/.test(url))).toBe(false)
    expect(html).not.toMatch(/<script(?![^>]*src=)|\son\w+=/)
  })
})
