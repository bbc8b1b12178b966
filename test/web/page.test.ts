import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildOnce } from '../build.ts'
import { startService } from '../serve/service.ts'
import { executablePath, launch, openWindow, screenshots, settled } from './browser.ts'

if (!executablePath)
  console.log('skipped: the page is tested in Chromium, which is not on this machine (CHROMIUM=path names one)')

const hostile = `<script>document.title = 'broken'</script> It cost $24bn, said <img src=x onerror="alert(1)"> Mayor Ada Berg. \u202Eevil\u202C “javascript:alert(1)” [a](javascript:alert(2)) </p></div><style>*{display:none}</style> rose 5% in 2022 😀 and $3m 😀.`

describe.skipIf(!executablePath)('the page', { timeout: 120_000 }, async () => {
  const { app, send, authorize } = await startService()
  const key = authorize('ingest')
  const post = async (payload: object) =>
    (await send({ method: 'POST', url: '/v1/articles', payload, headers: key })).body.article.id as string
  const evil = await post({
    text: hostile,
    title: '<b>Bold</b> & "quoted"',
    publication: 'Evil <i>Weekly</i>',
    publishedAt: '2024-03-01',
  })
  const seed = 'art_f1cb46ce127af04d'
  const tokayev = 'act_1d82ff13205c2127'
  let browser: Browser
  let base: string
  let page: Page
  let wrong: string[]
  const open = async (path: string) => {
    await page.goto(path)
    await settled(page)
  }
  const picture = (name: string, fullPage = false) =>
    page.screenshot({ path: join(screenshots, `${name}.png`), fullPage })

  beforeAll(async () => {
    buildOnce()
    mkdirSync(screenshots, { recursive: true })
    base = await app.listen({ host: '127.0.0.1', port: 0 })
    browser = await launch()
    ;({ page, wrong } = await openWindow(browser, base))
  }, 120_000)
  afterAll(async () => {
    expect(wrong).toEqual([])
    await browser.close()
  })

  describe('the library', () => {
    it('lists articles with what is known of them and counts by type', async () => {
      await open('/')
      const row = page.locator('.articles > li', { hasText: 'Kazakhstan Juggling' })
      expect(await row.innerText()).toMatch(
        /Europe's Edge · Reese Phillips · 2023-05-27[\s\S]*9 quotes\s+10 figures\s+14 dates/,
      )
      await picture('library')
    })

    it('searches articles and claims, marks the words, and keeps it all in the address', async () => {
      await open('/')
      await page.fill('input[type=search]', 'trade -energy')
      await page.waitForSelector('.found mark.hit')
      expect(new URL(page.url()).search).toBe('?q=trade+-energy')
      expect(new Set(await page.locator('.found mark.hit').allInnerTexts())).toEqual(new Set(['trade']))
      await page.selectOption('select >> nth=1', 'figure')
      await page.waitForFunction(() => !document.querySelector('.found > li:not(.figure)'))
      const address = page.url()
      await open(address)
      expect(await page.locator('input[type=search]').inputValue()).toBe('trade -energy')
      expect(await page.locator('.found > li.figure').count()).toBeGreaterThan(0)
      await picture('search')
      await page.locator('.found a').first().click()
      await page.waitForSelector('.text mark.pinned')
    })

    it('marks the words in titles too', async () => {
      await open('/?q=kazakhstan "east and"')
      expect(await page.locator('.articles mark.hit').allInnerTexts()).toEqual(['Kazakhstan', 'East', 'and'])
    })

    it('says so when nothing fits, and what the service says when it refuses', async () => {
      await open('/?q=Zebulon')
      expect(await page.locator('main').innerText()).toContain('No article fits.')
      await open('/?q=-energy')
      expect(await page.locator('[role=alert]').first().innerText()).toContain('A search needs a word to look for')
    })
  })

  describe('the reader', () => {
    it('marks claims in the text by type, those inside others too, with the exact words', async () => {
      await open(`/articles/${seed}`)
      const claims = (await (await fetch(`${base}/v1/articles/${seed}/claims?section=any&limit=200`)).json()) as {
        items: { id: string; surface: string }[]
      }
      for (const { id, surface } of claims.items) {
        const words = await page.locator(`[data-claim="${id}"]`).allTextContents()
        expect(words.join('').replace(/\s+/g, ' ')).toBe(surface.replace(/\s+/g, ' '))
      }
      expect(await page.locator('mark.quote mark').count()).toBeGreaterThan(0)
      await picture('reader')
    })

    it('shows a claim’s meaning, sentence, extractor and confidence on hover and on focus', async () => {
      const mark = page.locator('.text mark.figure', { hasText: '$24bn' })
      await mark.hover()
      const card = page.locator('.card')
      const told = await card.innerText()
      for (const words of [
        '24,000,000,000 USD',
        'Kazakh-China trade',
        'rise (to)',
        '2022',
        'figure.money',
        '97% sure',
        'Kazakh-China trade is booming',
      ])
        expect(told).toContain(words)
      await picture('hover')
      await page.mouse.move(5, 5)
      await card.waitFor({ state: 'detached' })
      await page.locator('.text mark.actor').first().focus()
      expect(await card.innerText()).toContain('Kassym-Jomart Tokayev')
    })

    it('pins a claim on click: permalink, JSON, curl line and citation', async () => {
      await page.locator('.text mark.figure', { hasText: '$24bn' }).click()
      expect(new URL(page.url()).hash).toBe('#claim-clm_f1cb529c3dc49f126fe1')
      const pinned = page.locator('section.pinned')
      expect(await pinned.locator('a', { hasText: 'JSON' }).getAttribute('href')).toBe(
        `${base}/v1/claims/clm_f1cb529c3dc49f126fe1`,
      )
      const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
      await pinned.getByText('Copy citation').click()
      await page.waitForSelector('.said:has-text("copied")')
      expect(await clipboard()).toMatch(
        /^“\$24bn” — Kazakh-China trade .* \(Reese Phillips, “Kazakhstan Juggling Between East and West”, Europe's Edge, 2023-05-27\) https:\/\/cepa\.org\S+ http:\/\/\S+#claim-clm_f1cb529c3dc49f126fe1$/,
      )
      await pinned.getByText('Copy curl').click()
      await page.waitForSelector('.said:has-text("Command copied")')
      expect(await clipboard()).toBe(`curl -s '${base}/v1/claims/clm_f1cb529c3dc49f126fe1'`)
      await picture('pinned')
    })

    it('scrolls to the claim of a permalink and lights it, in text and panel', async () => {
      await open(`/articles/${seed}#claim-clm_f1cb529c3dc49f126fe1`)
      const inView = (selector: string) =>
        page.waitForFunction((wanted) => {
          const box = document.querySelector(wanted)?.getBoundingClientRect()
          return box !== undefined && box.top >= 0 && box.bottom <= innerHeight
        }, selector)
      await inView('.text mark.pinned')
      await inView('.items [data-item="clm_f1cb529c3dc49f126fe1"]')
      expect(await page.locator('.text mark.pinned').innerText()).toBe('$24bn')
    })

    it('keeps panel and text in step, and filters both by type and the panel by words', async () => {
      await open(`/articles/${seed}`)
      await page.locator('.items > li.date').first().hover()
      expect(await page.locator('.text mark.hot').innerText()).toBe('February')
      await page.locator('.text mark.quote').first().hover()
      expect(await page.locator('.items > li.hot').count()).toBe(1)
      await page.locator('.types label.actor input').uncheck()
      expect(new URL(page.url()).search).toBe('?hide=actor')
      expect(await page.locator('.items > li.actor').first().isVisible()).toBe(false)
      expect(
        await page
          .locator('.text mark.actor')
          .first()
          .evaluate((mark) => getComputedStyle(mark).textDecorationLine),
      ).toBe('none')
      await page.fill('.panel input[type=search]', 'trade')
      await page.waitForFunction(() => document.querySelectorAll('.items > li:not([hidden]):not(.actor)').length < 10)
      await page.locator('.items > li.figure:visible a').first().click()
      await page.waitForSelector('.text mark.figure.pinned')
    })

    it('folds and greys what is not of the article', async () => {
      await open(`/articles/${seed}`)
      const note = page.locator('details.part').first()
      expect(await note.getAttribute('open')).toBeNull()
      await note.locator('summary').click()
      expect(await note.locator('p').first().isVisible()).toBe(true)
    })

    it('never sets an article’s text as HTML', async () => {
      await open(`/articles/${evil}`)
      const text = (await page.locator('.text').textContent())!
      expect(text).toContain(`<script>document.title = 'broken'</script>`)
      expect(text).toContain('<img src=x onerror="alert(1)">')
      expect(await page.locator('.text script, .text img, .text a, .text style, h1 b').count()).toBe(0)
      expect(await page.title()).toBe('article-facts')
      expect(await page.locator('h1').innerText()).toBe('<b>Bold</b> & "quoted"')
      // code points beyond U+FFFF stand before this one
      expect(await page.locator('mark.figure', { hasText: '$3m' }).innerText()).toBe('$3m')
      await picture('hostile')
    })
  })

  describe('the pictures', () => {
    it('show when, how much, who said what and who with whom, each with its data as a table one key away', async () => {
      await open(`/articles/${seed}?show=pictures`)
      const titles = await page.locator('.picture h2').allInnerTexts()
      expect(titles).toEqual([
        'When',
        'How much: person',
        'How much: multiple',
        'How much: percent',
        'Who said what',
        'Who, and with whom',
      ])
      expect(await page.locator('.drawing svg').count()).toBeGreaterThanOrEqual(5)
      for (const svg of await page.locator('.drawing > *').all())
        expect(await svg.getAttribute('aria-label')).toContain('press t')
      await picture('pictures', true)
      await page.keyboard.press('t')
      expect(await page.locator('.picture table').count()).toBe(5)
      expect(await page.locator('.picture table').first().innerText()).toMatch(
        /last year\s+2022\s+2022-01-01\s+2022-12-31/,
      )
      await picture('tables', true)
      await page.keyboard.press('t')
      await page.locator('.speakers a', { hasText: 'which has served us well' }).click()
      await page.waitForSelector('.text mark.quote.pinned')
    })
  })

  it('shows one actor across all articles', async () => {
    await open(`/actors/${tokayev}`)
    const told = await page.locator('main').innerText()
    for (const words of [
      'Kassym-Jomart Tokayev',
      'President',
      'also President Kassym-Jomart Tokayev',
      'Said (2)',
      'which has served us well.',
    ])
      expect(told).toContain(words)
    expect(await page.locator('.drawing svg').count()).toBe(1)
    await picture('actor', true)
    await open('/actors/act_0')
    expect(await page.locator('[role=alert]').innerText()).toBe('No actor with the id "act_0".')
  })

  describe('trying it', () => {
    it('shows the claims of a pasted text and stores nothing', async () => {
      const before = (await (await fetch(`${base}/v1/articles?count=true`)).json()) as { count: object }
      await open('/try')
      await page.fill('textarea', 'Sales fell 3% to €5m in 2019, Mayor Ada Berg said.')
      await page.click('text=Read it')
      await page.waitForSelector('.text mark')
      expect(await page.locator('.text mark.figure').allInnerTexts()).toEqual(['3%', '€5m'])
      await page.locator('.text mark.figure').first().click()
      expect(await page.locator('section.pinned').innerText()).toContain('3 percent')
      await picture('try')
      expect(await (await fetch(`${base}/v1/articles?count=true`)).json()).toMatchObject({ count: before.count })
    })

    it('reads files: text, Markdown and pages, dropped or chosen', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'article-facts-'))
      const sentence = 'Exports of Norway rose by 4% to $26bn last year, Mayor Ada Berg said. '
      const files = {
        'a.txt': sentence,
        'b.md': `# Port\n\n**${sentence.trim()}**`,
        'c.html': `<html><body><nav>Menu</nav><article><p>${sentence.repeat(5)}</p></article></body></html>`,
      }
      for (const [name, content] of Object.entries(files)) {
        writeFileSync(join(folder, name), content)
        await page.setInputFiles('input[type=file]', join(folder, name))
        await page.waitForSelector(`h1:has-text("${name}")`)
        expect(await page.locator('.text mark.figure').first().innerText()).toBe('4%')
        expect(await page.locator('.text').innerText()).not.toMatch(/Menu|\*\*|<p>/)
      }
    })

    it('says honestly what went wrong', async () => {
      await open('/try')
      await page.fill('textarea', 'x '.repeat(60_000))
      await page.click('text=Read it')
      expect(await page.locator('[role=alert]').innerText()).toContain('The body is larger than 65536 bytes')
      const folder = mkdtempSync(join(tmpdir(), 'article-facts-'))
      writeFileSync(join(folder, 'x.html'), '<html></html>')
      await page.setInputFiles('input[type=file]', join(folder, 'x.html'))
      await page.waitForSelector('[role=alert]:has-text("contains no article")')
    })
  })

  describe('its habits', () => {
    it('has keys: / search, j and k to the next claim and back, ? help', async () => {
      await open(`/articles/${seed}`)
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

    it('fits 360 pixels', async () => {
      const phone = await openWindow(browser, base, { viewport: { width: 360, height: 740 } })
      for (const [name, path] of [
        ['library', '/?q=trade'],
        ['reader', `/articles/${seed}`],
        ['pictures', `/articles/${seed}?show=pictures`],
        ['actor', `/actors/${tokayev}`],
        ['try', '/try'],
      ] as const) {
        await phone.page.goto(path)
        await settled(phone.page)
        expect(await phone.page.evaluate(() => document.scrollingElement!.scrollWidth), path).toBeLessThanOrEqual(360)
        await phone.page.screenshot({ path: join(screenshots, `phone-${name}.png`) })
      }
      expect(phone.wrong).toEqual([])
      await phone.page.context().close()
    })

    it('prints the text with its claims as footnotes', async () => {
      await open(`/articles/${seed}`)
      await page.emulateMedia({ media: 'print' })
      expect(await page.locator('.panel').isVisible()).toBe(false)
      const notes = page.locator('.footnotes > li')
      expect(await notes.count()).toBe(await page.locator('.part:not(details) mark.first').count())
      expect(await notes.filter({ hasText: '$24bn' }).innerText()).toContain('24,000,000,000 USD')
      // the number beside the words is that of the note
      const number = Number(await page.locator('mark.first', { hasText: '$24bn' }).last().getAttribute('data-note'))
      expect(await notes.nth(number - 1).innerText()).toContain('“$24bn”')
      await picture('print', true)
      await page.emulateMedia({ media: 'screen' })
    })

    it('is dark where the system is, and still where people want it still', async () => {
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
      await open(`/articles/${seed}`)
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(23, 24, 26)')
      await picture('dark')
      await page.evaluate(() => (location.hash = '#claim-clm_f1cb529c3dc49f126fe1'))
      await page.waitForSelector('mark.pinned')
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' })
    })

    it('has no serious violation for axe-core, in either theme', { timeout: 120_000 }, async () => {
      const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
      for (const colorScheme of ['light', 'dark'] as const)
        for (const path of [
          '/',
          '/?q=trade',
          `/articles/${seed}#claim-clm_f1cb529c3dc49f126fe1`,
          `/articles/${seed}?show=pictures`,
          `/actors/${tokayev}`,
          '/try',
        ]) {
          // from outside the page: its own policy lets no other script in
          const { page: window } = await openWindow(browser, base, { colorScheme, bypassCSP: true })
          await window.goto(path)
          await settled(window)
          await window.evaluate(axe)
          const found = await window.evaluate(async () => {
            // biome-ignore lint/suspicious/noExplicitAny: axe as a global
            const { violations } = await (globalThis as any).axe.run()
            return violations
              .filter(({ impact }: { impact: string }) => impact === 'serious' || impact === 'critical')
              .map(
                ({ id, nodes }: { id: string; nodes: { html: string }[] }) => `${id}: ${nodes[0]!.html.slice(0, 120)}`,
              )
          })
          expect(found, `${path} ${colorScheme}`).toEqual([])
          await window.context().close()
        }
    })

    it('comes with a strict policy, asks nothing of anybody else, and is light', async () => {
      const response = await page.goto(`/articles/${seed}`)
      const policy = response!.headers()['content-security-policy']!
      expect(policy).toContain("default-src 'none'")
      expect(policy).toContain("script-src 'self';")
      const scripts: string[] = []
      const window = await openWindow(browser, base)
      window.page.on('response', async (one) => {
        if (/\.js$/.test(new URL(one.url()).pathname)) scripts.push(one.url())
      })
      await window.page.goto(`/articles/${seed}`)
      await settled(window.page)
      let bytes = 0
      for (const url of scripts) bytes += gzipSync(await (await fetch(url)).text()).length
      expect(bytes).toBeLessThan(150_000)
      // the plots come when they are shown
      expect(scripts.some((url) => /timeline|pictures/.test(url))).toBe(false)
      expect(await (await fetch(`${base}/articles/${seed}`)).text()).not.toMatch(
        /<script(?![^>]*src=)|\son\w+=|https?:\/\//,
      )
      expect(window.wrong).toEqual([])
      await window.page.context().close()
    })
  })
})
