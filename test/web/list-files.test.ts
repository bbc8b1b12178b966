import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { executablePath } from './browser.ts'
import { startPage, tokayev, tokenOf } from './start-page.ts'

describe.skipIf(!executablePath)('the files under a list', async () => {
  const { open, post, get, authorize } = await startPage()
  /** Clicks the link and reads the file that comes. */
  const save = async (page: Awaited<ReturnType<typeof open>>, name: string) => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.files').getByRole('link', { name, exact: true }).first().click(),
    ])
    return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') }
  }

  it.each([
    [`/actors/${tokayev}`, 'quotes.csv', 'surface'],
    ['/?show=articles', 'articles.csv', 'title'],
    ['/review', 'worth-checking.csv', 'score'],
    ['/review?show=doubtful', 'doubtful.csv', 'confidence'],
  ])('%s has %s', async (path, name, column) => {
    const page = await open(path)
    const file = await save(page, 'CSV')
    expect(file.name).toBe(name)
    const rows = parse(file.text, { columns: true }) as Record<string, string>[]
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.every((row) => row[column])).toBe(true)
  })

  it('have all of it, page after page, with the key of the session', async () => {
    const sentences = Array.from(
      { length: 130 },
      (_, i) => `Output of plant ${i + 1} rose by ${i + 2}% to ${i + 3} tonnes.`,
    )
    await post({ text: sentences.join(' '), publishedAt: '2024-03-01' })
    const all = (await get('/v1/claims?review=none&count=true')).body.count.value
    expect(all).toBeGreaterThan(200)
    const page = await open('/review?show=doubtful', { key: tokenOf(authorize('read')) })
    const asked: string[] = []
    page.on('request', (request) => {
      if (request.url().includes('format=')) asked.push(request.headers().authorization!)
    })
    const { text } = await save(page, 'NDJSON')
    const ids = text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line).id)
    expect([ids.length, new Set(ids).size]).toEqual([all, all])
    expect(asked.length).toBeGreaterThan(1)
    expect(asked.every((header) => header?.startsWith('Bearer '))).toBe(true)
    await page.getByText('Saved.').waitFor()
  })
})
