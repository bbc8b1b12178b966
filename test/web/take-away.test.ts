import { describe, expect, it } from 'vitest'
import { executablePath } from './browser.ts'
import { inWindow, seed, startPage } from './start-page.ts'

describe.skipIf(!executablePath)('taking away', async () => {
  const { open, post, get, base } = await startPage()
  const trade = (await get(`/v1/articles/${seed}/claims?limit=200`)).body.items.find(
    (claim: { surface: string }) => claim.surface === '$24bn',
  ).id as string

  it('copies a link that unfurls and lands on the claim', async () => {
    const page = await open(`/articles/${seed}#claim-${trade}`)
    await page.getByText('Copy link').click()
    await page.waitForSelector('.said:has-text("Link copied")')
    const link = await page.evaluate(() => navigator.clipboard.readText())
    expect(link).toBe(`${base()}/claims/${trade}`)
    expect(await (await fetch(link)).text()).toContain('og:description" content="Kazakh-China trade is booming')
    const other = await open(link)
    await other.waitForURL(`**/articles/${seed}#claim-${trade}`)
    await inWindow(other, 'mark.pinned')
    // the links of the API and of assistants land as well
    const third = await open(`/articles/${seed}#${trade}`)
    await inWindow(third, 'mark.pinned')
  })

  it('copies a card of the claim for another page: no frame, no script, everything escaped', async () => {
    const id = await post({
      text: 'It cost $24bn, said <img src=x onerror="alert(1)"> Mayor Ada Berg.',
      title: '<script>alert(1)</script>',
      publishedAt: '2024-03-01',
    })
    const page = await open(`/articles/${id}`)
    await page.locator('.text mark.figure').first().click()
    await page.getByText('Copy card').click()
    await page.waitForSelector('.said:has-text("Card copied")')
    const card = await page.evaluate(() => navigator.clipboard.readText())
    expect(card).toContain('$24bn')
    expect(card).not.toMatch(/<script|<img|<iframe/)
  })

  it('shares the state of a view: what is hidden, what is pinned, what was asked', async () => {
    const page = await open(`/articles/${seed}`)
    await page.locator('.types label.actor input').uncheck()
    await page.locator('.items > li.figure a').first().click()
    await page.waitForSelector('mark.pinned')
    const other = await open(page.url())
    await other.waitForSelector('mark.pinned')
    expect(await other.locator('.types label.actor input').isChecked()).toBe(false)
    expect(await other.locator('mark.pinned').innerText()).toBe(await page.locator('mark.pinned').innerText())
  })
})
