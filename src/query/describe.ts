import type { Expression } from '../words/expression.ts'
import { searchOf, type UsedFilter } from './conditions.ts'
import { operators } from './filters.ts'

export type QueryEcho = {
  readonly filters: { parameter: string; operator: string; values: string[] }[]
  readonly sentence: string
  readonly order: string
  readonly limit: number
}

/** The query said back: filters as understood, in one sentence. */
export function describeQuery(
  what: string,
  used: readonly UsedFilter[],
  order: string,
  limit: number,
  defaults: readonly string[] = [],
): QueryEcho {
  const filters = used.map(({ filter, operator, values }) => ({
    parameter: filter.name,
    operator: operator || 'eq',
    values: values.map(String),
  }))
  const parts = used.map((one) => {
    const { filter, operator, values } = one
    return operator === 'exists'
      ? `${filter.name} is ${values[0] === 'true' ? '' : 'not '}given`
      : filter.value === 'words'
        ? `${filter.name} has ${describeSearch(searchOf(one).expression)}`
        : `${filter.name} ${verb(filter.name, operator)} ${values.join(' or ')}`
  })
  return {
    filters,
    sentence: `${what}${parts.length + defaults.length ? ` where ${[...parts, ...defaults].join(' and ')}` : ''}, ordered by ${order}.`,
    order,
    limit,
  }
}

/** A search as it is understood: `china and (trade or exports) and not "foreign policy"`. */
function describeSearch(expression: Expression, isInside = false): string {
  if (expression.kind === 'term') {
    const { words, isExact, isPrefix } = expression.term
    const said = `${words.join(' ')}${isPrefix ? '*' : ''}`
    return isExact || words.length > 1 ? `"${said}"` : said
  }
  const of = expression.of.map((one) => describeSearch(one, true))
  if (expression.kind === 'any') return isInside ? `(${of.join(' or ')})` : of.join(' or ')
  const said = [...of, ...expression.without.map((one) => `not ${describeSearch(one, true)}`)].join(' and ')
  return isInside ? `(${said})` : said
}

const verb = (name: string, operator: UsedFilter['operator']) =>
  name === 'from' ? 'reaches to or beyond' : name === 'to' ? 'begins by' : operators[operator]
