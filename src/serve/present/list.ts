import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { toCell, valueAt } from '../../query/csv-lines.ts'
import { csv, json, ndjson, refuseAdditions, sendText } from './media-types.ts'
import { announceNotes } from './notes.ts'
import { linkNext, selectItems } from './page.ts'

/** Representations of a list that is not of claims; the first is the default. */
export const listMediaTypes = [json, ndjson, csv] as const
/** For descriptions. */
export const alsoAsRows = `By \`Accept\` or \`format\` also as NDJSON (\`${ndjson}\`) and CSV (\`${csv}\`).`

/** What a list is as a table: its columns, named by the paths of its fields, and the rows that an item makes. */
export type Table<T> = {
  readonly columns: readonly string[]
  readonly toRows: (item: T) => readonly object[]
  /** Columns that are there only where `expand` asks for them. */
  readonly expanded: readonly string[]
}

/** @param row the schema of a row: nested objects become columns of their own (`counts.figure`), lists stay JSON */
export const tableOf = <T extends object>(
  row: z.ZodObject,
  toRows: (item: T) => readonly object[] = (item) => [item],
  expanded: readonly string[] = [],
): Table<T> => ({ columns: pathsOf(row), toRows, expanded })

function pathsOf(schema: z.ZodObject): string[] {
  return Object.entries(schema.shape).flatMap(([name, field]) => {
    const inner = unwrap(field as z.ZodType)
    return inner instanceof z.ZodObject ? pathsOf(inner).map((path) => `${name}.${path}`) : [name]
  })
}

const unwrap = (schema: z.ZodType): z.ZodType =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodNullable ? unwrap(schema.unwrap() as z.ZodType) : schema

/**
 * Sends a page of a list in the negotiated media type, its cursor in a `Link` header too. NDJSON has an object a row, CSV (RFC 4180) a line a row.
 * @throws {ProblemError} invalid-parameter for additions that only JSON has
 */
export function sendList<T extends object>(
  request: FastifyRequest,
  reply: FastifyReply,
  page: { readonly items: readonly T[]; readonly next: string | null; readonly notes?: readonly string[] },
  table: Table<T>,
) {
  linkNext(request, reply, page.next)
  const query = request.query as { readonly fields?: readonly string[]; readonly expand?: readonly string[] }
  if (request.representation === json) return selectItems(page, query)
  announceNotes(reply, page.notes)
  refuseAdditions(request, ['count', 'query'])
  const { fields, expand } = query
  const isWanted = (name: string) =>
    (!fields || fields.includes(name)) && (!table.expanded.includes(name) || expand?.includes(name))
  const rows = page.items.flatMap(table.toRows)
  if (request.representation === ndjson) {
    const cut = (row: object) =>
      fields ? Object.fromEntries(Object.entries(row).filter(([name]) => isWanted(name))) : row
    return sendText(request, reply, rows.map((row) => `${JSON.stringify(cut(row))}\n`).join(''))
  }
  const paths = table.columns.filter((path) => isWanted(path.split('.', 1)[0]!))
  const lines = rows.map((row) => paths.map((path) => toCell(valueAt(row, path))).join(','))
  return sendText(request, reply, [paths.join(','), ...lines, ''].join('\r\n'))
}
