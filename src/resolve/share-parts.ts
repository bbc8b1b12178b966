import type { DateMention } from '../model/mention.ts'
import { type SegmentedText, spanAt } from '../model/segment.ts'
import type { TimexExpression } from '../model/timex.ts'

// What one date takes from another beside it: a month its year, a time its day.

/** The mentions of a text, in text order, with what those beside them tell. */
export const shareParts = (mentions: readonly DateMention[], document: SegmentedText): readonly DateMention[] =>
  shareDays(shareOpenings(shareYears(mentions, document.text), document), document)

/** `in September and December 2017`: the year of the month behind is the first one’s too, or the one before where its month comes later. */
function shareYears(mentions: readonly DateMention[], text: string): readonly DateMention[] {
  return mentions.map((mention, i) => {
    const { expression, end } = mention
    const next = mentions[i + 1]
    if (expression.form !== 'calendar' || expression.month === undefined || expression.year !== undefined || !next)
      return mention
    const of = next.expression
    if (of.form !== 'calendar' || of.year === undefined || of.month === undefined || expression.step !== undefined)
      return mention
    if (!/^,?\s(?:and|or)\s(?:in\s|on\s)?$/.test(text.slice(end, next.start))) return mention
    const year = of.year - (expression.month > of.month ? 1 : 0)
    return { ...mention, expression: { ...expression, year } }
  })
}

/** `In 2014, fees rose 5% in May and 3% in July`: months of the year that the sentence opens with. */
function shareOpenings(mentions: readonly DateMention[], { text, sentences }: SegmentedText): readonly DateMention[] {
  let opening: DateMention | undefined
  let years = 0
  return mentions.map((mention) => {
    const { expression, start } = mention
    if (expression.form !== 'calendar') return mention
    if (expression.year !== undefined) {
      years++
      const sentence = spanAt(sentences, start)
      const opens = sentence && /^(?:In|During)\s(?:\p{Ll}+\s)?$/u.test(text.slice(sentence.start, start))
      if (opens && expression.month === undefined) {
        opening = mention
        years = 1
      }
      return mention
    }
    if (!opening || years !== 1 || expression.month === undefined || expression.step !== undefined) return mention
    const same = spanAt(sentences, start)?.start === spanAt(sentences, opening.start)?.start
    return same && opening.expression.form === 'calendar'
      ? { ...mention, expression: { ...expression, year: opening.expression.year! } }
      : mention
  })
}

/** `10am (1500 GMT) on Thursday`, `the 1 p.m. meeting on Friday`, `On Friday they met at 3pm`: the time is of the day in its sentence. */
function shareDays(mentions: readonly DateMention[], { text, sentences }: SegmentedText): readonly DateMention[] {
  let before: DateMention | undefined
  return mentions.map((mention, i) => {
    if (tellsDay(mention.expression)) before = mention
    const { expression, start, end } = mention
    if (expression.form !== 'time' || expression.clock.hour === undefined) return mention
    const sentence = spanAt(sentences, start)
    const behind = mentions.slice(i + 1, i + 4).find((other) => tellsDay(other.expression))
    const leads = behind && text.slice(end, behind.start).replace(/\([^()]*\)?|[^()]*\)/g, ' ')
    const day =
      leads !== undefined &&
      behind!.start - end < 60 &&
      /^\s*(?:(?!and\s|or\s|but\s|then\s)\p{Ll}+\s+)?(?:on\s+)?$/u.test(leads)
        ? behind
        : before && sentence && before.start - sentence.start < 5 && before.start >= sentence.start
          ? before
          : undefined
    if (!day) return mention
    const of = day.expression.form === 'at' ? day.expression.day : day.expression
    return { ...mention, expression: { form: 'at', day: of, clock: expression.clock } }
  })
}

const tellsDay = (expression: TimexExpression): boolean =>
  (expression.form === 'at' && tellsDay(expression.day)) ||
  (expression.form === 'weekday' && !expression.anchored) ||
  (expression.form === 'calendar' && expression.day !== undefined) ||
  (expression.form === 'relative' && expression.unit === 'day' && !expression.anchored)
