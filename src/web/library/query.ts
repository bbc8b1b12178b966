import type { ListArticlesData, ListClaimFacetsData, ListClaimsData } from '../../client/index.ts'

/** Filters of claims that are in the address under the names that the service has for them; those of `articles` are filters of articles too. */
const filters = {
  q: 'articles',
  type: 'claims',
  kind: 'claims',
  publication: 'articles',
  author: 'articles',
  language: 'articles',
  published__gte: 'articles',
  published__lt: 'articles',
  from: 'claims',
  to: 'claims',
  unit: 'claims',
  currency: 'claims',
  measure: 'claims',
  measureHead: 'claims',
  number__gte: 'claims',
  number__lt: 'claims',
  change: 'claims',
  modality: 'claims',
  actor: 'claims',
  source: 'claims',
  subject: 'claims',
  attributedTo: 'claims',
  extractor: 'claims',
  review: 'claims',
} as const
type FilterName = keyof typeof filters
const names = Object.keys(filters) as FilterName[]
/** Filters that have one value; of the others several mean any of them. */
const single = new Set<FilterName>([
  'q',
  'published__gte',
  'published__lt',
  'from',
  'to',
  'measure',
  'number__gte',
  'number__lt',
])
const numbers = new Set<FilterName>(['number__gte', 'number__lt'])

/** What the library is asked for, out of the address. */
export type Asked = ReadonlyMap<FilterName, readonly string[]>
export const readAsked = (query: URLSearchParams): Asked =>
  new Map(
    names
      .map(
        (name) =>
          [
            name,
            query
              .getAll(name)
              .map((value) => value.trim())
              .filter(Boolean),
          ] as const,
      )
      .filter(([, values]) => values.length > 0),
  )

const toQuery = (asked: Asked, of: (name: FilterName) => boolean): Record<string, unknown> =>
  Object.fromEntries(
    [...asked]
      .filter(([name]) => of(name))
      .map(([name, values]) => [
        name,
        numbers.has(name) ? Number(values[0]) : single.has(name) ? values[0] : [...values],
      ]),
  )

export const toClaimQuery = (asked: Asked): NonNullable<ListClaimsData['query']> => toQuery(asked, () => true)
export const toArticleQuery = (asked: Asked): NonNullable<ListArticlesData['query']> =>
  toQuery(asked, (name) => filters[name] === 'articles')
/** The same without one filter: what else it could be. */
export const toFacetQuery = (asked: Asked, without?: string): Omit<NonNullable<ListClaimFacetsData['query']>, 'by'> =>
  toQuery(asked, (name) => name !== without)

/** Whether something is asked of claims, which articles do not have. */
export const asksOfClaims = (asked: Asked): boolean => [...asked.keys()].some((name) => filters[name] === 'claims')

/** The query as the service takes it in an address. */
export function toParameters(asked: Asked, more: Readonly<Record<string, string>> = {}): URLSearchParams {
  const parameters = new URLSearchParams(more)
  for (const [name, values] of asked)
    for (const value of single.has(name) ? values.slice(0, 1) : values) parameters.append(name, value)
  return parameters
}

/** The address with a value of a filter put in, or taken out where it is there. */
export function toggleValue(name: string, value: string): URLSearchParams {
  const query = new URLSearchParams(location.search)
  const values = query.getAll(name)
  query.delete(name)
  for (const one of values.includes(value) ? values.filter((other) => other !== value) : [...values, value])
    query.append(name, one)
  // numbers compare in a unit
  if (!query.has('unit') && !query.has('currency')) for (const one of numbers) query.delete(one)
  // what is asked of claims is answered with claims
  if (filters[name as FilterName] === 'claims' && query.get('show') === 'articles') query.delete('show')
  return query
}
