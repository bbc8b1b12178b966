import sql, { empty, join, raw, type Sql } from 'sql-template-tag'
import { articleFilters, claimFilters, type Filter, type Operator, parameterName } from './filters.ts'
import { type Forms, toMatch, toOtherForms } from './match.ts'
import { inTime } from './run.ts'
import { parseSearch, type Search } from './search.ts'

export type Condition = Sql
export type Query = Readonly<Record<string, unknown>>

/** A filter that the request uses, with its values as understood. */
export type UsedFilter = {
  readonly filter: Filter
  readonly operator: Operator
  readonly values: readonly (string | number)[]
}

type Parameter = Omit<UsedFilter, 'values'> & { readonly name: string }
const parameters = new WeakMap<readonly Filter[], readonly Parameter[]>()

/** What the parameters of a table of filters are called, in the table's order. */
function parametersOf(filters: readonly Filter[]): readonly Parameter[] {
  const known = parameters.get(filters)
  if (known) return known
  const all = filters.flatMap((filter) =>
    filter.operators.map((operator) => ({ filter, operator, name: parameterName(filter, operator) })),
  )
  parameters.set(filters, all)
  return all
}

/** Which filters of the table a checked query uses, in the table's order. */
export function usedFilters(filters: readonly Filter[], query: Query): UsedFilter[] {
  const used: UsedFilter[] = []
  for (const { filter, operator, name } of parametersOf(filters)) {
    const value = query[name]
    if (value !== undefined)
      used.push({ filter, operator, values: (Array.isArray(value) ? value : [value]) as (string | number)[] })
  }
  return used
}

/** Names that people try as `name:value` in a search. */
const parameterNames = new Set([...claimFilters, ...articleFilters].map(({ name }) => name))

/** What a filter of words looks for. @throws {ProblemError} invalid-parameter */
export const searchOf = ({ filter, values }: UsedFilter): Search =>
  parseSearch(filter.name, String(values[0]), parameterNames)

/** The search expression of one filter of words or several, which all have to hold. */
export const matchOf = (used: readonly UsedFilter[], forms: Forms = 'all'): string =>
  used
    .map(
      (one) => `(${toMatch(searchOf(one).expression, forms, one.filter.name === 'q' ? undefined : one.filter.name)})`,
    )
    .join(' AND ')

/** Parts of the results of a search in order of relevance: words as they are written before their other forms, those of `own` before the rest. */
export const relevanceParts = ['own', 'rest', 'own-forms', 'rest-forms'] as const
export type RelevancePart = (typeof relevanceParts)[number]

/**
 * The search expression of one part of the results; undefined where there can be none in it.
 * @param own columns, as FTS5 lists them
 */
export function matchPart(used: readonly UsedFilter[], part: RelevancePart, own: string): string | undefined {
  const exact = matchOf(used, 'exact')
  if (part === 'own') return `${own} : (${exact})`
  if (part === 'rest') return `(${exact}) NOT (${own} : (${exact}))`
  const others = used.length === 1 ? toOtherForms(searchOf(used[0]!).expression) : differing(exact, matchOf(used))
  if (others === undefined) return undefined
  return part === 'own-forms'
    ? `(${own} : (${others})) NOT (${exact})`
    : `((${others}) NOT (${exact})) NOT (${own} : (${others}))`
}

const differing = (exact: string, all: string) => (exact === all ? undefined : all)

const isFound = (table: SearchTable, match: string): Condition =>
  sql`${raw(table === 'claims_text' ? 'claims.seq' : 'articles.seq')} in (select rowid from ${raw(table)} where ${raw(table)} match ${match} and ${inTime('rowid')})`

/** The words that full-text tables are asked for, by the kind of rows a list has. */
export type SearchTable = 'claims_text' | 'articles_text'

