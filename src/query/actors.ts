import type { Store } from '../store/database.ts'
import { findActors } from '../store/read.ts'
import { type Query, toCondition, usedFilters } from './conditions.ts'
import { readExtras, readNotes } from './extras.ts'
import { actorFilters } from './filters.ts'
import { actorOrders } from './orders.ts'
import { type ListPlan, readPage } from './page.ts'

/** How a claim can have to do with an actor. */
export const relations = ['mention', 'source', 'subject', 'attributedTo', 'named'] as const

/** A page of actors. */
export async function listActors(store: Store, query: Query) {
  const used = usedFilters(actorFilters, query)
  const conditions = used.map((one) => toCondition(store.dialect, one, 'claims'))
  const plan: ListPlan = {
    operation: 'listActors',
    columns: 'actors.id as id',
    from: () => 'actors',
    row: 'actors.mention_count * 64',
    conditions: () => conditions,
    order: actorOrders[query.order as string]!,
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
