import { toCodeUnits } from './text-offsets.ts'

/** A text with some of its stretches marked; `spans` count code points. */
export function Marked({ text, spans }: { text: string; spans: readonly { start: number; end: number }[] }) {
  const at = toCodeUnits(text)
  const pieces = []
  let from = 0
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (at(start) < from) continue
    pieces.push(text.slice(from, at(start)), <mark class="hit">{text.slice(at(start), at(end))}</mark>)
    from = at(end)
  }
  return (
    <>
      {pieces}
      {text.slice(from)}
    </>
  )
}
