import type { Dialect } from '../store/dialect.ts'
import { orderIndexes } from './article-indexes.ts'
import { type ClaimChoice, hasIndexOfItsOwn, isOne, isReviewed } from './choice.ts'
import type { UsedFilter } from './conditions.ts'
import { followsArticles, type Phase } from './orders.ts'

// Which way leads to the claims of a list. SQLite's planner knows nothing of how many rows a value has, and its guesses cost a sort of half the
// database where an index has the order already; so the way is said, by the one rule below.

/**
 * The tables of a list of claims, with the index to walk along: the full-text index where it gives the order, what a filter names by itself (actors, an
 * article, words), then a property of the articles where no unit or currency is rarer, then a unit or a currency in the order's own index, then the order, then
 * the type.
 * @param byWords whether the full-text index leads
 * @param order of the list
 * @param phase of the order; without one, rows are to be counted
 */
export function chooseClaims(
  dialect: Dialect,
  choice: ClaimChoice,
  byWords: boolean,
  order: string,
  phase?: Phase,
): string {
  const { used, scope, lead, met } = choice
  const tables = (claims: string) => withArticles(choice, claims)
  if (byWords) return tables(dialect.lead.claims.from)
  if (!lead?.outdone && (scope.actorId || used.some((one) => finds(one) && !met.has(one))))
    return orderJoins(order, phase, tables('claims not indexed'))
  if (scope.articleId || used.some(isArticle))
    return orderJoins(order, phase, tables('claims indexed by claims_by_article'))
  if (choice.byArticles)
    return `${choice.byArticles} cross join claims indexed by claims_by_article on claims.article = articles.seq`
  if (phase && followsArticles(order))
    return `articles indexed by ${orderIndexes[order]} cross join claims indexed by claims_by_article on claims.article = articles.seq`
  return tables(`claims ${indexOf(choice, order, phase)}`)
}

/** The links of the actor that leads to its claims, in the order of these. */
export const linksOf = ({ lead }: ClaimChoice): string =>
  hasIndexOfItsOwn(lead?.relations) ? 'claim_actors indexed by claim_actors_by_relation' : 'claim_actors'

/** The claims of the actor that leads, along its links to them. @param phase in the order of their days, if that is what it goes by */
export const actorClaims = ({ sameClaim }: Dialect, choice: ClaimChoice, phase?: Phase): string =>
  withArticles(
    choice,
    `${isByDay(phase) ? 'claim_actors indexed by claim_actors_by_day' : linksOf(choice)} cross join claims not indexed on ${sameClaim('claim_actors.claim', 'claims.seq')}`,
  )

/**
 * The way to the claims of a choice from the latest stored on, for who counts some of them: by the index that has what is counted by most.
 * @returns the tables, the order along them, and whether it is along the links of the actor that leads
 */
export function chooseNewest(dialect: Dialect, choice: ClaimChoice, byWords: boolean) {
  const along = !byWords && choice.words.length === 0 && choice.lead?.outdone === false
  if (along) return { from: byCounted(dialect, actorClaims(dialect, choice)), row: 'claim_actors.claim desc', along }
  const found = chooseClaims(dialect, choice, byWords, 'position')
  const from = byCounted(dialect, found)
  const row = byWords
    ? `${dialect.lead.claims.row} desc`
    : choice.byArticles !== undefined && found.startsWith(choice.byArticles)
      ? `articles.seq desc, ${/ as found /.test(from) ? 'found' : 'claims'}.seq desc`
      : 'claims.seq desc'
  return { from, row, along }
}

function byCounted({ engine }: Dialect, tables: string): string {
  if (engine !== 'sqlite') return tables
  return tables
    .replace(/claims (?:not indexed|indexed by claims_by_type)/, 'claims indexed by claims_counted')
    .replace(
      'claims indexed by claims_by_article on claims.article = articles.seq',
      'claims as found indexed by claims_by_article on found.article = articles.seq cross join claims indexed by claims_counted on claims.seq = found.seq',
    )
}

/** With the articles, if a condition is about them. */
export const withArticles = ({ conditions }: ClaimChoice, claims: string): string =>
  conditions.some(({ strings }) => strings.some((part) => part.includes('articles.'))) ? joinArticles(claims) : claims

/** Claims with their articles, if they are not there already. */
export const joinArticles = (claims: string): string =>
  /\barticles\b/.test(claims) ? claims : `${claims} cross join articles on articles.seq = claims.article`

const orderJoins = (order: string, phase: Phase | undefined, tables: string) =>
  phase && followsArticles(order) ? joinArticles(tables) : tables

function indexOf({ used, types, query }: ClaimChoice, order: string, phase?: Phase): string {
  if (phase && order === 'confidence') return 'indexed by claims_by_confidence'
  const sorted = phase && isSorted(order)
  const suffix = sorted ? (/number/.test(order) ? '_number' : '_day') : ''
  if (used.some((one) => isOne(one, 'unit'))) return `indexed by claims_by_unit${suffix}`
  if (used.some((one) => isOne(one, 'currency'))) return `indexed by claims_by_currency${suffix}`
  if (!sorted && used.some((one) => isOne(one, 'measureHead'))) return 'indexed by claims_by_measure_head'
  if (sorted && phase.where?.endsWith('is not null')) return `indexed by claims_by${suffix}`
  if (isReviewed(query)) return 'indexed by claims_by_review'
  return types.length === 1 ? 'indexed by claims_by_type' : 'not indexed'
}

/** Whether the first key of a phase is a day that claims are about. */
export const isByDay = (phase: Phase | undefined): boolean => phase?.keys[0]?.column.endsWith('.from_day') ?? false

/** Whether an order is by a value that an index of its own has. */
const isSorted = (order: string): boolean => /number|date/.test(order)

const finds = ({ filter, operator }: UsedFilter) =>
  operator === '' && (filter.value === 'actor' || filter.value === 'words')
const isArticle = ({ filter, operator }: UsedFilter) => operator === '' && filter.value === 'article'
