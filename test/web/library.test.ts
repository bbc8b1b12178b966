import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { executablePath } from './browser.ts'
import { startPage, tokayev } from './start-page.ts'

describe.skipIf(!executablePath)('the library', async () => {
  const { open, picture, post, get } = await startPage()

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
    await page.getByRole('checkbox', { name: 'figures' }).check()
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
    expect(await page.locator('main').innerText()).toContain('No matching claims.')
    await page.goto('/?q=-energy')
    expect(await page.locator('[role=alert]').first().innerText()).toContain('A search needs a word to look for')
  })

  it('has one row a sentence, says how many there are, and goes on', async () => {
    const sentence = (n: number) => `The harbour sold ${n + 2} boats for $${n + 3}m in 2019.`
    await post({ text: Array.from({ length: 70 }, (_, n) => sentence(n)).join(' '), publishedAt: '2024-03-01' })
    const page = await open('/?q=harbour&type=figure')
    const list = page.locator('section[aria-labelledby=claims-title]')
    expect(await list.locator('.going-on').innerText()).toMatch(/^50 of 140 claims/)
    expect(await list.locator('.found > li').count()).toBe(25)
    expect(await list.locator('.found > li').first().locator('.claims > li').count()).toBe(2)
    await list.getByText('More claims').click()
    await list.locator('.going-on:has-text("100 of 140 claims")').waitFor()
    await list.getByText('More claims').click()
    await page.waitForFunction(() => document.querySelectorAll('.found > li').length === 70)
    expect(await list.getByText('More claims').count()).toBe(0)
  })

  it('narrows by what there is, with counts, and says the query as a sentence, a command and files', async () => {
    const page = await open('/?show=claims')
    const facet = (name: string) => page.locator('.facet', { has: page.locator(`legend:text-is("${name}")`) })
    await facet('Type')
      .getByLabel(/^figures/)
      .check()
    await page.waitForURL('**/?*type=figure*')
    await facet('Publication')
      .getByLabel(/^Europe's Edge/)
      .check()
    await page.waitForFunction(() => document.querySelector('.query-sentence')!.textContent!.includes("Europe's Edge"))
    expect(await page.locator('.query-sentence').innerText()).toMatch(
      /^claims where type is figure and publication is Europe's Edge and section is body and review is not rejected, ordered by position\.$/,
    )
    const total = (await get("/v1/claims?type=figure&publication=Europe's Edge&count=true")).body.count.value
    expect(await page.locator('.going-on').last().innerText()).toContain(`of ${total} claims`)
    // another value of a facet joins the first
    await facet('Type')
      .getByLabel(/^dates/)
      .check()
    await page.waitForURL('**/?*type=figure*&type=date*')
    await page.getByText('Copy curl').click()
    await page.waitForSelector('.said:has-text("copied")')
    const command = await page.evaluate(() => navigator.clipboard.readText())
    expect(command).toMatch(
      /^curl -s 'http:\/\/[^']+\/v1\/claims\?order=position&type=figure&type=date&publication=Europe%27s\+Edge'$/,
    )
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'CSV' }).click()])
    expect(file.suggestedFilename()).toBe('claims.csv')
    expect(readFileSync(await file.path(), 'utf8').split('\r\n')[0]).toContain('id,articleId,articleTitle')
    await picture(page, 'facets')
  })

  it('narrows numbers of a unit or currency to a range, typed as people write them', async () => {
    await post({ text: 'The mill sold a barge for $7m and a raft for $2m.', title: 'Mill', publishedAt: '2024-03-01' })
    const page = await open('/?type=figure&currency=USD&q=mill')
    await page.getByLabel('Number from').fill('$2.5m')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/?*number__gte=2500000')
    await page.waitForFunction(() => document.querySelectorAll('.found .claims li').length === 1)
    expect(await page.locator('.found .claims').innerText()).toContain('$7m')
    expect(await page.getByLabel('Number from').inputValue()).toBe('2.5 million')
    await page.getByLabel('Number below').fill('much')
    await page.keyboard.press('Enter')
    expect(await page.getByRole('alert').innerText()).toContain('A number, such as')
    await page.getByLabel('Number from').fill('')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.querySelectorAll('.found .claims li').length === 2)
    // without their unit numbers cannot be compared
    await page.getByLabel('Number below').fill('5m')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/?*number__lt=5000000')
    await page.getByLabel('$ USD').uncheck()
    await page.waitForURL((url) => !url.searchParams.has('number__lt'))
  })

  it('finds an actor as one types, and shows what concerns them', async () => {
    const page = await open('/')
    await page.getByLabel('Find an actor').pressSequentially('kassym')
    await page.locator('.suggestions button').first().click()
    await page.waitForURL(`**/?actor=${tokayev}`)
    await page.waitForSelector('.found > li')
    await picture(page, 'by-actor')
  })

  it('is a table that is sorted by what one clicks', async () => {
    await post({ text: 'The yard sold a ship for $7m and a boat for $2m.', title: 'Yard', publishedAt: '2024-03-01' })
    const page = await open('/?show=table&type=figure&q=yard')
    await page.getByRole('button', { name: 'meaning' }).click()
    await page.waitForURL('**/*order=number*')
    const values = () => page.locator('.claim-table tbody td:nth-child(2)').allInnerTexts()
    await page.waitForSelector('th[aria-sort=ascending]')
    await page.waitForSelector('.claim-table tbody tr')
    const rising = await values()
    await page.getByRole('button', { name: 'meaning' }).click()
    await page.waitForSelector('th[aria-sort=descending]')
    await page.waitForFunction(
      (first) => document.querySelector('.claim-table td:nth-child(2)')?.textContent !== first,
      rising[0],
    )
    expect(await values()).toEqual(rising.toReversed())
    await picture(page, 'table')
  })

  it('takes a range of years by drawing over the bars, or typed', async () => {
    const years = [1999, 2001, 2003, 2005, 2007].map((year) => `The harbour grew in ${year}.`)
    await post({ text: years.join(' '), title: 'Years', publishedAt: '2024-03-01' })
    const page = await open('/?q=harbour grew')
    const bars = page.locator('.years svg')
    const box = (await bars.boundingBox())!
    await page.mouse.move(box.x + box.width * 0.35, box.y + 20)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width * 0.7, box.y + 20, { steps: 5 })
    await page.mouse.up()
    await page.waitForURL('**/*from=*')
    const query = new URL(page.url()).searchParams
    const [from, to] = [Number(query.get('from')), Number(query.get('to'))]
    expect(from).toBeGreaterThan(1999)
    expect(to).toBeLessThan(2007)
    await page.waitForSelector('.found')
    expect(await page.locator('.found').innerText()).not.toContain('1999')
    await page.getByLabel('About the years to').fill('2001')
    await page.getByLabel('About the years from').fill('2001')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/*from=2001*')
  })

  it('keeps the filters closed in a small window, and one press away', async () => {
    const page = await open('/?q=trade', { viewport: { width: 360, height: 740 } })
    expect(await page.locator('.facet').first().isVisible()).toBe(false)
    await page.getByText('Filters').click()
    await page.getByRole('checkbox', { name: 'figures' }).check()
    await page.waitForURL('**/*type=figure*')
    await picture(page, 'phone-filters')
  })
})
