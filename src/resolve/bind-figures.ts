import type { FigureMention } from '../model/mention.ts'
import { type SegmentedText, type Span, spanAt, spansBetween, windowOf } from '../model/segment.ts'
import { isReportingVerb } from '../text/reporting.ts'
import type { AnchoredDate } from './anchor-dates.ts'
import type { Referrer } from './attribute-quotes.ts'
import { readChange } from './change.ts'
import { type LinkedActor, type PlacedMention, placeMentions } from './link-actors.ts'
import { phrase, readMeasure, verb } from './measure.ts'

/** A figure with what its clause says of it. */
export type BoundFigure = FigureMention & {
  readonly measure?: string
  readonly subject?: LinkedActor
  readonly period?: { readonly from?: string; readonly to?: string }
}

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
  const named = placeMentions(actors)
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
    const period =
      figure.kind === 'measurement' && !change.change
        ? undefined
        : readPeriod(figure, spansBetween(days, sentence.start, sentence.end), sentence, text, Boolean(change.change))
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

/** An actor in the measure or right behind it (`GDP of Norway`), or one that is the subject of the figure's clause. */
function readSubject(
  text: string,
  sentence: Span,
  figure: FigureMention,
  measure: string | undefined,
  refer: Referrer,
  placed: readonly PlacedMention[],
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
    // the verb must lead to the figure, and report nobody's words
    if (!match || clause.length - match[0].length > 30 || isReportingVerb(match[0].trim().split(/\s+/).at(-1)!))
      continue
    const start = from + match[0].indexOf(match.groups!.subject!)
    const found = refer({ start, end: start + match.groups!.subject!.length })
    // what is measured is no actor, whatever its capital says
    if (found && found.name !== measure) return found
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
