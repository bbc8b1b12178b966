export type Cell = string | number | undefined
/** Columns by name, rows in the order in which they are seen. */
export type Table = { readonly head: readonly string[]; readonly rows: readonly (readonly Cell[])[] }

/** A table as CSV (RFC 4180). What a spreadsheet would take for a formula has an apostrophe in front, as in the service's own. */
export const toCsv = ({ head, rows }: Table): string =>
  [head, ...rows].map((row) => `${row.map(quote).join(',')}\r\n`).join('')

function quote(cell: Cell): string {
  if (typeof cell === 'number') return String(cell)
  const text = /^\s*[=+\-@]/.test(cell ?? '') ? `'${cell}` : (cell ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** The same as JSON: an object a row. */
export const toJson = ({ head, rows }: Table): string =>
  `${JSON.stringify(
    rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i] ?? null]))),
    undefined,
    2,
  )}\n`
