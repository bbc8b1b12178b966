import { type Article, listArticles } from '../../client/index.ts'
import { sayDay } from '../../say/days.ts'
import { at } from '../address.ts'
import { claimTypes } from '../claim-types.ts'
import { Rows, useList } from '../list.tsx'
import { findWords, Marked } from '../marked.tsx'
import { take } from '../requests.ts'
import { ListFiles } from '../take-away/list-files.tsx'
import { type Asked, toArticleQuery } from './query.ts'

export const articleOrders = {
  '-published': 'newest first',
  published: 'oldest first',
  title: 'by title',
  '-loaded': 'last loaded first',
} as const
export type ArticleOrder = keyof typeof articleOrders

/** The articles under the query. @param limit of a page */
export function Articles({ asked, order, limit = 40 }: { asked: Asked; order: ArticleOrder; limit?: number }) {
  const query = toArticleQuery(asked)
  const list = useList(JSON.stringify([query, order, limit]), (page) =>
    take(listArticles({ query: { ...query, ...page, limit, order } })),
  )
  const q = asked.get('q')?.[0] ?? ''
  return (
    <section aria-labelledby="articles-title">
      <h2 id="articles-title">Articles</h2>
      <Rows of={list} what="articles" nothing={asked.size ? 'No article fits.' : 'There is no article yet.'}>
        {(pages) => (
          <>
            <ListFiles path="/v1/articles" query={{ ...query, order }} name="articles" />
            <ul class="articles">
              {pages
                .flatMap(({ items }) => items)
                .map((article) => (
                  <ArticleRow key={article.id} article={article} q={q} />
                ))}
            </ul>
          </>
        )}
      </Rows>
    </section>
  )
}

function ArticleRow({ article, q }: { article: Article; q: string }) {
  const { id, title, publication, author, publishedAt, counts, length } = article
  const minutes = `${Math.max(1, Math.round(length / 1200))} min`
  return (
    <li>
      <a class="title" href={at(`/articles/${id}`)}>
        <Marked text={title ?? 'Untitled'} spans={findWords(title ?? '', q)} />
      </a>
      <p class="about">
        {[publication, author, publishedAt && sayDay(publishedAt), minutes].filter(Boolean).join(' · ')}
      </p>
      <ul class="counts" aria-label="Claims">
        {claimTypes.map((type) => (
          <li key={type} class={type}>
            <b>{counts[type]}</b> {counts[type] === 1 ? type : `${type}s`}
          </li>
        ))}
      </ul>
    </li>
  )
}
