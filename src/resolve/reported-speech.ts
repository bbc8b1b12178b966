import type { QuoteMention } from '../model/mention.ts'
import { firstFrom, type SegmentedText, type Span, spanAt } from '../model/segment.ts'
import {
  childOf,
  childrenOf,
  hasLabel,
  headOf,
  isNegated,
  isPassive,
  phraseOf,
  type SyntaxToken,
  spanOf,
  subjectOf,
  type Tree,
  type Trees,
  tokenAt,
} from '../syntax/index.ts'
import { mannerOf } from '../text/reporting.ts'
import { type Form, tokensOf } from '../text/tokens.ts'

// Reported speech as the tree of its sentence has it: a verb of saying with the clause that completes it (`ccomp`), the clause that it is put
// into (`parataxis`: `prices fell, the bank said`), or a clause and its `according to`. Not read: infinitives (`to say that`), what was not said
// or is not asserted (`would say that`), and clauses that begin or end inside marked words, which the reader of quotations has seen.

/** What a verb of saying says, and who; `rest` is what goes on behind an attribution in the middle. */
type Report = { readonly content: Span; readonly rest?: Span; readonly cue: SyntaxToken; readonly source: Span }

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

/** Is the word one that can report: a form of a verb of saying or thinking, or `according`? */
function canReport(form: Form): boolean {
  if (!(form.notes & asked))
    form.notes |= asked | (mannerOf(form.lower) !== undefined || form.lower === 'according' ? reporting : 0)
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

function readReport(tree: Tree, token: SyntaxToken): Report | undefined {
  if (token.form === 'according') return readAccording(tree, token)
  if (!/^VB[DZPGN]$/.test(token.tag) || mannerOf(token.form) === undefined) return undefined
  if (isNegated(tree, token) || isPassive(tree, token)) return undefined
  // `after half said so`: what was said stands elsewhere
  if (/^(?:so|otherwise)$/.test(tree.tokens[token.index + 1]?.form ?? '')) return undefined
  const helpers = childrenOf(tree, token, 'aux').map(({ form }) => form)
  if (helpers.some((form) => !/^(?:has|have|had|having|'s|'ve|'d|is|are|was|were)$/.test(form))) return undefined
  // a participle without `have` is no finite verb (`a programme heard by thousands`); `seems to have found` asserts nothing
  if (token.tag === 'VBN' && !helpers.some((form) => /^(?:has|have|had|having|'s|'ve|'d)$/.test(form))) return undefined
  if (childrenOf(tree, token, 'mark').some(({ form }) => form === 'to')) return undefined
  const subject = subjectOf(tree, token)
  const source = subject && sourceOf(tree, token, subject)
  if (!source) return undefined
  // `a ruling that he said was wrong`: the clause has a gap
  if (hasLabel(token, 'acl') && !/^W/.test(subject.tag) && childOf(tree, token, 'ccomp')) return undefined
  const asks = /^(?:ask|wonder)/.test(token.form)
  const clause = childOf(tree, token, 'ccomp') ?? (asks ? questionOf(tree, token) : undefined)
  if (clause) {
    if (!childOf(tree, clause, 'nsubj', 'csubj', 'expl')) return undefined
    const whole = spanOf(tree, clause)
    const mark = childOf(tree, clause, 'mark')?.form
    if (mark === undefined ? mannerOf(token.form) === 'stating' : !/^(?:that|whether|if)$/.test(mark)) return undefined
    if (!asks && /^W/.test(tokenAt(tree, whole.start)?.tag ?? '')) return undefined
    if (clause.index > token.index)
      return { content: { start: contentStart(tree, clause, whole), end: whole.end }, cue: token, source }
    return whole.end <= token.start ? { content: whole, cue: token, source } : undefined
  }
  if (!hasLabel(token, 'parataxis') || token.tag === 'VBG' || mannerOf(token.form) !== 'saying') return undefined
  // the clause that it is put into, at its end or in its middle
  const main = headOf(tree, token)
  if (!main) return undefined
  const aside = spanOf(tree, token)
  const whole = spanOf(tree, main)
  const begin = Math.min(aside.start, source.start)
  if (begin <= whole.start) return undefined
  const content = { start: whole.start, end: begin }
  if (aside.end >= whole.end - 2) return main.index < token.index ? { content, cue: token, source } : undefined
  return { content, rest: { start: aside.end, end: whole.end }, cue: token, source }
}

/** `asked the mayor if it would close`: to the parser the question may hang on whoever is asked. */
const questionOf = (tree: Tree, verb: SyntaxToken): SyntaxToken | undefined =>
  [verb, ...childrenOf(tree, verb, 'obj', 'iobj')]
    .flatMap((head) => childrenOf(tree, head, 'advcl', 'acl'))
    .find((clause) => /^(?:if|whether)$/.test(childOf(tree, clause, 'mark')?.form ?? ''))

/** `that` begins the content; what stands before it, or `and`, does not belong to it. */
const contentStart = (tree: Tree, clause: SyntaxToken, whole: Span): number => {
  const that = tree.children[clause.index]!.find(({ form, label }) => form === 'that' && label === 'mark')
  if (that) return that.start
  const first = tree.children[clause.index]!.find((child) => child.start === whole.start)
  return first && hasLabel(first, 'cc', 'punct') ? first.end : whole.start
}

/** `According to the bank, prices fell`; `Prices fell, according to the bank`. */
function readAccording(tree: Tree, token: SyntaxToken): Report | undefined {
  const noun = headOf(tree, token)
  if (!noun || !hasLabel(token, 'case') || noun.index < token.index || noun.tag.startsWith('VB')) return undefined
  const main = headOf(tree, noun)
  // what is reported is a clause
  if (!main || !childOf(tree, main, 'nsubj', 'csubj', 'expl')) return undefined
  const aside = spanOf(tree, noun)
  const whole = spanOf(tree, main)
  const source = phraseOf(tree, noun)
  if (aside.start <= whole.start) return { content: { start: aside.end, end: whole.end }, cue: token, source }
  return aside.end >= whole.end - 2
    ? { content: { start: whole.start, end: aside.start }, cue: token, source }
    : undefined
}

/** Who says it: of a relative clause the noun that it hangs on. */
function sourceOf(tree: Tree, verb: SyntaxToken, subject: SyntaxToken): Span | undefined {
  if (/^W/.test(subject.tag)) {
    const noun = hasLabel(verb, 'acl') ? headOf(tree, verb) : undefined
    return noun && phraseOf(tree, noun)
  }
  if (/^(?:i|you|we)$/.test(subject.form)) return undefined
  return /^(?:NN|PRP$|NNP|CD|DT)/.test(subject.tag) ? phraseOf(tree, subject) : undefined
}

/** Without the marks and white space around it; undefined where it holds the mark of a quotation. */
function trimContent(text: string, { start, end }: Span): Span | undefined {
  while (start < end && /[\s,;:—–-]/.test(text[start]!)) start++
  const closed = text.slice(start, end).includes('(')
  while (end > start && (/[\s,;:—–.-]/.test(text[end - 1]!) || (!closed && text[end - 1] === ')'))) end--
  return text[start] === '(' || /[“”"«»]|''|``/.test(text.slice(start, end)) ? undefined : { start, end }
}
