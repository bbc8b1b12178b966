import type { Article } from '../model/article.ts'
import type { Store } from '../store/open.ts'
import { type ArticleRow, toArticle } from '../store/read.ts'
import { chooseArticles } from './article-indexes.ts'
import { type Query, toCondition, usedFilters } from './conditions.ts'
import { readExtras } from './extras.ts'
import { articleFilters } from './filters.ts'
import { articleOrders } from './orders.ts'
import { type ListPlan, readPage } from './page.ts'

/** A page of articles; `expand` adds sections and text to each. */
export async function listArticles(store: Store, query: Query) {
  const used = usedFilters(articleFilters, query)
  // a field that must be asked for is, where it is chosen
  const expand = [...((query.expand ?? []) as string[]), ...((query.fields ?? []) as string[])]
  const conditions = used.map((one) => toCondition(one, 'articles_text'))
  const plan: ListPlan = {
    operation: 'listArticles',
    columns: 'articles.*',
    from: (phase) => (phase ? chooseArticles(store, used, query.order as string) : 'articles'),
    row: 'articles.seq',
    sequence: 'articles.sequence',
    conditions: () => conditions,
    order: articleOrders[query.order as string]!,
    query,
  }
  const { rows, next } = await readPage<ArticleRow>(store, plan)
  const items: Article[] = rows.map((row) =>
    toArticle(row, { text: expand.includes('text'), sections: expand.includes('sections') }),
  )
  return {
    items,
    next,
    ...(await readExtras(store, plan, 'articles', used)),
  }
}
