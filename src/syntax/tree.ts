import type { Span } from '../model/segment.ts'

/** What a span that is one token to the parser stands for; see `tokenizeSentence` for how each is read. */
export type CollapsedKind = 'name' | 'date' | 'number' | 'money' | 'percent'

/** A stretch of the text that is one token: a name, a date, or a figure with its hedge and its symbol (`about $5 million`, `5 to 6%`). */
export type Collapsed = Span & { readonly as: CollapsedKind }

/** A word, number or mark of a sentence with its place in the tree. Spans count UTF-16 code units of the whole text, half-open. */
export type SyntaxToken = Span & {
  /** Its place among the tree's tokens. */
  readonly index: number
  /** Its words in the text; of a collapsed span, all of them. */
  readonly text: string
  /** In lower case, with `’` written `'`; of a collapsed span, what the parser saw: a name's last word, `$`, `%`, `0`, or of a date `DATE` or a word such as `ago`. */
  readonly form: string
  /** Penn Treebank tag, with `HYPH`, `NFP`, `ADD`, `AFX`, `GW` as English Web Treebank has them; `DATE` for a collapsed date. */
  readonly tag: string
  /** Index of its head; -1 for a root. A tree of a stretch with several clauses may have several roots. */
  readonly head: number
  /** Universal Dependencies relation to its head, with subtypes as English has them (`nsubj:pass`, `obl:agent`); `root` for a root. */
  readonly label: string
  /** The given span that is this token. */
  readonly collapsed: Collapsed | undefined
}

/** The dependency tree of a sentence, or of a stretch of a very long one. */
export type Tree = Span & {
  readonly tokens: readonly SyntaxToken[]
  /** For each token, its children in text order. */
  readonly children: readonly (readonly SyntaxToken[])[]
}

/**
 * Tags and parses a sentence, in time linear in its length.
 * @param text the whole text
 * @param sentence where the sentence stands; all of it is one tree, so a caller bounds its length
 * @param collapsed sorted, disjoint; those outside the sentence are ignored
 */
export type Parser = (text: string, sentence: Span, collapsed: readonly Collapsed[]) => Tree
