import { claimColumns } from '../model/claim/columns.ts'

const articleColumns: Record<string, string> = {
  'article.title': 'articles.title',
  'article.url': 'articles.url',
  'article.publishedAt': 'articles.published_at',
}

/** SQL of the cells of `claimColumns`, named `c0` and so on. */
export const cells = Object.values(claimColumns)
  .map((paths, i) => {
    const places = paths.map((path) => articleColumns[path] ?? `claims.json ->> '$.${path}'`)
    return `${places.length === 1 ? places[0] : `coalesce(${places.join(', ')})`} as c${i}`
  })
  .join(', ')

/** What a spreadsheet takes for the beginning of a formula: `=`, `+`, `-`, `@`, tab, carriage return, and the wide forms of the first four. */
const formula = `char(61), char(43), char(45), char(64), char(9), char(13), char(65309), char(65291), char(65293), char(65312)`

/**
 * SQL that makes a line of CSV (RFC 4180) of these cells, every text in quotation marks. Made by SQLite, for a million rows of 41 strings are
 * forty million strings in the heap otherwise, and the heap grows by 100 MB for them.
 */
export const csvLine = Object.keys(claimColumns)
  .map((_, i) => {
    const cell = `c${i}`
    const guarded = `iif(substr(${cell}, 1, 1) in (${formula}), char(39) || ${cell}, ${cell})`
    return `case typeof(${cell}) when 'text' then char(34) || replace(${guarded}, char(34), char(34, 34)) || char(34) when 'null' then '' else ${cell} end`
  })
  .join(` || ',' || `)
