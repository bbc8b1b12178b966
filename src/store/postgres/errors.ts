import { ProblemError } from '../../model/problem.ts'
import { QueryTimeout } from '../database.ts'

/** What the driver says of a connection that cannot be had or has gone. */
const lost = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
])
/** https://www.postgresql.org/docs/current/errcodes-appendix.html: shut down, starting up, too many connections, out of disk or memory, read-only. */
const unavailable = /^(?:57P0[1-5]|53\d{3}|08\w{3}|25006)$/
/** Serialization failure, deadlock, and a row that another transaction has just put there: done again, it sees what the other did. */
const again = new Set(['40001', '40P01', '23505'])

/** A lock that was not to be had in the time there was. */
export const isLocked = (error: unknown): boolean => codeOf(error) === '55P03'

const codeOf = (error: unknown) => String((error as { code?: unknown } | undefined)?.code ?? '')

/** A connection that is not there, or has gone. */
export const isLost = (error: unknown): boolean => lost.has(codeOf(error)) || unavailable.test(codeOf(error))
export const mayTryAgain = (error: unknown): boolean => again.has(codeOf(error))

export const lostConnection = (): ProblemError =>
  new ProblemError('not-ready', 'The database cannot be reached. Nothing was stored.', [], { 'retry-after': '5' })

export const isUnreachable = (error: unknown): boolean => error instanceof ProblemError && error.type === 'not-ready'

/** What went wrong, in the words of the program. */
export function translate(error: unknown): unknown {
  const code = codeOf(error)
  // the time limit
  if (code === '57014') return new QueryTimeout()
  if (isLost(error)) return lostConnection()
  // data exceptions: a number that no column takes, out of a cursor that nobody was given
  if (code === '22003' || code === '22P02')
    return new ProblemError('invalid-parameter', 'A value of the query is out of range.')
  // a name or a value that no index takes
  if (code === '54000')
    return new ProblemError('unreadable-article', 'The article has a name or a value that is too long to be found by.')
  return error
}
