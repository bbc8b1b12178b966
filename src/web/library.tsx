import { type Article, listArticles, listClaims } from '../client/index.ts'
import { at, go, withQuery } from './address.ts'
import { ClaimRows } from './claim-rows.tsx'
import { type ClaimType, claimTypes } from './claim-types.ts'
import { Rows, useList } from './list.tsx'
import { findWords, Marked } from './marked.tsx'
import { take } from './requests.ts'
import { sayDay } from './say/days.ts'
import { useTitle } from './title.ts'

const orders = {
  '-published': 'newest first',
  published: 'oldest first',
  title: 'by title',
  '-loaded': 'last loaded first',
}
type Order = keyof typeof orders

/** All articles, and a search across them and their claims. */
export function Library({ query }: { query: URLSearchParams }) {
  const q = query.get('q') ?? ''
  const publication = query.get('publication') ?? ''
  const type = (query.get('type') ?? '') as ClaimType | ''
  const order = (query.get('order') ?? '-published') as Order
  useTitle(q ? `${q} – Library` : 'Library')
  const change = (changes: Record<string, string>) => go(withQuery(changes), true)
  return (
    <div class="library">
      <h1 class="visually-hidden">Library</h1>
      <search>
        <form class="filters" onSubmit={(event) => event.preventDefault()}>
          <label class="wide">
            <span class="visually-hidden">Search articles and claims</span>
            <input
              type="search"
              placeholder='Search: trade china, "foreign policy", -energy'
              value={q}
              onInput={(event) => change({ q: event.currentTarget.value })}
            />
          </label>
          <label>
            <span>Publication</span>
            <input
              value={publication}
              placeholder="any"
              onChange={(event) => change({ publication: event.currentTarget.value })}
            />
          </label>
          <label>
            <span>Order</span>
            <select value={order} onChange={(event) => change({ order: event.currentTarget.value })}>
              {Object.entries(orders).map(([value, name]) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          {q.trim() && (
            <label>
              <span>Claims</span>
              <select value={type} onChange={(event) => change({ type: event.currentTarget.value })}>
                <option value="">of any type</option>
                {claimTypes.map((one) => (
                  <option key={one} value={one}>
                    {one}s
                  </option>
                ))}
              </select>
            </label>
          )}
        </form>
      </search>
      <Articles key={`${q} ${publication} ${order}`} q={q.trim()} publication={publication} order={order} />
      {q.trim() && <Claims key={`${q} ${type}`} q={q.trim()} type={type} />}
    </div>
  )
}

function Articles({ q, publication, order }: { q: string; publication: string; order: Order }) {
  const list = useList(`${q}|${publication}|${order}`, (query) =>
    take(
      listArticles({
        query: { ...query, limit: 40, order, ...(q && { q }), ...(publication && { publication: [publication] }) },
      }),
    ),
  )
  return (
    <section aria-labelledby="articles-title">
      <h2 id="articles-title">Articles</h2>
      <Rows of={list} what="articles" nothing={q || publication ? 'No article fits.' : 'There is no article yet.'}>
        {(pages) => (
          <ul class="articles">
            {pages
              .flatMap(({ items }) => items)
              .map((article) => (
                <ArticleRow key={article.id} article={article} q={q} />
              ))}
          </ul>
        )}
      </Rows>
    </section>
  )
}

function ArticleRow({ article, q }: { article: Article; q: string }) {
  const { id, title, publication, author, publishedAt, counts, length } = article
  return (
    <li>
      <a class="title" href={at(`/articles/${id}`)}>
        <Marked text={title ?? 'Untitled'} spans={findWords(title ?? '', q)} />
      </a>
      <p class="about">
        {[publication, author, publishedAt && sayDay(publishedAt), `${Math.max(1, Math.round(length / 1200))} min`]
          .filter(Boolean)
          .join(' · ')}
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

function Claims({ q, type }: { q: string; type: ClaimType | '' }) {
  const list = useList(`${q}|${type}`, (query) =>
    take(
      listClaims({
        query: { ...query, q, limit: 50, highlight: 'true', expand: ['article'], ...(type && { type: [type] }) },
      }),
    ),
  )
  return (
    <section aria-labelledby="claims-title">
      <h2 id="claims-title">Claims</h2>
      <Rows of={list} what="claims" nothing="No matching claims.">
        {(pages) => <ClaimRows pages={pages} />}
      </Rows>
    </section>
  )
}
