import { isHonorific, isRoleNoun } from '../../src/extract/actor/nouns.ts'
import { findPlaceName } from '../../src/text/countries.ts'
import { isFirstName } from '../../src/text/lexicon.ts'
import type { AnnotatedText } from './read-corpus.ts'

type Name = AnnotatedText['names'][number]
type Part = { readonly text: string; readonly from: number; readonly to: number }

/**
 * Persons' names without what GUM counts in: offices, titles, and whose office it is (`NASA Administrator Charles Bolden` is NASA and
 * Charles Bolden; `President` alone is nobody). What stood before the office is a name if the text has it elsewhere as one, or a list as a place.
 */
export function stripOffices(texts: readonly AnnotatedText[]): AnnotatedText[] {
  const surnames = new Set(
    texts.flatMap(({ text, names }) =>
      names.flatMap(([start, end, label]) => {
        const words = text.slice(start, end).split(/\s+/)
        return label === 'PER' && words.length > 1 && isFirstName(words[0]!) ? [words.at(-1)!] : []
      }),
    ),
  )
  // a saint's title is part of the name; `Dean` and `Shepherd` may be anything
  const isOffice = (word: string) =>
    /^\p{Lu}/u.test(word) &&
    !/^(?:St\.?|Saint)$/.test(word) &&
    (isHonorific(word) || (isRoleNoun(word) && !surnames.has(word)))
  return texts.map((annotated) => {
    const { source, text, names } = annotated
    if (source !== 'gum') return annotated
    const labels = new Map<string, string>()
    for (const [start, end, label] of names) {
      const own = text.slice(start, end)
      if (label !== 'PER' || /\s/.test(own)) labels.set(own, label)
    }
    return { ...annotated, names: names.flatMap((name) => (name[2] === 'PER' ? stripOffice(name) : [name])) }

    function stripOffice(name: Name): Name[] {
      const parts = [...text.slice(name[0], name[1]).matchAll(/\S+/gu)].map(
        (match): Part => ({ text: match[0], from: name[0] + match.index, to: name[0] + match.index + match[0].length }),
      )
      const words = parts.map((part) => part.text)
      const [first, last] = [words[0]!, words.at(-1)!]
      if ((isFirstName(first) && !isHonorific(first)) || /^\p{Lu}\.$/u.test(first)) return [name]
      const isNobody =
        isOffice(last) &&
        !isFirstName(last) &&
        (isOffice(first) || findPlaceName(first) !== undefined || /^\p{Lu}{2,}$/u.test(first))
      let cut = isNobody ? words.length : words.slice(0, -1).findLastIndex(isOffice) + 1
      // `Scientologist Tom Cruise`, in a text that has Tom Cruise
      for (let k = cut + 1; k < words.length - 1 && !isNobody; k++)
        if (isFirstName(words[k]!) && labels.get(text.slice(parts[k]!.from, name[1])) === 'PER') cut = k
      if (cut === 0) return [name]
      const stripped: Name[] = cut < words.length ? [[parts[cut]!.from, name[1], 'PER']] : []
      for (let k = cut - 1; k >= 0; k--) {
        const own = text.slice(name[0], parts[k]!.to)
        const place = findPlaceName(own)
        const label = labels.get(own) ?? (place && !place.derived && place.kind === 'place' ? 'LOC' : undefined)
        if (label !== undefined && label !== 'PER') return [[name[0], parts[k]!.to, label], ...stripped]
      }
      return stripped
    }
  })
}
