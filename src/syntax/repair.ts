import { hasTag, isFunctionWord, isPastTense, tagsOf } from '../text/lexicon.ts'

const noNouns = ['Adverb', 'Preposition', 'Conjunction', 'Determiner', 'Pronoun', 'Adjective', 'Comparative'] as const

/**
 * What a tagger that goes from left to right takes the first words of a sentence for, and what they then cannot be.
 *
 * - `Operating margin rose`, `Manufacturing output fell`: a form in -ing before a noun with its verb is no verb.
 * - `Turnout fell`, `Gold rose to $4,210`: what a verb in the past follows right away is its subject.
 * @param tags of the words, changed in place
 * @param name numbers of tags by their names
 */
export function repairOpening(forms: readonly string[], tags: Int32Array, name: (tag: string) => number): void {
  repairBareSubject(forms, tags, name)
  const [opening, noun, verb] = forms
  if (verb === undefined || tags[0] !== name('VBG') || !/^\p{Lu}\p{Ll}+ing$/u.test(opening!)) return
  const next = tags[1]!
  // `Spending rose by 3%`
  if (
    next !== name('JJ') &&
    isPastTense(noun!) &&
    /^(?:by|to|from|at|sharply|slightly)$/.test(verb) &&
    !hasTag(noun!, 'Adverb', 'Preposition')
  ) {
    tags[0] = name('NN')
    tags[1] = name('VBD')
    return
  }
  if (next !== name('NN') && next !== name('RB') && next !== name('JJ')) return
  if (!/^\p{Ll}+$/u.test(noun!) || isFunctionWord(noun!) || hasTag(noun!, ...noNouns)) return
  const isVerb = [name('VBD'), name('VBZ'), name('MD')].includes(tags[2]!)
  if (!isVerb && !(isPastTense(verb) && /^\p{Ll}+$/u.test(verb))) return
  tags[0] = name('NN')
  tags[1] = name('NN')
  if (!isVerb) tags[2] = name('VBD')
}

/** A noun alone before its verb: no imperative, no adjective of a noun that the verb could be as well. */
function repairBareSubject(forms: readonly string[], tags: Int32Array, name: (tag: string) => number): void {
  const [opening, verb, link] = forms
  if (link === undefined || !/^\p{Lu}\p{Ll}+$/u.test(opening!) || isFunctionWord(opening!.toLowerCase())) return
  const is = (i: number, ...wanted: readonly string[]) => wanted.some((tag) => tags[i] === name(tag))
  if (is(1, 'VBD')) {
    if (is(0, 'VB', 'VBP')) tags[0] = name('NN')
    return
  }
  // `Gold rose to`, where a figure comes: `Red rose by ...` names no amount
  const moved = is(0, 'JJ', 'VB', 'VBP') && is(1, 'NN') && isPastTense(verb!) && /^(?:to|by|from)$/.test(link)
  if (!moved || !tags.subarray(3, 14).some((tag) => tag === name('$') || tag === name('CD'))) return
  tags[0] = name('NN')
  tags[1] = name('VBD')
}

/**
 * Nouns that a tagger takes for something else: `a $3 million fine` behind an amount or before `of`, and words that no list knows as
 * prepositions, behind a noun (`iron ore`), and `operating profit` behind a verb.
 * @param tags of the words, changed in place
 * @param name numbers of tags by their names
 */
export function repairNouns(forms: readonly string[], tags: Int32Array, name: (tag: string) => number): void {
  const [noun, adjective, preposition, money] = ['NN', 'JJ', 'IN', '$'].map(name) as [number, number, number, number]
  const [bracket, plural] = [name('-RRB-'), name('NNS')]
  const gerund = name('VBG')
  for (let i = 1; i < forms.length; i++) {
    const tag = tags[i]!
    const before = tags[i - 1]!
    // `said operating profit rose`
    if (tag === gerund && forms[i] === 'operating' && results.has(forms[i + 1] ?? '')) {
      tags[i] = noun
      tags[i + 1] = /s$/.test(forms[i + 1]!) && forms[i + 1] !== 'loss' ? plural : noun
    } else if (tag === adjective && forms[i] === 'fine') {
      if (before === money || before === bracket || forms[i + 1] === 'of') tags[i] = noun
    } else if (tag === preposition && (before === noun || before === plural || before === adjective)) {
      const form = forms[i]!
      if (/^\p{Ll}{3,}$/u.test(form) && tagsOf(form).size === 0 && !isFunctionWord(form)) tags[i] = noun
    }
  }
}

/** What firms report that may be of their operations alone. */
const results = new Set(
  'profit profits loss losses income margin margins earnings result results costs expenses revenue revenues'.split(' '),
)

/** Furthest, in words, that a clause's verb stands behind the subject that is given back to it. */
const furthest = 12

/**
 * Gives a finite clause its subject back. A greedy parser takes `it` in `announced it has lost $6bn` for what was announced before it has seen
 * the verb; a finite clause without a subject, right behind an object, is that object's.
 * @param heads, labels changed in place
 */
export function repairSubjects(
  heads: number[],
  labels: string[],
  tags: readonly string[],
  forms: readonly string[],
): void {
  for (let word = 1; word < heads.length; word++) {
    const verb = heads[word]!
    if (verb < 0 || verb >= word || (labels[word] !== 'obj' && labels[word] !== 'iobj')) continue
    if (/^(?:him|her|them|us|me|himself|herself|itself|themselves)$/.test(forms[word]!)) continue
    const clause = findClause(heads, labels, word, verb)
    if (clause === undefined || !isFiniteWithoutSubject(heads, labels, tags, word, clause)) continue
    heads[word] = clause
    labels[word] = 'nsubj'
    for (let k = word + 1; k < clause; k++)
      if (heads[k] === clause && labels[k] === 'aux:pass') labels[word] = 'nsubj:pass'
  }
}

/** The clause that completes the same verb, if nothing but its own words and those of the object stand between. */
function findClause(
  heads: readonly number[],
  labels: readonly string[],
  word: number,
  verb: number,
): number | undefined {
  for (let clause = word + 1; clause < heads.length && clause <= word + furthest; clause++) {
    if (heads[clause] !== verb) continue
    if (labels[clause] !== 'ccomp') return undefined
    for (let k = word + 1; k < clause; k++) if (heads[k]! < word || heads[k]! > clause) return undefined
    return clause
  }
  return undefined
}

function isFiniteWithoutSubject(
  heads: readonly number[],
  labels: readonly string[],
  tags: readonly string[],
  word: number,
  clause: number,
): boolean {
  let finite = /^VB[DZP]$/.test(tags[clause]!)
  for (let k = word + 1; k < heads.length && k <= clause + furthest; k++) {
    if (heads[k] !== clause) continue
    if (/^(?:nsubj|csubj|expl|mark)/.test(labels[k]!)) return false
    if (k < clause && /^(?:aux|cop)/.test(labels[k]!) && /^(?:MD|VB[DZP])$/.test(tags[k]!)) finite = true
  }
  return finite
}
