import type { Change, How } from '../model/claim/figure.ts'
import type { ActorMention, FigureMention } from '../model/mention.ts'
import { type SegmentedText, type Span, spanAt, spansBetween, windowOf } from '../model/segment.ts'
import { hasTag } from '../text/lexicon.ts'
import type { AnchoredDate } from './anchor-dates.ts'
import type { Referrer } from './attribute-quotes.ts'
import type { LinkedActor } from './link-actors.ts'

/** A figure with what its clause says of it. */
export type BoundFigure = FigureMention & {
  readonly measure?: string
  readonly subject?: LinkedActor
  readonly period?: { readonly from?: string; readonly to?: string }
}

const rise =
  'r[io]s(?:e|es|en|ing)|rose|rising|up|grew|grow(?:n|s|ing|th)?|increas(?:e|es|ed|ing)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|soar(?:s|ed|ing)?|surg(?:e|es|ed|ing)|gain(?:s|ed|ing)?|expand(?:s|ed|ing)?|expansion|rally|rallied|boost(?:s|ed)?|upswing|hike(?:d|s)?|higher|swell(?:ed|ing)?'
const fall =
  'f[ae]ll(?:s|en|ing)?|down|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|plung(?:e|es|ed|ing)|slump(?:s|ed|ing)?|slid|slides?|sliding|shrank|shr[iu]nk(?:s|ing)?|tumbl(?:e|es|ed|ing)|sank|sink(?:s|ing)?|dip(?:s|ped)?|contract(?:s|ed|ing|ion)|reduc(?:e|es|ed|tion|ing)|cut(?:s|ting)?|loss|lower|plummet(?:s|ed)?|slipp?(?:ed|s)?|downturn'
