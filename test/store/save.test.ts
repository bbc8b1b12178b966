import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ingestArticle } from '../../src/ingest.ts'
import { openStore, type Store } from '../../src/store/open.ts'
import { saveArticle, saveArticles } from '../../src/store/save.ts'
import { sqliteOf } from '../../src/store/sqlite/store.ts'
import { size } from '../size.ts'

const now = '2024-03-02T08:00:00.000Z'
const url = 'https://example.org/a'
const record = (text: string, metadata = {}) =>
  ingestArticle({ text, metadata: { url, publishedAt: '2024-03-01', ...metadata } }, now)
const first = record('Exports of Norway rose by 4% to $24bn last year, Mayor Ada Berg said.')
const second = record('Exports of Chile fell by 9% last year, Senator Luis Rojas said.')

/** Everything that is stored, but for the time and the running numbers. */
function contents(store: Store) {
  const read = (sql: string) => sqliteOf(store).prepare(sql).all()
  return {
    articles: read('SELECT id, text, text_hash, actor_count, figure_count FROM articles ORDER BY id'),
    claims: read(
      'SELECT claims.id, articles.id AS article, json FROM claims JOIN articles ON articles.seq = article ORDER BY claims.id',
    ),
    relations: read(
      'SELECT actor_id, claims.id, relation FROM claim_actors JOIN claims ON claims.seq = claim ORDER BY 1, 2, 3',
    ),
    actors: read('SELECT * FROM actors ORDER BY id'),
    aliases: read('SELECT actor_id, alias FROM actor_aliases ORDER BY 1, 2'),
    texts: read(
      `SELECT claims.id FROM claims_text JOIN claims ON claims.seq = claims_text.rowid WHERE claims_text MATCH 'year' ORDER BY 1`,
    ),
  }
}

describe('saving an article', () => {
  it('adds it with its claims, actors and words', async () => {
    const store = await openStore(':memory:')
    expect(await saveArticle(store, first)).toEqual({ outcome: 'added', id: first.id })
    const { claims, actors } = contents(store)
    expect(claims).toHaveLength(first.claims.length)
    expect(actors).toHaveLength(2)
  })

  it('changes nothing when the same article comes again, by url or by text', async () => {
    const store = await openStore(':memory:')
    await saveArticle(store, first)
    const before = sqliteOf(store).serialize()
    expect((await saveArticle(store, first)).outcome).toBe('unchanged')
    const elsewhere = record(first.text, { url: 'https://example.org/copy' })
    expect(await saveArticle(store, elsewhere)).toEqual({ outcome: 'unchanged', id: first.id })
    expect(sqliteOf(store).serialize().equals(before)).toBe(true)
  })

  it('replaces the claims when the text has changed, and leaves nothing of the old ones', async () => {
    const store = await openStore(':memory:')
    await saveArticle(store, first)
    expect(await saveArticle(store, second)).toEqual({ outcome: 'replaced', id: first.id })
    const clean = await openStore(':memory:')
    await saveArticle(clean, second)
    expect(contents(store)).toEqual(contents(clean))
  })

  it('keeps the last of several texts of one url that come together', async () => {
    const store = await openStore(':memory:')
    await saveArticle(store, record('Chile has met Ada Berg, the mayor.', { url: 'https://example.org/b' }))
    const outcomes = (await saveArticles(store, [first, second, first, second])).map(({ outcome }) => outcome)
    expect(outcomes).toEqual(['added', 'replaced', 'replaced', 'replaced'])
    const clean = await openStore(':memory:')
    await saveArticle(clean, record('Chile has met Ada Berg, the mayor.', { url: 'https://example.org/b' }))
    await saveArticle(clean, second)
    expect(contents(store)).toEqual(contents(clean))
  })

  it('reads dates anew when only the day of writing was corrected', async () => {
    const store = await openStore(':memory:')
    await saveArticle(store, first)
    expect((await saveArticle(store, record(first.text, { publishedAt: '2020-03-01' }))).outcome).toBe('replaced')
    expect(sqliteOf(store).prepare(`SELECT DISTINCT from_day FROM claims WHERE type = 'date'`).pluck().all()).toEqual([
      '2019-01-01',
    ])
  })

  it('shares countries and full names of persons between articles, and counts each', async () => {
    const store = await openStore(':memory:')
    await saveArticle(store, first)
    await saveArticle(store, record('Norway has met Ada Berg, the mayor.', { url: 'https://example.org/b' }))
    const actors = sqliteOf(store).prepare('SELECT name, article_count FROM actors ORDER BY name').all()
    expect(actors).toEqual([
      { name: 'Ada Berg', article_count: 2 },
      { name: 'Norway', article_count: 2 },
    ])
  })

  it('cuts every surface out of the stored text, whatever the text holds', async () => {
    const pieces = fc.constantFrom(
      'Ada Berg',
      ' said ',
      '“',
      '”',
      '😀',
      'e\u0301',
      '\r\n',
      '\u00A0',
      '$24bn',
      ' last year',
      '. ',
      '5 million people',
      ' in Norway',
      '\uD800',
      '\u0000',
      '\u200D',
      '👩‍👧',
      ' ',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { minLength: 1, maxLength: 60 }), async (parts) => {
        const text = parts.join('')
        if (!text) return
        const store = await openStore(':memory:')
        await saveArticle(store, record(text))
        const wrong = sqliteOf(store)
          .prepare(
            `SELECT json FROM claims JOIN articles ON articles.seq = article WHERE substr(text, start_at + 1, end_at - start_at) <> json ->> '$.surface'`,
          )
          .all()
        await store.close()
        expect(wrong).toEqual([])
      }),
      { numRuns: size(75, 500) },
    )
  })
})
