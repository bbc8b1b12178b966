import type { Sql } from 'sql-template-tag'
import { ProblemError } from '../model/problem.ts'
import { QueryTimeout, type Snapshot, type Store } from '../store/database.ts'

/**
 * Runs a query of a request within its time limit.
 * @throws {ProblemError} query-timeout, or busy when too many queries wait
 */
export async function runQuery<Row>(store: Store, query: Sql): Promise<Row[]> {
  try {
    return await store.bounded<Row>(query)
  } catch (error) {
    throw toProblem(error)
  }
}

/** Reads a query by handfuls of rows, each within the time limit. @throws {ProblemError} query-timeout */
export async function* iterateQuery<Row>(
  snapshot: Snapshot,
  query: Sql,
  atOnce: number,
): AsyncGenerator<Row[], void, void> {
  try {
    yield* snapshot.each<Row>(query, atOnce)
  } catch (error) {
    throw toProblem(error)
  }
}

/** What a query that took too long is told as; other errors as they are. */
export const toProblem = (error: unknown) =>
  error instanceof QueryTimeout
    ? new ProblemError(
        'query-timeout',
        'The query timed out. Narrow it by type, article, unit or period, or leave out counts and facets.',
        [],
        { 'retry-after': '10' },
      )
    : error
