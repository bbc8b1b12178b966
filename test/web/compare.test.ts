import { describe, expect, it } from 'vitest'
import { executablePath } from './browser.ts'
import { startPage } from './start-page.ts'

describe.skipIf(!executablePath)('comparing', async () => {
  const { open, picture, post, get } = await startPage()
  const articles = [
    ['Herald', '2024-06-13', "Norway's jobless rate fell to 4.1% in May, the statistics office said on Thursday."],
    ['Post', '2024-06-13', 'Unemployment in Norway dropped to 4.1 per cent last month, according to the ministry.'],
    ['Wire', '2024-06-14', 'The unemployment rate of Norway was 4.6 percent in May 2024.'],
    ['Gazette', '2023-06-14', 'The unemployment rate of Norway was 3.6 percent in May 2023.'],
  ] as const
  const ids: string[] = []
  for (const [publication, publishedAt, text] of articles)
    ids.push(await post({ text, publication, publishedAt, title: `${publication} on jobs` }))
  const wire = (await get(`/v1/articles/${ids[2]}/claims?type=figure`)).body.items.find((claim: { surface: string }) =>
    claim.surface.startsWith('4.6'),
  ).id as string

  it('puts the same thing said by everybody side by side: a table, and a dot an outlet that leads to its claim', async () => {
    const page = await open('/')
    await page.getByRole('link', { name: 'Compare' }).click()
    const card = page.locator('.comparison').first()
    await card.locator('svg a[href]').first().waitFor()
    const told = await card.innerText()
    expect(told).toContain('differ by 0.5 percentage points (11%)')
    expect(told).toContain('4 figures in 4 articles of 4 outlets')
    expect(told).toMatch(/unemployment/)
    expect(told).toContain('May 2024')
    const rows = await card.locator('tbody tr:has(td)').allInnerTexts()
    expect(rows).toHaveLength(4)
    expect(rows.find((row) => row.includes('Herald'))).toMatch(/4\.1%\s+Herald\s+13 June 2024\s+Norway's jobless rate/)
    expect(await card.locator('svg a[href]').count()).toBe(4)
    await picture(page, 'compare', true)
    await card.locator('svg a[aria-label^="Wire"]').click()
    await page.waitForSelector(`mark.pinned[data-claim="${wire}"]`)
  })

  it('filters and orders, and has it all in the address', async () => {
    const page = await open('/compare')
    await page.getByLabel('Of what').fill('rainfall')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.notice:has-text("No two articles")')
    expect(new URL(page.url()).search).toBe('?measure=rainfall')
    await page.getByLabel('Of what').fill('unemployment')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.comparison')
    await page.getByLabel('They').selectOption('agree')
    await page.waitForSelector('.notice:has-text("No two articles")')
    const again = await open(page.url())
    expect(await again.getByLabel('They').inputValue()).toBe('agree')
  })

  it('opens one comparison by its own link', async () => {
    const page = await open('/compare')
    await page.locator('.comparison h2 a').first().click()
    await page.waitForSelector('.comparison h1')
    expect(page.url()).toMatch(/\?id=cmp_/)
    expect(await page.title()).toMatch(/Compare · article-facts$/)
  })

  it('marks a figure in the text with how many agree and how many differ, and says which and why', async () => {
    const page = await open(`/articles/${ids[0]}`)
    const mark = page.locator('.text mark[data-beside]')
    await mark.waitFor()
    expect(await mark.innerText()).toBe('4.1%')
    expect(await mark.getAttribute('data-beside')).toBe('1= 1≠')
    expect(await page.locator('.items > li.figure').innerText()).toContain('1 agrees, 1 differs')
    await mark.click()
    const beside = page.locator('.comparable')
    await beside.waitFor()
    const told = await beside.innerText()
    expect(told).toContain('In other articles: 1 agrees, 1 differs')
    expect(told).toMatch(/4\.6%\s+differs by 0\.5 percentage points \(11%\)\s+Wire, 14 June 2024/)
    await picture(page, 'beside')
    await beside.locator('a', { hasText: 'Side by side' }).click()
    await page.waitForSelector('.comparison h1')
  })

  it.each([
    ['light', 360],
    ['dark', 1280],
  ] as const)('fits and is readable, %s at %i pixels', async (colorScheme, width) => {
    const page = await open('/compare', { colorScheme, viewport: { width, height: 800 } })
    await page.locator('.comparison svg').first().waitFor()
    expect(await page.evaluate(() => document.scrollingElement!.scrollWidth)).toBeLessThanOrEqual(width)
    await picture(page, `compare-${colorScheme}-${width}`)
  })

  it('puts the same words of the same speaker side by side, with what each leaves out', async () => {
    const whole = await post({
      text: 'Mayor Ada Berg opened the port. “We are proud of the port and of the people who run it at night,” Berg said on Monday.',
      publication: 'Herald',
      publishedAt: '2024-03-01',
    })
    await post({
      text: 'The mayor of the town, Ada Berg, spoke to workers. “We are proud of the port and of the people who run it,” said Ada Berg.',
      publication: 'Post',
      publishedAt: '2024-03-02',
    })
    const page = await open('/compare')
    await page.getByRole('link', { name: 'Quotes' }).click()
    const card = page.locator('.comparison', { hasText: 'Ada Berg' })
    await card.waitFor()
    expect(await card.locator('li', { hasText: 'Post' }).innerText()).toMatch(/leaves out at night/)
    expect(await card.locator('li', { hasText: 'Herald' }).innerText()).toContain('Has all of it.')
    await picture(page, 'quotes')
    const reader = await open(`/articles/${whole}`)
    await reader.locator('.text mark.quote.first').first().click()
    await reader.waitForSelector('.comparable')
    expect(await reader.locator('.comparable').innerText()).toContain('The same words in 1 other article')
  })
})
