import type { ActorKind } from '../../model/actor.ts'
import { type Candidate, type Classified, textOf } from './candidate.ts'
import type { TaggedName, Tagging } from './tagger/index.ts'
import { nameClasses } from './tagger/labels.ts'
import type { Word } from './words.ts'

/** A candidate with what the rules make of it; null for no actor. */
export type Reading = { readonly candidate: Candidate; readonly read: Classified | null }

const classes = nameClasses.length
const kinds = nameClasses.slice(0, 4) as readonly ActorKind[]

/** From this mean probability on, what the tagger reads as one name is one, whatever the rules made of its parts. */
const sureOfSpan = 0.9
/** From this one on, a name that no rule saw is added. */
const sureOfNew = 0.7

/**
 * The second voice: what the tagger reads beside what the rules read. Names that the rules cut or ran together take the tagger's bounds
 * where it is sure; names they missed are added; the kind of a name is the one that both together find likeliest for all its mentions.
 */
export function joinTagger(readings: readonly Reading[], words: readonly Word[], tagging: Tagging): Reading[] {
  return voteKinds(addNames(mendBounds(readings, words, tagging), words, tagging), tagging)
}

const first = ({ candidate: { words, title } }: Reading) => (title[0] ?? words[0]!).at
const nameFrom = ({ candidate: { words } }: Reading) => words[0]!.at
const nameTo = ({ candidate: { words } }: Reading) => words.at(-1)!.at + 1

function toReading(words: readonly Word[], { from, to, class: kind, probability }: TaggedName): Reading {
  const own = trimSmall(words.slice(from, to))
  return {
    candidate: { words: own, title: [], shape: 'unknown' },
    read: { kind: kinds[kind]!, confidence: Math.min(0.95, probability) },
  }
}

/** A name neither begins nor ends with a small word. */
function trimSmall(words: readonly Word[]): readonly Word[] {
  let [from, to] = [0, words.length]
  while (to - from > 1 && /^(?:The|the|a|an|of|and|for|in)$/.test(words[from]!.text)) from++
  while (to - from > 1 && /^(?:the|a|an|of|and|for|in)$/.test(words[to - 1]!.text)) to--
  return words.slice(from, to)
}

function mendBounds(readings: readonly Reading[], words: readonly Word[], { names, shares }: Tagging): Reading[] {
  const mended: Reading[] = []
  let n = 0
  for (let i = 0; i < readings.length; i++) {
    const reading = readings[i]!
    while (n < names.length && names[n]!.to <= nameFrom(reading)) n++
    const name = names[n]
    if (!name || name.from >= nameTo(reading) || name.probability < sureOfSpan) {
      mended.push(reading)
      continue
    }
    const [from, to] = [nameFrom(reading), nameTo(reading)]
    if (name.from === from && name.to === to) {
      mended.push(reading)
      continue
    }
    if (name.from <= from && name.to >= to) {
      // all that it covers gives way to it
      let last = i
      while (readings[last + 1] && nameTo(readings[last + 1]!) <= name.to) last++
      const partly = readings[last + 1] !== undefined && first(readings[last + 1]!) < name.to
      const title = first(reading) < name.from ? reading.candidate.title : []
      if (name.class < kinds.length && !partly && title.every((word) => word.at < name.from)) {
        const made = toReading(words, name)
        mended.push({
          ...made,
          candidate: {
            ...made.candidate,
            title,
            ...(reading.candidate.before && { before: reading.candidate.before }),
          },
        })
        i = last
        continue
      }
    } else if (name.from >= from && name.to <= to && name.class < kinds.length) {
      let outside = 0
      for (let k = from; k < to; k++)
        if (k < name.from || k >= name.to)
          for (let c = 0; c < classes; c++) outside = Math.max(outside, shares[k * classes + c]!)
      if (outside < 0.2) {
        mended.push(toReading(words, name))
        continue
      }
    }
    mended.push(reading)
  }
  return mended
}

function addNames(readings: readonly Reading[], words: readonly Word[], { names }: Tagging): Reading[] {
  const all: Reading[] = []
  let n = 0
  const addBefore = (from: number, behind: number) => {
    for (; n < names.length && names[n]!.from < from; n++) {
      const name = names[n]!
      if (name.class < kinds.length && name.probability >= sureOfNew && name.from >= behind && name.to <= from)
        all.push(toReading(words, name))
    }
  }
  let behind = 0
  for (const reading of readings) {
    addBefore(first(reading), behind)
    all.push(reading)
    behind = nameTo(reading)
    while (n < names.length && names[n]!.from < behind) n++
  }
  addBefore(words.length, behind)
  return all
}

/** Mean probability of each kind over the words of a name; last what is left: no actor. */
function sharesOf(reading: Reading, { shares }: Tagging): number[] {
  const sums = new Array<number>(kinds.length + 1).fill(0)
  const { words } = reading.candidate
  for (const { at } of words) for (let k = 0; k < kinds.length; k++) sums[k]! += shares[at * classes + k]!
  let rest = 1
  for (let k = 0; k < kinds.length; k++) rest -= sums[k]! /= words.length
  sums[kinds.length] = Math.max(0, rest)
  return sums
}

function voteKinds(readings: readonly Reading[], tagging: Tagging): Reading[] {
  const votes = new Map<string, number[]>()
  const own = readings.map((reading) => {
    const { candidate, read } = reading
    if (candidate.place || read?.derived) return undefined
    const shares = sharesOf(reading, tagging)
    const weights = shares.map((share, k) => {
      const rules =
        read === null ? (k === 4 ? 0.7 : 0.075) : kinds[k] === read.kind ? read.confidence : (1 - read.confidence) / 4
      return Math.max(0.01, share) * Math.max(0.02, rules)
    })
    const sum = weights.reduce((a, b) => a + b, 0)
    const name = textOf(candidate.words)
    const vote = votes.get(name) ?? votes.set(name, [0, 0, 0, 0, 0]).get(name)!
    weights.forEach((weight, k) => {
      vote[k]! += weight / sum
    })
    return name
  })
  return readings.map((reading, i) => {
    const name = own[i]
    if (name === undefined) return reading
    const vote = votes.get(name)!
    const sum = vote.reduce((a, b) => a + b, 0)
    const best = vote.indexOf(Math.max(...vote))
    const share = vote[best]! / sum
    if (best === kinds.length) return { ...reading, read: null }
    const kind = kinds[best]!
    if (reading.read === null) return share > 0.6 ? { ...reading, read: { kind, confidence: share } } : reading
    return { ...reading, read: { ...reading.read, kind, confidence: Math.min(0.97, share) } }
  })
}
