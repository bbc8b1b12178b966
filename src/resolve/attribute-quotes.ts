import { firstFrom, type SegmentedText, type Span } from '../model/segment.ts'
import { isBodyNoun } from '../text/body-nouns.ts'
import { toSingular } from '../text/lexicon.ts'
import { createAntecedentFinder } from './antecedents.ts'
import { type LinkedActor, placeMentions } from './link-actors.ts'
import { createNominalFinder } from './nominals.ts'

/** Finds the actor that a noun phrase means: a name in it, a pronoun's antecedent, or the one whose role it states. `own` are the words that it is said to say. */
export type Referrer = (phrase: Span, own?: Span) => LinkedActor | undefined

const hangs = /^(?:the|an?|this|its|their|his|her)\s(?:[\p{Ll}-]+\s){1,4}(?:in|of|for|at|from|by|with|on)\s/u

/** A referrer over the actors of one text. It answers undefined rather than guess between two. */
export function createReferrer({ text, sentences }: SegmentedText, actors: readonly LinkedActor[]): Referrer {
  const mentions = placeMentions(actors)
  const antecedent = createAntecedentFinder(mentions, sentences)
  const nominal = createNominalFinder(text, mentions, actors)
  return (phrase, own) => {
    const words = text.slice(phrase.start, phrase.end)
    if (/^(?:he|she|who|him|her|his)$/i.test(words)) return antecedent(phrase, words.toLowerCase(), own)
    const next = firstFrom(mentions, phrase.end)
    let first = firstFrom(mentions, phrase.start)
    while (first > 0 && mentions[first - 1]!.end > phrase.start) first--
    const inside = mentions.slice(first, next)
    // `Disney and Lucasfilm` are two
    const [one, other] = inside.filter(({ mention }) => !mention.derived)
    if (one && other && /^(?:,[^,]*)*,?\s(?:and|or|&)\s(?:the\s)?$/.test(text.slice(one.end, other.start)))
      return undefined
    // `Nickel analyst Ilmar Martens at Walwyn`, `Pieter de Boer of the union FNV`: what stands behind a person's name tells where, not who
    const placed = inside.find(
      ({ mention }) =>
        mention.kind === 'person' && /^\s(?:at|of|with|from|for|in)\s/.test(text.slice(mention.end, mention.end + 6)),
    )
    const head = inside.findLast(({ mention }) => phrase.end - mention.end <= 2)
    // the name must be the head: not the owner in `Norway's ministry`, not the people in `Russian officials`
    if (
      head &&
      !head.mention.derived &&
      !(placed && placed.mention.start - phrase.start <= 4 && placed.end < head.start) &&
      // `the study in Genome Biology and Evolution`: a name of what hangs on the noun
      !(head.mention.kind !== 'person' && hangs.test(text.slice(phrase.start, head.mention.start))) &&
      !/(?<![\p{L}])(?:of|for|at|from|in|with|to|by|against|on|near|under|behind|into)\s+(?:the\s+)?$/iu.test(
        text.slice(phrase.start, head.mention.start),
      )
    )
      return head.actor
    const leading = inside.find(
      ({ mention }) =>
        mention.start - phrase.start <= 4 && mention.kind === 'person' && !/^[’']s/.test(text.slice(mention.end)),
    )
    // `Liberia's information minister, Lewis Brown, said`: the name behind the comma is whom the words mean
    // `a trade group, the Association of Realtors, said`
    const named = mentions[next]
    const noun = /\p{Ll}+$/u.exec(words)?.[0]
    const apposed =
      named !== undefined &&
      (named.mention.kind === 'person' ||
        (named.mention.kind === 'organization' && noun !== undefined && isBodyNoun(toSingular(noun)))) &&
      /^,\s(?:the\s)?$/.test(text.slice(phrase.end, named.start)) &&
      /^(?:\s\([^()]{1,20}\))?,/.test(text.slice(named.end, named.end + 24))
    return leading?.actor ?? placed?.actor ?? (apposed ? named.actor : nominal(phrase, words))
  }
}
