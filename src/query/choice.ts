import sql, { empty, join, raw } from 'sql-template-tag'
import type { ClaimType } from '../model/claim/index.ts'
import { readCounter } from '../store/counters.ts'
import type { Reading } from '../store/database.ts'
import type { Dialect } from '../store/dialect.ts'
import { isArticle } from '../store/place.ts'
import { findActorIds, listActorIds } from '../store/read.ts'
import { articleWays, countSome, mostArticles } from './article-indexes.ts'
import { spellOut } from './beginnings.ts'
import { checkClaimQuery } from './check.ts'
import { type Condition, type Query, toCondition, type UsedFilter, usedFilters } from './conditions.ts'
import { filtersOf } from './filters.ts'
import { claimsAnArticle, countClaims, countNear, estimateHits, isMetSooner } from './frequency.ts'
import { claimOrders, followsArticles, followsDays, followsWords } from './orders.ts'
import { mostSampled } from './page.ts'
import { understand } from './values.ts'

/** Which claims a list is about before any filter: all, one type, those of an article, those that have to do with an actor. */
export type ClaimScope = {
  readonly operation: string
  readonly type?: ClaimType
  readonly articleId?: string
  readonly actorId?: string
  readonly relations?: readonly string[]
}

/** What a request for claims comes to, before any order. */
export type ClaimChoice = {
  readonly query: Query
  readonly scope: ClaimScope
  readonly used: readonly UsedFilter[]
  readonly types: readonly ClaimType[]
  /** What was taken otherwise than it is written. */
  readonly notes: readonly string[]
  /** All conditions but those on words and on the actor that leads. */
  readonly conditions: readonly Condition[]
  readonly words: readonly UsedFilter[]
  /** The one actor that the scope or the first filter of actors means, and in which relations to it; without any, in all. */
  readonly lead: Lead | undefined
  /** The tables of articles to walk along, where a filter of these leads to fewer claims than any other. */
  readonly byArticles: string | undefined
  /** Filters of words, actors and authors that fit so many claims that these are met soon along the order: they are looked at there, and not gathered. */
  readonly met: ReadonlySet<UsedFilter>
  /** In how many articles, along an order that follows these, a page of what words find is met, where that takes less than to gather all of it. */
  readonly near: number | undefined
}
export type Lead = {
  readonly actorId: string
  readonly relations: readonly string[] | undefined
  /** Whether a filter leads to fewer claims than the actor has, or the order to them sooner. */
  readonly outdone: boolean
}

/** Relations that few of an actor's links are of. */
const relationsWithIndex = ['source', 'subject', 'attributedTo']
/** Whether the links to claims that are asked for have an index of their own. */
export const hasIndexOfItsOwn = (relations: Lead['relations']): boolean =>
  relations?.length === 1 && relationsWithIndex.includes(relations[0]!)
/** Whether the links of an actor lead to its claims in an order: they are in that of the claims, and in that of their days. */
export const haveOrder = (relations: Lead['relations'], order: string): boolean =>
  order === 'position' || (followsDays(order) && !hasIndexOfItsOwn(relations))

/** Whether only claims are wanted that somebody reviewed. */
export function isReviewed(query: Query): boolean {
  const reviews = (query.review ?? []) as string[]
  return reviews.length > 0 && !reviews.includes('none') && !reviews.includes('any')
}

/** `any`, of the two filters that leave something out when they are not given. */
const takesAll = ({ filter, values }: UsedFilter) =>
  (filter.name === 'section' || filter.name === 'review') && values.includes('any')

/** A filter with the actors that its names mean. */
const lookUp = async (reading: Reading, one: UsedFilter): Promise<UsedFilter> =>
  one.filter.value === 'actor' && one.operator === ''
    ? { ...one, actorIds: await listActorIds(reading, one.values.map(String)) }
    : one

/** The filter that is said already by the one type there is. */
export const isType = ({ filter, operator }: UsedFilter, types: readonly ClaimType[]) =>
  filter.name === 'type' && operator === '' && types.length === 1

