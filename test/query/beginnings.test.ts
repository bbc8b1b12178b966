import { expect, it } from 'vitest'
import { ingestArticle } from '../../src/ingest.ts'
import { saveArticles } from '../../src/store/save.ts'
import { sqliteOf } from '../../src/store/sqlite/store.ts'
import { startService } from '../serve/service.ts'

const { get, store } = await startService()
// more words of one beginning than are taken apart
const many = Array.from({ length: 60 }, (_, i) => `In 20${10 + i} the zab${'abcdefghij'[i % 10]}${i} sent an e-mail.`)
await saveArticles(store, [ingestArticle({ text: many.join('\n\n'), metadata: {} }, '2024-01-01T00:00:00.000Z')])

const idsOf = async (search: string): Promise<string[]> => {
  const ids: string[] = []
  for (let next: string | null = ''; next !== null; ) {
    const { status, body } = await get(
      `/v1/claims?section=any&review=any&q=${encodeURIComponent(search)}&limit=50${next && `&after=${next}`}`,
    )
    expect(status, JSON.stringify(body)).toBe(200)
    ids.push(...body.items.map(({ id }: { id: string }) => id))
    next = body.next
  }
  return ids
}

// what FTS5 itself says of beginnings
it.each([
  ['the*', '"the" *'],
  ['tra*', '"tra" *'],
  ['tra* -chi*', '("tra" *) NOT ("chi" *)'],
  ['"foreign pol"*', '"foreign pol" *'],
  ['tra* OR pol*', '("tra" *) OR ("pol" *)'],
  ['e-mai*', '("e mai" *) OR ("emai" *)'],
  ['zab*', '"zab" *'],
  ['zaba* kop*', '("zaba" *) AND ("kop" *)'],
  ['xyzzy*', '"xyzzy" *'],
])('%s finds what FTS5 finds by it', async (search, match) => {
  const expected = sqliteOf(store)
    .prepare('select id from claims join claims_text on claims_text.rowid = seq where claims_text match ? order by seq')
    .pluck()
    .all(match)
  expect(await idsOf(search)).toEqual(expected)
})

it('finds articles by a beginning', async () => {
  for (const [q, count] of [
    ['zab*', 1],
    ['zaba0*', 1],
    ['xyzzy*', 0],
  ] as const)
    expect((await get(`/v1/articles?q=${q}`)).body.items, q).toHaveLength(count)
})
