import { isFunctionWord } from '../../text/lexicon.ts'
import { isGlued, near, type Tokens, word } from '../../text/tokens.ts'
import { before, isLeftFree, type Rule } from './words.ts'

// Reads   now, right now, currently, nowadays, recently, at the moment, at present, recent years, these days, in the near future
// Not     now that, until now (soon and later are too vague to check)

const phrases: readonly (readonly [words: string, value: 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF', from?: number])[] =
  [
    ['right now', 'PRESENT_REF'],
    ['just now', 'PRESENT_REF'],
    ['now', 'PRESENT_REF'],
    ['nowadays', 'PRESENT_REF'],
    ['currently', 'PRESENT_REF'],
    ['presently', 'PRESENT_REF'],
    ['at present', 'PRESENT_REF'],
    ['at the moment', 'PRESENT_REF'],
    ['at this time', 'PRESENT_REF'],
    ['these days', 'PRESENT_REF'],
    ['recently', 'PAST_REF'],
    ['lately', 'PAST_REF'],
    ['recent years', 'PAST_REF'],
    ['recent months', 'PAST_REF'],
    ['recent weeks', 'PAST_REF'],
    ['recent days', 'PAST_REF'],
    ['recent decades', 'PAST_REF'],
    ['the near future', 'FUTURE_REF'],
    ['the foreseeable future', 'FUTURE_REF'],
    ['the future', 'FUTURE_REF'],
    ['the past', 'PAST_REF'],
    ['the time being', 'PRESENT_REF'],
    ['at the present time', 'PRESENT_REF'],
    ['at the minute', 'PRESENT_REF'],
    ['the coming future', 'FUTURE_REF'],
  ]
const byFirst = new Map<
  string,
  (readonly [words: readonly string[], value: 'PAST_REF' | 'PRESENT_REF' | 'FUTURE_REF'])[]
>()
for (const [words, value] of phrases) {
  const list = words.split(' ')
  byFirst.set(list[0]!, [...(byFirst.get(list[0]!) ?? []), [list, value]])
}

export const isReferenceWord = (lower: string): boolean => byFirst.has(lower)

export const readReference: Rule = (tokens: Tokens, i) => {
  const forms = byFirst.get(tokens.lower[i]!)
  if (!forms || !isLeftFree(tokens, i)) return null
  for (const [words, value] of forms) {
    if (!words.every((form, k) => k === 0 || near(tokens, i + k) === form)) continue
    const end = i + words.length
    if (tokens.lower[end] === '-' && isGlued(tokens, end)) return null
    if (words[0] === 'now' && near(tokens, end) === 'that') return null
    // `in the past`, not `the past master` or `the future of`
    const bare = words.length === 2 && words[0] === 'the'
    if (
      bare &&
      !(
        /^(?:in|for|of|from)$/.test(before(tokens, i)) &&
        (tokens.kind[end] !== word || !near(tokens, end) || isFunctionWord(near(tokens, end)))
      )
    )
      continue
    return { end, expression: { form: 'reference', value }, confidence: 0.6 }
  }
  return null
}
