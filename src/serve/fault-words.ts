import type { z } from 'zod'

// What is wrong with a value, in plain words. What a schema says by itself (`must be a date, YYYY-MM-DD`) comes first.

/** `must be a string`: the types that JSON has. */
const typeWords = new Map([
  ['string', 'a string'],
  ['number', 'a number'],
  ['int', 'a whole number'],
  ['boolean', 'true or false'],
  ['array', 'an array'],
  ['object', 'an object'],
  ['record', 'an object'],
])
const formatWords = new Map([
  ['date', 'a date, YYYY-MM-DD'],
  ['datetime', 'a date and time, such as 2024-03-01T08:00:00Z'],
  ['url', 'a URL'],
])
/** What sizes count. */
const parts = new Map([
  ['string', ['character', 'characters']],
  ['array', ['value', 'values']],
])

/** The error map of all checks. @returns undefined where zod's own words stay */
export function sayFault(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === 'invalid_type') {
    if (issue.input === undefined) return 'is required'
    const type = typeWords.get(issue.expected)
    return type && `must be ${type}`
  }
  if (issue.code === 'invalid_format') {
    const format = formatWords.get(issue.format)
    return format && `must be ${format}`
  }
  if (issue.code === 'too_big') return saySize(issue.origin, 'at most', issue.maximum)
  if (issue.code === 'too_small')
    return issue.minimum === 1 && parts.has(issue.origin)
      ? 'must not be empty'
      : saySize(issue.origin, 'at least', issue.minimum)
  return undefined
}

function saySize(origin: string, bound: string, size: number | bigint): string {
  const [one, several] = parts.get(origin) ?? []
  return one === undefined ? `must be ${bound} ${size}` : `must have ${bound} ${size} ${size === 1 ? one : several}`
}
