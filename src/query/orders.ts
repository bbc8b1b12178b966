/** A column to sort by; `descending` is its own, so that newest articles still read from their first claim on. */
export type SortKey = { readonly column: string; readonly descending?: boolean }

// Every documented order, one row each. Rows without the value come last either way: its stand-in is beyond all values.
// Text stand-ins: '' sorts before and U+10FFFF after every date.

const position: readonly SortKey[] = [
  { column: 'claims.article' },
  { column: 'claims.start_at' },
  { column: 'claims.end_at', descending: true },
]
const last = '\u{10FFFF}'
// as the indexes have them
const oldest: SortKey = { column: 'ifnull(articles.published_at, char(1114111))' }
const newest: SortKey = { column: `ifnull(articles.published_at, '')`, descending: true }
const inArticles: readonly SortKey[] = [{ column: 'articles.seq' }, ...position.slice(1)]

export const claimOrders: Record<string, readonly SortKey[]> = {
  position,
  number: [{ column: 'ifnull(claims.low, 9e999)' }],
  '-number': [{ column: 'ifnull(claims.low, -9e999)', descending: true }],
  date: [{ column: 'ifnull(claims.from_day, char(1114111))' }],
  '-date': [{ column: `ifnull(claims.from_day, '')`, descending: true }],
  published: [oldest, ...inArticles],
  '-published': [newest, ...inArticles],
}

/**
 * The order of a list of claims. Where a bound leaves only claims with a number, the number itself is the key, which the indexes of units and
 * currencies hold.
 */
export function orderOfClaims(query: Readonly<Record<string, unknown>>): readonly SortKey[] {
  const order = query.order as string
  const bounded = query.number__gte !== undefined || query.number !== undefined
  return bounded && /number/.test(order)
    ? [{ column: 'claims.low', descending: order === '-number' }]
    : claimOrders[order]!
}

/** Orders that follow the articles: these are gone through first, by an index, and the claims of each in its own order. */
export const followsArticles = (order: string): boolean => order === 'published' || order === '-published'

export const articleOrders: Record<string, readonly SortKey[]> = {
  '-published': [newest],
  published: [oldest],
  loaded: [{ column: 'articles.seq' }],
  '-loaded': [{ column: 'articles.seq', descending: true }],
  title: [{ column: `ifnull(articles.title, '${last}')` }],
}

/** Of one claim. */
export const reviewOrders: Record<string, readonly SortKey[]> = {
  '-reviewed': [{ column: 'reviews.seq', descending: true }],
  reviewed: [{ column: 'reviews.seq' }],
}

export const actorOrders: Record<string, readonly SortKey[]> = {
  '-mentions': [{ column: 'actors.mention_count', descending: true }],
  mentions: [{ column: 'actors.mention_count' }],
  name: [{ column: 'lower(actors.name)' }],
}

/** Orders that claims of one type have: `number` is of figures, `date` of dates and figures with a period. */
export function ordersOf(type: string | undefined): string[] {
  return Object.keys(claimOrders).filter((order) =>
    /number/.test(order)
      ? type === 'figure' || !type
      : /date/.test(order)
        ? type !== 'actor' && type !== 'quote'
        : true,
  )
}
