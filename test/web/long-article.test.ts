import { describe, expect, it } from 'vitest'
import { executablePath } from './browser.ts'
import { inWindow, startPage } from './start-page.ts'

describe.skipIf(!executablePath)('a long article', async () => {
  const { open, post, get, base } = await startPage()
  const sentences = Array.from(
    { length: 400 },
    (_, n) => `In ${1900 + (n % 120)} the port of Bergen sold ${n + 3} boats for $${n + 5}m, Mayor Ada Berg said.\n\n`,
  )
  const id = await post({ text: sentences.join(''), title: 'Boats', publishedAt: '2024-03-01' })

  it('has its text first and its claims in a few requests, not in a chain of them', async () => {
    const page = await open('/try')
    const asked: string[] = []
    page.on('request', (request) => request.url().includes('/v1/') && asked.push(request.url()))
    // the claims are held back until the text stands there
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    await page.route(/\/v1\/(?:claims|articles\/[^/]+\/claims)/, async (route) => {
      await held
      await route.continue()
    })
    await page.goto(`/articles/${id}`)
    await page.waitForSelector('.text p')
    expect(await page.locator('.text').innerText()).toContain('the port of Bergen sold 402 boats')
    expect(await page.locator('.text mark').count()).toBe(0)
    release()
    const counts = (await get(`/v1/articles/${id}`)).body.counts as Record<string, number>
    const total = Object.values(counts).reduce((sum, count) => sum + count)
    expect(total).toBeGreaterThan(1500)
    await page.waitForFunction((n) => document.querySelectorAll('.text mark.first').length === n, total)
    expect(await page.locator('.how-many').innerText()).toContain(`${total} claims`)
    // the article, the first page of claims, the rest in a stream, and what other articles say
    expect(asked.length).toBeLessThanOrEqual(4)
  })

  it('shows the claim of a permalink, however far down it is', async () => {
    const { items } = (await get(`/v1/figures?article=${id}&order=-number&currency=USD&limit=1`)).body
    const far = items[0] as { id: string; start: number }
    expect(far.start).toBeGreaterThan(20_000)
    const page = await open(`/articles/${id}#claim-${far.id}`)
    await page.waitForSelector('mark.pinned')
    await inWindow(page, 'mark.pinned')
    await inWindow(page, '.items .chosen')
    await page.waitForTimeout(500)
    await inWindow(page, 'mark.pinned')
    expect(page.url()).toBe(`${base()}/articles/${id}#claim-${far.id}`)
  })

  it('goes on in its panel as one scrolls, and finds in all of it', async () => {
    const page = await open(`/articles/${id}`)
    await page.waitForFunction(() => /claims in \d+ rows/.test(document.querySelector('.how-many')!.textContent!))
    const rows = page.locator('.items > li')
    const drawn = await rows.count()
    await page.locator('.items').evaluate((list) => list.scrollTo(0, list.scrollHeight))
    await page.waitForFunction((n) => document.querySelectorAll('.items > li').length > n, drawn)
    await page.fill('.panel input[type=search]', '402 boats')
    await page.waitForFunction(() => document.querySelectorAll('.items > li').length < 6)
    await rows.locator('a', { hasText: '402 boats' }).first().click()
    await inWindow(page, 'mark.pinned')
  })
})
