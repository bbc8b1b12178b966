import { describe, expect, it } from 'vitest'
import { makeRecords } from '../../bench/database.ts'
import { saveArticles } from '../../src/store/save.ts'
import { sqliteOf } from '../../src/store/sqlite/store.ts'
import { startService } from '../serve/service.ts'

const { get, store } = await startService()
await saveArticles(store, makeRecords(45))

const idsOf = async (query: string): Promise<string[]> => {
  const ids: string[] = []
  for (let next: string | null = ''; next !== null; ) {
    const { status, body } = await get(`/v1/claims?${query}${next && `&after=${next}`}`)
    expect(status, JSON.stringify(body)).toBe(200)
    ids.push(...body.items.map(({ id }: { id: string }) => id))
    next = body.next
  }
  return ids
}

/** The statements that are prepared meanwhile. */
async function watch(run: () => Promise<unknown>): Promise<string[]> {
  const sqlite = sqliteOf(store)
  const { prepare } = sqlite
  const seen: string[] = []
  sqlite.prepare = ((text: string) => {
    seen.push(text)
    return prepare.call(sqlite, text)
  }) as typeof prepare
  try {
    await run()
  } finally {
    sqlite.prepare = prepare
  }
  return seen
}

describe('a search in the order of articles', () => {
  it.each(['published', '-published'])(
    'by %s gives what it gives in any, page by page',
    async (order) => {
      const all = await idsOf(`order=${order}&limit=200`)
      for (const [words, type] of [
        ['the', ''],
        ['the -trade', ''],
        ['trade', '&type=figure'],
        ['harbour', ''],
      ] as const) {
        const found = new Set(await idsOf(`q=${words}${type}&limit=200`))
        const expected = all.filter((id) => found.has(id))
        expect(expected.length).toBeGreaterThan(2)
        expect(await idsOf(`q=${words}${type}&order=${order}&limit=${words === 'the' ? 7 : 60}`)).toEqual(expected)
      }
    },
    600_000,
  )

  it('looks into the first articles for words that many have, and gathers what few have', async () => {
    const isNear = (statements: string[]) => statements.some((text) => /from \(select [^()]+ from articles/.test(text))
    expect(isNear(await watch(() => get('/v1/claims?q=the&order=-published&limit=3&fields=id')))).toBe(true)
    expect(isNear(await watch(() => get('/v1/claims?q=kopje&order=-published&limit=3&fields=id')))).toBe(false)
  })
})
