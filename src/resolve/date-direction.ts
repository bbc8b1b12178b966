import type { DateMention } from '../model/mention.ts'
import { type SegmentedText, type Span, spanAt } from '../model/segment.ts'
import type { Direction } from './tense.ts'

// Which way a date looks where its own words tell more than the verb beside it.

/** Where the clause around a date looks. @param readDirection what its verbs tell */
export function lookOf(
  mention: DateMention,
  document: SegmentedText,
  readDirection: (span: Span) => Direction,
): Direction {
  if (isDeadline(mention, document.text)) return opensPast(mention, document, readDirection) ? -1 : 1
  return isResult(mention, document.text) ? -1 : readDirection(mention)
}

/** `until Friday`, `by Monday`: such a day lies ahead, whatever was done until then. */
const isDeadline = ({ expression, modifier, start }: DateMention, text: string) =>
  modifier === 'before' &&
  ((expression.form === 'weekday' && expression.step === undefined) ||
    // `could reach 6% by December`
    (expression.form === 'calendar' &&
      expression.year === undefined &&
      /(?<![\p{L}])(?:could|may|might|can)\s(?!have\s)[^.;,]{0,60}\sby\s(?:the\s)?(?:\p{Ll}+\s){0,2}$/u.test(
        text.slice(Math.max(0, start - 90), start),
      )))

/** `By Saturday, 300 had been found`: told afterwards. */
function opensPast(
  mention: DateMention,
  { text, sentences }: SegmentedText,
  readDirection: (span: Span) => Direction,
): boolean {
  const sentence = spanAt(sentences, mention.start)
  return (
    sentence !== undefined && /^By\s$/.test(text.slice(sentence.start, mention.start)) && readDirection(mention) < 0
  )
}

/** `expects to report third-quarter net income`: what is reported is over, whenever the report comes. */
const isResult = ({ start, end, expression }: DateMention, text: string) =>
  (expression.form === 'quarter' || expression.form === 'half') &&
  /(?<![\p{L}])(?:report|post|announce|release|publish|deliver)(?:s|ed|d|ing|es)?\s(?:\p{Ll}+\s){0,3}$/u.test(
    text.slice(Math.max(0, start - 40), start),
  ) &&
  /^\s(?:net|gross|operating|pre-?tax|profits?|loss(?:es)?|income|earnings|revenues?|sales|results?|figures|numbers)(?![\p{L}])/u.test(
    text.slice(end, end + 16),
  )