const isWords = ({ filter }: UsedFilter) => filter.value === 'words'

type Way = { readonly name: string; readonly count: number }

/** Whether a filter names one value of a property of claims that has an index, whose counter says how many claims there are. */
const isCountedWay = (one: UsedFilter) => isOne(one, 'unit') || isOne(one, 'currency')
/** Whether articles may have several of what a filter compares, each of which leads to them. */
const isOfSeveral = ({ filter, operator }: UsedFilter) => filter.several !== undefined && operator !== 'exists'
const isArticleWay = (one: UsedFilter) =>
  articleWays.has(one.filter.name) && (isOne(one, one.filter.name) || isOfSeveral(one))

/** The filter with an index of its own that the fewest claims fit, beside words and actors. In an order that is not theirs, claims of articles have to be sorted: then only few. */
async function findRarest(
  reading: Reading,
  used: readonly UsedFilter[],
  type: string,
  isMet: (found: number) => Promise<boolean>,
): Promise<Way | undefined> {
  const ways: Way[] = []
  for (const one of used)
    if (isCountedWay(one))
      ways.push({
        name: one.filter.name,
        count: await readCounter(reading, one.filter.name, type, String(one.values[0])),
      })
    else if (isArticleWay(one)) {
      const articles = await countSome(reading, one)
      // of several values, or those that begin so, there may be any number
      if (articles >= mostArticles && !isOne(one, one.filter.name)) continue
      const count = claimsAnArticle * articles
      if (!(await isMet(count))) ways.push({ name: one.filter.name, count })
    }
  return ways.sort((a, b) => a.count - b.count)[0]
}

/** Whether a filter asks for one value. */
export const isOne = ({ filter, operator, values }: UsedFilter, name: string): boolean =>
  filter.name === name && operator === '' && values.length === 1

/**
 * That claims have to do with the actor that leads: of the links to claims as they are walked along, or by themselves.
 * @param isMet whether claims are walked along by something else
 * @param isGrouped whether the links are grouped by their claims
 */
export function leadConditions(
  dialect: Dialect,
  { lead }: ClaimChoice,
  along: boolean,
  isMet = false,
  isGrouped = false,
): Condition[] {
  if (!lead) return []
  const among = lead.relations ? sql` and relation in (${join([...lead.relations])})` : empty
  const isLinked = raw(dialect.sameClaim('claim_actors.claim', 'claims.seq'))
  // spread over several servers, what is gathered would have to be told to all of them
  if (lead.outdone || (!along && (isMet || dialect.places)))
    return [sql`exists (select 1 from claim_actors where actor_id = ${lead.actorId} and ${isLinked}${among})`]
  if (along && hasIndexOfItsOwn(lead.relations))
    return [
      sql`claim_actors.actor_id = ${lead.actorId} and claim_actors.relation = ${lead.relations![0]}`,
      // as the index says it
      raw(`claim_actors.relation in ('${relationsWithIndex.join("', '")}')`),
    ]
  if (!along)
    return [
      sql`claims.seq in (select claim from claim_actors where actor_id = ${lead.actorId}${among} and ${dialect.inTime('claim')})`,
    ]
  const isOfActor = sql`claim_actors.actor_id = ${lead.actorId}${among}`
  if (isGrouped) return [isOfActor]
  return [
    isOfActor,
    // a claim that has several relations to the actor comes once, by the first of them
    sql`not exists (select 1 from claim_actors as first where first.actor_id = claim_actors.actor_id and ${raw(dialect.sameClaim('first.claim', 'claim_actors.claim'))} and first.relation < claim_actors.relation${among})`,
  ]
}

/**
 * The claims that a request is about.
 * @throws {ProblemError} unit-required, filter-mismatch or invalid-parameter
 */
