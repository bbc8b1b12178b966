import { claimColumns } from '../model/claim/columns.ts'

// Lines of CSV, byte for byte as the SQL of csv.ts makes them.

/** Columns of an article that are cells of its claims. */
export const articleCells = {
  'article.title': 'title',
  'article.url': 'url',
  'article.publishedAt': 'published_at',
  'article.publication': 'publication',
  'article.author': 'author',
  'article.language': 'language',
  'article.authors': 'authors',
} as const
export type ArticleCells = Readonly<Record<(typeof articleCells)[keyof typeof articleCells], string | null>>

/** What a spreadsheet takes for the beginning of a formula: `=`, `+`, `-`, `@` and their wide forms. */
export const formulaSigns = [0x3d, 0x2b, 0x2d, 0x40, 0xff1d, 0xff0b, 0xff0d, 0xff20]
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i)
/** What it may pass over on the way there: controls, spaces, line ends, and characters that do not show (Unicode: Cc, White_Space, Default_Ignorable). */
export const passedOver = [
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
export const lineStarts = [0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x85, 0x2028, 0x2029]

/** The first characters that have to be looked behind or at. */
const harmless = /^[0-9A-Za-z]/
const toClass = (points: readonly number[]) => points.map((point) => `\\u{${point.toString(16)}}`).join('')
const dangerous = new RegExp(`^(?:[${toClass(lineStarts)}]|[${toClass(passedOver)}]*[${toClass(formulaSigns)}])`, 'u')

/** The values of a claim in the order of `claimColumns`, null where it has none. */
export const valuesOf = (claim: object, article: ArticleCells | undefined): unknown[] =>
  Object.values(claimColumns).map((paths) => {
    for (const path of paths) {
      const column = articleCells[path as keyof typeof articleCells]
      const value = column ? article?.[column] : valueAt(claim, path)
      if (value !== undefined && value !== null) return value
    }
    return null
  })

/** The line of a claim, without its end: every text in quotation marks, an apostrophe before what could become a formula. */
export const toLine = (claim: object, article: ArticleCells | undefined): string =>
  valuesOf(claim, article).map(toCell).join(',')

/** What stands in a row at a path: `location.country`; undefined where nothing does. */
export function valueAt(row: object, path: string): unknown {
  let value: unknown = row
  for (const name of path.split('.')) value = (value as Record<string, unknown> | undefined | null)?.[name]
  return value
}

/** A cell: empty without a value, a number or 0 and 1 as they are, the rest in quotation marks, lists and objects as JSON. */
export function toCell(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'number') return JSON.stringify(value)
  if (typeof value === 'boolean') return value ? '1' : '0'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const guarded = !harmless.test(text) && dangerous.test(text) ? `'${text}` : text
  return `"${guarded.replaceAll('"', '""')}"`
}
