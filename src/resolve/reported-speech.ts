import type { QuoteMention } from '../model/mention.ts'
import { firstFrom, type SegmentedText, type Span, spanAt } from '../model/segment.ts'
import { childOf, type Tree, type Trees, tokenAt } from '../syntax/index.ts'
import { mannerOf } from '../text/reporting.ts'
import { maySpeak } from '../text/speakers.ts'
import { type Form, tokensOf } from '../text/tokens.ts'
import { isConviction, type Report, readReport } from './read-report.ts'

// Reported speech as the tree of its sentence has it: a verb of saying with the clause that completes it (`ccomp`), the clause that it is put
// into (`parataxis`: `prices fell, the bank said`), a clause and its `according to`, or what somebody is sure or afraid of. Not read: what was not
// said or is not asserted (`would say that`, `refused to say that`), and clauses that begin or end inside marked words, which the reader of quotations has seen.

/** Reported speech that no other rule has found. */
export function findReportedSpeech(
  document: SegmentedText,
  trees: Trees,
  quotes: readonly QuoteMention[],
): QuoteMention[] {
  const { text, quotations } = document
  const taken = [...quotes].sort((a, b) => a.start - b.start)
  const cues = quotes.flatMap(({ cue }) => cue ?? []).sort((a, b) => a.start - b.start)
  const found: QuoteMention[] = []
  for (const tree of treesThatReport(document, trees, cues))
    for (const token of tree.tokens) {
      const report = readReport(tree, token)
      if (!report || holds(quotations, report.cue.start)) continue
      const quote = toMention(text, report)
      if (!quote || quote.end - quote.start < 12) continue
      if (quote.source && !maySpeak(text, quote.source, quote.cue)) continue
      const behind = firstFrom(taken, quote.end)
      if (
        [...taken.slice(Math.max(0, behind - nearby), behind), ...found.slice(-nearby)].some((other) =>
          contends(other, quote),
        )
      )
        continue
      found.push(quote)
    }
  return found
}

/** Verbs whose object may look like a clause: `reported the deaths on Monday, and a spokesman confirmed them`; `claimed six posts made then`, but not `claimed posts lied`. */
const takesObject =
  /^(?:add|predict|report|confirm|reveal|announc|show|stress|mention|claim\S*\s(?:\d|two|three|four|five|six|seven|eight|nine|ten)(?![\p{L}])|know|knew|find|found|hear|learn|expect|fear|remember|recall)/iu

/** The quotes without those whose content the tree has as the object of their verb. */
export function dropObjects(
  quotes: readonly QuoteMention[],
  { text }: SegmentedText,
  trees: Trees,
): readonly QuoteMention[] {
  return quotes.filter(({ extractor, cue, start, end }) => {
    if (
      extractor !== 'quote.indirect' ||
      !cue ||
      cue.end > start ||
      !takesObject.test(text.slice(cue.start, start + 8))
    )
      return true
    const content = text.slice(start, end)
    if (/^(?:that|whether|if|how|why|what|when|where|who|he|she|they|it|we|I|there)[\s’']/.test(content)) return true
    // a verb beyond doubt that is not of a relative clause
    if (
      /^(?:(?!(?:who|which|that|whose|and|but)\s|,)\S+\s){1,12}(?:[^\s,]+,\s(?!who|which|whose)[^,]{2,80},\s)?(?:will|would|had|has|have|could|should|is|are|was|were)\s/.test(
        content,
      )
    )
      return true
    const tree = trees.at(cue.start)
    const verb = tree && tokenAt(tree, cue.start)
    const object = verb && childOf(tree, verb, 'obj')
    return !object || childOf(tree, verb, 'ccomp') !== undefined || object.start < start || object.start >= start + 60
  })
}

/** How many quotes before the end of another are looked at: those of one sentence and the one that it may lie in. */
const nearby = 8

function toMention(text: string, { content, rest, cue, source }: Report): QuoteMention | undefined {
  const parts = [content, ...(rest ? [rest] : [])].map((part) => trimContent(text, part))
  const [first, last] = [parts[0], parts.at(-1)]
  if (!first || !last) return undefined
  return {
    type: 'quote',
    extractor: 'quote.clause',
    confidence: 0.7,
    kind: 'indirect',
    start: first.start,
    end: last.end,
    cue: { start: cue.start, end: cue.end },
    source,
    ...(rest && { parts: [first, last] }),
  }
}

/** Do two quotes share words of their contents, or their cue? */
const contends = (one: QuoteMention, other: QuoteMention): boolean =>
  (one.start < other.end && other.start < one.end) ||
  (one.cue !== undefined && other.cue !== undefined && one.cue.start < other.cue.end && other.cue.start < one.cue.end)

// what a form is, kept in its notes
const asked = 2048
const reporting = 4096

/** Is the word one that can report: a form of a verb of saying or thinking, an adjective of conviction, or `according`? */
function canReport(form: Form): boolean {
  if (!(form.notes & asked))
    form.notes |=
      asked |
      (mannerOf(form.lower) !== undefined || isConviction(form.lower) || form.lower === 'according' ? reporting : 0)
  return (form.notes & reporting) !== 0
}

/** The trees of the sentences with a word that reports, outside marked words, whose report nobody has found. */
function* treesThatReport(document: SegmentedText, trees: Trees, cues: readonly Span[]): Generator<Tree> {
  const { forms, start, count } = tokensOf(document)
  let last: Tree | undefined
  for (let i = 0; i < count; i++) {
    if (!canReport(forms[i]!)) continue
    const offset = start[i]!
    if ((last && offset < last.end) || holds(document.quotations, offset) || holds(cues, offset)) continue
    const tree = trees.at(offset)
    if (tree) yield tree
    last = tree ?? last
  }
}

/** Does the last of sorted spans that begins at or before the offset hold it? */
const holds = (spans: readonly Span[], offset: number): boolean => {
  const span = spanAt(spans, offset)
  return span !== undefined && span.start <= offset && offset < span.end
}

/** Without the marks and white space around it; undefined where it holds the mark of a quotation. */
function trimContent(text: string, { start, end }: Span): Span | undefined {
  while (start < end && /[\s,;:—–-]/.test(text[start]!)) start++
  const closed = text.slice(start, end).includes('(')
  while (end > start && (/[\s,;:—–.-]/.test(text[end - 1]!) || (!closed && text[end - 1] === ')'))) end--
  return text[start] === '(' || /[“”"«»]|''|``/.test(text.slice(start, end)) ? undefined : { start, end }
}
