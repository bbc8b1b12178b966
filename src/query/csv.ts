import sql, { raw, type Sql } from 'sql-template-tag'
import { claimColumns } from '../model/claim/columns.ts'
import type { Reading } from '../store/database.ts'
import { among } from '../store/place.ts'
import { type ArticleCells, articleCells, formulaSigns, lineStarts, passedOver, toLine } from './csv-lines.ts'

// CSV (RFC 4180), for lists and exports alike. SQLite makes the lines: a million rows of 41 strings are forty million strings in the heap
// otherwise, and the heap grows by 100 MB for them. Where the database is elsewhere, `toLine` does.

const articleColumns: Record<string, string> = Object.fromEntries(
  Object.entries(articleCells).map(([path, column]) => [path, `articles.${column}`]),
)

/** SQL of the cells of `claimColumns`, named `c0` and so on. */
const cellColumns = Object.values(claimColumns)
  .map((paths, i) => {
    const places = paths.map((path) => articleColumns[path] ?? `claims.json ->> '$.${path}'`)
    return `${places.length === 1 ? places[0] : `coalesce(${places.join(', ')})`} as c${i}`
  })
  .join(', ')

export const cells = raw(cellColumns)
/** The same beside the `json` that they come from, for `linesOf`. */
export const cellsOfLine = raw(`${cellColumns}, claims.json as json`)

const isOneOf = (text: string, points: readonly number[]) =>
  `${text} in (${points.map((point) => `char(${point})`).join(', ')})`

/** SQL that makes a line of these cells, without its end: every text in quotation marks, an apostrophe before what could become a formula, a
 * fraction with the digits that JSON has (SQLite writes 17 of them). */
const csvLine = Object.values(claimColumns)
  .map((paths, i) => {
    const cell = `c${i}`
    const first = `substr(${cell}, 1, 1)`
    const firstToSee = `substr(ltrim(${cell}, char(${passedOver.join(', ')})), 1, 1)`
    // most cells begin harmlessly, and a look behind what does not show costs as much as all the rest
    const guarded = `iif(${cell} not glob '[0-9A-Za-z]*' and (${isOneOf(first, lineStarts)} or ${isOneOf(firstToSee, formulaSigns)}), char(39) || ${cell}, ${cell})`
    return `case typeof(${cell}) when 'text' then char(34) || replace(${guarded}, char(34), char(34, 34)) || char(34) when 'null' then '' when 'real' then json -> '$.${paths.at(-1)}' else ${cell} end`
  })
  .join(` || ',' || `)

/** The line of names, with its end. */
export const csvHeader = `${Object.keys(claimColumns).join(',')}\r\n`

/** Lines of the rows that a query gives the cells of. The limit keeps each cell from being worked out again wherever the line uses it. */
export const linesOf = (rows: Sql): Sql => sql`select ${raw(csvLine)} as line from (${rows} limit -1)`

/** What `toLine` makes a line of, as columns of claims and their articles. */
export const lineParts = raw(
  `claims.json as json, ${Object.values(articleCells)
    .map((column) => `articles.${column}`)
    .join(', ')}`,
)
export type LineParts = ArticleCells & { readonly json: string }

/** The table of these claims, which come as the JSON they are stored in, with its head. */
export async function toCsv(reading: Reading, claims: readonly string[]): Promise<string> {
  const lines = reading.dialect.csv ? await makeLines(reading, claims) : await writeLines(reading, claims)
  return csvHeader + lines.map((line) => `${line}\r\n`).join('')
}

async function makeLines(reading: Reading, claims: readonly string[]): Promise<string[]> {
  const rows = await reading.all<{ line: string }>(
    linesOf(
      sql`select ${cellsOfLine} from (select key, value as json from json_each(${JSON.stringify(claims)})) as claims
        left join articles on articles.id = claims.json ->> '$.articleId' order by claims.key`,
    ),
  )
  return rows.map(({ line }) => line)
}

async function writeLines(reading: Reading, claims: readonly string[]): Promise<string[]> {
  const parsed = claims.map((json) => JSON.parse(json) as { articleId: string })
  const ids = [...new Set(parsed.map(({ articleId }) => articleId))]
  const columns = raw(Object.values(articleCells).join(', '))
  const rows = await reading.all<ArticleCells & { id: string }>(
    sql`select id, ${columns} from articles where id ${reading.dialect.anyOf(ids)} ${await among(reading, 'seq', ids)}`,
  )
  const articles = new Map(rows.map((row) => [row.id, row]))
  return parsed.map((claim) => toLine(claim, articles.get(claim.articleId)))
}
