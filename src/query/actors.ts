import sql from 'sql-template-tag'
import type { Reading, Store } from '../store/database.ts'
import { findActors } from '../store/read.ts'
import { nameBegins, type Query, toCondition, type UsedFilter, usedFilters } from './conditions.ts'
import { readExtras, readNotes } from './extras.ts'
import { actorFilters } from './filters.ts'
import { actorOrders } from './orders.ts'
import { type ListPlan, type Near, readPage } from './page.ts'

/** How a claim can have to do with an actor. */
export const relations = ['mention', 'source', 'subject', 'attributedTo', 'named'] as const

/** A page of actors. */
export async function listActors(store: Store, query: Query) {
  const used = usedFilters(actorFilters, query)
  const conditions = used.map((one) => toCondition(store.dialect, one, 'claims'))
  const order = query.order as string
  const plan: ListPlan = {
    operation: 'listActors',
    columns: 'actors.id as id',
    from: () => 'actors',
    row: 'actors.mention_count * 64',
    conditions: () => conditions,
    near: await nearNames(store, used, order),
    order: actorOrders[order]!,
    query,
  }
  const { rows, next } = await readPage<{ id: string }>(store, plan)
  return {
    items: await findActors(
      store,
      rows.map((row) => row.id),
    ),
    next,
    ...(await readExtras(store, plan, 'actors', used)),
    ...(await readNotes(store, used, [], rows.length === 0 && query.after === undefined)),
  }
}

/** Names that begin so, each of them in each article that has it: where there are more, their actors are looked for among the first of the order. */
const fewNames = 2000
const mostNear = 500

async function nearNames(reading: Reading, used: readonly UsedFilter[], order: string): Promise<Near | undefined> {
  const { dialect } = reading
  const beginning = used.find(({ filter, operator }) => filter.name === 'name' && operator === 'prefix')
  if (dialect.engine !== 'sqlite' || !beginning || order !== '-mentions') return undefined
  const row = await reading.first<{ count: number }>(
    sql`select count(*) as count from (select 1 from actor_aliases where ${nameBegins(dialect, String(beginning.values[0]))} limit ${fewNames})`,
  )
  if (row!.count < fewNames) return undefined
  return {
    things: 'actors indexed by actors_by_mentions',
    name: 'actors',
    columns: '*',
    most: mostNear,
    from: '',
    conditions: used.map((one) => toCondition(dialect, one, 'claims', true)),
  }
}
