// eld (Apache-2.0, no dependencies, maintained, typed): n-grams of 60 languages, the smallest of its tables, which suffices for whole articles.
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type * as Eld from 'eld/extrasmall'

let known: typeof Eld.eld | undefined
/** Brought in with the first text that is long enough: its tables take a sixth of a second to read. */
function bringEld(): typeof Eld.eld {
  // it exports itself to `import` alone, which cannot wait until a text comes
  known ??= (createRequire(import.meta.url)(fileURLToPath(import.meta.resolve('eld/extrasmall'))) as typeof Eld).eld
  return known
}

/** Fewer letters than these make a guess no better than what the text says of itself. */
const enoughLetters = /(?:\P{L}*\p{L}){200}/u
/** Code units that are looked at: more change no answer. */
const sample = 600

/**
 * The language that a text is in, as a BCP 47 tag. What the text itself tells decides, where it is long enough to tell; else what is said
 * of it; undefined when neither says anything.
 * @param declared the tag that the page or the person gives; its region is kept where the text agrees on the language
 */
export function detectLanguage(text: string, declared?: string): string | undefined {
  const words = text.length > 3 * sample ? text.slice(sample, 2 * sample) : text.slice(0, sample)
  if (!enoughLetters.test(words)) return declared
  const found = bringEld().detect(words)
  if (!found.language || !found.isReliable()) return declared
  return declared && primary(declared) === found.language ? declared : found.language
}

/** True for English and for texts that nobody says anything of. */
export const isEnglish = (tag: string | undefined): boolean => tag === undefined || primary(tag) === 'en'

/** ISO 639-1 of a tag: `en-GB` and `eng` are `en`. */
function primary(tag: string): string {
  if (tag === 'en') return tag
  try {
    return new Intl.Locale(tag).language
  } catch {
    return tag.toLowerCase().split(/[-_]/)[0]!
  }
}
