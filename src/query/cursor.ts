import { hash } from 'node:crypto'
import { z } from 'zod'
import { ProblemError } from '../model/problem.ts'
import type { Phase } from './orders.ts'

/** Where a page ended: the phase of its order, the values of its keys, the data's version at the first page, and a hash of the query. */
const Cursor = z.tuple([z.int().min(0), z.array(z.union([z.string(), z.number()])).max(8), z.int().min(0), z.string()])
export type Cursor = {
  readonly phase: number
  readonly values: readonly (string | number)[]
  readonly snapshot: number
}

/** A short hash of what a cursor may be used with: everything of the query but the page itself. */
export function hashQuery(operation: string, query: Readonly<Record<string, unknown>>): string {
  const {
    after: _after,
    limit: _limit,
    count: _count,
    query: _query,
    fields: _fields,
    expand: _expand,
    highlight: _highlight,
    format: _format,
    ...rest
  } = query
  const sorted = Object.entries(rest)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return hash('sha256', JSON.stringify([operation, sorted]), 'base64url').slice(0, 12)
}

export const encodeCursor = ({ phase, values, snapshot }: Cursor, hash: string): string =>
  Buffer.from(JSON.stringify([phase, values, snapshot, hash])).toString('base64url')

/** @throws {ProblemError} invalid-cursor, for anything that this service did not make or made for another query */
export function decodeCursor(text: string, hash: string, order: readonly Phase[]): Cursor {
  const refuse = (detail: string): never => {
    throw new ProblemError('invalid-cursor', detail, [{ parameter: 'after', code: 'invalid-cursor', detail }])
  }
  let json: unknown
  try {
    json = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
  } catch {
    return refuse('The cursor is malformed: pass "next" of the previous page unchanged.')
  }
  const parsed = Cursor.safeParse(json)
  if (!parsed.success) return refuse('The cursor is malformed: pass "next" of the previous page unchanged.')
  const [phase, values, snapshot, made] = parsed.data
  if (made !== hash)
    return refuse(
      'The cursor belongs to a different query: keep the filters and the order of the page it came from, or start without it.',
    )
  if (order[phase]?.keys.length !== values.length) return refuse('The cursor does not belong to this list.')
  return { phase, values, snapshot }
}
