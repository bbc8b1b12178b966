import { useEffect, useRef, useState } from 'preact/hooks'
import type { Paragraph, Part } from '../marks.ts'

/** Marks that are drawn in one go: some 20 ms of work, so that scrolling and typing come in between. */
const atOnce = 160

/**
 * Which paragraphs are to be drawn with their marks by now: those with new marks come a handful at a time, the ones that hold `first` before the
 * others, then in the order of the text.
 * @param first the id of a claim, read when paragraphs are drawn
 */
export function usePaced(
  parts: readonly Part[],
  first: { readonly current: string | undefined },
): (paragraph: Paragraph) => boolean {
  const drawn = useRef(new Map<number, string>()).current
  const [, redraw] = useState(0)
  const isDrawn = ({ start, signature }: Paragraph) => (drawn.get(start) ?? '') === signature
  const waiting = parts.flatMap(({ paragraphs }) => paragraphs).filter((paragraph) => !isDrawn(paragraph))
  const wanted = first.current
  const urgent = wanted === undefined ? [] : waiting.filter(({ signature }) => signature.includes(wanted))
  let marks = 0
  for (const { start, signature, count } of [...urgent, ...waiting]) {
    if (marks > 0 && marks + count > atOnce) break
    marks += count
    drawn.set(start, signature)
  }
  const settled = waiting.every(isDrawn)
  useEffect(() => {
    if (settled) return
    const timer = setTimeout(() => redraw((n) => n + 1))
    return () => clearTimeout(timer)
  })
  return isDrawn
}
