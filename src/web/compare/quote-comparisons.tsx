import {
  type ComparedQuote,
  type ListQuoteComparisonsData,
  listQuoteComparisons,
  type QuoteComparison,
} from '../../client/index.ts'
import { sayDay } from '../../say/days.ts'
import { at, go, withQuery } from '../address.ts'
import { Rows, useList } from '../list.tsx'
import { take } from '../requests.ts'
import { ListFiles } from '../take-away/list-files.tsx'
import { useTitle } from '../title.ts'
import { outletOf } from './comparison-card.tsx'

type Query = NonNullable<ListQuoteComparisonsData['query']>

/** The same words of the same speaker in several articles, with what each leaves out. */
export function QuoteComparisons({ query }: { query: URLSearchParams }) {
  const q = query.get('q')?.trim()
  const source = query.get('source')?.trim()
  const asked: Query = { limit: 20, ...(q && { q }), ...(source && { source: [source] }) }
  const list = useList(JSON.stringify(['quotes', asked]), (page) =>
    take(listQuoteComparisons({ query: { ...asked, ...page } })),
  )
  useTitle('Quotes – Compare')
  const field = (name: 'q' | 'source', label: string) => (
    <label>
      <span>{label}</span>
      <input
        {...(name === 'q' ? { type: 'search' as const } : { type: 'text' as const })}
        value={query.get(name) ?? ''}
        placeholder="any"
        onChange={(event) => go(withQuery({ [name]: event.currentTarget.value }), true)}
      />
    </label>
  )
  return (
    <>
      <p class="about">The same words of the same speaker in several articles, with what each leaves out.</p>
      <search>
        <form class="filters" onSubmit={(event) => event.preventDefault()}>
          {field('q', 'Words')}
          {field('source', 'Said by')}
        </form>
      </search>
      <Rows of={list} what="comparisons" nothing="No words of one speaker are in two articles here.">
        {(pages) => (
          <>
            <ListFiles path="/v1/comparisons/quotes" query={asked} name="quotes-compared" />
            {pages
              .flatMap(({ items }) => items)
              .map((comparison) => (
                <QuoteCard key={comparison.id} comparison={comparison} />
              ))}
          </>
        )}
      </Rows>
    </>
  )
}

function QuoteCard({ comparison }: { comparison: QuoteComparison }) {
  const { id, speaker, speakerId, longest, claims, claimCount, articleCount, outletCount } = comparison
  return (
    <section class="comparison" aria-labelledby={id}>
      <h2 id={id}>{speakerId ? <a href={at(`/actors/${speakerId}`)}>{speaker}</a> : speaker}</h2>
      <blockquote class="longest">{longest}</blockquote>
      <p class="about">
        {claimCount} quotes in {articleCount} articles of {outletCount} {outletCount === 1 ? 'outlet' : 'outlets'}
      </p>
      <ul class="found">
        {claims.map((claim) => (
          <Version key={claim.claimId} claim={claim} />
        ))}
      </ul>
    </section>
  )
}

function Version({ claim }: { claim: ComparedQuote }) {
  const { articleId, claimId, content, publishedAt, leavesOut, adds, kind } = claim
  return (
    <li class="quote">
      <p class="sentence">
        <a href={at(`/articles/${articleId}#claim-${claimId}`)}>{content}</a>
      </p>
      <p class="about">{[outletOf(claim), publishedAt && sayDay(publishedAt), kind].filter(Boolean).join(' · ')}</p>
      {!leavesOut.length && !adds.length && <p class="about">Has all of it.</p>}
      {leavesOut.length > 0 && (
        <p class="about">
          leaves out{' '}
          {leavesOut.map((words) => (
            <del key={words}>{words} </del>
          ))}
        </p>
      )}
      {adds.length > 0 && (
        <p class="about">
          has instead, or besides,{' '}
          {adds.map((words) => (
            <ins key={words}>{words} </ins>
          ))}
        </p>
      )}
    </li>
  )
}
