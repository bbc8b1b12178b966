// wink-porter2-stemmer (MIT, no dependencies): Porter's second stemmer for English, which knows that news is no plural of new.
import porter2 from 'wink-porter2-stemmer'

/** Words whose stems are kept: more than a newspaper uses in a year. */
const mostKept = 100_000
const stems = new Map<string, string>()

/** The stem that the forms of an English word share: `economi` for `economy` and `economies`. @param word folded */
export function stem(word: string): string {
  if (!/^[a-z]{3,30}$/.test(word)) return word
  const known = stems.get(word)
  if (known !== undefined) return known
  const found: unknown = porter2(word)
  if (stems.size >= mostKept) stems.clear()
  // its table of exceptions is an object, which has a constructor
  const own = typeof found === 'string' ? found : word
  stems.set(word, own)
  return own
}
