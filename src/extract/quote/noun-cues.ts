import type { QuoteMention } from '../../model/mention.ts'
import { firstFrom, type SegmentedText, spanAt, windowOf } from '../../model/segment.ts'
import { isReportingNoun, nounSource } from '../../text/reporting.ts'
import { hasFiniteVerb, startsClause, trimClause } from './clause.ts'

// What a noun says somebody says: `the ministry’s claim that rents fell`, `despite his insistence that he would stay`. Not read: a noun that is
// the subject of its sentence (`his claim that rents fell was false`: where the clause ends is then not sure), and `that` as a pronoun.

const owned = new RegExp(
  `(?<owner>(?!(?:Despite|After|Before|In|On|At|With|From|By|For|Amid|About|Since|Given|Following|Under|Through|Of)\\s)(?:\\p{Lu}[\\p{L}\\p{M}.-]*\\s){0,4}\\p{Lu}[\\p{L}\\p{M}-]+(?:[’']s|(?<=s)[’'])|(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts)\\s(?:(?!(?:the|an?|his|her|its|their|of)\\s)[\\p{L}-]+\\s){0,2}?[\\p{L}-]+(?:[’']s|(?<=s)[’'])|his|her|their|its)\\s(?:[\\p{L}\\d-]+\\.?\\s){0,3}?(?<noun>${nounSource})\\s(?=that\\s)`,
  'gu',
)

/** True where such a noun stands right before `that`: in most texts none does, and none has an owner to be looked for. */
function hasNounCue(text: string): boolean {
  for (const { index } of text.matchAll(/\sthat\s/g)) {
    const noun = /[a-z]+$/.exec(text.slice(Math.max(0, index - 20), index))
    if (noun && isReportingNoun(noun[0])) return true
  }
  return false
}

/** Reports by a noun with an owner. Sentences in marks are left to those who speak there. */
export function readNounCues(document: SegmentedText): QuoteMention[] {
  const { text, sentences, quotations } = document
  const found: QuoteMention[] = []
  if (!hasNounCue(text)) return found
  for (const match of text.matchAll(owned)) {
    const { owner, noun } = match.groups as { owner: string; noun: string }
    const end = match.index + match[0].length
    const whole = spanAt(sentences, match.index)
    if (!whole || match.index >= whole.end) continue
    const sentence = windowOf(whole, match.index, 400, 800)
    const around = quotations[firstFrom(quotations, end) - 1]
    if (around && match.index < around.end) continue
    const before = text.slice(sentence.start, match.index)
    // the subject of a clause, or no clause before it at all
    if (!/\p{L}\s+$/u.test(before) || /(?:^|[,;:—–]|(?<![\p{L}])(?:and|but|that|said|says))\s*$/iu.test(before))
      continue
    const rest = text.slice(end + 5, sentence.end)
    const clause = /^[^,;:—–“”"()]*/u.exec(rest)![0]
    if (!startsClause(clause, true) || !hasFiniteVerb(clause)) continue
    const pronoun = /^(?:his|her|their|its)$/.test(owner)
    const surface = pronoun ? owner : owner.replace(/(?:[’']s|[’'])$/, '')
    const content = trimClause(text, end, end + 5 + clause.length)
    found.push({
      type: 'quote',
      extractor: 'quote.noun',
      confidence: 0.6,
      kind: 'indirect',
      ...content,
      cue: { start: end - 1 - noun.length, end: end - 1 },
      source: { start: match.index, end: match.index + surface.length },
    })
  }
  return found
}
