import type { UsedFilter } from './conditions.ts'
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
  const parts = used.map(({ filter, operator, values }) =>
    operator === 'exists'
      ? `${filter.name} is ${values[0] === 'true' ? '' : 'not '}given`
      : filter.value === 'words'
        ? `${filter.name} has the words ${values[0]}`
        : `${filter.name} ${verb(filter.name, operator)} ${values.join(' or ')}`,
  )
  return {
    filters,
    sentence: `${what}${parts.length + defaults.length ? ` where ${[...parts, ...defaults].join(' and ')}` : ''}, ordered by ${order}.`,
    order,
    limit,
  }
}

const verb = (name: string, operator: UsedFilter['operator']) =>
  name === 'from' ? 'reaches to or beyond' : name === 'to' ? 'begins by' : operators[operator]
