import { memo } from 'preact/compat'
import type { Claim } from '../../client/index.ts'
import type { Part, Piece } from '../marks.ts'

const names: Partial<Record<Part['kind'], string>> = {
  headline: 'Headline',
  dateline: 'Dateline',
  caption: 'Caption',
  'author-note': 'About the author',
  boilerplate: 'Not of the article',
  'embedded-post': 'Embedded post',
}
/** What stands in a text and is not its own: closed until it is opened, and not among the footnotes. */
const folded = new Set<Part['kind']>(['boilerplate', 'author-note', 'embedded-post'])

/** The text of an article with its marks; drawn once, for nothing in it changes. Words are set as text, never as HTML. */
export const ArticleText = memo(({ parts, numbers }: { parts: readonly Part[]; numbers: Numbers }) => (
  <div class="text" dir="auto">
    {parts.map((part, i) => {
      const paragraphs = part.paragraphs.map(({ start, pieces }) => (
        <p key={start}>
          <Pieces pieces={pieces} numbers={numbers} />
        </p>
      ))
      if (!paragraphs.length) return null
      return folded.has(part.kind) ? (
        <details key={i} class={`part ${part.kind}`}>
          <summary>{names[part.kind]}</summary>
          {paragraphs}
        </details>
      ) : (
        <section key={i} class={`part ${part.kind}`} aria-label={names[part.kind]}>
          {paragraphs}
        </section>
      )
    })}
  </div>
))

function Pieces({ pieces, numbers }: { pieces: readonly Piece[]; numbers: Numbers }) {
  return (
    <>
      {pieces.map((piece, i) =>
        typeof piece === 'string' ? (
          <bdi key={i}>{piece}</bdi>
        ) : (
          <mark
            key={i}
            id={piece.first ? `claim-${piece.claim.id}` : undefined}
            class={`${piece.claim.type}${piece.first ? ' first' : ''}${piece.claim.review ? ` ${piece.claim.review.status}` : ''}`}
            data-claim={piece.claim.id}
            data-note={piece.first ? numbers.get(piece.claim.id) : undefined}
            tabIndex={piece.first ? 0 : undefined}
          >
            <Pieces pieces={piece.pieces} numbers={numbers} />
          </mark>
        ),
      )}
    </>
  )
}

/** The number of each claim's footnote. */
export type Numbers = ReadonlyMap<string, number>
export const numberClaims = (claims: readonly Claim[]): Numbers =>
  new Map(claims.filter(({ section }) => !folded.has(section)).map(({ id }, i) => [id, i + 1]))

/** On paper, claims are footnotes. */
export const Footnotes = memo(
  ({ claims, numbers, summaries }: { claims: readonly Claim[]; numbers: Numbers; summaries: readonly string[] }) => (
    <ol class="footnotes" aria-hidden="true">
      {claims.map(
        ({ id, type, surface }, i) =>
          numbers.has(id) && (
            <li key={id}>
              {type}: “{surface}” — {summaries[i]}
            </li>
          ),
      )}
    </ol>
  ),
)
