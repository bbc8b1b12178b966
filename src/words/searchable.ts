import { foldWords, joinCompounds } from './fold.ts'
import { stem } from './stem.ts'

// What full text is made of, for any engine that keeps words in their order.

/** What folding or stemming leads to: when it changes, full text is made anew. */
export const searchVersion = 1

/** Stands before a stem, to tell it from a word. A letter, so that it parts no word; folding leaves none of it in a text. */
const stemMark = 'ˢ'
export const markStem = (stem: string): string => `${stemMark}${stem}`

/**
 * A text as full text keeps it: its words, folded, for words and phrases; behind them its compounds as one word, and the stems of words that
 * are not their own, each once. Linear in the text.
 */
export function toSearchable(text: string): string {
  const words = foldWords(text)
  const more = new Set<string>()
  const compounds = joinCompounds(text, words)
  for (const { form } of compounds) more.add(form)
  for (const { form } of [...words, ...compounds]) {
    const own = stem(form)
    if (own !== form) more.add(markStem(own))
  }
  const all = words.map(({ form }) => form).join(' ')
  return more.size ? `${all} ${[...more].join(' ')}` : all
}

/** The words that any form of a word is found by: itself, and what `toSearchable` makes of the others. @param form folded */
export function formsOf(form: string): string[] {
  const own = stem(form)
  return own !== form && stem(own) === own ? [form, markStem(own), own] : [form, markStem(own)]
}