const changed = new RegExp(`(?<![\\p{L}’'-])(?:(?<rise>${rise})|(?<fall>${fall}))(?![\\p{L}’'-])`, 'giu')
const changeNoun =
  /^[\s-]*(?:\p{L}+\s+)?(?:(?<rise>rise|increase|growth|jump|surge|gain|hike|expansion|climb)|(?<fall>fall|drop|decline|decrease|cut|reduction|slump|plunge|loss|contraction|dip))s?(?![\p{L}’'-])(?:\s+(?:in|of)\s+)?/iu

/** Binds figures to direction of change, measure, subject and period, each only where the sentence says so. */
export function bindFigures(
  figures: readonly FigureMention[],
  dates: readonly AnchoredDate[],
  document: SegmentedText,
  refer: Referrer,
  actors: readonly LinkedActor[],
): BoundFigure[] {
  const ordered = [...figures].sort((a, b) => a.start - b.start)
  const days = [...dates].sort((a, b) => a.start - b.start)
  const named = actors
    .flatMap((actor) => actor.mentions.map((mention) => ({ actor, mention, start: mention.start, end: mention.end })))
    .sort((a, b) => a.start - b.start)
  let previous: BoundFigure | undefined
  return ordered.map((figure) => {
    const sentence = windowOf(spanAt(document.sentences, figure.start) ?? figure, figure.start, 600, 600)
    const { text } = document
    const before = text.slice(sentence.start, figure.start)
    const after = text.slice(figure.end, sentence.end)
    const change = figure.change ? { change: figure.change, how: figure.how } : readChange(before, after)
    const near =
      previous && previous.start >= sentence.start && text.slice(previous.end, figure.start).length < 16
        ? previous
        : undefined
    const joined = near?.change && /^\s*,?\s*(?:to|from)\s+$/i.test(text.slice(near.end, figure.start))
    const measure =
      readMeasure(figure, text, sentence, before, after, Boolean(change.change)) ?? (joined ? near.measure : undefined)
    const subject = readSubject(
      text,
      sentence,
      figure,
      measure,
      refer,
      spansBetween(named, sentence.start, sentence.end),
    )
    const period = readPeriod(
      figure,
      spansBetween(days, sentence.start, sentence.end),
      sentence,
      text,
      Boolean(change.change),
    )
    const bound: BoundFigure = {
      ...figure,
      ...(joined
        ? { change: near.change!, how: /to\s+$/i.test(before) ? 'to' : 'from' }
        : change.change && { change: change.change, ...(change.how && { how: change.how }) }),
      ...(measure && { measure }),
      ...(subject && { subject }),
      ...(period && { period }),
    }
    previous = bound
    return bound
  })
}

function readChange(before: string, after: string): { change?: Change; how?: How | undefined } {
  const noun = changeNoun.exec(after)
  if (noun) return { change: noun.groups!.rise ? 'rise' : 'fall', how: 'by' }
  const clause = before
    .slice(Math.max(before.lastIndexOf(';'), before.lastIndexOf('—'), before.lastIndexOf('–')) + 1)
    .slice(-70)
  const last = [...clause.matchAll(changed)].at(-1)
  if (!last) return {}
  const between = clause.slice(last.index + last[0].length)
  // the figure follows the verb with nothing but a preposition, an adverb or a second figure in between
  if (
    !/^\s*(?:[\p{Ll}]+ly\s+|further\s+|again\s+|back\s+|as\s+much\s+as\s+)?(?:(?:by|to|from|of|at|some|a|an|another)\s*)*$/iu.test(
      between,
    ) &&
    !/^\s+(?:by|to|from)?[^,;]{0,30}\s+(?:to|from)\s+$/i.test(between)
  )
    return {}
  const how = /(?:^|\s)(by|to|from)\s+(?:a\s+|an\s+|some\s+)?$/i.exec(between)?.[1]?.toLowerCase() as How | undefined
  return { change: last.groups!.rise ? 'rise' : 'fall', how: how ?? 'by' }
}

const verb =
  '(?:is|was|are|were|has|have|had|will|would|can|could|may|might|rose|fell|grew|climbed|dropped|jumped|soared|surged|increased|decreased|declined|reached|hit|stood|totalled|totaled|amounted|slipped|plunged|doubled|tripled|rising|falling|supplies|accounts?|accounted|makes?|made)'
const phrase = "(?:[\\p{L}\\p{N}.’'&-]+\\s+){0,5}[\\p{L}\\p{N}.’'&-]+"

function readMeasure(
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
  const of = /(?<noun>[\p{L}-]+(?:\s[\p{L}-]+)?)\s+(?:of|at|totalling|totaling|worth)\s+(?:only\s+|just\s+)?$/iu.exec(
    before,
  )
  if (of && !changes)
    return of.groups!.noun!.replace(/^(?:a|an|the|its|his|her|their|has|have|had|and|of|with)\s+/i, '')
  if (!changes) return undefined
  // the subject of the clause that changes: up to its first verb
  const clause = text.slice(
    sentence.start + Math.max(before.lastIndexOf(';'), before.lastIndexOf('—'), before.lastIndexOf('–')) + 1,
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

/** An actor in the measure or right behind it (`GDP of Norway`), or one that is the subject of the figure's clause. */
function readSubject(
  text: string,
  sentence: Span,
  figure: FigureMention,
  measure: string | undefined,
  refer: Referrer,
  placed: readonly { actor: LinkedActor; mention: ActorMention }[],
): LinkedActor | undefined {
  const tail = text.slice(figure.end, sentence.end)
  if (measure) {
    const at = text.indexOf(measure, sentence.start)
    const owner = placed.find(
      ({ mention }) =>
        !mention.derived &&
        at >= 0 &&
        mention.end <= at &&
        at - mention.end <= 3 &&
        /^[’']s?\s$/.test(text.slice(mention.end, at)),
    )
    if (owner) return owner.actor
    const behind = placed.find(
      ({ mention }) => at >= 0 && /^\s+(?:of|in)\s+(?:the\s+)?$/i.test(text.slice(at + measure.length, mention.start)),
    )
    if (behind && tail.includes(measure)) return behind.actor
  }
  // subject of the clause: an actor or a nominal right before the verb that the figure completes
  const clauseStart =
    sentence.start +
    Math.max(
      0,
      ...[
        ...text
          .slice(sentence.start, figure.start)
          .matchAll(/[;—–:]|,\s|(?<![\p{L}])(?:and|but|while|although|though|as|when|that|because|so)\s+/giu),
      ].map((match) => match.index + match[0].length),
    )
  for (const from of new Set([clauseStart, sentence.start])) {
    const clause = text.slice(from, figure.start)
    const match = new RegExp(
      `^(?:so\\s+|although\\s+|while\\s+)*(?<subject>(?:the\\s+)?${phrase}?)\\s+(?:${verb}|\\p{Ll}+(?:s|ed))\\s`,
      'u',
    ).exec(clause)
    if (!match) continue
    const start = from + match[0].indexOf(match.groups!.subject!)
    const found = refer({ start, end: start + match.groups!.subject!.length })
    if (found) return found
  }
  return undefined
}

/** The date that stands nearest in the sentence, unless another figure's words or too many of its own lie between. */
function readPeriod(
  figure: Span,
  dates: readonly AnchoredDate[],
  sentence: Span,
  text: string,
  changes: boolean,
): { from?: string; to?: string } | undefined {
  const reach = changes ? 90 : 40
  const candidates = dates
    .filter(
      (date) =>
        date.start >= sentence.start &&
        date.end <= sentence.end &&
        (date.kind === 'date' || date.kind === 'range') &&
        (date.from || date.to),
    )
    .map((date) => ({
      date,
      distance: date.start >= figure.end ? date.start - figure.end : (figure.start - date.end) * 1.2,
    }))
    .filter(
      ({ date, distance }) =>
        distance >= 0 &&
        distance <= reach &&
        !/[;—–]/.test(
          date.start >= figure.end ? text.slice(figure.end, date.start) : text.slice(date.end, figure.start),
        ),
    )
    .sort((a, b) => a.distance - b.distance)
  const best = candidates[0]?.date
  return best && { ...(best.from && { from: best.from }), ...(best.to && { to: best.to }) }
}
