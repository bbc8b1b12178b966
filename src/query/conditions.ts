import sql, { empty, join, raw, type Sql } from 'sql-template-tag'
import { addressKey, addressPrefixKey } from '../model/address.ts'
import { type Dialect, foldCase, type SearchTable, type Search as StoreSearch } from '../store/dialect.ts'
import { actorsNamed } from '../store/read.ts'
import type { Expression } from '../words/expression.ts'
import { articleFilters, claimFilters, type Filter, type Operator, parameterName } from './filters.ts'
import { parseSearch, type Search } from './search.ts'

export type Condition = Sql
export type Query = Readonly<Record<string, unknown>>

/** A filter that the request uses, with its values as understood. */
export type UsedFilter = {
  readonly filter: Filter
  readonly operator: Operator
  readonly values: readonly (string | number)[]
  /** What words look for, where it is said otherwise than in the request. */
  readonly expression?: Expression
  /** The actors that are meant, where names have been looked up. */
  readonly actorIds?: readonly string[]
}

type Parameter = Pick<UsedFilter, 'filter' | 'operator'> & { readonly place: number }
const parameters = new WeakMap<readonly Filter[], ReadonlyMap<string, Parameter>>()

/** The parameters of a table of filters by what they are called, with their places in the table's order. */
function parametersOf(filters: readonly Filter[]): ReadonlyMap<string, Parameter> {
  const known = parameters.get(filters)
  if (known) return known
  const all = filters.flatMap((filter) => filter.operators.map((operator) => ({ filter, operator })))
  const named = new Map(all.map((one, place) => [parameterName(one.filter, one.operator), { ...one, place }]))
  parameters.set(filters, named)
  return named
}

/** Which filters of the table a checked query uses, in the table's order. */
export function usedFilters(filters: readonly Filter[], query: Query): UsedFilter[] {
  const known = parametersOf(filters)
  const used: (UsedFilter & { readonly place: number })[] = []
  for (const name of Object.keys(query)) {
    const parameter = known.get(name)
    const value = query[name]
    if (parameter && value !== undefined)
      used.push({ ...parameter, values: (Array.isArray(value) ? value : [value]) as (string | number)[] })
  }
  return used.sort((one, other) => one.place - other.place)
}

/** Names that people try as `name:value` in a search. */
const parameterNames = new Set([...claimFilters, ...articleFilters].map(({ name }) => name))

/** What a filter of words looks for. @throws {ProblemError} invalid-parameter */
export const searchOf = ({ filter, values }: UsedFilter): Search =>
  parseSearch(filter.name, String(values[0]), parameterNames)

/** The same, as full text is asked for it. */
export const wordsOf = (one: UsedFilter): StoreSearch => ({
  expression: one.expression ?? searchOf(one).expression,
  field: one.filter.name === 'q' ? undefined : one.filter.name,
})

/** Parts of the results of a search in order of relevance. */
export const relevanceParts = ['own', 'rest', 'own-forms', 'rest-forms'] as const

/**
 * SQL of one filter. Values are always bound; columns come from the table alone.
 * @param isMet whether claims are walked along by something else, so that those of actors or authors need not be gathered, nor those with words lead to them;
 * or actors, so that those of a name need not be
 */
export function toCondition(dialect: Dialect, used: UsedFilter, searchTable: SearchTable, isMet = false): Condition {
  const { filter, operator, values } = used
  const [first] = values
  const text = String(first)
  if (filter.column && operator === 'exists')
    return text === 'true' ? sql`${raw(filter.column)} is not null` : sql`${raw(filter.column)} is null`
  switch (filter.value) {
    case 'words':
      return dialect.hasWords(searchTable, [wordsOf(used)], isMet)
    case 'interval':
      return filter.name === 'from'
        ? sql`(claims.from_day is not null or claims.to_day is not null) and coalesce(claims.to_day, '9999-12-31') >= ${firstDay(text)}`
        : sql`(claims.from_day is not null or claims.to_day is not null) and coalesce(claims.from_day, '0000-01-01') <= ${lastDay(text)}`
    case 'language':
      return operator === 'not' ? sql`(articles.language is null or not (${speaks(values)}))` : speaks(values)
    case 'actor': {
      const ofActors = sql`actor_id ${dialect.anyOf(used.actorIds ?? values)}${filter.name === 'actor' ? empty : sql` and relation = ${filter.name}`}`
      return isMet || dialect.places
        ? sql`exists (select 1 from claim_actors where ${raw(dialect.sameClaim('claim_actors.claim', 'claims.seq'))} and ${ofActors})`
        : sql`claims.seq in (select claim from claim_actors where ${ofActors} and ${dialect.inTime('claim')})`
    }
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
      return compare(dialect, used, isMet)
  }
}

/** The rows that have one of the values of an article, of which there may be several, as a filter wants it. */
export function severalOf(dialect: Dialect, { filter: { several, ...plain }, ...used }: UsedFilter): Sql {
  const one = compare(dialect, { ...used, filter: { ...plain, column: several! } }, false)
  return sql`${raw(several!.split('.')[0]!)} where ${one}`
}

function compare(dialect: Dialect, used: UsedFilter, isMet: boolean): Condition {
  const { filter, operator, values: given } = used
  if (filter.several)
    return isMet
      ? sql`exists (select 1 from ${severalOf(dialect, used)} and article = claims.article)`
      : sql`articles.seq in (select article from ${severalOf(dialect, used)})`
  if (!filter.column) {
    if (operator !== 'prefix') return sql`actors.id in (${actorsNamed(dialect, given.map(String))})`
    const beginsSo = nameBegins(dialect, String(given[0]))
    return isMet
      ? sql`exists (select 1 from actor_aliases where actor_id = actors.id and ${beginsSo})`
      : sql`actors.id in (select actor_id from actor_aliases where ${beginsSo})`
  }
  const values = filter.caseless ? given.map((value) => foldCase(String(value))) : given
  const column = filter.caseless ? dialect.caseless(filter.column) : filter.column
  const [first] = values
  switch (operator) {
    case 'not':
      return sql`(${raw(column)} is null or not ${among(column, values)})`
    case 'gte':
      return sql`${raw(column)} >= ${first}`
    case 'lt':
      return sql`${raw(column)} < ${first}`
    case 'prefix':
      return prefix(column, isAddress(filter) ? addressPrefixKey(String(first)) : String(first))
    default:
      return among(column, isAddress(filter) ? values.map((value) => addressKey(String(value))) : values)
  }
}

/** That a row of `actor_aliases` has a name that begins so. */
export const nameBegins = (dialect: Dialect, start: string): Condition =>
  prefix(dialect.caseless('alias'), foldCase(start))

const isAddress = ({ column }: Filter) => column === 'articles.url_key'

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

const firstDay = (text: string) => `${text}-01-01`.slice(0, 10)
/** The last day of a year, a month or a day. */
export function lastDay(text: string): string {
  if (text.length === 10) return text
  if (text.length === 4) return `${text}-12-31`
  return new Date(Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)), 0)).toISOString().slice(0, 10)
}
