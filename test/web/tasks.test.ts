import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { size } from '../size.ts'
import { executablePath } from './browser.ts'
import { type Hand, keyboard, pointer } from './hands.ts'
import { seed, startPage, tokayev, tokenOf } from './start-page.ts'

/** What people come for, from the view where they are, in at most so many presses. */
type Task = {
  readonly name: string
  readonly from: string
  readonly presses: number
  readonly run: (page: Page, hand: Hand, isSmall: boolean) => Promise<void>
}

describe.skipIf(!executablePath)('what people come for', async () => {
  const { open, post, get, authorize } = await startPage()
  for (const [publication, publishedAt, text] of [
    ['Herald', '2024-06-13', "Norway's jobless rate fell to 4.1% in May, the statistics office said on Thursday."],
    ['Wire', '2024-06-14', 'The unemployment rate of Norway was 4.6 percent in May 2024.'],
    ['Post', '2024-06-14', 'Exports of Norway rose to $24bn in 2022, Mayor Ada Berg said. “We are proud,” she said.'],
  ] as const)
    await post({ text, publication, publishedAt, title: `${publication} on Norway` })
  const story = (await get('/v1/articles?publication=Post')).body.items[0].id as string
  const key = tokenOf(authorize('review', 'ingest'))
  let corrected = 0
  let added = 0
  const text = (page: Page) => page.locator('main').innerText()

  const tasks: readonly Task[] = [
    {
      name: 'compares the same thing across articles',
      from: '/',
      presses: 3,
      run: async (page, { press, write }) => {
        await press(page.getByRole('link', { name: 'Compare' }))
        await write(page.getByLabel('Of what'), 'unemployment')
        await page.waitForURL('**/compare?measure=unemployment')
        await page.waitForSelector('.comparison:has-text("4.6%")')
        await press(page.locator('.compared a', { hasText: '4.6%' }))
        await page.waitForSelector('mark.pinned')
      },
    },
    {
      name: 'finds a contradiction',
      from: '/',
      presses: 3,
      run: async (page, { press, choose }) => {
        await press(page.getByRole('link', { name: 'Compare' }))
        await choose(page.getByLabel('They'), 'differ')
        await page.waitForURL('**verdict=differ**')
        await page.waitForSelector('.comparison')
        expect(await text(page)).toContain('differ by 0.5 percentage points')
        await press(page.locator('.compared a').first())
        await page.waitForSelector('mark.pinned')
      },
    },
    {
      name: 'follows a person',
      from: `/articles/${seed}`,
      presses: 3,
      run: async (page, { press }) => {
        await press(page.locator('.text mark.actor.first', { hasText: 'Kassym-Jomart Tokayev' }).first())
        await press(page.locator('section.pinned').getByRole('link', { name: 'Actor', exact: true }))
        await page.waitForURL(`**/actors/${tokayev}`)
        await page.waitForSelector('.found')
        expect(await text(page)).toContain('Said (2)')
        await press(page.locator('.found .claims a').first())
        await page.waitForSelector('mark.pinned')
      },
    },
    {
      name: 'checks a quote and cites it',
      from: `/articles/${story}`,
      presses: 3,
      run: async (page, { press }) => {
        await press(page.locator('.text mark.quote.first', { hasText: 'We are proud' }).first())
        await press(page.getByRole('button', { name: /Right/ }))
        await page.waitForSelector('.verdict.confirmed')
        await press(page.getByRole('button', { name: 'Cite MLA' }))
        await page.waitForSelector('.said:has-text("copied")')
        expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Ada Berg')
      },
    },
    {
      name: 'corrects a claim',
      from: `/articles/${story}`,
      presses: 4,
      run: async (page, { press, write }) => {
        await press(page.locator('.text mark.figure.first', { hasText: '$24bn' }))
        await press(page.getByRole('button', { name: /Correct/ }))
        await write(page.getByLabel('Number'), `${25 + corrected++}bn`)
        await press(page.getByRole('button', { name: 'Save', exact: true }))
        await page.waitForSelector('.verdict.corrected')
        expect(await page.locator('section.pinned').innerText()).toContain('the rule read $24 billion')
      },
    },
    {
      name: 'adds an article',
      from: '/try',
      presses: 5,
      run: async (page, { press, write }) => {
        await write(page.getByLabel(/Paste a text/), `The yard sold ${30 + added++} boats in 2023.`)
        await press(page.getByRole('button', { name: 'Read it' }))
        await press(page.getByRole('button', { name: 'Keep it' }))
        await write(page.getByLabel('Title'), 'Boats')
        await press(page.getByRole('button', { name: 'Store it' }))
        await page.waitForURL('**/articles/art_*')
        await page.waitForSelector('.text mark.figure')
      },
    },
    {
      name: 'filters by range, publication and actor',
      from: '/?show=claims',
      presses: 6,
      run: async (page, { press, write }, isSmall) => {
        if (isSmall) await press(page.getByText('Filters').first())
        await write(page.getByLabel('About the years from'), '2022')
        await write(page.getByLabel('About the years to'), '2022')
        await press(page.getByRole('checkbox', { name: /^Post/ }))
        await page.waitForURL('**publication=Post**')
        await write(page.getByLabel('Find an actor'), 'norw')
        await press(page.locator('.suggestions button').first())
        await page.waitForURL('**actor=act_**')
        await page.waitForFunction(() => document.querySelector('.query-sentence')!.textContent!.includes('actor'))
        expect(await page.locator('.found').innerText()).toContain('$24bn')
      },
    },
    {
      name: 'shares a state',
      from: '/?q=exports&type=figure',
      presses: 1,
      run: async (page, { press }) => {
        await press(page.getByRole('button', { name: 'Copy link' }))
        await page.waitForSelector('.said:has-text("copied")')
        expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('/?q=exports&type=figure')
      },
    },
    {
      name: 'exports what is seen',
      from: '/?q=exports&type=figure',
      presses: 1,
      run: async (page, { press }) => {
        const [file] = await Promise.all([
          page.waitForEvent('download'),
          press(page.getByRole('link', { name: 'CSV', exact: true })),
        ])
        expect(file.suggestedFilename()).toBe('claims.csv')
      },
    },
  ]

  const ways = [
    ['pointer', 1280, 'light'],
    ['keyboard', 360, 'dark'],
    ['pointer', 360, 'light'],
    ['keyboard', 1280, 'dark'],
  ] as const
  // each task in one of two ways, and at length in all four
  for (const [nth, [how, width, colorScheme]] of ways.slice(0, size(2, 4)).entries())
    it.each(tasks.filter((_, i) => i % size(2, 1) === nth % size(2, 1)))(
      `$name in at most $presses presses: ${how}, ${width} pixels, ${colorScheme}`,
      async (task) => {
        const page = await open(task.from, { key, colorScheme, viewport: { width, height: 800 } })
        const hand = how === 'pointer' ? pointer(page) : keyboard(page)
        await task.run(page, hand, width < 900)
        expect(hand.presses()).toBeLessThanOrEqual(task.presses)
      },
    )
})
