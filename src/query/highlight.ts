import { mapToCodePoints } from '../text/offsets.ts'
import type { Expression, Term } from '../words/expression.ts'
import { type FoldedWord, foldWords, joinCompounds } from '../words/fold.ts'
import { stem } from '../words/stem.ts'

type Span = { readonly start: number; readonly end: number }

/** Where what a search looks for stands in a text, in code points: whole words, whatever their case, accents and endings. */
export function findHighlights(text: string, expression: Expression): Span[] {
  const words = foldWords(text)
  const compounds = joinCompounds(text, words)
  const toPoint = mapToCodePoints(text)
  const found = new Map<string, Span>()
  for (const term of wantedTerms(expression))
    for (const { start, end } of [...findPhrase(words, term), ...findOne([...words, ...compounds], term)])
      found.set(`${start} ${end}`, { start: toPoint(start), end: toPoint(end) })
  return [...found.values()].sort((a, b) => a.start - b.start || a.end - b.end)
}

function wantedTerms(expression: Expression): Term[] {
  return expression.kind === 'term' ? [expression.term] : expression.of.flatMap(wantedTerms)
}

function findPhrase(words: readonly FoldedWord[], term: Term): Span[] {
  if (term.words.length < 2) return []
  const last = term.words.length - 1
  return words.flatMap(({ start }, first) => {
    const fits = term.words.every((form, i) => {
      const word = words[first + i]?.form
      return i === last && term.isPrefix ? word?.startsWith(form) : word === form
    })
    return fits ? [{ start, end: words[first + last]!.end }] : []
  })
}

function findOne(words: readonly FoldedWord[], { words: [first, second], compound, isExact, isPrefix }: Term): Span[] {
  const wanted = second === undefined ? first! : compound
  if (wanted === undefined) return []
  const root = stem(wanted)
  return words.filter(({ form }) =>
    isPrefix ? form.startsWith(wanted) : form === wanted || (!isExact && stem(form) === root),
  )
}
