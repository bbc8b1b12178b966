import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeRecords } from '../../bench/database.ts'
import type { ArticleRecord } from '../../src/model/article.ts'
import { saveArticles } from '../../src/store/save.ts'
import { identifyClaim } from '../../src/text/identifier.ts'
import { startService } from './service.ts'

// More claims than facets count one by one: two articles of one claim said again and again, the later one under another unit.

const most = 5000
const folder = mkdtempSync(join(tmpdir(), 'article-facts-sampled-'))
writeFileSync(join(folder, 'a.txt'), 'Nothing of note happened.')
const { get, store } = await startService(folder)
const [one, other] = makeRecords(2) as [ArticleRecord, ArticleRecord]
const figure = one.claims.find(({ type, section }) => type === 'figure' && section === 'body')!

async function save(record: ArticleRecord, unit: string, count: number): Promise<void> {
  const claims = Array.from({ length: count }, (_, i) => ({
    ...figure,
    id: identifyClaim(record.id, `clm_${i.toString(16).padStart(16, '0')}`),
    articleId: record.id,
    unit,
  }))
  const metadata = { ...record.metadata, publication: unit === 'km' ? 'Early Post' : 'EARLY post' }
  await saveArticles(store, [{ ...record, metadata, claims: claims as ArticleRecord['claims'] }])
}
await save(one, 'km', 2000)
await save(other, 'mile', 3250)

const facetsOf = async (query: string) => (await get(`/v1/claims/facets?${query}`)).body.facets

describe('facets of more claims than are counted one by one', () => {
  it('are of the latest stored, and say so', async () => {
    const [units] = await facetsOf('by=unit&confidence__gte=0')
    expect(units).toEqual({
      by: 'unit',
      values: [
        { value: 'mile', count: 3250 },
        { value: 'km', count: most - 3250 },
      ],
      more: false,
      sample: most,
    })
  })

  it('are counted in one walk where there are several, beside those that counters know', async () => {
    const query = 'confidence__gte=0&by=unit&by=kind&by=actor&by=cue'
    const together = await facetsOf(query)
    expect(together.map(({ by }: { by: string }) => by)).toEqual(['unit', 'kind', 'actor', 'cue'])
    for (const facet of together) expect(await facetsOf(`confidence__gte=0&by=${facet.by}`)).toEqual([facet])
    const [types, units] = await facetsOf('publication=early%20post&by=type&by=unit')
    expect([types.sample, units.sample]).toEqual([undefined, most])
  })

  it('say so where none of those has a value', async () => {
    expect(await facetsOf('by=cue&confidence__gte=0')).toEqual([{ by: 'cue', values: [], more: false, sample: most }])
  })

  it('are exact where fewer fit, and from counters: of everything, and by type of a publication in any spelling', async () => {
    expect(await facetsOf('by=unit&publication=early%20post&unit=km')).toEqual([
      { by: 'unit', values: [{ value: 'km', count: 2000 }], more: false },
    ])
    expect((await facetsOf('by=unit&limit=2'))[0]).toMatchObject({ values: [{ count: 3250 }, { count: 2000 }] })
    expect(await facetsOf('by=type&publication=early%20post')).toEqual([
      { by: 'type', values: [{ value: 'figure', count: 5250 }], more: false },
    ])
    const { body } = await get('/v1/claims?publication=early%20post&count=true&limit=1')
    expect(body.count).toEqual({ value: 5250, relation: 'eq' })
  })
})
