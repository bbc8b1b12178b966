import { describe, expect, it } from 'vitest'
import { executablePath } from './browser.ts'
import { inWindow, seed, startPage } from './start-page.ts'

const hostile = `<script>document.title = 'broken'</script> It cost $24bn, said <img src=x onerror="alert(1)"> Mayor Ada Berg. \u202Eevil\u202C “javascript:alert(1)” [a](javascript:alert(2)) </p></div><style>*{display:none}</style> rose 5% in 2022 😀 and $3m 😀.`
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }

describe.skipIf(!executablePath)('the reader', async () => {
  const { open, picture, post, base, get } = await startPage()
  const claimOf = async (surface: string): Promise<string> =>
    (await get(`/v1/articles/${seed}/claims?section=any&limit=200`)).body.items.find(
      (claim: { surface: string }) => claim.surface === surface,
    ).id
  const trade = await claimOf('$24bn')

  it('marks claims in the text by type, those inside others too, with the exact words', async () => {
    const page = await open(`/articles/${seed}`)
    const { items } = (await get(`/v1/articles/${seed}/claims?section=any&limit=200`)).body
    for (const { id, surface } of items) {
      const words = await page.locator(`[data-claim="${id}"]`).allTextContents()
      expect(words.join('').replace(/\s+/g, ' ')).toBe(surface.replace(/\s+/g, ' '))
    }
    expect(await page.locator('mark.quote mark').count()).toBeGreaterThan(0)
    await picture(page, 'reader')
  })

  it('shows a claim’s meaning, sentence, extractor and confidence on hover and on focus', async () => {
    const page = await open(`/articles/${seed}`)
    await page.locator('.text mark.figure', { hasText: '$24bn' }).hover()
    const card = page.locator('.card')
    const told = await card.innerText()
    for (const words of [
      '$24 billion',
      'Kazakh-China trade',
      'rose to this',
      '2022',
      'figure.money',
      '97% sure',
      'Kazakh-China trade is booming',
    ])
      expect(told).toContain(words)
    await picture(page, 'hover')
    await page.mouse.move(5, 5)
    await card.waitFor({ state: 'detached' })
    await page.keyboard.press('/')
    await page.locator('.text mark.actor').first().focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowLeft')
    await page.waitForSelector('.card')
    expect(await card.innerText()).toContain('Kassym-Jomart Tokayev')
    expect(await page.locator('mark:focus').getAttribute('aria-describedby')).toBe('claim-card')
  })

  it('has a card that the pointer can enter and Escape closes, with the pointer and the focus where they are', async () => {
    const page = await open(`/articles/${seed}`)
    const mark = page.locator('.text mark.figure', { hasText: '$24bn' })
    await mark.hover()
    const card = page.locator('.card')
    const box = (await card.boundingBox())!
    await page.mouse.move(box.x + 30, box.y + box.height / 2, { steps: 12 })
    await page.waitForTimeout(400)
    expect(await card.isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    await card.waitFor({ state: 'detached' })
    // what comes under the pointer while it rests opens nothing; moving it does
    await page.waitForTimeout(300)
    expect(await card.count()).toBe(0)
    await page.locator('.text mark.date.first').first().hover()
    await card.waitFor()
    // while a claim is pinned, Escape closes the card first
    await page.goto(`/articles/${seed}#claim-${trade}`)
    await page.waitForSelector('mark.pinned')
    await page.locator('.text mark.first:not(.pinned)').first().hover()
    await card.waitFor()
    await page.keyboard.press('Escape')
    await card.waitFor({ state: 'detached' })
    expect(await page.locator('section.pinned').count()).toBe(1)
  })

  it('pins a claim on click: permalink, JSON, curl line and citations', async () => {
    const page = await open(`/articles/${seed}`)
    await page.locator('.text mark.figure', { hasText: '$24bn' }).click()
    expect(new URL(page.url()).hash).toBe(`#claim-${trade}`)
    const pinned = page.locator('section.pinned')
    expect(await pinned.locator('a', { hasText: 'JSON' }).getAttribute('href')).toBe(`${base()}/v1/claims/${trade}`)
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
    await pinned.getByText('Copy curl').click()
    await page.waitForSelector('.said:has-text("Command copied")')
    expect(await clipboard()).toBe(`curl -s '${base()}/v1/claims/${trade}'`)
    await pinned.getByText('Cite MLA').click()
    await page.waitForSelector('.said:has-text("MLA")')
    const cited = await clipboard()
    expect(cited).toContain('“Kazakh-China trade is booming')
    expect(cited).toContain('“Kazakhstan Juggling Between East and West.”')
    expect(cited).toMatch(/https:\/\/cepa\.org/)
    expect(cited).toContain(`${base()}/claims/${trade}`)
    expect(cited).toContain(`${new Date().getUTCDate()} `)
    const { textHash } = (await get(`/v1/articles/${seed}`)).body
    expect(cited).toContain(textHash)
    await picture(page, 'pinned')
  })

  it('names the speaker in the citation of a quotation, and not the author as the speaker', async () => {
    const page = await open(`/articles/${seed}`)
    await page.locator('.text mark.quote', { hasText: 'which has served us well' }).click()
    for (const style of ['APA', 'Chicago', 'MLA']) {
      await page.getByText(`Cite ${style}`).click()
      await page.waitForSelector(`.said:has-text("${style}")`)
      const cited = await page.evaluate(() => navigator.clipboard.readText())
      expect(cited).toMatch(/^“which has served us well[.,]?”[^“]*Kassym-Jomart Tokayev.*Phillips/)
    }
  })

  it('leads to the passage in the original', async () => {
    const page = await open(`/articles/${seed}#claim-${trade}`)
    await page.waitForSelector('text=In the original')
    const link = await page.getByText('In the original').getAttribute('href')
    expect(link).toMatch(/^https:\/\/cepa\.org\S+#:~:text=\S+-,%2424bn,-\S+$/)
  })

  it('shows the claim of a permalink in a new tab, in text and panel, without scrolling past it', async () => {
    const page = await open(`/articles/${seed}#claim-${trade}`)
    await inWindow(page, '.text mark.pinned')
    await inWindow(page, `.items [data-item~="${trade}"]`)
    expect(await page.locator('.text mark.pinned').innerText()).toBe('$24bn')
    await page.waitForTimeout(700)
    await inWindow(page, '.text mark.pinned')
    // the last claim of the panel is as far away from its place in the text as any
    const last = (await page.locator('.items > li').last().getAttribute('data-item'))!.split(' ')[0]!
    const other = await open(`/articles/${seed}#claim-${last}`)
    await other.waitForTimeout(700)
    await inWindow(other, '.text mark.pinned')
    await inWindow(other, `.items [data-item~="${last}"]`)
  })

  it('opens a claim on a sheet at the bottom of a small window, beside the words', async () => {
    const page = await open(`/articles/${seed}`, phone)
    const mark = page.locator('.text mark.figure', { hasText: '$24bn' })
    await mark.scrollIntoViewIfNeeded()
    await mark.tap()
    const sheet = page.locator('section.pinned')
    await sheet.waitFor()
    await page.waitForTimeout(500)
    const [words, card] = [(await mark.boundingBox())!, (await sheet.boundingBox())!]
    expect(words.y).toBeGreaterThanOrEqual(0)
    expect(words.y + words.height).toBeLessThanOrEqual(card.y)
    expect(card.y + card.height).toBeCloseTo(740, 0)
    expect(await page.locator('.card').count()).toBe(0)
    await picture(page, 'phone-sheet')
    await page.getByLabel('Let go').tap()
    await sheet.waitFor({ state: 'detached' })
  })

  it('keeps panel and text in step, and filters both by type and the panel by words', async () => {
    const page = await open(`/articles/${seed}`)
    await page.locator('.items > li.date').first().hover()
    expect(await page.locator('.text mark.hot').innerText()).toBe('February')
    await page.locator('.text mark.quote').first().hover()
    await page.waitForSelector('.items > li.hot')
    expect(await page.locator('.items > li.hot').count()).toBe(1)
    await page.locator('.types label.actor input').uncheck()
    expect(new URL(page.url()).search).toBe('?hide=actor')
    expect(await page.locator('.items > li.actor').count()).toBe(0)
    expect(
      await page
        .locator('.text mark.actor')
        .first()
        .evaluate((mark) => getComputedStyle(mark).textDecorationLine),
    ).toBe('none')
    await page.fill('.panel input[type=search]', 'trade')
    await page.waitForFunction(() => document.querySelectorAll('.items > li').length < 10)
    expect(await page.locator('.how-many').innerText()).toMatch(/^\d of \d+ rows$/)
    await page.locator('.items > li.figure a').first().click()
    await page.waitForSelector('.text mark.figure.pinned')
  })

  it('has one row an actor in the panel, with how often it is mentioned, and goes on to the next mention', async () => {
    const page = await open(`/articles/${seed}`)
    const { items } = (await get(`/v1/articles/${seed}/claims?section=any&limit=200`)).body as {
      items: { type: string; actorId: string; id: string; start: number }[]
    }
    const mentions = Map.groupBy(
      items.filter(({ type }) => type === 'actor'),
      ({ actorId }) => actorId,
    )
    expect(await page.locator('.items > li.actor').count()).toBe(mentions.size)
    const most = [...mentions.values()].sort((a, b) => b.length - a.length)[0]!
    const row = page.locator('.items > li.actor').first()
    expect(await row.innerText()).toContain(`×${most.length}`)
    await row.locator('a').click()
    await page.waitForSelector(`mark.pinned[data-claim="${most[0]!.id}"]`)
    await row.locator('a').click()
    await page.waitForSelector(`mark.pinned[data-claim="${most[1]!.id}"]`)
  })

  it('folds and greys what is not of the article', async () => {
    const page = await open(`/articles/${seed}`)
    const note = page.locator('details.part').first()
    expect(await note.getAttribute('open')).toBeNull()
    await note.locator('summary').click()
    expect(await note.locator('p').first().isVisible()).toBe(true)
  })

  it('never sets an article’s text as HTML', async () => {
    const evil = await post({
      text: hostile,
      title: '<b>Bold</b> & "quoted"',
      publication: 'Evil <i>Weekly</i>',
      publishedAt: '2024-03-01',
    })
    const page = await open(`/articles/${evil}`)
    const text = (await page.locator('.text').textContent())!
    expect(text).toContain(`<script>document.title = 'broken'</script>`)
    expect(text).toContain('<img src=x onerror="alert(1)">')
    expect(await page.locator('.text script, .text img, .text a, .text style, h1 b').count()).toBe(0)
    expect(await page.title()).toBe('<b>Bold</b> & "quoted" · article-facts')
    expect(await page.locator('h1').innerText()).toBe('<b>Bold</b> & "quoted"')
    // code points beyond U+FFFF stand before this one
    expect(await page.locator('mark.figure', { hasText: '$3m' }).innerText()).toBe('$3m')
    await picture(page, 'hostile')
  })

  it('is one stop of the Tab key: arrows go from mark to mark', async () => {
    const page = await open(`/articles/${seed}`)
    await page.waitForSelector('mark[tabindex="0"]')
    expect(await page.locator('mark[tabindex="0"]').count()).toBe(1)
    const inText = () => page.evaluate(() => Boolean(document.activeElement?.closest('.text mark')))
    for (let i = 0; i < 20 && !(await inText()); i++) await page.keyboard.press('Tab')
    const focused = () => page.evaluate(() => document.activeElement?.id)
    const first = await focused()
    await page.keyboard.press('ArrowRight')
    const second = await focused()
    expect(second).not.toBe(first)
    await page.keyboard.press('Enter')
    await page.waitForSelector('mark.pinned')
    expect(`#${second}`).toBe(new URL(page.url()).hash)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('.text mark'))).toBe(null)
    await page.keyboard.press('Shift+Tab')
    expect(await focused()).toBe(second)
  })
})
