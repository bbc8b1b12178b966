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

/** Where the words of a search stand in a text, as the service would find them: whole words whatever their case; those to leave out are left out. */
export function findWords(text: string, q: string): { start: number; end: number }[] {
  const wanted = [...q.matchAll(/(?<![^\s])(?<minus>-)?(?:"(?<phrase>[^"]+)"?|(?<word>[^\s"]+))/g)]
    .filter(({ groups }) => !groups!.minus)
    .flatMap(({ groups }) => (groups!.phrase ?? groups!.word!).match(/[\p{L}\p{N}]+/gu) ?? [])
  if (!wanted.length) return []
  const points = (units: string) => [...units].length
  const words = new RegExp(`(?<![\\p{L}\\p{N}])(?:${wanted.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
  return [...text.matchAll(words)].map((match) => {
    const start = points(text.slice(0, match.index))
    return { start, end: start + points(match[0]) }
  })
}
