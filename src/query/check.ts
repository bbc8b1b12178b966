import type { ClaimType } from '../model/claim/index.ts'
import { ProblemError } from '../model/problem.ts'
import type { Query, UsedFilter } from './conditions.ts'
import { parameterName } from './filters.ts'

/** Kinds whose numbers compare with each other without a unit. */
const unitless = new Set(['percentage', 'multiple', 'fraction', 'rank', 'ratio', 'score'])

/**
 * What the table of filters cannot say by itself: numbers need something that makes them comparable, and a filter must fit the types asked for.
 * @throws {ProblemError} unit-required, filter-mismatch or invalid-parameter
 */
export function checkClaimQuery(query: Query, used: readonly UsedFilter[], types: readonly ClaimType[]): void {
  for (const { filter, operator } of used) {
    if (!types.length || filter.types!.some((type) => types.includes(type))) continue
    const parameter = parameterName(filter, operator)
    const owners = filter.types!.join(' and ')
    const detail = `"${parameter}" is a filter of ${owners} claims; with type=${types.join(' and ')} it never matches. Remove it, or use type=${filter.types![0]}.`
    throw new ProblemError('filter-mismatch', detail, [
      { parameter, code: 'filter-mismatch', allowed: [...filter.types!] },
    ])
  }
  const bound = used.find(({ filter }) => filter.name === 'number')
  const kinds = (query.kind ?? []) as string[]
  const comparable =
    query.unit !== undefined || query.currency !== undefined || (kinds.length === 1 && unitless.has(kinds[0]!))
  if (bound && !comparable) {
    const parameter = parameterName(bound.filter, bound.operator)
    const detail = `"${parameter}" needs a unit or a currency (unit=percent, unit=person, currency=USD), or a kind without unit (kind=rank): 20 percent is not comparable with 20 people.`
    throw new ProblemError('unit-required', detail, [{ parameter, code: 'unit-required' }])
  }
  const [from, to] = [query.from, query.to] as (string | undefined)[]
  if (from && to && from > `${to}~`)
    throw new ProblemError('invalid-parameter', `"from" (${from}) is after "to" (${to}).`, [
      { parameter: 'from', code: 'out-of-range' },
    ])
}
