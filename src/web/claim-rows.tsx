import type { Article, Claim, Highlight } from '../client/index.ts'
import { sayDay } from '../say/days.ts'
import { at } from './address.ts'
import { Marked } from './marked.tsx'
import { summarise } from './meaning.ts'

/** Pages of claims with what else came with them. */
export type ClaimsPage = {
  readonly items: readonly Claim[]
  readonly highlights?: readonly Highlight[] | undefined
  readonly articles?: readonly Article[] | undefined
}

/** Claims as rows, those of one sentence in one, with the sentence once and where it stands: article, publication, day. */
export function ClaimRows({ pages }: { pages: readonly ClaimsPage[] }) {
  const articles = new Map(pages.flatMap(({ articles = [] }) => articles.map((article) => [article.id, article])))
  const highlights = pages.flatMap(({ highlights = [] }) => highlights)
  const sentences = Map.groupBy(
    pages.flatMap(({ items }) => items),
    ({ articleId, sentence }) => `${articleId} ${sentence.start}`,
  )
  return (
    <ul class="found">
      {[...sentences.values()].map((claims) => (
        <Sentence key={claims[0]!.id} {...{ claims, highlights }} article={articles.get(claims[0]!.articleId)} />
      ))}
    </ul>
  )
}

type SentenceProps = { claims: readonly Claim[]; highlights: readonly Highlight[]; article: Article | undefined }
function Sentence({ claims, highlights, article }: SentenceProps) {
  const [first] = claims as readonly [Claim]
  const type = claims.every((claim) => claim.type === first.type) ? first.type : ''
  return (
    <li class={type}>
      <p class="sentence">
        <Words claim={first} {...{ highlights }} />
      </p>
      <ul class="claims">
        {claims.map((claim) => (
          <li key={claim.id} class={claim.type}>
            <a href={at(`/articles/${claim.articleId}#claim-${claim.id}`)}>
              <Marked
                text={claim.surface}
                spans={highlights.filter(({ id, field }) => id === claim.id && field === 'surface')}
              />
            </a>{' '}
            <small>
              {claim.type} · {summarise(claim)}
              {claim.review && <> · {claim.review.status}</>}
            </small>
          </li>
        ))}
      </ul>
      {article && (
        <p class="about">
          <ClaimSource article={article} />
        </p>
      )}
    </li>
  )
}

/** Where a claim stands: article, publication, day. */
export function ClaimSource({ article, short = false }: { article: Article; short?: boolean }) {
  const { id, title, publication, publishedAt } = article
  return (
    <>
      <a href={at(`/articles/${id}`)}>{title ?? 'Untitled'}</a>
      {[publication, !short && publishedAt && sayDay(publishedAt)].filter(Boolean).map((word) => ` · ${word}`)}
    </>
  )
}

const Words = ({ claim, highlights }: { claim: Claim; highlights: readonly Highlight[] }) => (
  <Marked
    text={claim.sentence.text}
    spans={highlights.filter(({ id, field }) => id === claim.id && field === 'sentence')}
  />
)
