import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { raw } from 'sql-template-tag'
import { describe, expect, it } from 'vitest'
import { claimTypes } from '../../src/model/claim/index.ts'
import { startService } from '../serve/service.ts'

const root = join(import.meta.dirname, '../..')
const { store, get } = await startService(join(root, 'docs/tutorial/pages'))
type Row = Record<string, string | number | null>
const rows = (sql: string) => store.all<Row>(raw(sql))

describe('views for SQL', () => {
  it.each([
    ['figures', 'figure'],
    ['quotes', 'quote'],
    ['dates', 'date'],
    ['mentions', 'actor'],
  ])('%s are the claims of their type, with their words and article', async (view, type) => {
    const { body } = await get(`/v1/claims?type=${type}&section=any&review=any&limit=200&expand=article`)
    const titles = new Map(body.articles.map((article: { id: string; title: string }) => [article.id, article.title]))
    const claims = body.items as Row[]
    const found = await rows(`SELECT * FROM ${view} ORDER BY article_id, start_at, id`)
    expect(found.map(({ id }) => id).sort()).toEqual(claims.map(({ id }) => id).sort())
    for (const claim of claims) {
      const row = found.find(({ id }) => id === claim.id)!
      expect(row).toMatchObject({
        surface: claim.surface,
        kind: claim.kind,
        article_title: titles.get(claim.articleId),
        start_at: claim.start,
        confidence: claim.confidence,
      })
      if (type === 'figure') expect([row.number, row.measure]).toEqual([claim.number ?? null, claim.measure ?? null])
    }
    expect(claims.length).toBeGreaterThan(3)
    expect(Object.keys(claimTypes)).toContain(type)
  })

  it('answer the questions of docs/analysts.md', async () => {
    const queries = [...readFileSync(join(root, 'docs/analysts.md'), 'utf8').matchAll(/```sql\n([\s\S]*?)```/g)]
    expect(queries.length).toBeGreaterThan(1)
    for (const [, sql] of queries) expect((await rows(sql!)).length, sql).toBeGreaterThan(0)
  })
})
