import type { Span } from '../model/segment.ts'
import type { SyntaxToken, Tree } from './tree.ts'

// Questions to a tree. Labels are given without subtype (`nsubj` is also `nsubj:pass`) unless they have one. Whatever walks towards the root
// looks at no more than `furthest` tokens, so that a question costs the same in any tree.

const furthest = 64

/** Is the token's relation to its head one of these? */
export function hasLabel({ label: own }: SyntaxToken, ...labels: readonly string[]): boolean {
  for (const label of labels)
    if (own.startsWith(label) && (own.length === label.length || own[label.length] === ':')) return true
  return false
}

/** The token at an offset, or the nearest one before it; undefined before the tree and behind it. */
export function tokenAt({ tokens, start, end }: Tree, offset: number): SyntaxToken | undefined {
  if (offset < start || offset >= end) return undefined
  let low = 0
  let high = tokens.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (tokens[middle]!.start <= offset) low = middle
    else high = middle - 1
  }
  return tokens[low]
}

/** The tokens that lie within a span, wholly or in part, in text order. */
export function tokensIn(tree: Tree, span: Span): readonly SyntaxToken[] {
  const first = tokenAt(tree, Math.max(span.start, tree.start))
  if (!first) return []
  const found: SyntaxToken[] = []
  for (let i = first.index; i < tree.tokens.length && tree.tokens[i]!.start < span.end; i++)
    if (tree.tokens[i]!.end > span.start) found.push(tree.tokens[i]!)
  return found
}

export const headOf = (tree: Tree, token: SyntaxToken): SyntaxToken | undefined => tree.tokens[token.head]

/** The token of a span that the rest of it hangs on: the first whose head lies outside. */
export function headOfSpan(tree: Tree, span: Span): SyntaxToken | undefined {
  const inside = tokensIn(tree, span)
  const [first] = inside
  if (!first) return undefined
  const last = inside.at(-1)!
  return (
    inside.find(({ head, tag }) => (head < first.index || head > last.index) && tag !== ',' && tag !== '.') ?? first
  )
}

/** The children with one of these relations, in text order; all of them when none is named. */
export const childrenOf = (tree: Tree, token: SyntaxToken, ...labels: readonly string[]): readonly SyntaxToken[] =>
  labels.length === 0
    ? tree.children[token.index]!
    : tree.children[token.index]!.filter((child) => hasLabel(child, ...labels))

/** The first child with one of these relations. */
export const childOf = (tree: Tree, token: SyntaxToken, ...labels: readonly string[]): SyntaxToken | undefined =>
  tree.children[token.index]!.find((child) => hasLabel(child, ...labels))

/** Its head, the head of that, and so on to the root; the nearest first. */
export function ancestorsOf(tree: Tree, token: SyntaxToken): readonly SyntaxToken[] {
  const found: SyntaxToken[] = []
  for (let at = headOf(tree, token); at && found.length < furthest; at = headOf(tree, at)) found.push(at)
  return found
}

/** Does a token hang below another, or is it that one? */
export const isWithin = (tree: Tree, token: SyntaxToken, ancestor: SyntaxToken): boolean =>
  token === ancestor || ancestorsOf(tree, token).includes(ancestor)

/**
 * The subject of a verb or of a predicate noun or adjective; a verb joined to another (`rose and fell`) or in an open clause
 * (`wants to rise`) has its subject from there.
 */
export function subjectOf(tree: Tree, predicate: SyntaxToken): SyntaxToken | undefined {
  let at: SyntaxToken | undefined = predicate
  for (let steps = 0; at && steps < 6; steps++) {
    const own = childOf(tree, at, 'nsubj', 'csubj')
    if (own) return own
    if (!hasLabel(at, 'conj', 'xcomp') && !isOpenAdverbial(tree, at)) return undefined
    at = headOf(tree, at)
  }
  return undefined
}

/** `Sales fell, losing 5%`: a participle without a subject of its own. */
const isOpenAdverbial = (tree: Tree, token: SyntaxToken): boolean =>
  hasLabel(token, 'advcl') && token.tag === 'VBG' && !childOf(tree, token, 'nsubj', 'csubj')

