import { describe, expect, it } from 'vitest'
import { executablePath } from './browser.ts'
import { seed, startPage, tokenOf } from './start-page.ts'

describe.skipIf(!executablePath)('the page where reading needs a key', async () => {
  const { open, authorize, picture } = await startPage({ READ_REQUIRES_KEY: 'true' })

  it('takes a key for the session, and shows what was asked for', async () => {
    const page = await open(`/articles/${seed}`)
    expect(await page.locator('main').innerText()).toContain('Reading needs a key')
    expect(await page.title()).not.toContain('Kazakhstan')
    await picture(page, 'key')
    await page.getByLabel('Key', { exact: true }).fill('afk_wrong')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.failed:has-text("no valid key")')
    await page.getByLabel('Key', { exact: true }).fill(tokenOf(authorize('read')))
    await page.keyboard.press('Enter')

    await page.waitForSelector('.text mark')
    // for all views of this tab, also when it is loaded anew
    await page.getByRole('link', { name: 'Library' }).click()
    await page.waitForSelector('.articles > li')
    await page.reload()
    await page.waitForSelector('.articles > li')
    // and for this tab alone
    const other = await open('/')
    expect(await other.locator('main').innerText()).toContain('Reading needs a key')
  })

  it('forgets it when told so', async () => {
    const page = await open('/', { key: tokenOf(authorize('read')) })
    await page.waitForSelector('.articles > li')
    await page.getByRole('button', { name: 'Key in use' }).click()
    await page.getByText('Forget the one in use').click()
    await page.keyboard.press('Escape')
    await page.waitForSelector('main:has-text("Reading needs a key")')
  })
})
