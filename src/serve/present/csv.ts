import { stringify } from 'csv-stringify/sync'
import type { Article } from '../../model/article.ts'
import { claimColumns } from '../../model/claim/columns.ts'
import type { Claim } from '../../model/claim/index.ts'

type Cell = string | number | null | undefined

/** RFC 4180. Words that a spreadsheet would take for a formula begin with an apostrophe. */
const writeCsv = (rows: readonly (readonly Cell[])[]): string =>
  stringify(rows as Cell[][], { record_delimiter: 'windows', escape_formulas: true })

/** The line of names. */
export const csvHeader = (): string => writeCsv([Object.keys(claimColumns)])

/** One line a claim. */
export const toCsv = (rows: readonly { readonly claim: Claim; readonly article: Article }[]): string =>
  writeCsv(
    rows.map(({ claim, article }) => {
      const row = { ...claim, article }
      return Object.values(claimColumns).map((paths) =>
        paths.map((path) => read(row, path)).find((cell) => cell !== undefined),
      )
    }),
  )

const read = (row: object, path: string): Cell =>
  path
    .split('.')
    .reduce<unknown>((node, key) => (node as Record<string, unknown> | null | undefined)?.[key], row) as Cell
