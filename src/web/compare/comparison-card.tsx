import { lazy, Suspense } from 'preact/compat'
import type { ComparedFigure, Comparison, ComparisonPeriod } from '../../client/index.ts'
import { sayDay, sayDays } from '../../say/days.ts'
import { at } from '../address.ts'
import { Scroll } from '../scroll.tsx'
import { sayDifference, sayFigure, sayTopic } from './say.ts'

const ComparisonPicture = lazy(() =>
  import('../pictures/comparison.tsx').then(({ ComparisonPicture }) => ({ default: ComparisonPicture })),
)

/** Who prints it, as far as the article says. */
export const outletOf = ({ publication, title }: Pick<ComparedFigure, 'publication' | 'title'>): string =>
  publication ?? title ?? 'Untitled'

/** Figures of one thing: over time as dots, and as a table with the words. */
export function ComparisonCard({ comparison, heading: Heading }: { comparison: Comparison; heading: 'h1' | 'h2' }) {
  const { id, verdict, difference, claimCount, articleCount, outletCount, reason, periods } = comparison
  const shown = periods.reduce((sum, { claims }) => sum + claims.length, 0)
  return (
    <section class="comparison" aria-labelledby={id}>
      <Heading id={id}>
        {Heading === 'h2' ? <a href={at(`/compare?id=${id}`)}>{sayTopic(comparison)}</a> : sayTopic(comparison)}
      </Heading>
      <p class="about">
        <b class={`verdict-of ${verdict}`}>{difference ? sayDifference(difference, comparison) : verdict}</b>
        {` · ${claimCount} ${claimCount === 1 ? 'figure' : 'figures'} in ${articleCount} ${articleCount === 1 ? 'article' : 'articles'} of ${outletCount} ${outletCount === 1 ? 'outlet' : 'outlets'}`}
      </p>
      <p class="about">{reason}</p>
      {shown > 1 && (
        <Suspense fallback={<div class="place-of-picture" />}>
          <ComparisonPicture comparison={comparison} />
        </Suspense>
      )}
      <Scroll label={`${sayTopic(comparison)}, as a table`}>
        <table class="data compared">
          <caption class="visually-hidden">{sayTopic(comparison)}</caption>
          <thead>
            <tr>
              <th scope="col">figure</th>
              <th scope="col">outlet</th>
              <th scope="col">published</th>
              <th scope="col">sentence</th>
            </tr>
          </thead>
          {periods.map((period, i) => (
            <Period key={i} {...{ period, comparison }} />
          ))}
        </table>
      </Scroll>
      {shown < claimCount && (
        <p class="going-on">
          {shown} of {claimCount} figures, those that differ first.
          {Heading === 'h2' && <a href={at(`/compare?id=${id}`)}>All of them</a>}
        </p>
      )}
    </section>
  )
}

function Period({ period, comparison }: { period: ComparisonPeriod; comparison: Comparison }) {
  const { verdict, difference, claims } = period
  const days = sayDays(period.period?.from, period.period?.to) ?? 'In articles of the same days'
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={4}>
          {days} <b class={`verdict-of ${verdict}`}>{difference ? sayDifference(difference, comparison) : verdict}</b>
        </th>
      </tr>
      {claims.map((claim) => (
        <tr key={claim.claimId}>
          <td>
            <a href={at(`/articles/${claim.articleId}#claim-${claim.claimId}`)}>{sayFigure(claim, comparison)}</a>
            {claim.modality && <small> {claim.modality}</small>}
          </td>
          <td>{outletOf(claim)}</td>
          <td class="day">{claim.publishedAt && sayDay(claim.publishedAt)}</td>
          <td class="sentence">
            {claim.sentence.trim()}
            {claim.speaker && <small> says {claim.speaker}</small>}
          </td>
        </tr>
      ))}
    </tbody>
  )
}
