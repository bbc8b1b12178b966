import { type ListClaimsData, listClaims } from '../../client/index.ts'
import { follow, go, withQuery } from '../address.ts'
import { ClaimRows } from '../claim-rows.tsx'
import { Rows, useList } from '../list.tsx'
import { take } from '../requests.ts'
import { useTitle } from '../title.ts'
import { type ArticleOrder, Articles, articleOrders } from './articles.tsx'
import { ClaimTable } from './claim-table.tsx'
import { Facets } from './facets.tsx'
import { type Asked, asksOfClaims, readAsked, toClaimQuery } from './query.ts'
import { QueryLine } from './query-line.tsx'

const views = { articles: 'Articles', claims: 'Claims', table: 'Table' } as const
type View = keyof typeof views
const claimOrders = {
  position: 'as they stand',
  relevance: 'best match first',
  '-published': 'newest first',
  published: 'oldest first',
  '-number': 'largest first',
  number: 'smallest first',
  date: 'earliest day first',
  '-date': 'latest day first',
} as const
type ClaimOrder = keyof typeof claimOrders

/** The library as one query: what there is at the left, what was asked for in the middle, the query itself above. */
export function Library({ query }: { query: URLSearchParams }) {
  const asked = readAsked(query)
  const q = asked.get('q')?.[0] ?? ''
  const wanted = query.get('show') as View | null
  const view: View = wanted && wanted in views ? wanted : asksOfClaims(asked) || q ? 'claims' : 'articles'
  const order = query.get('order') ?? ''
  useTitle(q ? `${q} – Library` : 'Library')
  return (
    <div class="library">
      <h1 class="visually-hidden">Library</h1>
      <search class="query">
        <label>
          <span class="visually-hidden">Search articles and claims</span>
          <input
            type="search"
            placeholder='Search: trade china, "foreign policy", -energy'
            value={query.get('q') ?? ''}
            onInput={(event) => go(withQuery({ q: event.currentTarget.value }), true)}
          />
        </label>
        <nav class="tabs" aria-label="Show as">
          {(Object.keys(views) as View[]).map((name) => (
            <a
              key={name}
              href={withQuery({ show: name, order: undefined })}
              aria-current={view === name ? 'page' : undefined}
              onClick={follow}
            >
              {views[name]}
            </a>
          ))}
        </nav>
      </search>
      <div class="columns">
        <details class="facets" open={innerWidth > 900}>
          <summary>Filters{asked.size ? ` (${asked.size})` : ''}</summary>
          <Facets asked={asked} />
        </details>
        <div class="results">
          {view === 'articles' ? (
            <>
              {asksOfClaims(asked) && (
                <p class="notice">
                  Filters of claims are not applied to articles; the claims are under Claims and Table.
                </p>
              )}
              <OrderChoice orders={articleOrders} order={order} usual="-published" />
              <Articles asked={asked} order={(order in articleOrders ? order : '-published') as ArticleOrder} />
            </>
          ) : (
            <>
              {q && !asksOfClaims(asked) && view === 'claims' && (
                <Articles asked={asked} order="-published" limit={3} />
              )}
              <Claims asked={asked} order={(order in claimOrders ? order : 'position') as ClaimOrder} view={view} />
            </>
          )}
        </div>
      </div>
    </div>
  )
}

function Claims({ asked, order, view }: { asked: Asked; order: ClaimOrder; view: View }) {
  const hasWords = asked.has('q')
  const chosen = order === 'relevance' && !hasWords ? 'position' : order
  const query: NonNullable<ListClaimsData['query']> = {
    ...toClaimQuery(asked),
    order: chosen,
    limit: 50,
    expand: ['article'],
    ...(hasWords && { highlight: 'true' }),
  }
  const list = useList(JSON.stringify(query), (page) =>
    take(listClaims({ query: { ...query, ...page, ...(page.count && { query: 'true' }) } })),
  )
  const sentence = list.request.state === 'here' ? list.request.data[0]?.query?.sentence : undefined
  const { relevance: _, ...unsearched } = claimOrders
  return (
    <section aria-labelledby="claims-title">
      <h2 id="claims-title">Claims</h2>
      <QueryLine {...{ asked, sentence }} order={chosen} />
      <OrderChoice orders={hasWords ? claimOrders : unsearched} order={chosen} usual="position" />
      <Rows of={list} what="claims" nothing="No matching claims.">
        {(pages) => (view === 'table' ? <ClaimTable pages={pages} order={chosen} /> : <ClaimRows pages={pages} />)}
      </Rows>
    </section>
  )
}

type OrderProps = { orders: Readonly<Record<string, string>>; order: string; usual: string }
function OrderChoice({ orders, order, usual }: OrderProps) {
  return (
    <label class="order">
      <span>Order</span>{' '}
      <select
        value={order in orders ? order : usual}
        onChange={({ currentTarget: { value } }) => go(withQuery({ order: value === usual ? undefined : value }), true)}
      >
        {Object.entries(orders).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
