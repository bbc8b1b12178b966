import { memo } from 'preact/compat'
import type { Claim } from '../../client/index.ts'
import type { Part, Piece } from '../marks.ts'
import { summarise } from '../meaning.ts'

const names: Partial<Record<Part['kind'], string>> = {
  headline: 'Headline',
  dateline: 'Dateline',
  caption: 'Caption',
  'author-note': 'About the author',
  boilerplate: 'Not of the article',
  'embedded-post': 'Embedded post',
}
const folded = new Set<Part['kind']>(['boilerplate', 'author-note', 'embedded-post'])

/** The text of an article with its marks; drawn once, for nothing in it changes. Words are set as text, never as HTML. */
export const ArticleText = memo(({ parts }: { parts: readonly Part[] }) => (
  <div class="text" dir="auto">
    {parts.map((part, i) => {
      const paragraphs = part.paragraphs.map(({ start, pieces }) => (
        <p key={start}>
          <Pieces pieces={pieces} />
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

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
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
            tabIndex={piece.first ? 0 : undefined}
          >
            <Pieces pieces={piece.pieces} />
          </mark>
        ),
      )}
    </>
  )
}

/** On paper, claims are footnotes. */
export const Footnotes = memo(({ claims }: { claims: readonly Claim[] }) => (
  <ol class="footnotes" aria-hidden="true">
    {claims.map((claim) => (
      <li key={claim.id}>
        {claim.type}: “{claim.surface}” — {summarise(claim)}
      </li>
    ))}
  </ol>
))
