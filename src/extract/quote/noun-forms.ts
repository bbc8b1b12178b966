import { isBodyNoun } from '../../text/body-nouns.ts'
import { hasTag, isAdjective } from '../../text/lexicon.ts'

// Forms of reporting verbs that are nouns, adjectives or participles where they stand.

/** Forms that nouns have too. */
const nouns =
  /^(?:shows?|claims?|reports?|promises?|protests?|hopes?|fears?|doubts?|comments?|demands?|orders?|offers?|estimates?|jokes?|remarks?|tweets?|posts?|labels?|terms?|brands?|questions?|guess(?:es)?|calls?|rules?|blames?|pledges?|threats?|quips?|yells?|shouts?|whispers?|sighs?|laughs?|echo(?:es)?|praises?|notes?|states?|signals?|hints?|points?|views?|objects?|announcements?|mentions?|retorts?|boasts?|vows?|projects?|forecasts?)$/i
const pronoun = /(?<![\p{L}])(?:he|she|it|they|we|I|you|who)\s+$/iu
/** Forms in -ing that are nouns or adjectives where no comma stands before them. */
const gerunds = /^(?:ruling|warning|feeling|finding|meaning|reading|thinking|understanding|hearing|showing|building)$/i
/** Participles that are no past tense: without `have` no finite verb. */
const participles = /^(?:known|seen|written|shown|sworn|foreseen|spoken|heard)$/i

/** `the ministry’s claim`, `TV shows from`, `a landmark court ruling that`, `many of them known as`: no verb of saying. */
export function isNounHere(text: string, verb: string, before: string, end: number): boolean {
  // `a victim of Hill’s alleged crimes`
  // `the bank’s figures show.`
  if (
    /^show$/i.test(verb) &&
    /[’']s\s+(?:\p{Ll}+\s+)?(?:data|figures|records|numbers|documents|statistics|accounts|results)\s+$/u.test(before)
  )
    return false
  if (
    !/^(?:says?|said|told|tells?|wrote|writes|adds?|added)$/i.test(verb) &&
    /(?:\p{L}s[’']|\p{L}[’']s)\s+$/u.test(before) &&
    !/(?<![\p{L}])(?:he|she|it|who|that|there|one)[’']s\s+$/iu.test(before)
  )
    return true
  if (nouns.test(verb)) {
    if (/(?:s[’']|[’']s)\s+\p{Ll}+\s+$/u.test(before)) return true
    // `pro-reform protests that`, `TV shows from`
    if (/(?<![\p{L}])(?:TV|\p{Ll}+-\p{Ll}+)\s+$/u.test(before) && /s$/.test(verb)) return true
    // `imposed unfair terms on rivals`
    const adjective = /s$/.test(verb) && /(?<![\p{L}])\p{Ll}{3,}(?=\s+$)/u.exec(before)?.[0]
    if (
      adjective &&
      isAdjective(adjective) &&
      !isBodyNoun(adjective) &&
      !hasTag(adjective, 'Actor', 'Noun', 'Singular', 'Plural')
    )
      return true
    // `its member states will release oil`, `a rise of 13 percentage points`
    if (/^\s+(?:will|would|can|could|may|might|must|should)\s/.test(text.slice(end, end + 9)) && !pronoun.test(before))
      return true
    if (/^points?$/i.test(verb) && /(?:percentage|\d|per\s?cent)\s+$/.test(before)) return true
    if (/s$/.test(verb) && /^\s+(?:from|of|like|such\s+as|are|were|have)\b/.test(text.slice(end, end + 12))) return true
    // `between two rules`, `protests that have continued`
    if (
      /s$/.test(verb) &&
      (/(?<![\p{L}])(?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|few|both)\s+$/iu.test(before) ||
        /^\s+(?:that|who|which)\s+(?:have|has|had|is|are|was|were|will|would|can|could|may|might|\p{Ll}+ed)\s/u.test(
          text.slice(end, end + 40),
        ))
    )
      return true
  }
  // `quote an old popular saying`
  const word = /^saying$/i.test(verb) ? /(?<![\p{L}])an?\s(?:\p{Ll}+\s){0,2}(?<word>\p{Ll}+)\s$/u.exec(before) : null
  if (word && isAdjective(word.groups!.word!) && !hasTag(word.groups!.word!, 'Actor', 'Noun', 'Singular')) return true
  // `the most telling contradiction`
  if (/^telling$/i.test(verb) && /(?<![\p{L}])(?:most|more|less|as|so|very)\s+$/iu.test(before)) return true
  // `the sum is telling.`
  if (/^telling$/i.test(verb) && /^(?:[.,;!?]|$)/.test(text.slice(end, end + 1))) return true
  // `the minister Ayman Safadi warning of`, `issued a statement warning that`, but `a friendly warning not to`
  if (
    /^warning$/i.test(verb) &&
    /(?:^|\s)(?:\p{Lu}[\p{L}’'-]+|statements?|reports?|letters?|notes?|memos?|messages?|posts?|e-?mails?|ads?|signs?)\s+$/u.test(
      before,
    ) &&
    /^\s+(?:of|that|against|about|he|she|it|they|the|[“"])/u.test(text.slice(end, end + 8))
  )
    return false
  if (gerunds.test(verb) && /(?<![\p{L}])(?:\p{Lu}?\p{L}+)\s+$/u.test(before))
    return !/(?<![\p{L}])(?:is|are|was|were|been|be|and|by|with\s(?:[\p{L}’'-]+\s){0,2}[\p{L}’'-]+|(?:him|her|them|officials|people|experts))\s+(?:\p{Ll}+ly\s+)?$/u.test(
      before,
    )
  return (
    participles.test(verb) &&
    !/(?<![\p{L}])(?:has|have|had|having|[\p{L}]+[’'](?:s|ve|d))\s+(?:[\p{Ll}]+\s+){0,2}$/u.test(before) &&
    !/^heard$/i.test(verb)
  )
}