/** SQL of one filter. Values are always bound; columns come from the table alone. */
export function toCondition({ filter, operator, values }: UsedFilter, searchTable: SearchTable): Condition {
  const [first] = values
  const text = String(first)
  if (filter.column && operator === 'exists')
    return text === 'true' ? sql`${raw(filter.column)} is not null` : sql`${raw(filter.column)} is null`
  switch (filter.value) {
    case 'words':
      return isFound(searchTable, matchOf([{ filter, operator, values }]))
    case 'interval':
      return filter.name === 'from'
        ? sql`(claims.from_day is not null or claims.to_day is not null) and ifnull(claims.to_day, '9999-12-31') >= ${firstDay(text)}`
        : sql`(claims.from_day is not null or claims.to_day is not null) and ifnull(claims.from_day, '0000-01-01') <= ${lastDay(text)}`
    case 'language':
      return operator === 'not' ? sql`(articles.language is null or not (${speaks(values)}))` : speaks(values)
    case 'actor':
      return sql`claims.seq in (select claim from claim_actors where actor_id in (${actorIds(values)})${filter.name === 'actor' ? empty : sql` and relation = ${filter.name}`} and ${inTime('claim')})`
    case 'article': {
      const rows = sql`(select seq from articles where ${among('id', values)})`
      if (!filter.column) return sql`actors.id in (select actor_id from article_actors where article in ${rows})`
      return sql`${raw(filter.column)} ${raw(operator === 'not' ? 'not in' : 'in')} ${rows}`
    }
    case 'number':
      if (!filter.column)
        return operator === 'gte'
          ? sql`claims.low >= ${first}`
          : operator === 'lt'
            ? sql`claims.low < ${first} and claims.high < ${first}`
            : sql`claims.low = ${first} and claims.high = ${first}`
      return operator === 'gte' ? sql`${raw(filter.column)} >= ${first}` : sql`${raw(filter.column)} < ${first}`
    default:
      return compare(filter, operator, values)
  }
}

function compare(filter: Filter, operator: Operator, values: readonly (string | number)[]): Condition {
  const [first] = values
  if (!filter.column)
    return operator === 'prefix'
      ? sql`actors.id in (select actor_id from actor_aliases where ${prefix('alias', String(first))})`
      : sql`actors.id in (select actor_id from actor_aliases where ${among('alias', values)})`
  const column = raw(filter.column)
  switch (operator) {
    case 'not':
      return sql`(${column} is null or not ${among(filter.column, values)})`
    case 'gte':
      return sql`${column} >= ${first}`
    case 'lt':
      return sql`${column} < ${first}`
    case 'prefix':
      return prefix(filter.column, String(first))
    default:
      return among(filter.column, values)
  }
}

/** A single value is compared with `=`: partial indexes are used with it and not with `in`. */
function among(column: string, values: readonly (string | number)[]): Condition {
  return values.length === 1 ? sql`${raw(column)} = ${values[0]}` : sql`${raw(column)} in (${join(values)})`
}

const prefix = (column: string, value: string): Condition =>
  sql`${raw(column)} >= ${value} and ${raw(column)} < ${`${value}\u{10FFFF}`}`

/** Articles in one of these languages: `en` has `en-US` among it. The language without its region is compared first, for it has an index. */
const speaks = (tags: readonly (string | number)[]): Condition =>
  join(
    tags.map(String).map((tag) => {
      const [base] = tag.toLowerCase().split('-')
      const is = sql`articles.base_language = ${base}`
      const wanted = tag.toLowerCase()
      return wanted === base
        ? is
        : sql`(${is} and (lower(articles.language) = ${wanted} or lower(articles.language) >= ${`${wanted}-`} and lower(articles.language) < ${`${wanted}.`}))`
    }),
    ' or ',
  )

/** Ids as they are, and the actors that go by a name. */
const actorIds = (values: readonly (string | number)[]): Condition =>
  sql`select value from json_each(${JSON.stringify(values)}) union select actor_id from actor_aliases where ${among('alias', values)}`

const firstDay = (text: string) => `${text}-01-01`.slice(0, 10)
function lastDay(text: string): string {
  if (text.length === 10) return text
  if (text.length === 4) return `${text}-12-31`
  return new Date(Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)), 0)).toISOString().slice(0, 10)
}
