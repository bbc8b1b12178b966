import { describe, expect, it } from 'vitest'
import { sqliteOf } from '../../src/store/sqlite/store.ts'
import { startServiceWith } from './service.ts'

const { get, app, store } = await startServiceWith({ QUERY_TIMEOUT: '0' })
// many rows of one article, as a big database has them
sqliteOf(store).exec(`
  WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40000)
  INSERT INTO claims (id, article, sequence, type, section, start_at, end_at, kind, extractor, confidence, json)
    SELECT 'x' || i, 1, 0, 'date', 'body', i, i + 1, 'date', 'date.x', 0.5 + 0.4 * (i % 2), '{}' FROM n`)

describe('a query that takes long', () => {
  it('is answered rightly, and keeps nobody else waiting', async () => {
    // few fit, so that all are looked at
    const heavy = '/v1/claims/facets?by=extractor&extractor__prefix=actor&confidence__lt=0.6'
    const expected = sqliteOf(store)
      .prepare(
        `SELECT extractor AS value, count(*) AS count FROM claims WHERE section = 'body' AND rejected = 0 AND confidence < 0.6 AND extractor LIKE 'actor%' GROUP BY 1 ORDER BY 2 DESC, 1`,
      )
      .all()
    // those who come meanwhile are answered before it; on a busy machine the thread of the heavy one may be lucky now and then
    let first = 0
    for (let round = 0; first === 0 && round < 40; round++) {
      // another limit each time: the same request again would be answered by what was kept
      const answer = get(`${heavy}&limit=${10 + round}`)
      let answered = false
      void answer.then(() => {
        answered = true
      })
      const quick = await Promise.all(Array.from({ length: 5 }, () => get('/v1/articles')))
      expect(quick.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
      if (!answered) first++
      expect((await answer).body.facets[0].values).toEqual(expected)
    }
    expect(first).toBeGreaterThan(0)
  })

  it('is refused in a readable way when too many wait', async () => {
    // other values each time, so that none is answered from what was kept
    const answers = await Promise.all(
      Array.from({ length: 130 }, (_, i) =>
        app.inject(`/v1/claims/facets?by=extractor&extractor__prefix=actor&confidence__lt=0.${600 + i}`),
      ),
    )
    const statuses = answers.map(({ statusCode }) => statusCode)
    expect(new Set(statuses)).toEqual(new Set([200, 503]))
    const refused = answers.find(({ statusCode }) => statusCode === 503)!
    expect([refused.json().type, refused.headers['retry-after']]).toEqual(['/problems/busy', '5'])
    expect((await get('/v1/articles')).status).toBe(200)
  })
})
