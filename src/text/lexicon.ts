// English word knowledge. compromise (MIT, maintained) ships 14,000 tagged words and its inflection rules as plain data;
// we read those and leave its parser alone, which is slower and has no offsets.
import compromise from 'compromise/two'
import { remember } from './remember.ts'

type Transform = {
  noun: { toSingular(word: string, model: object): string }
  verb: {
    conjugate(
      word: string,
      model: object,
    ): Record<'PastTense' | 'PresentTense' | 'Gerund' | 'Participle', string | undefined>
  }
}
const model = compromise.model() as {
  one: { lexicon: Record<string, string | string[]> }
  two: { orgWords: string[] | Record<string, true>; placeWords: Record<string, true> }
}
const { transform } = (compromise as unknown as { methods(): { two: { transform: Transform } } }).methods().two

const tags = new Map<string, ReadonlySet<string>>()
for (const [word, tag] of Object.entries(model.one.lexicon))
  tags.set(word, new Set(typeof tag === 'string' ? [tag] : tag))
const none: ReadonlySet<string> = new Set()
const plain = /^[a-z'-]+$/

/** compromise's tags of a word or phrase, such as `PastTense`, `FemaleName`, `City`; empty when it has none. */
export function tagsOf(word: string): ReadonlySet<string> {
  return tags.get(word) ?? (plain.test(word) ? none : tagsOfWritten(word))
}
const tagsOfWritten = remember((word) => tags.get(word.toLowerCase().replaceAll('’', "'")) ?? none)

export function hasTag(word: string, ...wanted: readonly string[]): boolean {
  const own = tagsOf(word)
  if (own.size > 0) for (const tag of wanted) if (own.has(tag)) return true
  return false
}

const tagged = new Map<string, string[]>()
for (const [word, own] of tags)
  for (const tag of own) {
    const words = tagged.get(tag)
    if (words) words.push(word)
    else tagged.set(tag, [word])
  }

/** All words that carry a tag. */
export const wordsTagged = (tag: string): readonly string[] => tagged.get(tag) ?? []

/** All phrases of several words that carry a tag, in lower case. */
export const phrasesTagged = (tag: string): string[] => wordsTagged(tag).filter((phrase) => phrase.includes(' '))

/** Head nouns of organisations (`university`, `committee`), lower case, singular and plural as listed. */
export const organizationNouns: ReadonlySet<string> = new Set(
  Array.isArray(model.two.orgWords) ? model.two.orgWords : Object.keys(model.two.orgWords),
)

/** Head nouns of geographical names (`island`, `bay`), lower case. */
export const placeNouns: ReadonlySet<string> = new Set(Object.keys(model.two.placeWords))

/** Nouns of one in a single -s. */
const singularInS = /^(?:bio|tear)?gas$|^(?:lens|atlas|canvas|bias|chaos|cosmos|pathos|alias|pyjamas|christmas)$/

/** Nouns in -s that are one and many alike (Quirk et al. 1985, 5.75 and 5.86). */
const sameInBoth =
  /^(?:sub|mini)?(?:species|series|means|headquarters|crossroads|barracks|gallows|premises|corps|innings)$/

/** Singular of an English noun: `people` to `person`, `tonnes` to `tonne`. A word that is no plural comes back as it is. */
export const toSingular = remember((noun: string): string => {
  const word = noun.toLowerCase()
  if (word === 'people') return 'person'
  if (/^\p{Ll}*children$/u.test(word)) return word.slice(0, -3)
  if (sameInBoth.test(word)) return word
  // `fishermen`, `policewomen`, but not `specimen`
  if (
    /\p{Ll}{2}men$/u.test(word) &&
    !/^(?:speci|regi|acu|abdo|sta|sper|hy|o|lu|a|ra|bitu|albu|cera|exa)men$/.test(word)
  )
    return `${word.slice(0, -2)}an`
  if (!/s$/.test(word) && !hasTag(word, 'Plural')) return word
  if (/(?:ss|us|is)$/.test(word) || singularInS.test(word)) return word
  return transform.noun.toSingular(word, model)
})

/** Infinitive, present, past, gerund and participle of a verb, each once. */
export function conjugate(infinitive: string): string[] {
  const forms = transform.verb.conjugate(infinitive, model)
  const past = !forms.PastTense || forms.PastTense === infinitive ? regularPast(infinitive) : undefined
  return [...new Set([infinitive, past, ...Object.values(forms)])].filter((form): form is string => Boolean(form))
}

/** `tweeted`, `quipped`, `theorized`: for verbs whose past the word list leaves out. */
function regularPast(verb: string): string {
  if (verb.endsWith('e')) return `${verb}d`
  return /^[^aeiou]*[aeiou][bdgklmnprt]$/.test(verb.replace(/^qu/, 'q')) ? `${verb}${verb.at(-1)}ed` : `${verb}ed`
}

const notNoun = [
  'Verb',
  'Infinitive',
  'PastTense',
  'Adverb',
  'Preposition',
  'Possessive',
  'Conjunction',
  'Pronoun',
  'Determiner',
  'Modal',
  'Gerund',
  'Copula',
  'QuestionWord',
  'Comparative',
  'Superlative',
  'Negative',
  'Participle',
  'Month',
  'WeekDay',
  'Condition',
]

/** True when the word can be a plural common noun: listed as one, or ending in `s` and not known as something else. */
export const isPluralNoun = remember((word: string): boolean => {
  const own = tagsOf(word)
  if (own.has('Plural') || own.has('Unit')) return true
  if (!/\p{Ll}s$/u.test(word) || /(?:ss|us|is|’s|'s)$/.test(word) || singularInS.test(word)) return false
  if (own.size === 0) return true
  if (own.has('PresentTense')) {
    const stem = toSingular(word)
    return hasTag(stem, 'Singular', 'Actor', 'Noun', 'Uncountable') || tagsOf(stem).size === 0
  }
  return !notNoun.some((tag) => own.has(tag))
})

/** True when the word can stand between a number and its noun: `three rival bidders`, `12 new hospitals`. */
export const isAdjective = remember((word: string): boolean => {
  const own = tagsOf(word)
  if (own.size > 0)
    return own.has('Adjective') || own.has('Comparative') || own.has('Demonym') || own.has('Superlative')
  return /(?:al|ic|ous|ive|ful|less|able|ible|ary|ish|ean|ian|ese|ed)$/.test(word)
})

/** True for words that no name starts with by itself: articles, prepositions, pronouns, verbs and the like. */
export const isFunctionWord = remember((word: string): boolean => {
  return hasTag(
    word,
    'Determiner',
    'Preposition',
    'Conjunction',
    'Pronoun',
    'Possessive',
    'Modal',
    'Copula',
    'QuestionWord',
    'Adverb',
    'Condition',
    'Negative',
    'Verb',
    'Reflexive',
  )
})

/** `Raúl` as `Raul`: the list has few names with their accents. */
export function isFirstName(word: string): boolean {
  return hasTag(word, 'MaleName', 'FemaleName', 'FirstName') || isFirstNameWithoutAccents(word)
}
const isFirstNameWithoutAccents = remember((word: string): boolean => {
  if (!/^\p{Lu}[\p{L}-]+$/u.test(word) || /^[A-Za-z-]+$/.test(word)) return false
  return hasTag(word.normalize('NFD').replace(/\p{M}+/gu, ''), 'MaleName', 'FemaleName', 'FirstName')
})

// pasts that the word list knows as nouns, adjectives or plain forms only
const pasts = new Set(
  'rose left fell felt found got led held lost won met paid sold set put cut hit read came went ran grew saw knew gave took began broke spoke chose drove flew wore stood sent spent kept slept meant built bought brought caught taught sought fought shot shut cost let quit spread split hurt beat bet shed thrust cast forecast'.split(
    ' ',
  ),
)

/** True for finite pasts: `rose`, `announced`; an unknown word counts by its `-ed`. */
export const isPastTense = remember((word: string): boolean => {
  const lower = word.toLowerCase()
  return pasts.has(lower) || hasTag(lower, 'PastTense') || (tagsOf(lower).size === 0 && /\p{Ll}{3}ed$/u.test(lower))
})
