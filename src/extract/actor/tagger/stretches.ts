import type { Word } from '../words.ts'

/** Words from `from` to `to` (exclusive) that may hold names, in one sentence. */
export type Stretch = { readonly from: number; readonly to: number }

const small = 3
const hasCapital = (word: Word) => word.capital || /\p{Lu}/u.test(word.text)

/**
 * The parts of a text in which names can stand: words with a capital, and up to three small ones between two of them. Three quarters of a
 * text are none, and cost the tagger nothing. A stretch ends with its sentence, a line, or a mark that no name runs over.
 */
export function findStretches(words: readonly Word[]): Stretch[] {
  const stretches: Stretch[] = []
  let from = -1
  let last = -1
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (from >= 0 && (i - last > small + 1 || breaks(word.gap) || (word.first && i > last))) {
      // a name may run over a line's end
      if (!(word.gap === '\n' && !word.first)) {
        stretches.push({ from, to: last + 1 })
        from = -1
      }
    }
    if (!hasCapital(word)) continue
    if (from < 0) from = i
    last = i
  }
  if (from >= 0) stretches.push({ from, to: last + 1 })
  return stretches
}

const breaks = (gap: string) => gap.length > 4 || /[\n\t;:!?]/.test(gap)
