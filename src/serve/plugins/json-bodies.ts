import type { FastifyInstance } from 'fastify'
import { ProblemError } from '../../model/problem.ts'

/** Names and strings that a body may hold; the largest that fits any schema of ours has some dozens. */
const mostStrings = 1000
/** Characters that may stand outside its strings: brackets, numbers, white space. */
const mostOutside = 64 * 1024

/**
 * Parses JSON bodies, but none of more parts than a body can have that fits: two megabytes of names take a fifth of a second to parse, on the
 * thread that serves everybody, and are wrong whatever they say.
 */
export function parseJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (hasTooMany(body as string))
      done(
        new ProblemError(
          'invalid-body',
          `The body is invalid: it has more than ${mostStrings} names and strings, or more than ${mostOutside} characters outside of them.`,
          [{ pointer: '', code: 'out-of-range' }],
        ),
      )
    else void parse(request, body as string, done)
  })
}

/** Steps from quotation mark to quotation mark, and stops at what is too much. */
function hasTooMany(json: string): boolean {
  let strings = 0
  let outside = 0
  let end = 0
  for (let start = json.indexOf('"'); start >= 0; start = json.indexOf('"', end)) {
    strings++
    outside += start - end
    if (strings > mostStrings || outside > mostOutside) return true
    end = endOfString(json, start)
    if (end < 0) return false
  }
  return outside + json.length - end > mostOutside
}

/** @returns the offset behind the mark that closes a string; -1 when none does */
function endOfString(json: string, start: number): number {
  for (let at = json.indexOf('"', start + 1); at >= 0; at = json.indexOf('"', at + 1)) {
    let slashes = 0
    while (json.charCodeAt(at - 1 - slashes) === 0x5c) slashes++
    if (slashes % 2 === 0) return at + 1
  }
  return -1
}
