import { closest, distance } from 'fastest-levenshtein'
import { LRUCache } from 'lru-cache'
import type { z } from 'zod'
import { ProblemError, type ProblemField } from '../model/problem.ts'
import { claimFilters, parameterName } from '../query/filters.ts'

/** Sets of parameters of one operation whose schemas are kept. */
const mostNarrowed = 500

/**
 * A query may have fifty parameters and mostly has three: only what is given, or has a default, need be looked at. Where something unknown is given
 * the whole schema says what is wrong.
 */
function narrowTo(schema: z.ZodType): (data: unknown) => z.ZodType {
  const { shape } = schema as z.ZodObject
  if (!shape || Object.keys(shape).length < 8) return () => schema
  const always = Object.keys(shape).filter(
    (name) => !shape[name]!.safeParse(undefined).success || shape[name]!.parse(undefined) !== undefined,
  )
  const narrowed = new LRUCache<string, z.ZodType>({ max: mostNarrowed })
  return (data) => {
    if (typeof data !== 'object' || data === null) return schema
    const given = Object.keys(data)
    const key = given.join()
    const known = narrowed.get(key)
    if (known) return known
    if (!given.every((name) => Object.hasOwn(shape, name))) return schema
    const picked = (schema as z.ZodObject).pick(
      Object.fromEntries([...always, ...given].map((name) => [name, true])) as Record<string, true>,
    )
    narrowed.set(key, picked)
    return picked
  }
}

/** The validator of all routes: a zod schema's issues as one problem that names each field. */
export function validateWith({ schema, httpPart, url }: { schema: z.ZodType; httpPart?: string; url?: string }) {
  const narrow = narrowTo(schema)
  return (data: unknown) => {
    const result = narrow(data).safeParse(data, { reportInput: true })
    if (result.success) return { value: result.data }
    return {
      error:
        httpPart === 'body'
          ? bodyProblem(result.error.issues)
          : parameterProblem(result.error.issues, schema, url ?? ''),
    }
  }
}

function bodyProblem(issues: readonly z.core.$ZodIssue[]): ProblemError {
  const errors = issues.flatMap((issue): ProblemField[] => {
    const pointer = issue.path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
    return issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ pointer: `${pointer}/${key}`, code: 'unknown', detail: 'no such field' }))
      : [{ pointer, code: codeOf(issue), detail: issue.message }]
  })
  return new ProblemError(
    'invalid-body',
    `The body does not fit: ${errors.map(({ pointer, detail }) => `${pointer || 'the whole'}: ${detail}`).join('; ')}.`,
    errors,
  )
}

function parameterProblem(issues: readonly z.core.$ZodIssue[], schema: z.ZodType, url: string): ProblemError {
  const names = Object.keys((schema as z.ZodObject).shape ?? {})
  const unknown = issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : []))
  const errors: ProblemField[] = [
    ...unknown.map((parameter): ProblemField => {
      const owner = claimFilters.find((filter) =>
        filter.operators.some((operator) => parameterName(filter, operator) === parameter),
      )
      const detail =
        owner?.types && owner.types.length < 4 && !names.includes(parameter)
          ? `a filter of ${owner.types.join(' and ')} claims: see ${owner.types.map((type) => `/v1/${type}s`).join(', ')}`
          : undefined
      const near = nearest(parameter, names)
      return { parameter, code: 'unknown', ...(detail ? { detail } : near && { didYouMean: near }), allowed: names }
    }),
    ...issues
      .filter((issue) => issue.code !== 'unrecognized_keys')
      .map((issue): ProblemField => {
        const allowed = issue.code === 'invalid_value' ? issue.values.map(String) : undefined
        const near = allowed && typeof issue.input === 'string' ? nearest(issue.input, allowed) : undefined
        const code = codeOf(issue)
        return {
          parameter: String(issue.path[0] ?? ''),
          code,
          detail:
            code === 'empty' ? 'must not be empty' : allowed ? `must be one of ${allowed.join(', ')}` : issue.message,
          ...(near && { didYouMean: near }),
          ...(allowed && { allowed }),
        }
      }),
  ]
  if (unknown.length) {
    const first = errors[0]!
    const hint = first.detail
      ? ` It is ${first.detail}.`
      : first.didYouMean
        ? ` Did you mean "${first.didYouMean}"?`
        : ''
    return new ProblemError(
      'unknown-parameter',
      `${unknown.map((name) => `"${name}"`).join(', ')} ${unknown.length > 1 ? 'are no parameters' : 'is no parameter'} of ${url}.${hint}`,
      errors,
    )
  }
  return new ProblemError(
    'invalid-parameter',
    `${errors.map(({ parameter, detail }) => `"${parameter}" ${detail}`).join('; ')}.`,
    errors,
  )
}

function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.input === '' || (issue.code === 'too_small' && issue.origin === 'string')) return 'empty'
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'required'
  if (issue.code === 'too_small' || issue.code === 'too_big') return 'out-of-range'
  if (issue.code === 'invalid_value') return 'not-allowed'
  return issue.code === 'invalid_type' && Array.isArray(issue.input) ? 'repeated' : 'invalid'
}

/** A hint must be true in this very case or absent: only names a few letters away. */
function nearest(name: string, names: readonly string[]): string | undefined {
  if (!names.length) return undefined
  const best = closest(name, names as string[])
  return distance(name, best) <= Math.max(1, Math.floor(best.length / 3)) ? best : undefined
}
