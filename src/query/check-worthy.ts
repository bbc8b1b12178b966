import sql from 'sql-template-tag'
import type { CheckWorthyReason } from '../model/check-worthy.ts'
import type { Claim } from '../model/claim/index.ts'
import { findClaimsBetween } from '../store/check-worthy.ts'
import type { Store } from '../store/database.ts'
import { isArticle } from '../store/place.ts'
import { type Query, toCondition, usedFilters } from './conditions.ts'
import { readExtras } from './extras.ts'
import { articleFilters } from './filters.ts'
import { checkWorthyOrders } from './orders.ts'
import { type ListPlan, readPage } from './page.ts'

type Row = {
  start_at: number
  end_at: number
  score: number
  checked: 0 | 1
  reasons: string
  first_claim: number
  last_claim: number
  id: string
  title: string | null
  publication: string | null
  published_at: string | null
  words: string
}

/** A page of sentences that are worth checking. */
export async function listCheckWorthy(store: Store, query: Query) {
  const used = usedFilters(articleFilters, query)
  const conditions = used.map((one) => toCondition(store.dialect, one, 'articles'))
  const { article, checked } = query as { article?: string; checked?: 'true' | 'false' }
  if (article !== undefined) conditions.push(sql`check_worthy.article ${await isArticle(store, article)}`)
  if (checked !== undefined) conditions.push(sql`check_worthy.checked = ${checked === 'true' ? 1 : 0}`)
  const index =
    article !== undefined || query.order === 'position'
      ? ''
      : checked === undefined
        ? ' indexed by check_worthy_by_score'
        : ' indexed by check_worthy_unchecked'
  const plan: ListPlan = {
    operation: 'listCheckWorthy',
    columns: `check_worthy.*, articles.id, title, publication, published_at, substr(text, start_at + 1, end_at - start_at) as words`,
    from: () => `check_worthy${index} cross join articles on articles.seq = check_worthy.article`,
    row: 'check_worthy.start_at * 64',
    conditions: () => conditions,
    order: checkWorthyOrders[query.order as string]!,
    query,
  }
  const { rows, next } = await readPage<Row>(store, plan)
  const claims = await findClaimsBetween(
    store,
    rows.map((row) => [row.first_claim, row.last_claim]),
  )
  return {
    items: rows.map((row) => ({
      articleId: row.id,
      ...(row.title !== null && { title: row.title }),
      ...(row.publication !== null && { publication: row.publication }),
      ...(row.published_at !== null && { publishedAt: row.published_at }),
      text: row.words,
      start: row.start_at,
      end: row.end_at,
      score: row.score,
      reasons: JSON.parse(row.reasons) as CheckWorthyReason[],
      checked: row.checked === 1,
      claims: claims.get(row.first_claim)!.map((json) => JSON.parse(json) as Claim),
    })),
    next,
    ...(await readExtras(store, plan, 'sentences worth checking', used)),
  }
}
