import type { QuoteMention } from '../model/mention.ts'
import { type SegmentedText, type Span, spanAt } from '../model/segment.ts'
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
} from '../syntax/index.ts'
import { mannerOf } from '../text/reporting.ts'

// Reported speech as the tree of its sentence has it: a verb of saying with the clause that completes it (`ccomp`), the clause that it is put
// into (`parataxis`: `prices fell, the bank said`), or a clause and its `according to`. Not read: infinitives (`to say that`), what was not said
// or is not asserted (`would say that`), and clauses that begin or end inside marked words, which the reader of quotations has seen.

/** What a verb of saying says, and who. */
type Report = { readonly content: Span; readonly cue: SyntaxToken; readonly source: Span }

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
      const content = report && trimContent(text, report.content)
      if (!content || content.end - content.start < 12) continue
      const { cue, source } = report
      if (holds(quotations, cue.start)) continue
      const reaches = [...taken, ...found].some(
        (quote) =>
          (quote.start < content.end && content.start < quote.end) ||
          (quote.cue && quote.cue.start < cue.end && cue.start < quote.cue.end),
      )
      if (reaches) continue
      found.push({
        type: 'quote',
        extractor: 'quote.clause',
        confidence: 0.7,
        kind: 'indirect',
        ...content,
        cue: { start: cue.start, end: cue.end },
        source,
      })
    }
  return found
}

/** The trees of the sentences with a word that reports, outside marked words, whose report nobody has found. */
function* treesThatReport(
  { text, sentences, quotations }: SegmentedText,
  trees: Trees,
  cues: readonly Span[],
): Generator<Tree> {
  for (const { start, end } of sentences) {
    let last: Tree | undefined
    for (const { 0: word, index } of text.slice(start, end).matchAll(/\p{L}+/gu)) {
      if (mannerOf(word) === undefined && word !== 'according' && word !== 'According') continue
      const offset = start + index
      if (holds(quotations, offset) || holds(cues, offset)) continue
      const tree = trees.at(offset)
      if (tree && tree !== last) yield tree
      last = tree
    }
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
  if (childrenOf(tree, token, 'aux').some(({ form }) => !/^(?:has|have|had|'s|'ve|'d|is|are|was|were)$/.test(form)))
    return undefined
  const subject = subjectOf(tree, token)
  const source = subject && sourceOf(tree, token, subject)
  if (!source) return undefined
  // `a ruling that he said was wrong`: the clause has a gap
  if (hasLabel(token, 'acl') && !/^W/.test(subject.tag) && childOf(tree, token, 'ccomp')) return undefined
  const clause = childOf(tree, token, 'ccomp')
  if (clause) {
    if (!childOf(tree, clause, 'nsubj', 'csubj', 'expl')) return undefined
    const mark = childOf(tree, clause, 'mark')?.form
    if (mark === undefined ? mannerOf(token.form) === 'stating' : !/^(?:that|whether|if)$/.test(mark)) return undefined
    const whole = spanOf(tree, clause)
    if (clause.index > token.index)
      return { content: { start: contentStart(tree, clause, whole), end: whole.end }, cue: token, source }
    return whole.end <= token.start ? { content: whole, cue: token, source } : undefined
  }
  if (!hasLabel(token, 'parataxis') || token.tag === 'VBG' || mannerOf(token.form) !== 'saying') return undefined
  // the clause that it is put into, at whose end it stands
  const main = headOf(tree, token)
  if (!main || main.index > token.index) return undefined
  const aside = spanOf(tree, token)
  const whole = spanOf(tree, main)
  const begin = Math.min(aside.start, source.start)
  return begin > whole.start && aside.end >= whole.end - 2
    ? { content: { start: whole.start, end: begin }, cue: token, source }
    : undefined
}

/** `that` belongs to the content; `and` before it does not. */
const contentStart = (tree: Tree, clause: SyntaxToken, whole: Span): number => {
  const first = tree.children[clause.index]!.find((child) => child.start === whole.start)
  return first && hasLabel(first, 'cc', 'punct') ? first.end : whole.start
}

/** `According to the bank, prices fell`; `Prices fell, according to the bank`. */
function readAccording(tree: Tree, token: SyntaxToken): Report | undefined {
  const noun = headOf(tree, token)
  if (!noun || !hasLabel(token, 'case') || noun.index < token.index || noun.tag.startsWith('VB')) return undefined
  const main = headOf(tree, noun)
  if (!main) return undefined
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
  while (end > start && /[\s,;:—–.-]/.test(text[end - 1]!)) end--
  return /[“”"«»]|''|``/.test(text.slice(start, end)) ? undefined : { start, end }
}
