import { z } from 'zod'
import { GivenLanguageTag } from '../model/language.ts'
import { type Filter, type Operator, operators, parameterName, type ValueType } from './filters.ts'
import { mostCounted } from './page.ts'

// The zod schema of a list's query, built from the filter table: it checks the request, types it, and documents it in OpenAPI.

/** Values that a parameter may have at most. */
export const mostRepeated = 50
const list = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(item).min(1).max(mostRepeated),
  )
const once = (value: unknown) => value
const notEmpty = z.string().min(1)
const text = notEmpty.max(500)
const flag = z.enum(['true', 'false'])
const number = (within: Filter['within']) => {
  const plain = z.number('must be a plain number, such as 20 or 1.5e9')
  const said = within && `must be ${within[0]} to ${within[1]}`
  return z.preprocess(
    (value) =>
      typeof value === 'string' && /^-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i.test(value) ? Number(value) : value,
    within ? plain.min(within[0], said).max(within[1], said) : plain,
  )
}
/** A calendar day, or a month or year of it. */
const calendar = z
  .string()
  .regex(
    /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/,
    'must be a year, month or day: 2022, 2022-07 or 2022-07-01',
  )
  .refine((value) => value.length < 10 || z.iso.date().safeParse(value).success, 'is not a valid date')

function schemaOf({ value, values, within }: Filter) {
  if (value === 'enum') return z.enum(values as [string, ...string[]])
  if (value === 'number') return number(within)
  if (value === 'language') return GivenLanguageTag
  return value === 'interval' || value === 'day' ? calendar : text
}

const single = new Set<ValueType>(['words', 'number', 'day', 'interval'])

const made = new WeakMap<Filter, Map<Operator, z.ZodType>>()

/** The parameter of a filter with an operator, made once for all routes that have it. */
function parameterOf(filter: Filter, operator: Operator): z.ZodType {
  const known = made.get(filter) ?? new Map<Operator, z.ZodType>()
  made.set(filter, known)
  const parameter = known.get(operator) ?? makeParameter(filter, operator)
  known.set(operator, parameter)
  return parameter
}

function makeParameter(filter: Filter, operator: Operator): z.ZodType {
  const sentence =
    operator === ''
      ? filter.sentence
      : operator === 'exists'
        ? `Only where \`${filter.name}\` is present (true) or absent (false).`
        : `${filter.sentence} Only where it ${operators[operator]} this.`
  if (operator === 'exists') return flag.optional().describe(sentence)
  const schema = schemaOf(filter)
  const one = single.has(filter.value) || operator === 'gte' || operator === 'lt' || operator === 'prefix'
  return (one ? z.preprocess(once, schema) : list(schema))
    .optional()
    .describe(one ? sentence : `${sentence} Repeat it for OR.`)
}

/** One optional parameter for each filter and operator. */
export function filterParameters(filters: readonly Filter[]): Record<string, z.ZodType> {
  return Object.fromEntries(
    filters.flatMap((filter) =>
      filter.operators.map((operator) => [parameterName(filter, operator), parameterOf(filter, operator)]),
    ),
  )
}

const limit = (most: number, usual: number) =>
  z
    .preprocess(
      (value) => (typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value),
      z.int(`must be a whole number, 1 to ${most}`).min(1, `must be 1 to ${most}`).max(most, `must be 1 to ${most}`),
    )
    .optional()
    .default(usual)
    .describe(`Maximum number of items in a page, 1 to ${most}.`)

/** What the ranking of a search is, which is bounded so that a common word is found as fast as a rare one. */
export const relevance =
  '`relevance` (with `q`) sorts what has the words as they are written before what has other forms of them; of both, claims by their own words or measure before claims by their sentence, and articles by their title before articles by their text; and last, the latest loaded first.'

/** Paging, order and what to add to a list. */
export function listParameters(
  orders: readonly string[],
  extra: { fields?: readonly string[]; expand?: readonly string[]; highlight?: boolean } = {},
): Record<string, z.ZodType> {
  return {
    order: z
      .enum(orders as [string, ...string[]])
      .optional()
      .default(orders[0]!)
      .describe(
        `Sort order; a leading \`-\` reverses it. Items without the value are last; ties are sorted by ${orders.includes('position') ? 'position' : 'id'}.${orders.includes('relevance') ? ` ${relevance}` : ''}`,
      ),
    limit: limit(200, 50),
    after: notEmpty
      .max(4000)
      .optional()
      .describe('Cursor: `next` of the previous page, with the same filters and order.'),
    count: flag
      .optional()
      .describe(
        `Also return the number of all items: exact up to ${mostCounted}, and above for all claims, for a type, and for one value of a facet; otherwise a lower bound.`,
      ),
    query: flag.optional().describe('Also return the query as it was understood.'),
    ...(extra.fields && {
      fields: list(z.enum(extra.fields as [string, ...string[]]))
        .optional()
        .describe(
          'Return only these fields of each item, in `selected`; `items` is then empty. Repeat it for several.',
        ),
    }),
    ...(extra.expand && {
      expand: list(z.enum(extra.expand as [string, ...string[]]))
        .optional()
        .describe('Also return the resources that the items refer to, each once. Repeat it for several.'),
    }),
    ...(extra.highlight && {
      highlight: flag.optional().describe('With `q`: also return where its words are, in code points of the field.'),
    }),
  }
}

export const facetParameters = (by: readonly string[]): Record<string, z.ZodType> => ({
  by: list(z.enum(by as [string, ...string[]])).describe('Property to count by. Repeat it for several.'),
  limit: limit(200, 20),
})
