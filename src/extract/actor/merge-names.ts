import { isFirstName } from '../../text/lexicon.ts'
import { holdsOffice, isWhole, trimSmall } from './bounds.ts'
import type { Reading } from './candidate.ts'
import { kinds } from './judge-reading.ts'
import type { TaggedName, Tagging } from './tagger/index.ts'
import { nameClasses } from './tagger/labels.ts'
import type { Word } from './words.ts'

// The names that the rules and the tagger read, without overlaps.

const classes = nameClasses.length
const isBroken = (words: readonly Word[], { from, to, class: kind }: TaggedName): boolean =>
  !isWhole(words.slice(from, to), kinds[kind] !== 'person') ||
  (kinds[kind] === 'person' && holdsOffice(words.slice(from, to)))

/** From this mean probability on, what the tagger reads as one name is one, whatever the rules made of its parts. */
const sureOfSpan = 0.8
/** Words of the longest name that the tagger is believed: behind it are rows of capitals. */
const longestName = 12
/** From this one on, a name that no rule saw is added. */
export const sureOfNew = 0.7
/** The names of both, without overlaps: the tagger's bounds where it is sure, and what only it saw. */
export const mergeNames = (readings: readonly Reading[], words: readonly Word[], tagging: Tagging): Reading[] =>
  addNames(mendBounds(readings, words, tagging), words, tagging)

const first = ({ candidate: { words, title } }: Reading) => (title[0] ?? words[0]!).at
const nameFrom = ({ candidate: { words } }: Reading) => words[0]!.at
const nameTo = ({ candidate: { words } }: Reading) => words.at(-1)!.at + 1

function toReading(words: readonly Word[], { from, to, class: kind, probability }: TaggedName): Reading {
  const own = trimSmall(words.slice(from, to))
  return {
    candidate: { words: own, title: [], shape: 'unknown' },
    read: { kind: kinds[kind]!, confidence: Math.min(0.95, probability) },
    added: true,
  }
}

function mendBounds(readings: readonly Reading[], words: readonly Word[], { names, shares }: Tagging): Reading[] {
  const mended: Reading[] = []
  let n = 0
  for (let i = 0; i < readings.length; i++) {
    const reading = readings[i]!
    while (n < names.length && names[n]!.to <= nameFrom(reading)) n++
    const name = names[n]
    if (
      !name ||
      reading.decided ||
      name.from >= nameTo(reading) ||
      name.probability < sureOfSpan ||
      name.to - name.from > longestName ||
      isBroken(words, name)
    ) {
      mended.push(reading)
      continue
    }
    const [from, to] = [nameFrom(reading), nameTo(reading)]
    // the same, or with its title
    if (name.to === to && name.from <= from && name.from >= first(reading)) {
      mended.push(reading)
      continue
    }
    // `United | States Hamdullah Mohib`: it would cut the name before
    const cuts = mended.length > 0 && nameTo(mended.at(-1)!) > name.from
    if (name.from <= from && name.to >= to && !cuts) {
      // all that it covers gives way to it
      let last = i
      while (readings[last + 1] && nameTo(readings[last + 1]!) <= name.to) last++
      // `Washington Chris Gregoire`: two names side by side, if the second begins with a given name
      if (last > i && name.probability < 0.97 && isFirstName(readings[last]!.candidate.words[0]!.text)) {
        for (; i < last; i++) mended.push({ ...readings[i]!, decided: true })
        mended.push(readings[last]!)
        n++
        continue
      }
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
    } else if (
      name.from >= from &&
      name.to <= to &&
      name.class < kinds.length &&
      /^(?:unknown|person)$/.test(reading.candidate.shape)
    ) {
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
      if (
        name.class < kinds.length &&
        name.probability >= sureOfNew &&
        name.to - name.from <= longestName &&
        !isBroken(words, name) &&
        name.from >= behind &&
        name.to <= from
      )
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
