import { memo } from 'preact/compat'
import { useEffect, useRef } from 'preact/hooks'
import type { Paragraph, Part, Piece } from '../marks.ts'
import { takeStop } from './mark-keys.ts'
import { usePaced } from './paced.ts'

const names: Partial<Record<Part['kind'], string>> = {
  headline: 'Headline',
  lead: 'Lead',
  dateline: 'Dateline',
  caption: 'Caption',
  'author-note': 'About the author',
  boilerplate: 'Not of the article',
  'embedded-post': 'Embedded post',
}
/** What stands in a text and is not its own: closed until it is opened, and not among the footnotes. */
export const folded: ReadonlySet<Part['kind']> = new Set(['boilerplate', 'author-note', 'embedded-post'])

/** The text of an article with its marks; drawn anew only where marks come or change. Words are set as text, never as HTML. */
export const ArticleText = memo(
  ({ parts, first }: { parts: readonly Part[]; first: { readonly current: string | undefined } }) => {
    const isDrawn = usePaced(parts, first)
    const text = useRef<HTMLDivElement>(null)
    useEffect(() => {
      if (!text.current!.querySelector('mark[tabindex="0"]'))
        takeStop(text.current!, text.current!.querySelector('mark.first'))
    })
    return (
      <div ref={text} class="text" dir="auto">
        {parts.map((part, i) => {
          const paragraphs = part.paragraphs.map((paragraph) => (
            <Words key={paragraph.start} paragraph={paragraph} ready={isDrawn(paragraph)} />
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
    )
  },
)

type WordsProps = { paragraph: Paragraph; ready: boolean }

/** A paragraph: as it was until its new marks are to be drawn, plain if it has not been drawn before. */
const Words = memo(
  ({ paragraph, ready }: WordsProps) => (
    <p data-start={paragraph.start}>{ready ? <Pieces pieces={paragraph.pieces} /> : <bdi>{paragraph.text}</bdi>}</p>
  ),
  (before: WordsProps, { paragraph, ready }: WordsProps) =>
    !ready || (before.ready && before.paragraph.signature === paragraph.signature),
)

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
            data-beside={piece.note}
            tabIndex={piece.first ? -1 : undefined}
          >
            <Pieces pieces={piece.pieces} />
          </mark>
        ),
      )}
    </>
  )
}
