import { LRUCache } from 'lru-cache'
import type { z } from 'zod'
import { ProblemError, type ProblemField } from '../model/problem.ts'
import { claimFilters, parameterName } from '../query/filters.ts'
import { mostRepeated } from '../query/parameters.ts'
import { cutName, mostFaults, nameSome } from './bounds.ts'
import { sayFault } from './fault-words.ts'
import { suggestParameter, suggestValue } from './suggestions.ts'

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

/** What is wrong with a request: paths that nothing is known by, and the first that is wrong with each other; no more than the most are named, and `count` is of all. */
type Faults = {
  readonly unknown: readonly (readonly PropertyKey[])[]
  readonly issues: readonly z.core.$ZodIssue[]
  readonly count: { readonly unknown: number; readonly issues: number }
}

/** The validator of all routes: what is wrong by a zod schema, as one problem that names each field. */
export function validateWith({ schema, httpPart, url }: { schema: z.ZodType; httpPart?: string; url?: string }) {
  const narrow = narrowTo(schema)
  const refuse = (faults: Faults) => ({
    error: httpPart === 'body' ? bodyProblem(faults) : parameterProblem(faults, schema, url ?? ''),
  })
  return (data: unknown) => {
    const tooMany = findTooMany(schema, data)
    if (tooMany) return refuse(tooMany)
    const result = narrow(data).safeParse(data, { reportInput: true, error: sayFault })
    return result.success ? { value: result.data } : refuse(toFaults(result.error.issues))
  }
}

/** Far too much is refused as soon as it is seen: nothing of it is looked at one by one. */
function findTooMany(schema: z.ZodType, data: unknown): Faults | undefined {
  const { shape } = schema as z.ZodObject
  if (!shape || typeof data !== 'object' || data === null || Array.isArray(data)) return undefined
  const given = Object.keys(data)
  const known = given.filter((name) => Object.hasOwn(shape, name))
  const count = given.length - known.length
  if (count > mostFaults) {
    const unknown: PropertyKey[][] = []
    for (const name of given) {
      if (!Object.hasOwn(shape, name)) unknown.push([name])
      if (unknown.length === mostFaults) break
    }
    return { unknown, issues: [], count: { unknown: count, issues: 0 } }
  }
  for (const name of known) {
    const value = (data as Record<string, unknown>)[name]
    if (Array.isArray(value) && value.length > mostRepeated) {
      const message = `comes ${value.length} times; ${mostRepeated} are the most`
      const issue = {
        code: 'too_big' as const,
        origin: 'array' as const,
        maximum: mostRepeated,
        path: [name],
        message,
        input: value,
      }
      return { unknown: [], issues: [issue as z.core.$ZodIssueTooBig], count: { unknown: 0, issues: 1 } }
    }
  }
  return undefined
}

function toFaults(all: readonly z.core.$ZodIssue[]): Faults {
  const unknown: PropertyKey[][] = []
  const issues = new Map<string, z.core.$ZodIssue>()
  let count = 0
  for (const issue of all) {
    const pointer = JSON.stringify(issue.path)
    if (issue.code === 'unrecognized_keys') {
      count += issue.keys.length
      unknown.push(...issue.keys.slice(0, mostFaults - unknown.length).map((key) => [...issue.path, key]))
    } else if (!issues.has(pointer)) issues.set(pointer, issue)
  }
  return {
    unknown,
    issues: [...issues.values()].slice(0, mostFaults),
    count: { unknown: count, issues: issues.size },
  }
}

const pointerTo = (path: readonly PropertyKey[]) =>
  path.map((key) => `/${cutName(String(key)).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

function bodyProblem(faults: Faults): ProblemError {
  const errors = [
    ...faults.unknown.map(
      (path): ProblemField => ({ pointer: pointerTo(path), code: 'unknown', detail: 'unknown field' }),
    ),
    ...faults.issues.map(
      (issue): ProblemField => ({ pointer: pointerTo(issue.path), code: codeOf(issue), detail: issue.message }),
    ),
  ]
  const said = errors.map(({ pointer, detail }) => `${pointer || 'the whole'}: ${detail}`)
  return new ProblemError(
    'invalid-body',
    `The body is invalid: ${nameSome(said, faults.count.unknown + faults.count.issues, '; ')}.`,
    errors,
  )
}

function parameterProblem(faults: Faults, schema: z.ZodType, url: string): ProblemError {
  const names = Object.keys((schema as z.ZodObject).shape ?? {})
  const errors = [
    ...faults.unknown.map(([name]): ProblemField => {
      const parameter = cutName(String(name))
      const owner = claimFilters.find((filter) =>
        filter.operators.some((operator) => parameterName(filter, operator) === parameter),
      )
      const detail =
        owner?.types && owner.types.length < 4 && !names.includes(parameter)
          ? `a filter of ${owner.types.join(' and ')} claims: see ${owner.types.map((type) => `/v1/${type}s`).join(', ')}`
          : undefined
      return {
        parameter,
        code: 'unknown',
        ...(detail ? { detail } : suggestParameter(parameter, names)),
        allowed: names,
      }
    }),
    ...faults.issues.map((issue): ProblemField => {
      const isRepeated = Array.isArray(issue.input) && issue.code !== 'too_big'
      const allowed = issue.code === 'invalid_value' && !isRepeated ? issue.values.map(String) : undefined
      // a value of several has its place in the list as well
      const repeatable = issue.path.length > 1
      const parameter = cutName(String(issue.path[0] ?? ''))
      const suggestion =
        allowed && typeof issue.input === 'string'
          ? suggestValue(parameter, cutName(issue.input), allowed, repeatable)
          : undefined
      const code = isRepeated ? 'repeated' : codeOf(issue)
      const detail = code === 'empty' ? 'must not be empty' : allowed ? 'is none of the allowed values' : issue.message
      return {
        parameter,
        code,
        detail: isRepeated ? `takes one value, and was given ${(issue.input as unknown[]).length}` : detail,
        ...suggestion,
        ...(allowed && { allowed }),
      }
    }),
  ]
  const [first] = errors
  const hint = (field: ProblemField | undefined) => (field?.didYouMean ? ` Did you mean "${field.didYouMean}"?` : '')
  if (faults.unknown.length) {
    const said = faults.unknown.map(([name]) => `"${cutName(String(name))}"`)
    return new ProblemError(
      'unknown-parameter',
      `${nameSome(said, faults.count.unknown, ', ')} ${faults.count.unknown > 1 ? 'are not parameters' : 'is not a parameter'} of ${url}.${hint(first)}${first!.detail ? ` ${toSentence(first!.detail)}` : ''}`,
      errors,
    )
  }
  const said = errors.map(({ parameter, detail }) => `"${parameter}" ${detail}`)
  return new ProblemError('invalid-parameter', `${nameSome(said, faults.count.issues, '; ')}.${hint(first)}`, errors)
}

const toSentence = (detail: string) => `${detail.charAt(0).toUpperCase()}${detail.slice(1)}.`

function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.input === '' || (issue.code === 'too_small' && issue.origin === 'string')) return 'empty'
  if (issue.code === 'invalid_type' && issue.input === undefined) return 'required'
  if (issue.code === 'too_small' || issue.code === 'too_big') return 'out-of-range'
  return issue.code === 'invalid_value' ? 'not-allowed' : 'invalid'
}
