import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { executablePath } from './browser.ts'
import { startPage, tokenOf } from './start-page.ts'

describe.skipIf(!executablePath)('reviewing where one reads', async () => {
  const { open, picture, post, get, authorize, send } = await startPage()
  const text =
    'Exports of Norway rose by 4% to $24bn in 2022, Mayor Ada Berg said. Imports fell to $9bn. Berg went to Oslo in May.'
  let articles = 0
  /** An article of its own for each test, with the claim of `$24bn`. */
  const prepare = async () => {
    const id = await post({ text: `${text} Story ${++articles}.`, title: 'Trade', publishedAt: '2024-03-01' })
    const { items } = (await get(`/v1/articles/${id}/claims?section=any`)).body as {
      items: { id: string; surface: string; type: string }[]
    }
    return { id, items, claim: items.find(({ surface }) => surface === '$24bn')!.id }
  }
  const reviewer = () => ({ key: tokenOf(authorize('review')) })
  const claimOf = async (id: string) => (await get(`/v1/claims/${id}`)).body
  const verdict = (page: Page) => page.locator('section.pinned .verdict')

  it('confirms with y and rejects with n; rejected ones are counted and can be seen', async () => {
    const { id, claim, items } = await prepare()
    const page = await open(`/articles/${id}#claim-${claim}`, reviewer())
    expect(await page.locator('.checked').innerText()).toContain(`0 of ${items.length} checked`)
    await page.keyboard.press('y')
    await verdict(page).waitFor()
    expect(await verdict(page).innerText()).toMatch(/^confirmed by tester on \d+ \w+ \d{4}$/)
    expect(await page.locator('.checked').innerText()).toContain(`1 of ${items.length} checked`)
    expect((await claimOf(claim)).review.status).toBe('confirmed')
    expect(await page.locator('mark.confirmed').innerText()).toBe('$24bn')

    await page.keyboard.press('n')
    await page.waitForSelector('.verdict.rejected')
    expect(await page.locator('.rejected-ones').innerText()).toContain('1 rejected')
    expect(await page.locator(`.items [data-item~="${claim}"]`).count()).toBe(0)
    await page.locator('.rejected-ones input').check()
    expect(await page.locator(`.items [data-item~="${claim}"]`).innerText()).toContain('rejected')
    expect(new URL(page.url()).search).toBe('?rejected=shown')
    await page.getByText('Take the review back').click()
    await page.waitForFunction(() => !document.querySelector('.verdict'))
    expect((await claimOf(claim)).review).toBeUndefined()
  })

  it('corrects with e, in typed fields, and shows what the rule had read beside what was put right', async () => {
    const { id, claim } = await prepare()
    const page = await open(`/articles/${id}#claim-${claim}`, reviewer())
    await page.keyboard.press('e')
    const form = page.getByRole('form', { name: 'Correct the claim' })
    await form.getByLabel('Number').fill('lots')
    await form.getByText('Save').click()
    expect(await form.getByRole('alert').innerText()).toContain('“lots” is no number')
    await form.getByLabel('Number').fill('25bn')
    await form.getByLabel('Currency').fill('eur')
    await form.getByLabel('Period: last day').fill('2023-12-31')
    expect(await form.locator('.about').first().innerText()).toBe('€25 billion, 2022–2023')
    await form.getByLabel('Why').fill('Says the table.')
    await picture(page, 'correcting')
    await form.getByText('Save').click()
    await page.waitForSelector('.verdict.corrected')
    const told = await page.locator('section.pinned').innerText()
    expect(told).toMatch(/corrected by tester on .*: Says the table\./)
    expect(told).toMatch(/value\s+€25 billion\s+the rule read \$24 billion/)
    expect(told).toMatch(/period\s+2022–2023\s+the rule read 2022/)
    expect(await claimOf(claim)).toMatchObject({
      number: 25e9,
      currency: 'EUR',
      period: { from: '2022-01-01', to: '2023-12-31' },
      review: { status: 'corrected', extracted: { number: 24e9, currency: 'USD' } },
    })
    // and whoever only reads sees it too
    const reader = await open(`/articles/${id}#claim-${claim}`)
    await reader.waitForSelector('mark.corrected')
    expect(await reader.locator('section.pinned').innerText()).toContain('the rule read $24 billion')
    await picture(reader, 'corrected')
  })

  it('puts a speaker right, who is one of those that the article names', async () => {
    const { id, items } = await prepare()
    const quote = items.find(({ type }) => type === 'quote')!
    const page = await open(`/articles/${id}#claim-${quote.id}`, reviewer())
    await page.keyboard.press('e')
    await page.getByRole('form', { name: 'Correct the claim' }).getByLabel('Said by').selectOption({ label: 'Norway' })
    await page.getByText('Save').click()
    await page.waitForSelector('.verdict.corrected')
    expect(await claimOf(quote.id)).toMatchObject({ source: { name: 'Norway' } })
    expect(await page.locator('section.pinned').innerText()).toContain('the rule read Ada Berg')
  })

  it('asks for a key when there is none, and then does what was asked', async () => {
    const { id, claim } = await prepare()
    const page = await open(`/articles/${id}#claim-${claim}`)
    await page.keyboard.press('y')
    const form = page.locator('.review .key-form')
    expect(await form.innerText()).toContain('Reviewing needs a key')
    await form.getByLabel('Key').fill(reviewer().key)
    await page.keyboard.press('Enter')
    await verdict(page).waitFor()
    expect((await claimOf(claim)).review.status).toBe('confirmed')
    // a key that may only read is told so
    const other = await open(`/articles/${id}#claim-${claim}`, { key: tokenOf(authorize('read')) })
    await other.keyboard.press('n')
    expect(await other.locator('.review .key-form').innerText()).toContain('needs a key with the scope "review"')
    expect((await claimOf(claim)).review.status).toBe('confirmed')
  })

  it('never writes over a review that came in between', async () => {
    const { id, claim } = await prepare()
    const page = await open(`/articles/${id}#claim-${claim}`, reviewer())
    await send({
      method: 'PATCH',
      url: `/v1/claims/${claim}`,
      headers: { ...authorize('review'), 'if-match': '*' },
      payload: { review: 'rejected', by: 'Bo Lind' },
    })
    await page.keyboard.press('y')
    await page.waitForSelector('.review .failed')
    expect(await page.locator('.review .failed').innerText()).toContain('Bo Lind has reviewed it meanwhile (rejected')
    expect((await claimOf(claim)).review).toMatchObject({ status: 'rejected', by: 'Bo Lind' })
    await page.keyboard.press('y')
    await page.waitForSelector('.verdict.confirmed')
  })

  it('goes through a queue, the doubtful first', async () => {
    const { id, items } = await prepare()
    const page = await open(`/articles/${id}`, reviewer())
    await page.getByLabel('Order').selectOption('Doubtful first')
    expect(new URL(page.url()).search).toBe('?queue=doubtful')
    const claims = (await get(`/v1/articles/${id}/claims?section=any`)).body.items as {
      id: string
      confidence: number
      start: number
    }[]
    const doubtful = claims.sort((a, b) => a.confidence - b.confidence || a.start - b.start)
    await page.keyboard.press('j')
    for (const expected of doubtful.slice(0, 3)) {
      await page.waitForFunction((hash) => location.hash === hash, `#claim-${expected.id}`)
      await page.waitForSelector(`mark.pinned[data-claim="${expected.id}"]`)
      await page.keyboard.press('y')
    }
    await page.waitForSelector(`.checked:has-text("3 of ${items.length} checked")`)
    await picture(page, 'queue')
  })

  it('takes what is worth checking first, and says why', async () => {
    const { id, claim } = await prepare()
    const page = await open(`/articles/${id}?queue=worthy`, reviewer())
    await page.keyboard.press('j')
    await page.waitForSelector('mark.pinned')
    expect(await page.locator('section.pinned').innerText()).toContain(
      'Worth checking: it says what is measured, and when',
    )
    const all = await open('/review')
    const row = all.locator('.found > li', { hasText: 'rose by 4%' }).first()
    expect(await row.innerText()).toMatch(/\d+: it says what is measured, and when; it compares/)
    await picture(all, 'worthy')
    await all.getByRole('link', { name: 'How right the rules are' }).click()
    await all.waitForSelector('table')
    expect(await all.locator('table').innerText()).toContain('figure.money')
    await page.goto(`/articles/${id}#claim-${claim}`)
    await page.waitForSelector('mark.pinned')
    await page.keyboard.press('n')
    await page.waitForSelector('.verdict.rejected')
    await all.getByRole('link', { name: 'Checked' }).click()
    await all.waitForSelector('.found')
    expect(await all.locator('.found > li').first().innerText()).toMatch(/rejected \$24bn/)
  })

  it('adds a claim that was missed, from the words that are selected', async () => {
    const id = await post({
      text: 'The harbour was closed 😀. Nobody knows why. The crew of nine were paid. It was a good year.',
      title: 'Missed',
      publishedAt: '2024-03-01',
    })
    const page = await open(`/articles/${id}`, reviewer())
    await page.evaluate(() => {
      const walker = document.createTreeWalker(document.querySelector('.text')!, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent!.indexOf('a good year')
        if (at < 0) continue
        getSelection()!.setBaseAndExtent(node, at, node, at + 'a good year'.length)
      }
    })
    await page.getByText('Add a claim').click()
    const form = page.getByRole('form', { name: 'Add a claim' })
    await form.getByLabel('date', { exact: true }).check()
    await form.getByLabel('First day').fill('2023-01-01')
    await form.getByLabel('Last day').fill('2023-12-31')
    expect(await form.locator('.about').innerText()).toBe('2023')
    await picture(page, 'adding')
    await form.getByText('Add it').click()
    await page.waitForSelector('mark.date.pinned')
    expect(await page.locator('mark.pinned').innerText()).toBe('a good year')
    expect(await page.locator('section.pinned').innerText()).toContain('reviewer')
    const { items } = (await get(`/v1/articles/${id}/claims?type=date`)).body
    expect(items).toMatchObject([{ surface: 'a good year', from: '2023-01-01', extractor: 'reviewer' }])
  })
})
