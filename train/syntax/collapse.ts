import type { CollapsedKind } from '../../src/syntax/tree.ts'
import type { TreebankSentence } from './conllu.ts'

// The walk gives the parser names, dates and figures as one token each; a treebank has them in pieces. Here they are joined as the walk
// would join them, so that the parser learns from both.

const isNumber = (form: string) =>
  /^(?:[\d.,]*\d|hundred|thousand|million|billion|trillion|dozen|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$/i.test(
    form,
  )
const month =
  /^(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)$/i
const weekday = /^(?:mon|tues?|wednes|thurs?|fri|satur|sun)day$/i
const timeNoun =
  /^(?:second|minute|hour|day|week|weekend|month|quarter|year|decade|century|morning|afternoon|evening|night|summer|winter|spring|autumn|fall)s?$/i
const pointer = /^(?:last|next|this|past|previous|coming|each|every|the|few|recent|first|early|late|mid|same|a|an|-)$/i

type Words = Pick<TreebankSentence, 'forms' | 'tags'>

/** Where the longest stretch of a kind that begins at word `i` ends; `i` where none does. */
const readers: readonly (readonly [CollapsedKind, (words: Words, i: number) => number])[] = [
  ['date', readDate],
  ['money', readMoney],
  ['percent', readPercent],
  ['number', readNumber],
  ['name', readName],
]

function readNumber({ forms, tags }: Words, i: number): number {
  let at = i
  while (at < forms.length && tags[at] === 'CD' && isNumber(forms[at]!)) at++
  return at
}

function readMoney(words: Words, i: number): number {
  const { forms, tags } = words
  if (tags[i] === '$') {
    const end = readNumber(words, i + 1)
    return end > i + 1 ? end : i
  }
  const end = readNumber(words, i)
  return end > i && /^(?:dollars?|euros?|pounds?|cents?|rupees|francs|yen|yuan|pence)$/i.test(forms[end] ?? '')
    ? end + 1
    : i
}

function readPercent(words: Words, i: number): number {
  const end = readNumber(words, i)
  if (end === i) return i
  if (/^(?:%|percent)$/i.test(words.forms[end] ?? '')) return end + 1
  return /^per$/i.test(words.forms[end] ?? '') && /^cent$/i.test(words.forms[end + 1] ?? '') ? end + 2 : i
}

function readDate({ forms, tags }: Words, i: number): number {
  const at = (k: number) => forms[k] ?? ''
  const year = (k: number) => (/^(?:1[5-9]|20)\d\d(?:s)?$/.test(at(k)) && tags[k] !== 'NNP' ? k + 1 : k)
  const comma = (k: number, to: (k: number) => number) => {
    const from = at(k) === ',' ? k + 1 : k
    const end = to(from)
    return end > from ? end : k
  }
  const monthDay = (k: number): number => {
    if (month.test(at(k)) && /^NNPS?$/.test(tags[k]!)) {
      const day = /^\d{1,2}(?:st|nd|rd|th)?$/.test(at(k + 1)) ? k + 2 : k + 1
      return comma(day, year)
    }
    if (/^\d{1,2}(?:st|nd|rd|th)?$/.test(at(k)) && month.test(at(k + 1)) && tags[k + 1] === 'NNP')
      return comma(k + 2, year)
    return k
  }
  if (weekday.test(at(i))) return comma(i + 1, monthDay)
  const found = monthDay(i)
  if (found > i) return found
  if (/^(?:today|yesterday|tomorrow|tonight)$/i.test(at(i))) return i + 1
  // `last year`, `the past two decades`, `three years ago`, `ten - year`
  let k = i
  while (pointer.test(at(k)) && k < i + 3) k++
  const pointed = k > i && !/^(?:the|an?|-|few|first|same|early|late)$/i.test(at(i))
  const counted = k
  while (tags[k] === 'CD' && isNumber(at(k))) k++
  const numbered = k > counted
  if (at(k) === '-') k++
  if (
    timeNoun.test(at(k)) &&
    (numbered || pointed || (k > i && /^(?:last|next|past|previous|same)$/i.test(at(k - 1))))
  ) {
    k++
    return /^(?:ago|earlier|later|before)$/i.test(at(k)) ? k + 1 : k
  }
  return year(i)
}

function readName({ forms, tags }: Words, i: number): number {
  const named = (k: number) => /^NNPS?$/.test(tags[k] ?? '') && !month.test(forms[k]!) && !weekday.test(forms[k]!)
  if (!named(i)) return i
  let end = i + 1
  for (;;) {
    if (named(end)) end++
    else if (forms[end] === '-' && named(end + 1)) end += 2
    else if (/^(?:of|&|de|van|von|al|bin)$/i.test(forms[end] ?? '') && named(end + 1)) end += 2
    else if (forms[end] === 'of' && forms[end + 1] === 'the' && named(end + 2)) end += 3
    else return end
  }
}

/**
 * The sentence with its names, dates and figures joined, where each is one piece of the tree: only one of its words hangs on a word outside.
 * The joined word takes that place; whatever hung on one of the others hangs on it. Undefined when nothing is joined.
 */
export function collapseSentence(sentence: TreebankSentence): TreebankSentence | undefined {
  const { forms, tags, heads, labels } = sentence
  const groups: { start: number; end: number; as?: CollapsedKind; head: number }[] = []
  let joined = false
  for (let i = 0; i < forms.length; ) {
    let group: (typeof groups)[number] = { start: i, end: i + 1, head: i }
    for (const [as, read] of readers) {
      const end = read(sentence, i)
      if (end <= i) continue
      const outside: number[] = []
      for (let k = i; k < end; k++) if (heads[k]! < i || heads[k]! >= end) outside.push(k)
      if (outside.length !== 1) continue
      group = { start: i, end, as, head: outside[0]! }
      joined ||= end > i + 1 || as !== 'name'
      break
    }
    groups.push(group)
    i = group.end
  }
  if (!joined) return undefined
  const place = new Int32Array(forms.length)
  groups.forEach(({ start, end }, g) => {
    place.fill(g, start, end)
  })
  const wordsOf = ({ start, end }: (typeof groups)[number]) => forms.slice(start, end).join(' ')
  return {
    document: sentence.document,
    text: sentence.text,
    forms: groups.map(wordsOf),
    tags: groups.map(({ head }) => tags[head]!),
    heads: groups.map(({ head }) => (heads[head]! < 0 ? -1 : place[heads[head]!]!)),
    labels: groups.map(({ head }) => labels[head]!),
    collapsed: groups.map(({ as }) => as),
  }
}
