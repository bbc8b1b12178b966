import { useState } from 'preact/hooks'
import { type Article, type Claim, type Highlight, listArticles, listClaims } from '../client/index.ts'
import { at, go, withQuery } from './address.ts'
import { type ClaimType, claimTypes } from './claim-types.ts'
import { findWords, Marked } from './marked.tsx'
import { Notice } from './notice.tsx'
import { take, useRequest } from './requests.ts'

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
  const [cursors, setCursors] = useState<string[]>([''])
  return (
    <section aria-labelledby="articles-title">
      <h2 id="articles-title">Articles</h2>
      {cursors.map((after, i) => (
        <ArticlePage
          key={after}
          {...{ q, publication, order, after }}
          more={i === cursors.length - 1 ? (next) => setCursors([...cursors, next]) : undefined}
        />
      ))}
    </section>
  )
}

type PageProps = {
  q: string
  publication: string
  order: Order
  after: string
  more: ((next: string) => void) | undefined
}

function ArticlePage({ q, publication, order, after, more }: PageProps) {
  const request = useRequest(`${q}|${publication}|${order}|${after}`, () =>
    take(
      listArticles({
        query: {
          limit: 40,
          order,
          ...(q && { q }),
          ...(publication && { publication: [publication] }),
          ...(after && { after }),
        },
      }),
    ),
  )
  if (request.state !== 'here') return <Notice of={request} what="articles" />
  const { items, next } = request.data
  if (!items.length && !after)
    return <p class="notice">{q || publication ? 'No article fits.' : 'There is no article yet.'}</p>
  return (
    <>
      <ul class="articles">
        {items.map((article) => (
          <ArticleRow key={article.id} article={article} q={q} />
        ))}
      </ul>
      {next && more && (
        <button type="button" onClick={() => more(next)}>
          More articles
        </button>
      )}
    </>
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
        {[publication, author, publishedAt, `${Math.max(1, Math.round(length / 1200))} min`]
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
  const request = useRequest(`${q}|${type}`, () =>
    take(
      listClaims({ query: { q, limit: 50, highlight: 'true', expand: ['article'], ...(type && { type: [type] }) } }),
    ),
  )
  if (request.state !== 'here')
    return (
      <section aria-label="Claims">
        <Notice of={request} what="claims" />
      </section>
    )
  const { items, highlights = [], articles = [], next } = request.data
  const titles = new Map(articles.map((article) => [article.id, article.title]))
  return (
    <section aria-labelledby="claims-title">
      <h2 id="claims-title">Claims</h2>
      {!items.length && <p class="notice">No matching claims.</p>}
      <ul class="found">
        {items.map((claim) => (
          <li key={claim.id} class={claim.type}>
            <a href={at(`/articles/${claim.articleId}#claim-${claim.id}`)}>
              <Words claim={claim} highlights={highlights} field="surface" />
            </a>
            <p>
              <Words claim={claim} highlights={highlights} field="sentence" />
            </p>
            <p class="about">
              {claim.type} · {titles.get(claim.articleId) ?? 'Untitled'}
            </p>
          </li>
        ))}
      </ul>
      {next && <p class="notice">There are more results; narrow the search.</p>}
    </section>
  )
}

function Words({ claim, highlights, field }: { claim: Claim; highlights: Highlight[]; field: 'surface' | 'sentence' }) {
  const spans = highlights.filter((one) => one.id === claim.id && one.field === field)
  return <Marked text={field === 'surface' ? claim.surface : claim.sentence.text} spans={spans} />
}
