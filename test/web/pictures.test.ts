import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { executablePath } from './browser.ts'
import { seed, startPage } from './start-page.ts'

describe.skipIf(!executablePath)('the pictures', async () => {
  const { open, picture, post } = await startPage()

  it('show when, how much, who said what and who with whom, each with its data as a table one key away', async () => {
    const page = await open(`/articles/${seed}?show=pictures`)
    const titles = await page.locator('.picture h2').allInnerTexts()
    expect(titles[0]).toBe('When')
    expect(titles.slice(-2)).toEqual(['Who said what', 'Who, and with whom'])
    const drawn = await page.locator('.drawing svg').count()
    expect(drawn).toBeGreaterThanOrEqual(2)
    for (const svg of await page.locator('.drawing > *').all())
      expect(await svg.getAttribute('aria-label')).toContain('press t')
    await picture(page, 'pictures', true)
    await page.keyboard.press('t')
    expect(await page.locator('.picture table').count()).toBe(titles.length - 1)
    // the table stands where the picture stood
    expect(await page.locator('.drawing, .picture svg').count()).toBe(0)
    expect(await page.locator('.picture table').first().innerText()).toMatch(
      /last year\s+2022\s+2022-01-01\s+2022-12-31/,
    )
    await picture(page, 'tables', true)
    await page.keyboard.press('t')
    expect(await page.locator('.picture table').count()).toBe(0)
    await page.locator('.speakers a', { hasText: 'which has served us well' }).click()
    await page.waitForSelector('.text mark.quote.pinned')
  })

  it('take the picture away for the table when the button is pressed, and back', async () => {
    const page = await open(`/articles/${seed}?show=pictures`)
    const when = page.locator('.picture', { hasText: 'When' }).first()
    await when.getByText('as a table').click()
    expect(await when.locator('table').count()).toBe(1)
    expect(await when.locator('svg').count()).toBe(0)
    await when.getByText('as a picture').click()
    await when.locator('svg').first().waitFor()
    expect(await when.locator('table').count()).toBe(0)
  })

  it('put like with like, say how many there are, and go on to the last', async () => {
    const figures = Array.from({ length: 55 }, (_, n) => `In ${1950 + n} the port sold ${n + 3} boats.`)
    const id = await post({ text: figures.join(' '), title: 'Boats', publishedAt: '2024-03-01' })
    const page = await open(`/articles/${id}?show=pictures`)
    const boats = page.locator('.picture', { has: page.getByRole('heading', { name: /boats/i }) })
    expect(await boats.count()).toBe(1)
    await boats.getByText('as a table').click()
    expect(await boats.locator('tbody tr').count()).toBe(55)
    const many = Array.from({ length: 70 }, (_, n) => `On ${1 + (n % 28)} May ${1950 + n} the port was closed.`)
    const other = await open(
      `/articles/${await post({ text: many.join(' '), title: 'Days', publishedAt: '2024-03-01' })}?show=pictures`,
    )
    const when = other.locator('.picture').first()
    expect(await when.innerText()).toContain('The first 60 of 70 dates.')
    await when.getByText('10 more').click()
    expect(await when.innerText()).toContain('All 70 dates.')
  })

  it('say equal dates once, and lead from every dot to its claim', async () => {
    const id = await post({
      text: 'The port was closed on 8 June 2023. It opened in 2024. On 8 June 2023 it rained. Ships came on 8 June 2023.',
      title: 'Port',
      publishedAt: '2024-03-01',
    })
    const page = await open(`/articles/${id}?show=pictures`)
    const when = page.locator('.picture').first()
    expect(await when.locator('svg').innerHTML()).toContain('8 June 2023 ×3')
    const links = when.locator('svg a[href]')
    expect(await links.count()).toBe(2)
    await when.locator('svg a[aria-label*="8 June 2023"]').focus()
    await page.keyboard.press('Enter')
    await page.waitForSelector('.text mark.date.pinned')
    expect(await page.locator('mark.pinned').innerText()).toBe('8 June 2023')
  })

  it('come as CSV, JSON, SVG and PNG, and CSV cannot be a formula', async () => {
    const page = await open(`/articles/${seed}?show=pictures`)
    const when = page.locator('.picture').first()
    const csv = await save(page, () => when.getByText('CSV').click())
    expect(csv.name).toBe('when.csv')
    expect(csv.bytes.toString()).toMatch(/^words,when,from,to,times,sure\r\n/)
    const json = JSON.parse((await save(page, () => when.getByText('JSON').click())).bytes.toString())
    expect(json[0]).toHaveProperty('from')
    const svg = (await save(page, () => when.getByText('SVG').click())).bytes.toString()
    expect(svg).toMatch(/^<svg/)
    expect(svg).not.toMatch(/currentColor|var\(--/)
    const png = (await save(page, () => when.getByText('PNG').click())).bytes
    expect(png.subarray(1, 4).toString()).toBe('PNG')
  })

  it('keep their places while they come: next to nothing moves', async () => {
    const page = await open(`/articles/${seed}`)
    await page.evaluate(() => {
      const shifts: number[] = []
      Object.assign(globalThis, { shifts })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          if (!(entry as unknown as { hadRecentInput: boolean }).hadRecentInput)
            shifts.push((entry as unknown as { value: number }).value)
      }).observe({ type: 'layout-shift' })
    })
    await page.evaluate(() => document.querySelector<HTMLElement>('.tabs a[href*=pictures]')!.click())
    await page.waitForSelector('.drawing svg')
    await page.waitForTimeout(500)
    const moved = await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts)
    expect(moved.reduce((sum, shift) => sum + shift, 0)).toBeLessThan(0.05)
  })
})

async function save(page: Page, act: () => Promise<unknown>): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), act()])
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) }
}
