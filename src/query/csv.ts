import sql, { raw, type Sql } from 'sql-template-tag'
import { claimColumns } from '../model/claim/columns.ts'
import type { Reading } from '../store/database.ts'

// The one writer of CSV (RFC 4180), for lists and exports alike. SQLite makes the lines: a million rows of 41 strings are forty million strings
// in the heap otherwise, and the heap grows by 100 MB for them.

const articleColumns: Record<string, string> = {
  'article.title': 'articles.title',
  'article.url': 'articles.url',
  'article.publishedAt': 'articles.published_at',
  'article.publication': 'articles.publication',
  'article.author': 'articles.author',
  'article.language': 'articles.language',
}

/** SQL of the cells of `claimColumns`, named `c0` and so on. */
const cellColumns = Object.values(claimColumns)
  .map((paths, i) => {
    const places = paths.map((path) => articleColumns[path] ?? `claims.json ->> '$.${path}'`)
    return `${places.length === 1 ? places[0] : `coalesce(${places.join(', ')})`} as c${i}`
  })
  .join(', ')

export const cells = raw(cellColumns)

/** What a spreadsheet takes for the beginning of a formula: `=`, `+`, `-`, `@` and their wide forms. */
const formulaSigns = [0x3d, 0x2b, 0x2d, 0x40, 0xff1d, 0xff0b, 0xff0d, 0xff20]
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i)
/** What it may pass over on the way there: controls, spaces, line ends, and characters that do not show (Unicode: Cc, White_Space, Default_Ignorable). */
const passedOver = [
  ...range(0x01, 0x20),
  ...range(0x7f, 0xa0),
  0xad,
  0x34f,
  0x61c,
  0x115f,
  0x1160,
  0x1680,
  0x17b4,
  0x17b5,
  ...range(0x180b, 0x180f),
  ...range(0x2000, 0x200f),
  ...range(0x2028, 0x202f),
  ...range(0x205f, 0x206f),
  0x3000,
  0x3164,
  ...range(0xfe00, 0xfe0f),
  0xfeff,
  0xffa0,
  ...range(0xfff0, 0xfff8),
]
/** What is a danger in front of a cell by itself: tab and line ends, behind which spreadsheets begin anew. */
const lineStarts = [0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x85, 0x2028, 0x2029]
const isOneOf = (text: string, points: readonly number[]) =>
  `${text} in (${points.map((point) => `char(${point})`).join(', ')})`

/** SQL that makes a line of these cells, without its end: every text in quotation marks, an apostrophe before what could become a formula. */
const csvLine = Object.keys(claimColumns)
  .map((_, i) => {
    const cell = `c${i}`
    const first = `substr(${cell}, 1, 1)`
    const firstToSee = `substr(ltrim(${cell}, char(${passedOver.join(', ')})), 1, 1)`
    // most cells begin harmlessly, and a look behind what does not show costs as much as all the rest
    const guarded = `iif(${cell} not glob '[0-9A-Za-z]*' and (${isOneOf(first, lineStarts)} or ${isOneOf(firstToSee, formulaSigns)}), char(39) || ${cell}, ${cell})`
    return `case typeof(${cell}) when 'text' then char(34) || replace(${guarded}, char(34), char(34, 34)) || char(34) when 'null' then '' else ${cell} end`
  })
  .join(` || ',' || `)

/** The line of names, with its end. */
export const csvHeader = `${Object.keys(claimColumns).join(',')}\r\n`

/** Lines of the rows that a query gives the cells of. The limit keeps each cell from being worked out again wherever the line uses it. */
export const linesOf = (rows: Sql): Sql => sql`select ${raw(csvLine)} as line from (${rows} limit -1)`

/** The table of these claims, which come as the JSON they are stored in, with its head. */
export async function toCsv(reading: Reading, claims: readonly string[]): Promise<string> {
  const rows = await reading.all<{ line: string }>(
    linesOf(
      sql`select ${cells} from (select key, value as json from json_each(${JSON.stringify(claims)})) as claims
        left join articles on articles.id = claims.json ->> '$.articleId' order by claims.key`,
    ),
  )
  return csvHeader + rows.map(({ line }) => `${line}\r\n`).join('')
}
