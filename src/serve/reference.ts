import type { z } from 'zod'
import { claimTypes } from '../model/claim/index.ts'
import { type ProblemType, problemTypes } from '../model/problem.ts'
import {
  actorFilters,
  articleFilters,
  claimFilters,
  type Filter,
  operators,
  parameterName,
  reviewFilters,
} from '../query/filters.ts'
import { actorOrders, articleOrders, claimOrders, reviewOrders } from '../query/orders.ts'
import { relevance } from '../query/parameters.ts'
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

Orders: ${orders(claimOrders)}. ${relevance}

## Articles

${table(articleFilters)}

Orders: ${orders(articleOrders)}.

## Actors

${table(actorFilters)}

Orders: ${orders(actorOrders)}.

## Reviews

${table(reviewFilters)}

Orders: ${orders(reviewOrders)}.
`
}

/** docs/problems.md: every kind of error. */
export const problemPages = (): string => `${generated}# Problems

Every error is an \`application/problem+json\` document (RFC 9457). Its \`type\` is one of these; \`errors\` names each field at fault.

${(Object.keys(problemTypes) as ProblemType[]).map(describeProblem).join('\n')}`

/** docs/claims.md: the fields of every claim type. */
export function claimPages(): string {
  const describe = (schema: z.ZodType): string => {
    const { description } = (schema.meta() ?? {}) as { description?: string }
    const inner = (schema as unknown as { def: { innerType?: z.ZodType } }).def.innerType
    return (description ?? (inner ? describe(inner) : '')).replaceAll('|', '\\|')
  }
  const own = (type: keyof typeof claimTypes) => Object.entries(claimTypes[type].shape as Record<string, z.ZodType>)
  const shared = new Set(
    own('actor')
      .map(([name]) => name)
      .filter((name) =>
        Object.values(claimTypes).every(({ shape }) => name in shape && name !== 'kind' && name !== 'type'),
      ),
  )
  const table = (rows: [string, z.ZodType][]) =>
    [
      '| field | always there | meaning |',
      '| --- | --- | --- |',
      ...rows.map(
        ([name, schema]) =>
          `| \`${name}\` | ${schema.safeParse(undefined).success ? '' : 'yes'} | ${describe(schema)} |`,
      ),
    ].join('\n')
  const section = (type: keyof typeof claimTypes) => {
    const { description, example } = claimTypes[type].meta() as { description: string; example: object }
    return `## ${type}\n\n${description}\n\n${table(own(type).filter(([name]) => !shared.has(name) && name !== 'type'))}\n\n\`\`\`json\n${JSON.stringify(example, null, 2)}\n\`\`\`\n`
  }
  return `${generated}# Claims

A claim is a span of an article that states one of four things, told apart by \`type\`. Offsets are Unicode code points, \`start\` inclusive, \`end\` exclusive. How often each field is given and right is in [Quality](quality.md). Every claim has:

${table(own('actor').filter(([name]) => shared.has(name)))}

${(Object.keys(claimTypes) as (keyof typeof claimTypes)[]).map(section).join('\n')}`
}
