import sql, { type Sql } from 'sql-template-tag'
import type { RelevancePart } from '../store/dialect.ts'
import { relevanceParts } from './conditions.ts'

/** A column to sort by; `descending` is its own, so that newest articles still read from their first claim on. */
export type SortKey = {
  readonly column: string
  readonly descending?: boolean
  /** Whether `A` and `a` are the same in it. */
  readonly caseless?: boolean
}

/**
 * Rows of an order that are read by the same keys, the last of which tells any two of them apart. An order is a list of phases, read one after
 * the other: rows that lack the value come last, and are none of an index that leads to it.
 */
export type Phase = {
  readonly keys: readonly SortKey[]
  readonly where?: string
  readonly match?: RelevancePart
  /** A column whose order the keys have as well: said, where the tables are walked along by it. */
  readonly grouped?: Grouping
}
export type Grouping = {
  readonly column: string
  /** The least value that rows behind these keys have. */
  readonly from: (values: readonly (string | number)[]) => Sql
}

// Every documented order, one row each.

/** A claim's row number is its position. */
const position: SortKey = { column: 'claims.seq' }
const byColumn = (column: string, descending: boolean): readonly Phase[] => [
  {
    where: `${column} is not null`,
    keys: [
      { column, descending },
      { ...position, descending },
    ],
  },
  { where: `${column} is null`, keys: [position] },
]
// text stand-ins for what is missing: '' sorts before and U+10FFFF after every date; as the indexes of articles have them
const oldest: SortKey = { column: `coalesce(articles.published_at, '\u{10FFFF}')` }
const newest: SortKey = { column: `coalesce(articles.published_at, '')`, descending: true }

/** Claims in the order of their positions, article by article: which is the same, for articles are stored whole. */
export const articleByArticle: readonly Phase[] = [
  {
    keys: [position],
    grouped: {
      column: 'articles.seq',
      from: ([seq]) =>
        sql`(select max(article) from claims where seq = (select max(seq) from claims where seq <= ${seq}))`,
    },
  },
]

export const claimOrders: Record<string, readonly Phase[]> = {
  position: [{ keys: [position] }],
  relevance: relevanceParts.map((match) => ({ match, keys: [{ ...position, descending: true }] })),
  number: byColumn('claims.low', false),
  '-number': byColumn('claims.low', true),
  date: byColumn('claims.from_day', false),
  '-date': byColumn('claims.from_day', true),
  confidence: [{ keys: [{ column: 'claims.confidence' }, position] }],
  published: [{ keys: [oldest, { column: 'articles.seq' }, position] }],
  '-published': [{ keys: [newest, { column: 'articles.seq' }, position] }],
}

/** Orders that follow the articles: these are gone through first, by an index, and the claims of each in its own order. */
export const followsArticles = (order: string): boolean => order === 'published' || order === '-published'
/** Orders by the days that claims are about, which the links of actors have too. */
export const followsDays = (order: string): boolean => order === 'date' || order === '-date'
/** Orders that the full-text index gives by itself. */
export const followsWords = (order: string): boolean => order === 'position' || order === 'relevance'

/** One phase, in which ties go by id, the way of the column. */
const byId = (id: string, key: SortKey, where?: string): readonly Phase[] => [
  { ...(where && { where }), keys: [key, { column: id, descending: key.descending === true }] },
]

/** Articles by their day; those without one last, as an index has both. */
const byDay = (descending: boolean): readonly Phase[] => [
  ...byId('articles.id', { column: 'articles.published_at', descending }, 'articles.published_at is not null'),
  { where: 'articles.published_at is null', keys: [{ column: 'articles.id', descending }] },
]

export const articleOrders: Record<string, readonly Phase[]> = {
  '-published': byDay(true),
  published: byDay(false),
  loaded: [{ keys: [{ column: 'articles.seq' }] }],
  '-loaded': [{ keys: [{ column: 'articles.seq', descending: true }] }],
  title: [
    { where: 'articles.title is not null', keys: [{ column: 'articles.title' }, { column: 'articles.id' }] },
    { where: 'articles.title is null', keys: [{ column: 'articles.id' }] },
  ],
  relevance: relevanceParts.map((match) => ({ match, keys: [{ column: 'articles.seq', descending: true }] })),
}

/** Sentences, those most worth checking first, of the same score the latest stored. */
export const checkWorthyOrders: Record<string, readonly Phase[]> = {
  '-score': [
    {
      keys: ['check_worthy.score', 'check_worthy.article', 'check_worthy.start_at'].map((column) => ({
        column,
        descending: true,
      })),
    },
  ],
  position: [{ keys: [{ column: 'check_worthy.article' }, { column: 'check_worthy.start_at' }] }],
}

export const reviewOrders: Record<string, readonly Phase[]> = {
  '-reviewed': [{ keys: [{ column: 'reviews.seq', descending: true }] }],
  reviewed: [{ keys: [{ column: 'reviews.seq' }] }],
}

/** Of comparisons of these verdicts; a verdict at a time where they go by their differences. */
export const comparisonOrders = {
  '-difference': (verdicts: readonly string[]): readonly Phase[] =>
    verdicts.map((verdict) => ({
      where: `comparisons.verdict = '${verdict}'`,
      keys: [
        { column: 'comparisons.difference', descending: true },
        { column: 'comparisons.id', descending: true },
      ],
    })),
  '-outlets': () => byId('comparisons.id', { column: 'comparisons.outlets', descending: true }),
  '-published': () => byId('comparisons.id', { column: 'comparisons.published_at', descending: true }),
} as const

export const quoteComparisonOrders: Record<string, readonly Phase[]> = {
  '-outlets': byId('quote_comparisons.id', { column: 'quote_comparisons.outlets', descending: true }),
  '-published': byId('quote_comparisons.id', { column: 'quote_comparisons.published_at', descending: true }),
}

export const actorOrders: Record<string, readonly Phase[]> = {
  '-mentions': byId('actors.id', { column: 'actors.mention_count', descending: true }),
  mentions: byId('actors.id', { column: 'actors.mention_count' }),
  name: byId('actors.id', { column: 'actors.name', caseless: true }),
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

/** An order of claims by what an actor's links to them have as well. */
export const alongLinks = (order: readonly Phase[]): readonly Phase[] =>
  order.map((phase) => ({
    ...phase,
    ...(phase.where && { where: ofLink(phase.where) }),
    keys: phase.keys.map((key) => ({ ...key, column: ofLink(key.column) })),
  }))
const ofLink = (text: string) =>
  text.replace('claims.from_day', 'claim_actors.from_day').replace('claims.seq', 'claim_actors.claim')

/** An order by row numbers, which what leads to the rows has under a name of its own. */
export const along = (order: readonly Phase[], column: string): readonly Phase[] =>
  order.map((phase) => ({ ...phase, keys: phase.keys.map((key) => ({ ...key, column })) }))
