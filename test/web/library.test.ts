import { describe, expect, it } from 'vitest'
import { executablePath } from './browser.ts'
import { startPage } from './start-page.ts'

describe.skipIf(!executablePath)('the library', { timeout: 120_000 }, async () => {
  const { open, picture, post } = await startPage()

  it('lists articles with what is known of them and counts by type', async () => {
    const page = await open('/')
    const row = page.locator('.articles > li', { hasText: 'Kazakhstan Juggling' })
    expect(await row.innerText()).toMatch(
      /Europe's Edge · Reese Phillips · 27 May 2023[\s\S]*9 quotes\s+10 figures\s+14 dates/,
    )
    await picture(page, 'library')
  })

  it('searches articles and claims, marks the words, and keeps it all in the address', async () => {
    const page = await open('/')
    await page.fill('input[type=search]', 'trade -energy')
    await page.waitForSelector('.found mark.hit')
    expect(new URL(page.url()).search).toBe('?q=trade+-energy')
    expect(new Set(await page.locator('.found mark.hit').allInnerTexts())).toEqual(new Set(['trade']))
    await page.selectOption('select >> nth=1', 'figure')
    await page.waitForFunction(() => !document.querySelector('.found .claims > li:not(.figure)'))
    const again = await open(page.url())
    expect(await again.locator('input[type=search]').inputValue()).toBe('trade -energy')
    expect(await again.locator('.found .claims > li.figure').count()).toBeGreaterThan(0)
    await picture(again, 'search')
    await again.locator('.found .claims a').first().click()
    await again.waitForSelector('.text mark.pinned')
  })

  it('marks the words in titles too', async () => {
    const page = await open('/?q=kazakhstan "east and"')
    expect(await page.locator('.articles mark.hit').allInnerTexts()).toEqual(['Kazakhstan', 'East', 'and'])
  })

  it('says so when nothing fits, and what the service says when it refuses', async () => {
    const page = await open('/?q=Zebulon')
    expect(await page.locator('main').innerText()).toContain('No article fits.')
    await page.goto('/?q=-energy')
    expect(await page.locator('[role=alert]').first().innerText()).toContain('A search needs a word to look for')
  })

  it('has one row a sentence, says how many there are, and goes on', async () => {
    const sentence = (n: number) => `The harbour sold ${n + 2} boats for $${n + 3}m in 2019.`
    await post({ text: Array.from({ length: 70 }, (_, n) => sentence(n)).join(' '), publishedAt: '2024-03-01' })
    const page = await open('/?q=harbour&type=figure')
    const list = page.locator('section', { has: page.locator('.found') })
    expect(await list.locator('.going-on').innerText()).toMatch(/^50 of 140 claims/)
    expect(await list.locator('.found > li').count()).toBe(25)
    expect(await list.locator('.found > li').first().locator('.claims > li').count()).toBe(2)
    await list.getByText('More claims').click()
    await list.locator('.going-on:has-text("100 of 140 claims")').waitFor()
    await list.getByText('More claims').click()
    await page.waitForFunction(() => document.querySelectorAll('.found > li').length === 70)
    expect(await list.getByText('More claims').count()).toBe(0)
  })
})