export async function choose(reading: Reading, query: Query, scope: ClaimScope): Promise<ClaimChoice> {
  const { used: understood, notes } = await understand(reading, usedFilters(filtersOf(scope.type), query))
  const used = await spellOut(reading, understood, 'claims')
  const types = scope.type ? [scope.type] : ((query.type ?? []) as ClaimType[])
  checkClaimQuery(query, used, types)
  const conditions: Condition[] = []
  const named = scope.actorId
    ? undefined
    : used.find(({ filter, operator }) => filter.value === 'actor' && operator === '')
  const [actorId, ...others] = named ? await findActorIds(reading, named.values as string[]) : [scope.actorId]
  const leading = others.length === 0 && actorId !== undefined ? named : undefined
  const relations = leading ? (leading.filter.name === 'actor' ? undefined : [leading.filter.name]) : scope.relations
  const type = types[0] ?? ''
  const order = (query.order as string | undefined) ?? 'position'
  // in an order that what is gathered does not have
  const isSorted = Object.hasOwn(claimOrders, order) && !followsWords(order)
  const besides = used.filter((one) => one !== leading && !isType(one, types)).length
  // facets look at more than a page
  const page = query.by === undefined ? (query.limit as number) : mostSampled
  let all: number | undefined
  const isMet = async (found: number, beside: number): Promise<boolean> => {
    // other planners know by themselves
    if (reading.dialect.engine !== 'sqlite') return false
    all ??= await countClaims(reading, type)
    return isMetSooner(found, all, page, beside)
  }
  const words = used.filter((one) => isWords(one) && one.operator === '')
  const isLed = leading !== undefined || scope.actorId !== undefined
  // a unit or a currency has an index of its own: how many claims it has matters beside another way alone
  const rarest =
    isLed || used.some(isArticleWay) || (words.length && isSorted)
      ? await findRarest(reading, used, type, async (found) => isSorted && (await isMet(found, besides - 1)))
      : undefined
  const lead: Lead | undefined = isLed
    ? {
        actorId: actorId!,
        relations,
        outdone: await isOutdone(await readCounter(reading, 'actor', type, actorId!)),
      }
    : undefined
  async function isOutdone(found: number): Promise<boolean> {
    if (rarest !== undefined && rarest.count < found) return true
    return isSorted && (words.length > 0 || !haveOrder(relations, order)) && isMet(found, besides)
  }
  const met = new Set<UsedFilter>()
  if (reading.dialect.engine === 'sqlite')
    for (const one of used) if (isOfSeveral(one) && one.filter.name !== rarest?.name) met.add(one)
  for (const one of used)
    if (one !== leading && one.filter.value === 'actor' && one.operator === '' && !words.length) {
      let found = 0
      for (const id of await findActorIds(reading, one.values as string[]))
        found += await readCounter(reading, 'actor', type, id)
      if (await isMet(found, besides - 1)) met.add(one)
    }
  let near: number | undefined
  if (words.length && isSorted && reading.dialect.engine === 'sqlite') {
    const found = await estimateHits(reading, words, type)
    const byArticle = followsArticles(order)
    if (byArticle && besides === words.length && !isLed) near = countNear(found, await countClaims(reading, ''), page)
    // article by article all claims would be looked at
    if ((rarest !== undefined && rarest.count < found) || (!byArticle && (await isMet(found, besides - words.length))))
      for (const one of words) met.add(one)
  }
  if (types.length === 1) conditions.push(sql`claims.type = ${types[0]}`)
  if (scope.articleId) conditions.push(sql`claims.article ${await isArticle(reading, scope.articleId)}`)
  if (!query.section) conditions.push(sql`claims.section = 'body'`)
  if (!query.review) conditions.push(sql`claims.rejected = 0`)
  // said, so that the index of reviewed claims may be used
  if (isReviewed(query)) conditions.push(sql`claims.review <> 'none'`)
  for (const one of used)
    if (one !== leading && !takesAll(one) && !isType(one, types) && !(isWords(one) && one.operator === ''))
      conditions.push(toCondition(reading.dialect, await lookUp(reading, one), 'claims', met.has(one)))
  return {
    query,
    scope,
    used,
    notes,
    types,
    conditions,
    words,
    lead,
    byArticles: rarest && articleWays.get(rarest.name),
    met,
    near,
  }
}
