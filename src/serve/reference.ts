import { type ProblemType, problemTypes } from '../model/problem.ts'
import { actorFilters, articleFilters, claimFilters, type Filter, operators, parameterName } from '../query/filters.ts'
import { actorOrders, articleOrders, claimOrders } from '../query/orders.ts'
import { describeProblem } from './routes/operation.ts'

const generated = '<!-- Written by `npm run openapi` from the tables in src; edit those. -->\n\n'
const code = (words: readonly string[]) => words.map((word) => `\`${word}\``).join(', ')

/** docs/filters.md: every filter, operator and order. */
export function filterPages(): string {
  const table = (filters: readonly Filter[]) =>
    [
      '| parameters | of | meaning |',
      '| --- | --- | --- |',
      ...filters.map(
        (filter) =>
          `| ${code(filter.operators.map((operator) => parameterName(filter, operator)))} | ${filter.types && filter.types.length < 4 ? filter.types.join(', ') : 'all'} | ${filter.sentence}${filter.values ? ` One of ${code(filter.values)}.` : ''} |`,
      ),
    ].join('\n')
  const orders = (from: Record<string, unknown>) => code(Object.keys(from))
  return `${generated}# Filters

Different parameters are joined by AND. A parameter that takes one of several values may be repeated, for OR. Operators stand behind two underscores: ${Object.entries(
    operators,
  )
    .filter(([name]) => name)
    .map(([name, meaning]) => `\`__${name}\` (${meaning})`)
    .join(', ')}.

## Claims

${table(claimFilters)}

Orders: ${orders(claimOrders)}.

## Articles

${table(articleFilters)}

Orders: ${orders(articleOrders)}.

## Actors

${table(actorFilters)}

Orders: ${orders(actorOrders)}.
`
}

/** docs/problems.md: every kind of error. */
export const problemPages = (): string => `${generated}# Problems

Every error is an \`application/problem+json\` document (RFC 9457). Its \`type\` is one of these; \`errors\` names each field at fault.

${(Object.keys(problemTypes) as ProblemType[]).map(describeProblem).join('\n')}`
