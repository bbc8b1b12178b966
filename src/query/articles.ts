import sql, { raw } from 'sql-template-tag'
import type { Article } from '../model/article.ts'
import { ProblemError } from '../model/problem.ts'
import { articleFacets, readCounters } from '../store/counters.ts'
import type { Store } from '../store/database.ts'
import type { Dialect } from '../store/dialect.ts'
import { type ArticleRow, toArticle } from '../store/read.ts'
import { chooseArticles } from './article-indexes.ts'
import { spellOut } from './beginnings.ts'
import { type Query, toCondition, type UsedFilter, usedFilters, wordsOf } from './conditions.ts'
import { readExtras, readNotes } from './extras.ts'
import { articleFilters } from './filters.ts'
import { along, articleOrders, type Phase } from './orders.ts'
import { type ListPlan, readPage, where } from './page.ts'
import { runQuery } from './run.ts'

const isWords = ({ filter }: UsedFilter) => filter.value === 'words'

/** A page of articles; `expand` adds sections and text to each. */
export async function listArticles(store: Store, query: Query) {
  const used = await spellOut(store, usedFilters(articleFilters, query), 'articles')
  // a field that must be asked for is, where it is chosen
  const expand = [...((query.expand ?? []) as string[]), ...((query.fields ?? []) as string[])]
  const plan =
    query.order === 'relevance' ? planByWords(store.dialect, used, query) : await planByOrder(store, used, query)
  const { rows, next } = await readPage<ArticleRow>(store, plan)
  const items: Article[] = rows.map((row) =>
    toArticle(row, { text: expand.includes('text'), sections: expand.includes('sections') }),
  )
  return {
    items,
    next,
    ...(await readExtras(store, plan, 'articles', used)),
    ...(await readNotes(store, used, [], rows.length === 0 && query.after === undefined)),
  }
}

const list = { operation: 'listArticles', columns: 'articles.*', row: 'articles.seq', sequence: 'articles.sequence' }

async function planByOrder(store: Store, used: readonly UsedFilter[], query: Query): Promise<ListPlan> {
  const order = query.order as string
  const from = await chooseArticles(store, used, order)
  const conditions = used.map((one) => toCondition(store.dialect, one, 'articles'))
  return {
    ...list,
    from: () => from,
    conditions: () => conditions,
    order: articleOrders[order]!,
    query,
  }
}

/** Along the full-text index: those whose title has the words first. @throws {ProblemError} invalid-parameter, without words */
function planByWords(dialect: Dialect, used: readonly UsedFilter[], query: Query): ListPlan {
  const words = used.filter(isWords)
  if (!words.length)
    throw new ProblemError('invalid-parameter', '"order=relevance" needs "q".', [
      { parameter: 'order', code: 'needs-q' },
    ])
  const others = used.filter((one) => !isWords(one)).map((one) => toCondition(dialect, one, 'articles'))
  const { from, row } = dialect.lead.articles
  const found = (part?: Phase['match']) => dialect.leadWords('articles', words.map(wordsOf), part)
  return {
    ...list,
    from: () => from,
    conditions: (phase) => [found(phase?.match)!, ...others],
    order: along(
      articleOrders.relevance!.filter(({ match }) => found(match) !== undefined),
      row,
    ),
    query,
  }
}

/** Counts of articles by value under the filters of their list, the most frequent first; `more` tells that values were cut off. */
export async function countArticleFacets(store: Store, query: Query) {
  const used = await spellOut(store, usedFilters(articleFilters, query), 'articles')
  const limit = query.limit as number
  const { dialect } = store
  const conditions = used.map((one) => toCondition(dialect, one, 'articles'))
  // an index along an order has all that is compared and counted, where no filter leads to few
  const from = dialect.along(await chooseArticles(store, used, '-published'))
  const countOneByOne = (column: string) =>
    runQuery<{ value: string; count: number }>(
      store,
      sql`select ${raw(column)} as value, count(*) as count from ${raw(from)}
        ${where(dialect, [...conditions, sql`${raw(column)} is not null`], 'articles.seq')} group by 1 order by 2 desc, 1 limit ${limit + 1}`,
    )
  const facets = []
  for (const by of query.by as (keyof typeof articleFacets)[]) {
    const rows = used.length
      ? await countOneByOne(articleFacets[by])
      : (await readCounters(store, by, 'article', limit + 1)).map(({ value, count }) => ({ value, count }))
    facets.push({ by, values: rows.slice(0, limit), more: rows.length > limit })
  }
  return {
    facets,
    ...(await readNotes(
      store,
      used,
      [],
      facets.every(({ values }) => values.length === 0),
    )),
  }
}
