import type { Span } from '../model/segment.ts'
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
  tokenAt,
} from '../syntax/index.ts'
import { mannerOf } from '../text/reporting.ts'

// What one word of a tree reports: a verb of saying, an adjective of conviction, `according to`.

/** What a verb of saying says, and who; `rest` is what goes on behind an attribution in the middle. */
export type Report = { readonly content: Span; readonly rest?: Span; readonly cue: SyntaxToken; readonly source: Span }

export function readReport(tree: Tree, token: SyntaxToken): Report | undefined {
  if (token.form === 'according') return readAccording(tree, token)
  if (isConviction(token.form)) return readConviction(tree, token)
  if (!/^VB/.test(token.tag) || mannerOf(token.form) === undefined) return undefined
  if (isNegated(tree, token) || isPassive(tree, token)) return undefined
  // `after half said so`: what was said stands elsewhere
  if (/^(?:so|otherwise|yes|no)$/.test(tree.tokens[token.index + 1]?.form ?? '')) return undefined
  const helpers = childrenOf(tree, token, 'aux').map(({ form }) => form)
  if (helpers.some((form) => !/^(?:has|have|had|having|'s|'ve|'d|is|are|was|were)$/.test(form))) return undefined
  // a participle without `have` is no finite verb (`a programme heard by thousands`); `seems to have found` asserts nothing
  if (token.tag === 'VBN' && !helpers.some((form) => /^(?:has|have|had|having|'s|'ve|'d)$/.test(form))) return undefined
  const infinitive = childrenOf(tree, token, 'mark').some(({ form }) => form === 'to')
  const holder = infinitive ? saidBy(tree, token) : token
  if (!holder || (token.tag === 'VB' && !infinitive && !childOf(tree, token, 'nsubj'))) return undefined
  const subject = subjectOf(tree, holder)
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
    if (mark === undefined ? !standsBare(tree, token, clause, whole) : !/^(?:that|whether|if)$/.test(mark))
      return undefined
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

/** May the clause follow without `that`: behind a verb of stating one that shows itself by its subject and a finite verb? */
const standsBare = (tree: Tree, verb: SyntaxToken, clause: SyntaxToken, { start }: Span): boolean =>
  mannerOf(verb.form) !== 'stating' ||
  (/^(?:announc|report|indicat|conclud|promis|pledg|vow|signal|disclos|predict|project|forecast|calculat|show)/.test(
    verb.form,
  ) &&
    clause.index > verb.index &&
    (/^VB[DZP]$/.test(clause.tag) ||
      childrenOf(tree, clause, 'aux', 'aux:pass', 'cop').some(({ tag }) => /^(?:MD|VB[DZP])$/.test(tag))) &&
    childrenOf(tree, clause, 'nsubj', 'nsubj:pass', 'expl').some(
      (subject) => subject.index > verb.index && spanOf(tree, subject).start === start,
    ))

/** Words whose infinitive is said: `continued to say`, `was quick to say`, `went so far as to say`, `demanded to know`. */
const saysSo =
  /^(?:continu(?:e|es|ed|ing)|beg[aiu]ns?|start(?:s|ed)?|went|go|goes|gone|came|rushed|hastened|quick|swift|careful|keen|first|far|demand(?:s|ed|ing)?|ask(?:s|ed|ing)?)$/

/** Whose infinitive it is, where the word that it hangs on says that it was said. */
function saidBy(tree: Tree, infinitive: SyntaxToken): SyntaxToken | undefined {
  let at = headOf(tree, infinitive)
  if (!at || !saysSo.test(at.form) || isNegated(tree, at)) return undefined
  if (at.form === 'far') at = headOf(tree, at)
  // `asked to know`, not `asked to say`
  if (at && /^(?:demand|ask)/.test(at.form) && infinitive.form !== 'know') return undefined
  return at
}

const convictions: ReadonlySet<string> = new Set(
  'sure certain confident convinced hopeful optimistic worried concerned afraid fearful adamant sceptical skeptical doubtful disappointed glad happy pleased proud sorry alarmed angry'.split(
    ' ',
  ),
)
/** True for adjectives that say what somebody holds or fears: `sure`, `worried`. */
export const isConviction = (word: string): boolean => convictions.has(word)

/** `The bank was confident that prices would fall`; nobody in `it is certain that`. */
function readConviction(tree: Tree, token: SyntaxToken): Report | undefined {
  const be = childOf(tree, token, 'cop', 'aux:pass')
  // `sceptical of the economy that they built`
  if (!be || isNegated(tree, token) || childOf(tree, token, 'obl')) return undefined
  if (childrenOf(tree, token, 'aux').some(({ form }) => !/^(?:has|have|had|'s|'ve|'d)$/.test(form))) return undefined
  if (childrenOf(tree, token, 'mark').some(({ form }) => /^(?:if|to|unless)$/.test(form))) return undefined
  const subject = subjectOf(tree, token)
  if (!subject || /^(?:it|this|that|what|you)$/.test(subject.form)) return undefined
  const clause = childrenOf(tree, token, 'ccomp', 'advcl').find((each) => {
    const mark = childOf(tree, each, 'mark')?.form
    return each.index > token.index && (mark === 'that' || (mark === undefined && hasLabel(each, 'ccomp')))
  })
  if (!clause || !childOf(tree, clause, 'nsubj', 'csubj', 'expl')) return undefined
  const whole = spanOf(tree, clause)
  const source = /^W/.test(subject.tag) ? sourceOf(tree, token, subject) : phraseOf(tree, subject)
  return source && { content: { start: contentStart(tree, clause, whole), end: whole.end }, cue: token, source }
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
