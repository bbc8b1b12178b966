import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ArticleRecord } from '../../src/model/article.ts'
import { claimColumns } from '../../src/model/claim/columns.ts'
import type { Claim } from '../../src/model/claim/index.ts'
import { deleteArticle, saveArticle } from '../../src/store/save.ts'
import { hashText, identifyArticle, identifyClaim } from '../../src/text/identifier.ts'
import { startService } from './service.ts'

const now = '2024-03-02T08:00:00.000Z'
/** What spreadsheets, parsers and databases trip over. */
const pieces = [
  ...'=+-@\t\r\n\u2028\u2029\u0085\v\f\u00a0\u200b\u200e\u2060\ufeff\u3000\u3164\ufe0f\uffa0＝＋－＠",;\'| a1\u0001\u001b\u007f\u0301😀',
  '\r\n',
  '""',
  '=1+1',
  'cmd|',
]
const cell = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 }).map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((text) => !text.includes('\0')),
)

/** An article whose title, author's words and claims are these strings; no text says them, which is nothing to a table. */
function recordOf(n: number, title: string, words: readonly string[]): ArticleRecord {
  const text = `${n} ${words.join(' ')}`
  const id = identifyArticle(undefined, text)
  const claims = words.map(
    (surface, i): Claim => ({
      type: 'figure',
      id: identifyClaim(id, i),
      articleId: id,
      surface,
      start: i,
      end: i + 1,
      section: 'body',
      sentence: { text: `${surface}${title}`, start: 0, end: 1 },
      extractor: 'figure.count',
      confidence: 0.5,
      kind: 'count',
      number: -5,
      unit: surface,
      measure: title,
    }),
  )
  return {
    id,
    metadata: { title },
    text,
    textHash: hashText(text),
    length: [...text].length,
    loadedAt: now,
    sections: [],
    claims,
  }
}

/** Anything from which a spreadsheet could make a formula: a sign, at the start or behind what does not show. */
const couldBeFormula =
  /^(?:[\t\n\v\f\r\u0085\u2028\u2029]|[\p{Cc}\p{White_Space}\p{Default_Ignorable_Code_Point}]*[=+\-@＝＋－＠])/u

describe('CSV', async () => {
  const { get, store } = await startService()
  const csv = { accept: 'text/csv' }

  it('gives every cell back to a parser, in lists and exports alike, and none is a formula', async () => {
    let n = 0
    await fc.assert(
      fc.asyncProperty(cell, fc.array(cell, { minLength: 1, maxLength: 5 }), async (title, words) => {
        const record = recordOf(n++, title, words)
        await saveArticle(store, record)
        const url = `article=${record.id}`
        const [list, exported, single] = await Promise.all(
          [`/v1/claims?${url}`, `/v1/claims/export?${url}`, `/v1/claims/${record.claims[0]!.id}`].map(
            async (path) => (await get(path, csv)).text,
          ),
        )
        await deleteArticle(store, record.id, now)
        expect(exported).toBe(list)
        const rows = parse(list!, { columns: true }) as Record<string, string>[]
        expect(rows).toHaveLength(words.length)
        expect(parse(single!, { columns: true })).toEqual(rows.slice(0, 1))
        const isAsWritten = (shown: string, meant: string) => {
          expect(shown).not.toMatch(couldBeFormula)
          expect(shown).toBe(couldBeFormula.test(meant) ? `'${meant}` : meant)
        }
        rows.forEach((row, i) => {
          isAsWritten(row.surface!, words[i]!)
          isAsWritten(row.unit!, words[i]!)
          isAsWritten(row.measure!, title)
          isAsWritten(row.articleTitle!, title)
          isAsWritten(row.sentence!, `${words[i]!}${title}`)
          expect(row).toMatchObject({ id: record.claims[i]!.id, number: '-5', currency: '', start: String(i) })
        })
      }),
      { numRuns: 200 },
    )
  })

  it('has the columns of the table in their order, also where nothing is listed', async () => {
    const { text } = await get('/v1/claims?article=art_0', csv)
    expect(text).toBe(`${Object.keys(claimColumns).join(',')}\r\n`)
    expect((await get('/v1/claims/export?article=art_0', csv)).text).toBe(text)
  })
})
