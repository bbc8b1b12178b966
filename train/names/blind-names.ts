import type { Reading } from '../../src/extract/actor/candidate.ts'
import { readByRules } from '../../src/extract/actor/index.ts'
import { mergeNames } from '../../src/extract/actor/merge-names.ts'
import { createNameTagger, type TaggerWeights } from '../../src/extract/actor/tagger/index.ts'
import { outcomes } from '../../src/extract/actor/tagger/opinions.ts'
import { segmentText } from '../../src/segment/index.ts'
import { loadClubs, loadCompanies } from '../../src/weights/index.ts'
import type { AnnotatedText } from './read-corpus.ts'

const annotated: Readonly<Record<string, number>> = { PER: 0, ORG: 1, LOC: 2, EVT: 3 }
const none = outcomes.indexOf('none')

/** Texts, and a tagger's weights that were made without them. */
export type BlindPart = { readonly weights: TaggerWeights; readonly texts: readonly AnnotatedText[] }

/** The names of a text as rules and tagger bound them, with what the annotation says that each is: a kind, or no actor. */
export function* readNames({ weights, texts }: BlindPart) {
  const tag = createNameTagger(weights, loadCompanies(), loadClubs())
  for (const { text, names } of texts) {
    const { words, readings } = readByRules(segmentText(text, []), tag.isCompany, tag.clubOf)
    const tagging = tag(words)
    const goldOf = ({ candidate: { words: own } }: Reading): number => {
      const name = names.find(([start, end]) => start < own.at(-1)!.end && own[0]!.start < end)
      return name ? (annotated[name[2]] ?? none) : none
    }
    yield { words, tagging, goldOf, readings: mergeNames(readings, words, tagging) }
  }
}
