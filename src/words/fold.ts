// What two spellings of a word have in common. Both sides of a comparison are folded here, so that no engine has to agree with another.

/** Letters that Unicode does not take apart, as those write them who lack them on their keyboard. */
const plain: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ŧ: 't',
  ĸ: 'k',
  ƒ: 'f',
  ς: 'σ',
}
const special = new RegExp(`[${Object.keys(plain).join('')}]`, 'g')
/** Accents, breathings, vowel points: marks that may be left out in writing. Marks that stand for a vowel of their own are none of them. */
const marks =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: ranges of marks are meant
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g
/** Characters that do not show and part no word. */
// biome-ignore lint/suspicious/noMisleadingCharacterClass: characters by themselves are meant
const unseen = /[\u00ad\u200b-\u200d\u2060\ufe00-\ufe0f\ufeff]/g

/**
 * Letters without case, accents, ligatures and width: `Straße` and `STRASSE`, `Łódź` and `lodz`, `Ἀθῆναι` and `αθηναι`, `ﬁnal` and `final`
 * become the same (Unicode NFKD, and the letters above).
 */
export const foldLetters = (text: string): string =>
  // most texts are ASCII, which has nothing to take apart
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII as a whole is meant
  /^[\x00-\x7f]*$/.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .toLowerCase()
        .replace(marks, '')
        .replace(unseen, '')
        .replace(special, (letter) => plain[letter]!)

/** A word of a text: its folded form, and where it stands (UTF-16 code units). */
export type FoldedWord = { readonly form: string; readonly start: number; readonly end: number }

const word = /[\p{L}\p{N}\p{M}\u00ad\u200b-\u200d\u2060\ufeff]+/gu
const possessive = /^['’]s(?![\p{L}\p{N}])/iu

/** The words of a text in their order: runs of letters and digits, a possessive `'s` left out. */
export function foldWords(text: string): FoldedWord[] {
  const words: FoldedWord[] = []
  word.lastIndex = 0
  for (const match of text.matchAll(word)) {
    const { index: start } = match
    const end = start + match[0].length
    const last = words.at(-1)
    if (/^s$/i.test(match[0]) && last?.end === start - 1 && possessive.test(text.slice(start - 1, end + 1))) continue
    // what one character stands for may be several words (½ is 1⁄2)
    for (const form of foldLetters(match[0]).split(/[^\p{L}\p{N}\p{M}]+/u)) if (form) words.push({ form, start, end })
  }
  return words
}

/** What ties the parts of a compound: hyphens of every kind, and apostrophes. */
const tie = /^['’\u002d\u2010\u2011]$/
const longestCompound = 40

/**
 * Compounds as one word: `e-mail` as `email`, `O'Brien` as `obrien`. Of words that follow one another, tied by one hyphen or apostrophe each; numbers
 * alone (`2022-07-01`, `3-4`) are none.
 */
export function joinCompounds(text: string, words: readonly FoldedWord[]): FoldedWord[] {
  const compounds: FoldedWord[] = []
  for (let first = 0; first < words.length; ) {
    let last = first
    let form = words[first]!.form
    while (words[last + 1] && tie.test(text.slice(words[last]!.end, words[last + 1]!.start)))
      form += words[++last]!.form
    if (last > first && form.length <= longestCompound && /\p{L}/u.test(form))
      compounds.push({ form, start: words[first]!.start, end: words[last]!.end })
    first = last + 1
  }
  return compounds
}
