import { type ClubList, noClubs } from '../../../text/clubs.ts'
import { type CompanyList, noCompanies } from '../../../text/companies.ts'
import type { Packed } from '../../../text/packed.ts'
import type { Word } from '../words.ts'
import { type ChainWeights, Lattice, sumRows } from './chain.ts'
import { type FormPlace, formPlaces, readFeatures, readFormFeatures } from './features.ts'
import { begins, classOf, labelCount, nameClasses } from './labels.ts'
import type { JoinWeights } from './opinions.ts'
import { createPhraseFinder } from './phrases.ts'
import { findStretches } from './stretches.ts'
import type { WordCodes } from './word-codes.ts'
import { rememberFacts, type WordFacts } from './word-facts.ts'

/** A name as the tagger reads it: words from `from` to `to` (exclusive), its class as an index of `nameClasses`, and the mean probability of that class. */
export type TaggedName = {
  readonly from: number
  readonly to: number
  readonly class: number
  readonly probability: number
}

/** What the tagger says of the words of a text. */
export type Tagging = {
  /** Of each word the probability of each class of `nameClasses`; the rest to one is outside of names. Words that no name can hold have 0. */
  readonly shares: Float64Array
  /** Names without overlaps, in text order. */
  readonly names: readonly TaggedName[]
  /** How to weigh it against the rules. */
  readonly join: JoinWeights
  /** What is known of a word by itself. */
  readonly factsOf: (word: string) => WordFacts
  /** Companies that it knows by name. */
  readonly isCompany: CompanyList
  /** Clubs that it knows by name. */
  readonly clubOf: ClubList
}

/** The weights of a name tagger. */
export type TaggerWeights = { readonly codes: WordCodes; readonly chain: ChainWeights; readonly join: JoinWeights }

/** What the weights of a name tagger were made for; another number is another form of them. */
export const nameTaggerVersion = 2

/** The weights as they lie in their file. */
export function readTaggerWeights({ array, setting }: Packed): TaggerWeights {
  return {
    codes: {
      marks: array('word.marks', 'uint16'),
      groups: array('word.groups', 'uint16'),
      priors: array('word.priors', 'uint16'),
      families: array('word.families', 'uint8'),
    },
    chain: {
      marks: array('chain.marks', 'uint16'),
      slots: array('chain.slots', 'uint32'),
      rows: array('chain.rows', 'int8'),
      transitions: array('chain.transitions', 'int16'),
      decay: setting('decay'),
    },
    join: {
      scale: setting('scale'),
      bias: array('join.bias', 'int16'),
      word: array('join.word', 'int16'),
      confidence: array('join.confidence', 'uint8'),
    },
  }
}

/** A tagger, with the companies and clubs that it knows by name. */
export type NameTagger = ((words: readonly Word[]) => Tagging) & Pick<Tagging, 'isCompany' | 'clubOf'>

const classes = nameClasses.length

/** A tagger that reads names off the words of a text by a linear-chain conditional random field. Linear in the text; the same on every machine. */
export function createNameTagger(
  { codes, chain, join }: TaggerWeights,
  isCompany: CompanyList = noCompanies,
  clubOf: ClubList = noClubs,
): NameTagger {
  const factsOf = rememberFacts(codes)
  const findPhrases = createPhraseFinder()
  const lattice = new Lattice(chain)
  const sumsOf = rememberSums(chain)
  const tag = (words: readonly Word[]): Tagging => {
    const stretches = findStretches(words)
    const shares = new Float64Array(words.length * classes)
    const names: TaggedName[] = []
    let s = 0
    readFeatures(
      words,
      stretches,
      factsOf,
      findPhrases,
      ({ word: i, features, count, own, capital, before, behind }) => {
        const { from, to } = stretches[s]!
        if (i === from) lattice.begin(to - from)
        lattice.score(i - from, features, count)
        lattice.add(i - from, sumsOf(own, capital ? 'capital' : 'small'))
        lattice.add(i - from, sumsOf(before, 'before'))
        lattice.add(i - from, sumsOf(behind, 'behind'))
        if (i < to - 1) return
        lattice.run(to - from)
        readStretch(lattice.marginals, from, to, shares, names)
        s++
      },
    )
    return { shares, names, join, factsOf, isCompany, clubOf }
  }
  return Object.assign(tag, { isCompany, clubOf })
}

/** What the features that a form has by itself say of each label: summed once for a form and a place, and kept as long as its facts. */
function rememberSums(chain: ChainWeights): (facts: WordFacts, place: FormPlace) => Int16Array {
  const known = Object.fromEntries(
    formPlaces.map((place) => [place, new WeakMap<WordFacts, Int16Array>()]),
  ) as Readonly<Record<FormPlace, WeakMap<WordFacts, Int16Array>>>
  return (facts, place) => {
    const found = known[place].get(facts)
    if (found) return found
    const made = sumRows(chain, readFormFeatures(facts, place))
    known[place].set(facts, made)
    return made
  }
}

function readStretch(
  marginals: Float64Array,
  from: number,
  to: number,
  shares: Float64Array,
  names: TaggedName[],
): void {
  let open = -1
  let kind = -1
  let sum = 0
  const close = (end: number) => {
    if (open >= 0) names.push({ from: open, to: end, class: kind, probability: sum / (end - open) })
    open = -1
  }
  for (let i = from; i < to; i++) {
    const at = (i - from) * labelCount
    let best = 0
    for (let y = 0; y < labelCount; y++) {
      if (marginals[at + y]! > marginals[at + best]!) best = y
      if (y > 0) shares[i * classes + classOf(y)]! += marginals[at + y]!
    }
    const own = classOf(best)
    if (open >= 0 && (own !== kind || begins(best))) close(i)
    if (own < 0) continue
    if (open < 0) {
      open = i
      kind = own
      sum = 0
    }
    sum += shares[i * classes + own]!
  }
  close(to)
}
