import { type ComparedQuote, type FigureClaim, listComparableClaims, type QuoteClaim } from '../../client/index.ts'
import { sayDay } from '../../say/days.ts'
import { at } from '../address.ts'
import { take, useRequest } from '../requests.ts'
import { sayBeside } from './beside.ts'
import { outletOf } from './comparison-card.tsx'
import { sayDifference, sayFigure } from './say.ts'

/** Figures that stand beside a claim at once. */
const most = 5

/** What other articles say of the same thing as a claim, with why it is put beside it. */
export function Comparable({ claim }: { claim: FigureClaim | QuoteClaim }) {
  const request = useRequest(claim.id, () => take(listComparableClaims({ path: { claimId: claim.id } })), 250)
  if (request.state !== 'here') return null
  const { items, quotes = [], comparisonId, agree, differ } = request.data
  if (claim.type === 'quote') return quotes.length ? <SameWords quotes={quotes} /> : null
  if (!items.length) return null
  const counted = { unit: claim.unit ?? 'count', currency: claim.currency }
  return (
    <section class="comparable" aria-label="In other articles">
      <h3>In other articles: {sayBeside({ agree, differ })}</h3>
      <ul>
        {items.slice(0, most).map((figure) => (
          <li key={figure.claimId}>
            <a href={at(`/articles/${figure.articleId}#claim-${figure.claimId}`)}>{sayFigure(figure, counted)}</a>{' '}
            <b class={`verdict-of ${figure.verdict}`}>
              {figure.difference
                ? sayDifference(figure.difference, counted).replace('differ', 'differs')
                : figure.verdict === 'agree'
                  ? 'agrees'
                  : figure.verdict}
            </b>
            <small title={figure.reason}>
              {' '}
              {[outletOf(figure), figure.publishedAt && sayDay(figure.publishedAt)].filter(Boolean).join(', ')}
            </small>
          </li>
        ))}
      </ul>
      {comparisonId && (
        <a href={at(`/compare?id=${comparisonId}`)}>
          {items.length > most ? `All ${agree + differ} side by side` : 'Side by side, and why'}
        </a>
      )}
    </section>
  )
}

/** The same words of the same speaker in other articles. */
function SameWords({ quotes }: { quotes: readonly ComparedQuote[] }) {
  return (
    <section class="comparable" aria-label="In other articles">
      <h3>
        The same words in {quotes.length} other {quotes.length === 1 ? 'article' : 'articles'}
      </h3>
      <ul>
        {quotes.slice(0, most).map((quote) => (
          <li key={quote.claimId}>
            <a href={at(`/articles/${quote.articleId}#claim-${quote.claimId}`)}>{outletOf(quote)}</a>{' '}
            <small>
              {[
                quote.publishedAt && sayDay(quote.publishedAt),
                quote.leavesOut.length > 0 && `leaves out “${quote.leavesOut.join(' … ')}”`,
                quote.adds.length > 0 && `has “${quote.adds.join(' … ')}”`,
              ]
                .filter(Boolean)
                .join(', ')}
            </small>
          </li>
        ))}
      </ul>
      <a href={at('/compare?show=quotes')}>Quotes side by side</a>
    </section>
  )
}