/** The direct object of a verb. */
export const objectOf = (tree: Tree, verb: SyntaxToken): SyntaxToken | undefined => childOf(tree, verb, 'obj')

/** The preposition or other case marker of a noun (`of`, `'s`; the last of several: `up to`), in lower case; undefined without one. */
export function caseOf(tree: Tree, noun: SyntaxToken): string | undefined {
  const markers = childrenOf(tree, noun, 'case')
  return markers.at(-1)?.form
}

/** The nouns that hang on a token by one of these prepositions: `decline in profit` with `in` gives `profit`. */
export const prepositionals = (
  tree: Tree,
  token: SyntaxToken,
  ...prepositions: readonly string[]
): readonly SyntaxToken[] =>
  childrenOf(tree, token, 'nmod', 'obl').filter((child) => prepositions.includes(caseOf(tree, child) ?? ''))

/** Does a verb or predicate stand in the passive? */
export const isPassive = (tree: Tree, verb: SyntaxToken): boolean =>
  childOf(tree, verb, 'aux:pass', 'nsubj:pass') !== undefined

/** The words `not`, `n't`, `never`, `no` that hang on a token. */
export const isNegated = (tree: Tree, token: SyntaxToken): boolean =>
  childrenOf(tree, token).some(({ form }) => form === 'not' || form === "n't" || form === 'never' || form === 'no')

/**
 * The nearest predicate at or above a token: what heads its clause. A predicate is a verb, or what a copula makes one
 * (`profit was $5m`: the figure itself).
 */
export function clauseOf(tree: Tree, token: SyntaxToken): SyntaxToken {
  let at = token
  for (let steps = 0; steps < furthest; steps++) {
    if (
      (at.tag.startsWith('VB') && !hasLabel(at, 'amod', 'compound', 'aux', 'cop', 'case')) ||
      childOf(tree, at, 'cop')
    )
      return at
    const up = headOf(tree, at)
    if (!up) return at
    at = up
  }
  return at
}

/** The whole of what hangs on a token, itself included: from its first to its last word, in time linear in the number of those words. */
export function spanOf(tree: Tree, token: SyntaxToken): Span {
  let { start, end } = token
  const open = [token]
  for (let at = open.pop(); at; at = open.pop()) {
    start = Math.min(start, at.start)
    end = Math.max(end, at.end)
    open.push(...tree.children[at.index]!)
  }
  return { start, end }
}

const outsidePhrase = [
  'acl',
  'appos',
  'parataxis',
  'punct',
  'advcl',
  'ccomp',
  'dep',
  'list',
  'cop',
  'aux',
  'nsubj',
  'csubj',
  'discourse',
  'case',
  'mark',
]
const insideRight = ['flat', 'fixed', 'compound', 'nmod', 'nummod', 'conj', 'goeswith', 'amod', 'obl']

/**
 * The noun phrase of a noun: its article, adjectives, owner and names, what `of` and other prepositions join to it and nouns joined by `and`;
 * not its preposition, apposition, relative clause, nor adverbs before it.
 */
export function phraseOf(tree: Tree, noun: SyntaxToken): Span {
  let { start, end } = noun
  for (const child of tree.children[noun.index]!) {
    if (hasLabel(child, ...outsidePhrase)) {
      // `the workers'`
      if (child.tag === 'POS' && child.start === end) continue
      if (child.index > noun.index) break
      continue
    }
    const before = child.index < noun.index
    if (before ? hasLabel(child, 'advmod', 'cc', 'obl') : !hasLabel(child, ...insideRight)) continue
    const span = before || hasLabel(child, 'conj', 'nmod') ? phraseWithCase(tree, child) : spanOf(tree, child)
    start = Math.min(start, span.start)
    end = Math.max(end, span.end)
  }
  return { start, end }
}

/** A noun phrase with the preposition, conjunction or `'s` that joins it to another. */
function phraseWithCase(tree: Tree, noun: SyntaxToken): Span {
  const { start, end } = phraseOf(tree, noun)
  const joins = childrenOf(tree, noun, 'case', 'cc')
  return {
    start: Math.min(start, ...joins.map((join) => join.start)),
    end: Math.max(end, ...joins.map((join) => join.end)),
  }
}
