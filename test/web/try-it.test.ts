import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { executablePath } from './browser.ts'
import { startPage, tokenOf } from './start-page.ts'

describe.skipIf(!executablePath)('trying it', async () => {
  const { open, picture, get, authorize } = await startPage()
  const sentence = 'Exports of Norway rose by 4% to $26bn last year, Mayor Ada Berg said. '
  const file = (name: string, content: string) => {
    const path = join(mkdtempSync(join(tmpdir(), 'article-facts-')), name)
    writeFileSync(path, content)
    return path
  }

  it('shows the claims of a pasted text and stores nothing', async () => {
    const before = (await get('/v1/articles?count=true')).body.count
    const page = await open('/try')
    await page.fill('textarea', 'Sales fell 3% to €5m in 2019, Mayor Ada Berg said.')
    await page.click('text=Read it')
    await page.waitForSelector('.text mark')
    expect(await page.locator('.text mark.figure').allInnerTexts()).toEqual(['3%', '€5m'])
    await page.locator('.text mark.figure').first().click()
    expect(await page.locator('section.pinned').innerText()).toContain('3%')
    await picture(page, 'try')
    expect((await get('/v1/articles?count=true')).body.count).toEqual(before)
  })

  it.each([
    ['a.txt', sentence, 'a.txt'],
    ['b.md', `# Port\n\n**${sentence.trim()}**`, 'Port'],
    ['c.html', `<html><body><nav>Menu</nav><article><p>${sentence.repeat(5)}</p></article></body></html>`, 'c.html'],
  ])('reads the file %s', async (name, content, title) => {
    const page = await open('/try')
    await page.setInputFiles('input[type=file]', file(name, content))
    await page.waitForSelector(`.reader h1:has-text("${title}")`)
    await page.waitForSelector('.text mark.figure')
    expect(await page.locator('.text mark.figure').first().innerText()).toBe('4%')
    expect(await page.locator('.text').innerText()).not.toMatch(/Menu|\*\*|<p>/)
  })

  it('reads a file under the file’s own date, and one without under today’s, and says which', async () => {
    const page = await open('/try')
    const dated = `<html><head><title>Port</title><meta property="article:published_time" content="2020-03-04"></head><body><article><h1>Port</h1><p>${sentence.repeat(5)}</p></article></body></html>`
    await page.setInputFiles('input[type=file]', file('dated.html', dated))
    await page.waitForSelector('.text mark.date')
    expect(await page.locator('.try').innerText()).toContain('Read as of 4 March 2020, the date of the file.')
    await page.locator('.text mark.date').first().click()
    expect(await page.locator('section.pinned').innerText()).toMatch(/when\s+2019/)

    await page.setInputFiles('input[type=file]', file('undated.md', sentence))
    await page.waitForSelector('.notice:has-text("The file has no date")')
    await page.waitForSelector('.text mark.date')
    await page.locator('.text mark.date').first().click()
    const lastYear = new Date().getUTCFullYear() - 1
    expect(await page.locator('section.pinned').innerText()).toMatch(new RegExp(`when\\s+${lastYear}`))

    // a day that somebody chose wins
    await page.fill('input[type=date]', '2010-05-06')
    await page.setInputFiles('input[type=file]', file('dated.html', dated))
    await page.waitForSelector('.notice:has-text("6 May 2010, which you chose")')
  })

  it('says honestly what went wrong', async () => {
    const page = await open('/try')
    await page.fill('textarea', 'x '.repeat(60_000))
    await page.click('text=Read it')
    expect(await page.locator('[role=alert]').innerText()).toContain('The body is larger than 65536 bytes')
    await page.setInputFiles('input[type=file]', file('x.html', '<html></html>'))
    await page.waitForSelector('[role=alert]:has-text("contains no article")')
  })

  it('keeps what was tried, with a key, under what is known of it', async () => {
    const page = await open('/try')
    await page.fill('textarea', `${sentence}It was the largest rise since 2010.`)
    await page.click('text=Read it')
    await page.getByRole('button', { name: 'Keep it' }).click()
    const form = page.getByRole('form', { name: 'Keep it' })
    await form.getByLabel('Title').fill('Exports rise')
    await form.getByLabel('Publication').fill('North Weekly')
    await form.getByText('Store it').click()
    await form.getByLabel('Key').fill(tokenOf(authorize('ingest')))
    await page.keyboard.press('Enter')
    await page.waitForURL('**/articles/art_*')
    await page.waitForSelector('.text mark')
    const id = new URL(page.url()).pathname.split('/').at(-1)
    expect((await get(`/v1/articles/${id}`)).body).toMatchObject({
      title: 'Exports rise',
      publication: 'North Weekly',
      publishedAt: new Date().toISOString().slice(0, 10),
    })
  })
})
