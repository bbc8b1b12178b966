import type { Article } from '../model/article.ts'
import type { Store } from '../store/open.ts'
import { type ArticleRow, toArticle } from '../store/read.ts'
import { type Query, toCondition, usedFilters } from './conditions.ts'
import { readExtras } from './extras.ts'
import { articleFilters } from './filters.ts'
import { articleOrders } from './orders.ts'
import { type ListPlan, readPage } from './page.ts'

/** A page of articles; `expand` adds sections and text to each. */
export function listArticles(store: Store, query: Query) {
  const used = usedFilters(articleFilters, query)
  const expand = (query.expand ?? []) as string[]
  const plan: ListPlan = {
    operation: 'listArticles',
    columns: 'articles.*',
    from: 'articles',
    id: 'articles.id',
    row: 'articles.seq',
    sequence: 'articles.sequence',
    conditions: used.map((one) => toCondition(one, 'articles_text')),
    order: articleOrders[query.order as string]!,
    query,
  }
  const { rows, next } = readPage<ArticleRow>(store, plan)
  const items: Article[] = rows.map((row) =>
    toArticle(row, { text: expand.includes('text'), sections: expand.includes('sections') }),
  )
  return {
    items,
    next,
    ...readExtras(store, plan, 'articles', used),
  }
}
