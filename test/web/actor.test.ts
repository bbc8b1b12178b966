import { describe, expect, it } from 'vitest'
import { executablePath } from './browser.ts'
import { startPage, tokayev } from './start-page.ts'

describe.skipIf(!executablePath)('the page of an actor', async () => {
  const { open, picture, post, get } = await startPage()

  it('shows one actor across all articles, each claim with its article, publication and day', async () => {
    const page = await open(`/actors/${tokayev}`)
    const told = await page.locator('main').innerText()
    for (const words of [
      'Kassym-Jomart Tokayev',
      'President',
      'also President Kassym-Jomart Tokayev',
      'Said (2)',
      'which has served us well.',
    ])
      expect(told).toContain(words)
    for (const row of await page.locator('.found > li').all())
      expect(await row.innerText()).toContain("Kazakhstan Juggling Between East and West · Europe's Edge · 27 May 2023")
    expect(await page.locator('.drawing svg').count()).toBe(1)
    expect(await page.title()).toBe('Kassym-Jomart Tokayev · article-facts')
    await picture(page, 'actor', true)
    await page.goto('/actors/act_0')
    expect(await page.locator('[role=alert]').innerText()).toBe('No actor with the id "act_0".')
  })

  it('points out others of the same name', async () => {
    for (const [text, publication] of [
      ['Mayor Ada Berg of Bergen said on Monday that taxes would fall by 3%.', 'North Weekly'],
      ['Coach Ada Berg of Rosenborg said on Tuesday that 4 players were hurt.', 'Sports Daily'],
    ])
      await post({ text: `${text} ${text}`, publication, publishedAt: '2024-03-01' })
    const { items } = (await get('/v1/actors?name=Ada%20Berg')).body as { items: { id: string; role: string }[] }
    expect(items).toHaveLength(2)
    const page = await open(`/actors/${items[0]!.id}`)
    const told = await page.locator('.namesakes').innerText()
    expect(told).toContain('One other is called that.')
    expect(told).toContain(items[1]!.role)
    await page.locator('.namesakes a').click()
    await page.waitForURL(`**/actors/${items[1]!.id}`)
  })
})
