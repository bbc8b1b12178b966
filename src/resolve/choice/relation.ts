import { ancestorsOf, caseOf, clauseOf, hasLabel, type SyntaxToken } from '../../syntax/index.ts'
import { findSubject } from '../figures/find-subject.ts'
import { isVerb, type PlacedFigure, type Scene } from '../figures/scene.ts'
import { lemmaOfVerb } from '../figures/words.ts'
import { classOf, classOfVerb, gapBetween, kindOf } from './word-classes.ts'

// How two places of a sentence stand to each other, as clues.

/** A figure or a noun phrase: its tokens, and the one that the rest hangs on. */
export type Place = Pick<PlacedFigure, 'first' | 'last' | 'head'>

/** How far up the tree is looked from either side. */
const height = 7
/** The longest path that is told step by step. */
const longest = 6

/** A distance in words, the more roughly the greater it is. */
const roughly = (words: number): number =>
  words < 4 ? words : words < 6 ? 4 : words < 9 ? 6 : words < 14 ? 9 : words < 22 ? 14 : 22

/** A token's relation to its head, with the preposition of what hangs by one. */
function stepOf({ tree }: Scene, token: SyntaxToken): string {
  const label = token.label.replace(/:(?!pass|poss|relcl|prt|tmod|npmod)\w+/, '')
  return hasLabel(token, 'nmod', 'obl') ? `${label}_${caseOf(tree, token) ?? ''}` : label
}

/** The relations from a token up to the one above both, and from there down to the other. */
export function pathBetween(scene: Scene, from: SyntaxToken, to: SyntaxToken): string {
  const { tree } = scene
  const ups = [from, ...ancestorsOf(tree, from).slice(0, height)]
  const downs = [to, ...ancestorsOf(tree, to).slice(0, height)]
  const places = new Map(downs.map(({ index }, i) => [index, i]))
  const top = ups.findIndex(({ index }) => places.has(index))
  if (top < 0) return 'far'
  const bottom = places.get(ups[top]!.index)!
  if (top + bottom > longest) return `far${top > 3 ? 'u' : ''}${bottom > 3 ? 'd' : ''}`
  const up = ups.slice(0, top).map((token) => stepOf(scene, token))
  const down = downs.slice(0, bottom).map((token) => stepOf(scene, token))
  return `${up.join('^')}/${isVerb(ups[top]) ? 'V' : ''}/${down.reverse().join('^')}`
}

/** The verb of a place's clause: its lemma and its class. */
function verbOf(scene: Scene, { head }: Place) {
  const token = clauseOf(scene.tree, head)
  return { token, lemma: isVerb(token) ? lemmaOfVerb(token.form) : 'none', kind: classOfVerb(token.form) }
}

/** What is seen from a place. */
export type View = {
  /** What is known of the place by itself: the clues that nothing is said of it. */
  readonly alone: (unit?: string) => string[]
  /** How the tokens `start` to `last` stand to it, and the path in the tree from it to them. */
  readonly toward: (start: number, last: number) => { readonly clues: string[]; readonly path: string }
}

/** The view from a place that holds a figure of a kind, or what it is of. */
export function viewFrom(scene: Scene, place: Place, kind: string): View {
  const verb = verbOf(scene, place)
  const { own, near } = subjectsAt(scene, place, verb.token)
  const [left, right] = [classOf(scene, place.first - 1), classOf(scene, place.last + 1)]
  const toward: View['toward'] = (start, last) => {
    const before = last < place.first
    const inside = !before && last <= place.last
    const side = inside ? 'i' : before ? 'b' : 'a'
    const [from, to] = inside ? [0, 0] : before ? [last + 1, place.first] : [place.last + 1, start]
    const token = scene.tree.tokens[last]!
    const gap = gapBetween(scene, from, to)
    const path = pathBetween(scene, place.head, token)
    const toVerb = pathBetween(scene, token, verb.token)
    const distance = roughly(to - from)
    const role = `${own === last ? 'own' : ''}${near === last ? 'near' : ''}`
    const clues = [
      `d${side}${distance}`,
      `D${side}${distance}${kind}`,
      `g${side}${gap}`,
      `G${side}${gap}|${kind}`,
      `p${path}`,
      `P${path}|${kind}`,
      `q${path}|${verb.kind}`,
      `v${toVerb}|${verb.lemma}`,
      `V${toVerb}|${kind}`,
      `s${side}${kind}`,
      `c${side}${left}|${right}`,
      `l${place.head.label}|${side}|${path.split('/')[2] ?? ''}`,
      ...(role ? [`r${role}`, `R${role}|${kind}`, `z${role}|${verb.lemma}`, `Z${role}|${verb.kind}|${kind}`] : []),
    ]
    return { clues, path }
  }
  const alone: View['alone'] = (unit = '') => [
    '0',
    `0k${kind}`,
    `0b${left}`,
    `0a${right}`,
    `0B${kind}${left}`,
    `0A${kind}${right}`,
    `0c${left}|${right}`,
    `0v${verb.lemma}`,
    `0V${kind}${verb.kind}`,
    `0l${kind}${stepOf(scene, place.head)}`,
    `0u${unit}`,
    `0s${own === undefined ? '' : classOf(scene, own)}|${near === undefined ? '' : classOf(scene, near)}`,
    `0S${own === undefined ? '' : classOf(scene, own)}|${kind}`,
  ]
  return { alone, toward }
}

/** The tokens that are the subjects of the verb of the place's clause and of the verb next before the place, as the rules find them. */
function subjectsAt(scene: Scene, { first }: Place, verb: SyntaxToken) {
  const subjectOf = (at: SyntaxToken | undefined) =>
    at && isVerb(at) ? findSubject(scene, at)?.token.index : undefined
  return {
    own: subjectOf(scene.tokens[verb.index]),
    near: subjectOf(scene.tokens.findLast((token) => token.index < first && isVerb(token) && token.tag !== 'MD')),
  }
}

/** How a figure follows the one before it in the sentence: clues for whatever that one is of, or whose it is. */
export function follow(scene: Scene, placed: PlacedFigure, before: PlacedFigure): string[] {
  const gap = gapBetween(scene, before.last + 1, placed.first)
  const kinds = `${kindOf(before)}>${kindOf(placed)}`
  const path = pathBetween(scene, placed.head, before.head)
  return ['prev', `prev${kinds}`, `prev${gap}`, `prev${gap}|${kinds}`, `prevp${path}`, `prevP${path}|${kindOf(placed)}`]
}
