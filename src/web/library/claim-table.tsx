import type { Article, Claim } from '../../client/index.ts'
import { sayClaim } from '../../say/claims.ts'
import { sayDay } from '../../say/days.ts'
import { at, go, withQuery } from '../address.ts'
import { ClaimSource, type ClaimsPage } from '../claim-rows.tsx'
import { speakerOf } from '../meaning.ts'
import { Scroll } from '../scroll.tsx'

type Column = {
  readonly name: string
  /** The order that a press on its head gives; the other way round with a leading minus. */
  readonly order?: string
  readonly show: (claim: Claim, article: Article | undefined) => preact.ComponentChildren
}

// biome-ignore format: a table, one row a line
const columns: readonly Column[] = [
  { name: 'words', show: (claim) => <a href={at(`/articles/${claim.articleId}#claim-${claim.id}`)}>{shorten(claim.surface)}</a> },
  { name: 'meaning', order: 'number', show: (claim) => <span class={claim.type}>{claim.type === 'quote' ? claim.kind : sayClaim(claim)}</span> },
  { name: 'of what, of whom', show: (claim) => aboutOf(claim) },
  { name: 'said by', show: (claim) => speakerOf(claim) },
  { name: 'sentence', show: (claim) => <span class="sentence">{claim.sentence.text.trim()}</span> },
  { name: 'article', show: (_, article) => article && <ClaimSource article={article} short /> },
  { name: 'published', order: 'published', show: (_, article) => article?.publishedAt && <span class="day">{sayDay(article.publishedAt)}</span> },
]

/** Claims as a table, sorted by what is pressed. */
export function ClaimTable({ pages, order }: { pages: readonly ClaimsPage[]; order: string }) {
  const articles = new Map(pages.flatMap(({ articles = [] }) => articles.map((article) => [article.id, article])))
  const sort = (by: string) => go(withQuery({ order: order === by ? `-${by}` : by }), true)
  return (
    <Scroll label="Claims, as a table">
      <table class="data claim-table">
        <thead>
          <tr>
            {columns.map(({ name, order: by }) => (
              <th
                key={name}
                scope="col"
                aria-sort={by && order === by ? 'ascending' : by && order === `-${by}` ? 'descending' : undefined}
              >
                {by ? (
                  <button type="button" class="sort" onClick={() => sort(by)}>
                    {name} <span aria-hidden="true">{order === by ? '▲' : order === `-${by}` ? '▼' : '↕'}</span>
                  </button>
                ) : (
                  name
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pages
            .flatMap(({ items }) => items)
            .map((claim) => (
              <tr key={claim.id} class={claim.type}>
                {columns.map(({ name, show }) => (
                  <td key={name}>{show(claim, articles.get(claim.articleId))}</td>
                ))}
              </tr>
            ))}
        </tbody>
      </table>
    </Scroll>
  )
}

function aboutOf(claim: Claim): string {
  if (claim.type === 'figure') return [claim.measure, claim.subject?.name].filter(Boolean).join(' · ')
  return claim.type === 'actor' ? [claim.role, claim.affiliation].filter(Boolean).join(' · ') : ''
}
const shorten = (text: string) => (text.length > 90 ? `${text.slice(0, 89)}…` : text)
