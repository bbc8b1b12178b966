import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ingestArticle } from '../../src/ingest.ts'
import { openStore, type Store } from '../../src/store/open.ts'
import { saveArticle, saveArticles } from '../../src/store/save.ts'
import { size } from '../size.ts'

const now = '2024-03-02T08:00:00.000Z'
const url = 'https://example.org/a'
const record = (text: string, metadata = {}) =>
  ingestArticle({ text, metadata: { url, publishedAt: '2024-03-01', ...metadata } }, now)
const first = record('Exports of Norway rose by 4% to $24bn last year, Mayor Ada Berg said.')
const second = record('Exports of Chile fell by 9% last year, Senator Luis Rojas said.')

/** Everything that is stored, but for the time and the running numbers. */
function contents(store: Store) {
  const read = (sql: string) => store.prepare(sql).all()
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
  it('adds it with its claims, actors and words', () => {
    const store = openStore(':memory:')
    expect(saveArticle(store, first)).toEqual({ outcome: 'added', id: first.id })
    const { claims, actors } = contents(store)
    expect(claims).toHaveLength(first.claims.length)
    expect(actors).toHaveLength(2)
  })

  it('changes nothing when the same article comes again, by url or by text', () => {
    const store = openStore(':memory:')
    saveArticle(store, first)
    const before = store.serialize()
    expect(saveArticle(store, first).outcome).toBe('unchanged')
    const elsewhere = record(first.text, { url: 'https://example.org/copy' })
    expect(saveArticle(store, elsewhere)).toEqual({ outcome: 'unchanged', id: first.id })
    expect(store.serialize().equals(before)).toBe(true)
  })

  it('replaces the claims when the text has changed, and leaves nothing of the old ones', () => {
    const store = openStore(':memory:')
    saveArticle(store, first)
    expect(saveArticle(store, second)).toEqual({ outcome: 'replaced', id: first.id })
    const clean = openStore(':memory:')
    saveArticle(clean, second)
    expect(contents(store)).toEqual(contents(clean))
  })

  it('keeps the last of several texts of one url that come together', () => {
    const store = openStore(':memory:')
    saveArticle(store, record('Chile has met Ada Berg, the mayor.', { url: 'https://example.org/b' }))
    const outcomes = saveArticles(store, [first, second, first, second]).map(({ outcome }) => outcome)
    expect(outcomes).toEqual(['added', 'replaced', 'replaced', 'replaced'])
    const clean = openStore(':memory:')
    saveArticle(clean, record('Chile has met Ada Berg, the mayor.', { url: 'https://example.org/b' }))
    saveArticle(clean, second)
    expect(contents(store)).toEqual(contents(clean))
  })

  it('reads dates anew when only the day of writing was corrected', () => {
    const store = openStore(':memory:')
    saveArticle(store, first)
    expect(saveArticle(store, record(first.text, { publishedAt: '2020-03-01' })).outcome).toBe('replaced')
    expect(store.prepare(`SELECT DISTINCT from_day FROM claims WHERE type = 'date'`).pluck().all()).toEqual([
      '2019-01-01',
    ])
  })

  it('shares countries and full names of persons between articles, and counts each', () => {
    const store = openStore(':memory:')
    saveArticle(store, first)
    saveArticle(store, record('Norway has met Ada Berg, the mayor.', { url: 'https://example.org/b' }))
    const actors = store.prepare('SELECT name, article_count FROM actors ORDER BY name').all()
    expect(actors).toEqual([
      { name: 'Ada Berg', article_count: 2 },
      { name: 'Norway', article_count: 2 },
    ])
  })

  it('cuts every surface out of the stored text, whatever the text holds', () => {
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
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 60 }), (parts) => {
        const text = parts.join('')
        if (!text) return
        const store = openStore(':memory:')
        saveArticle(store, record(text))
        const wrong = store
          .prepare(
            `SELECT json FROM claims JOIN articles ON articles.seq = article WHERE substr(text, start_at + 1, end_at - start_at) <> json ->> '$.surface'`,
          )
          .all()
        store.close()
        expect(wrong).toEqual([])
      }),
      { numRuns: size(75, 500) },
    )
  })
})
