import { getComparison, type ListComparisonsData, listComparisons } from '../../client/index.ts'
import { follow, go, withQuery } from '../address.ts'
import { Rows, useList } from '../list.tsx'
import { Notice } from '../notice.tsx'
import { take, useRequest } from '../requests.ts'
import { ListFiles } from '../take-away/list-files.tsx'
import { useTitle } from '../title.ts'
import { ComparisonCard } from './comparison-card.tsx'
import { QuoteComparisons } from './quote-comparisons.tsx'
import { sayTopic } from './say.ts'

const orders = {
  '-difference': 'most disagreement first',
  '-outlets': 'most outlets first',
  '-published': 'latest first',
} as const
const verdicts = {
  '': 'agree or differ',
  differ: 'differ',
  agree: 'agree',
  single: 'said by one article only',
} as const

type Query = NonNullable<ListComparisonsData['query']>

/** The same thing said by everybody: figures of several articles side by side. */
export function CompareView({ query }: { query: URLSearchParams }) {
  const id = query.get('id')
  const quotes = query.get('show') === 'quotes'
  if (id)
    return (
      <div class="compare">
        <OneComparison id={id} />
      </div>
    )
  const tab = (name: string, show: string | undefined, isHere: boolean) => (
    <a href={withQuery({ show })} aria-current={isHere ? 'page' : undefined} onClick={follow}>
      {name}
    </a>
  )
  return (
    <div class="compare">
      <h1>Compare</h1>
      <nav class="tabs" aria-label="What is compared">
        {tab('Figures', undefined, !quotes)}
        {tab('Quotes', 'quotes', quotes)}
      </nav>
      {quotes ? <QuoteComparisons query={query} /> : <Comparisons query={query} />}
    </div>
  )
}

function OneComparison({ id }: { id: string }) {
  const request = useRequest(id, () => take(getComparison({ path: { comparisonId: id } })))
  useTitle(request.state === 'here' ? `${sayTopic(request.data)} – Compare` : undefined)
  if (request.state !== 'here') return <Notice of={request} what="the comparison" />
  return <ComparisonCard comparison={request.data} heading="h1" />
}

const fields = ['q', 'measure', 'subject', 'publication', 'from', 'to'] as const
const labels: Readonly<Record<(typeof fields)[number], string>> = {
  q: 'Words',
  measure: 'Of what',
  subject: 'Said of',
  publication: 'Publication',
  from: 'From',
  to: 'To',
}

function Comparisons({ query }: { query: URLSearchParams }) {
  const article = query.get('article')
  const asked: Query = { limit: 10, order: (query.get('order') ?? '-difference') as Query['order'] }
  for (const name of fields) {
    const value = query.get(name)?.trim()
    if (value) Object.assign(asked, { [name]: ['subject', 'publication'].includes(name) ? [value] : value })
  }
  const verdict = query.get('verdict')
  if (verdict) asked.verdict = [verdict] as Query['verdict']
  if (article) asked.article = [article]
  const list = useList(JSON.stringify(asked), (page) => take(listComparisons({ query: { ...asked, ...page } })))
  useTitle('Compare')
  const change = (name: string, value: string) => go(withQuery({ [name]: value }), true)
  return (
    <>
      <p class="about">
        Figures of the same thing in several articles, period by period. Each says why it is put beside the others, so
        that it can be doubted.
      </p>
      <search>
        <form class="filters" onSubmit={(event) => event.preventDefault()}>
          {fields.map((name) => (
            <label key={name}>
              <span>{labels[name]}</span>
              <input
                {...(name === 'q' ? { type: 'search' as const } : { type: 'text' as const })}
                value={query.get(name) ?? ''}
                placeholder={name === 'from' || name === 'to' ? '2022, 2022-07' : 'any'}
                onChange={(event) => change(name, event.currentTarget.value)}
              />
            </label>
          ))}
          <label>
            <span>They</span>
            <select value={verdict ?? ''} onChange={(event) => change('verdict', event.currentTarget.value)}>
              {Object.entries(verdicts).map(([value, name]) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <label>
            <span>Order</span>
            <select value={asked.order} onChange={(event) => change('order', event.currentTarget.value)}>
              {Object.entries(orders).map(([value, name]) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          {article && (
            <button type="button" onClick={() => change('article', '')}>
              Of one article only ×
            </button>
          )}
        </form>
      </search>
      <Rows of={list} what="comparisons" nothing="No two articles have a figure of the same thing here.">
        {(pages) => (
          <>
            <ListFiles path="/v1/comparisons" query={asked} name="figures-compared" />
            {pages
              .flatMap(({ items }) => items)
              .map((comparison) => (
                <ComparisonCard key={comparison.id} comparison={comparison} heading="h2" />
              ))}
          </>
        )}
      </Rows>
    </>
  )
}
