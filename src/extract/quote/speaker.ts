import { isBodyNoun, tellsBody } from '../../text/body-nouns.ts'
import { hasTag, isPluralNoun, toSingular } from '../../text/lexicon.ts'
import { isRoleNoun } from '../actor/nouns.ts'

// Which words can name whoever speaks.

const nobody =
  /^(?:a|an|the|this|that|these|those|such|no|not|never|ever|once|then|there|here|now|so|as|if|but|and|or|nor|yet|still|even|just|only|also|too|again|later|earlier|meanwhile|however|moreover|instead|indeed|perhaps|maybe|what|how|when|where|why|which|whose|worst|best|more|most|less|least|first|last|next|very|really)$/i
const lead =
  /^(?:by|in|on|at|for|from|with|without|to|of|about(?!\s(?:\d|\p{L}+\s(?:in|of|out)\s))|as|since|after|before|during|under|over|into|through|despite|than|like)\s/iu

/** False for what no one is called: `the`, `Never`, `In TV`, what ends in a dash. */
export function canSpeak(source: string): boolean {
  return /\p{L}/u.test(source) && !nobody.test(source) && !lead.test(source) && !/[—–-]$/.test(source)
}

/** A noun for somebody, several or a body that speaks: `ambassador`, `authors`, `agency`, `report`. */
export const isSpeakerNoun = (word: string): boolean => {
  const noun = toSingular(word)
  return isRoleNoun(noun) || isBodyNoun(noun) || tellsBody(noun) || hasTag(noun, 'Actor') || documents.test(noun)
}

const documents =
  /^(?:man|woman|boy|girl|person|member|official|insider|source|spokes\p{Ll}+|team|panel|board|council|committee|commission|government|administration|ministry|department|office|court|police|army|military|family|study|survey|poll|report|paper|analysis|review|document|letter|statement|memo|email|filing|lawsuit|complaint|indictment|release|people|witness|reader|user|viewer|voter|critic|supporter|opponent|ally|head|chief|boss)$/u

/** Can the phrase be several who speak: `44 percent of Americans`, `two in three voters`, `officials`? */
export const isSeveral = (words: readonly string[]): boolean =>
  isPluralNoun(words.at(-1) ?? '') ||
  /^(?:data|media|police|people)$/i.test(words.at(-1) ?? '') ||
  words.includes('and') ||
  words.some((word) => /^(?:percent|per|%)$/i.test(word) || /%$/.test(word)) ||
  // `most of them`, `half`, but not `the most populous`
  words.some(
    (word, i) =>
      /^(?:half|majority|most|third|quarter)$/i.test(word) &&
      (i === words.length - 1 || /^(?:of|in|among|at)$/.test(words[i + 1]!)),
  ) ||
  // `critics of the scheme`
  isPluralSpeaker(words[words.findIndex((word) => /^(?:of|in|at|from|for|with|on|to)$/.test(word)) - 1]) ||
  // `six in 10`
  words.some((word, i) => i > 0 && word === 'in' && isNumber(words[i - 1]!) && isNumber(words[i + 1] ?? ''))

const isPluralSpeaker = (word: string | undefined) =>
  word !== undefined && isPluralNoun(word.toLowerCase()) && isSpeakerNoun(word.toLowerCase())
const isNumber = (word: string) => /^(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twenty)$/i.test(word)
