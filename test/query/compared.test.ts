import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sqliteOf } from '../../src/store/sqlite/store.ts'
import { startService } from '../serve/service.ts'

// More figures than are looked at for comparisons, as a big database has them: pairs of one figure said twice, the earlier half in km.

const most = 5000
const pairs = 3000
const folder = mkdtempSync(join(tmpdir(), 'article-facts-compared-'))
writeFileSync(join(folder, 'a.txt'), 'Exports of Norway rose by 4% to $24bn in May 2022.')
const { get, store } = await startService(folder)
const database = sqliteOf(store)
database.exec(`
  WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${2 * pairs})
  INSERT INTO claims (seq, id, article, sequence, type, section, start_at, end_at, kind, extractor, confidence, unit, change, json)
    SELECT 1000000 + i, 'x' || i, (SELECT max(seq) FROM articles), 0, 'figure', 'body', i, i + 1, 'measurement', 'figure.x', 0.5,
      iif(i <= ${pairs}, 'km', 'mile'), iif(i % 1000 = 1, 'rise', null),
      json_object('id', 'x' || i, 'articleId', 'a', 'type', 'figure', 'surface', '1', 'sentence', json_object('text', '1')) FROM n;
  INSERT INTO comparables (claim, article, comparison, dimension, is_change, modality, value, words, basis)
    SELECT seq, article, printf('cmp_%016d', (start_at + 1) / 2), unit, 0, 'actual', 1, '[]', '{"words":[],"subjectFrom":"none","shared":[]}'
      FROM claims WHERE seq > 1000000;
  INSERT INTO comparisons (id, dimension, is_change, verdict, difference, absolute, outlets, articles, claims, published_at)
    SELECT comparison, 'km', 0, 'agree', 0, 0, 1, 2, 2, '' FROM comparables WHERE claim > 1000000 GROUP BY comparison;
`)
describe('comparisons under a filter that more figures fit than are looked at', () => {
  it('are those of the latest stored, and say so', async () => {
    const { body } = await get('/v1/comparisons?kind=measurement&count=true&limit=1')
    expect(body).toMatchObject({ sample: most, count: { value: 1000, relation: 'gte' } })
    // each pair of the latest, down to the first that is cut off
    const seen = new Set<number>()
    for (let next: string | null = ''; next !== null; ) {
      const page: { items: { id: string }[]; next: string | null } = (
        await get(`/v1/comparisons?kind=measurement&limit=200&order=-outlets${next && `&after=${next}`}`)
      ).body
      for (const { id } of page.items) seen.add(Number(id.slice(4)))
      next = page.next
    }
    expect([seen.size, Math.min(...seen), Math.max(...seen)]).toEqual([most / 2, pairs - most / 2 + 1, pairs])
  })

  it('are all of them where fewer fit, however old', async () => {
    const { body } = await get('/v1/comparisons?unit=km&change=rise&order=-outlets')
    expect([body.items.map(({ id }: { id: string }) => Number(id.slice(4))), body.sample]).toEqual([
      [1001, 501, 1],
      undefined,
    ])
  })
})
