import type { FigureMention } from '../model/mention.ts'
import type { Span } from '../model/segment.ts'
import { hasTag, isFunctionWord, isPastTense } from '../text/lexicon.ts'
import { changeNoun } from './change.ts'

/** Regular expression sources: a verb that a figure completes, and a short phrase before it. */
export const verb =
  '(?:is|was|are|were|has|have|had|will|would|can|could|may|might|rose|fell|grew|climbed|dropped|jumped|soared|surged|increased|decreased|declined|reached|hit|stood|totalled|totaled|amounted|slipped|plunged|doubled|tripled|rising|falling|eased|eases|weakened|weakens|strengthened|edged|slowed|quickened|accelerated|rebounded|recovered|lost|supplies|accounts?|accounted|makes?|made)'
export const phrase = "(?:[\\p{L}\\p{N}.’'&-]+\\s+){0,5}?[\\p{L}\\p{N}.’'&-]+"

/** What a figure measures, in the words of the text; undefined where the sentence does not say. */
export function readMeasure(
  figure: FigureMention,
  text: string,
  sentence: Span,
  before: string,
  after: string,
  changes: boolean,
): string | undefined {
  const noun = changeNoun.exec(after)
  if (noun) {
    const object = /(?:in|of)\s+$/i.test(noun[0]) ? nounPhrase(after.slice(noun[0].length)) : undefined
    if (object) return object
  }
  if (figure.kind === 'percentage' || figure.kind === 'fraction' || figure.kind === 'ratio') {
    const of = /^\s+of\s+(?:all\s+|the\s+|its\s+|their\s+)?/i.exec(after)
    const object = of && nounPhrase(after.slice(of[0].length))
    if (object) return object
  }
  if (figure.kind === 'rank') return nounPhrase(after.replace(/^\s+/, ''))
  if (figure.kind === 'count' && figure.unit) {
    const passive =
      /^\s+(?:were|was|have\s+been|had\s+been|has\s+been|are|is)\s+(?:reportedly\s+|also\s+)?(?<verb>\p{Ll}+(?:ed|en|n|t))\b/iu.exec(
        after,
      )
    if (passive) return passive.groups!.verb
  }
  const of = /(?<noun>[\p{L}-]+(?:\s[\p{L}-]+)?)\s+(?:of|worth|totalling|totaling)\s+(?:only\s+|just\s+)?$/iu.exec(
    before,
  )
  if (of && !changes) return trimNoun(of.groups!.noun!)
  const stood =
    /(?<noun>[\p{L}-]+(?:\s[\p{L}-]+)?)\s+(?:stands?|stood|remain(?:s|ed)|is|was|are|were|averaged|reached|hit)\s+(?:unchanged\s+)?(?:at\s+)?(?:only\s+|just\s+)?$/iu.exec(
      before,
    )
  if (stood && !changes) return trimNoun(stood.groups!.noun!)
  if (!changes) return undefined
  // the subject of the clause that changes: up to its first verb
  const clause = text.slice(
    sentence.start +
      Math.max(before.lastIndexOf(';'), before.lastIndexOf('—'), before.lastIndexOf('–'), thatEnd(before)) +
      1,
    figure.start,
  )
  const subject = new RegExp(
    `^\\s*(?:and\\s+|but\\s+|while\\s+|as\\s+|(?:In|On|For|During|Last|This)\\s[^,]{2,40},\\s+)?(?:the\\s+|its\\s+|their\\s+)?(?<subject>${phrase}?)\\s+${verb}\\b`,
    'iu',
  ).exec(clause)
  return subject?.groups?.subject
}

/** The noun phrase that a stretch begins with, cut before the next verb, preposition other than `of`, or mark. */
function nounPhrase(text: string): string | undefined {
  const words: string[] = []
  for (const match of text.matchAll(/([\p{L}\p{N}’'&-]+)([^\p{L}\p{N}’'&-]*)/gu)) {
    const word = match[1]!
    if (words.length === 0 && hasTag(word, 'Preposition', 'Conjunction', 'Copula', 'Modal', 'Pronoun')) return undefined
    if (
      words.length > 0 &&
      (hasTag(
        word,
        'Preposition',
        'Conjunction',
        'Copula',
        'Modal',
        'QuestionWord',
        'Pronoun',
        'PastTense',
        'Determiner',
        'WeekDay',
      ) ||
        /^(?:last|this|next|in|on|at|by|since|than|compared|over|to|from|and|or|but|its|year|years)$/i.test(word))
    )
      break
    words.push(word)
    if (words.length > 5 || !/^\s$/.test(match[2]!)) break
  }
  while (words.length && hasTag(words[0]!, 'Determiner')) words.shift()
  return words.length ? words.join(' ') : undefined
}

/** Without what stands before the noun phrase: verbs, articles, the tail of a possessive. */
function trimNoun(words: string): string | undefined {
  const kept = words.split(/\s+/)
  while (
    kept.length &&
    (isFunctionWord(kept[0]!) || isPastTense(kept[0]!) || kept[0]!.length < 2 || /ly$/.test(kept[0]!))
  )
    kept.shift()
  while (kept.length > 1 && hasTag(kept[0]!, 'PresentTense', 'Infinitive', 'Auxiliary')) kept.shift()
  while (kept.length > 1 && hasTag(kept.at(-1)!, 'Gerund')) kept.pop()
  const last = kept.at(-1)
  return last && !isFunctionWord(last) && !/^(?:be|been|being|is|are|was|were)$/.test(last) ? kept.join(' ') : undefined
}

/** Where the last `that` of a stretch ends, -1 without one: a reported clause has a subject of its own. */
const thatEnd = (words: string) => (/\sthat\s/.test(words) ? words.lastIndexOf(' that ') + 5 : -1)
