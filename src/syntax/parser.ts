import type { Packed } from '../text/packed.ts'
import { arcTemplates, fillArcRows, fillLabelRows, labelTemplates } from './arc-rows.ts'
import { advance, headBy, left, mayDo, right, type State, shift, startState } from './state.ts'
import type { Words } from './words.ts'

/** Weights of transitions (rows of four, the last unused) and of labels, and which labels may be. */
export type ArcModel = {
  readonly arcs: Int8Array | Int32Array
  readonly labels: Int8Array | Int32Array
  /** How many labels there are. */
  readonly width: number
  /** For each pair of tags and side, the labels it may have: where they begin in `allowed`, and where they end. */
  readonly allowedFrom: Uint16Array
  readonly allowed: Uint8Array
  /** How many tags there are, with three more for root, none and nothing. */
  readonly tags: number
}

export const readArcModel = (packed: Packed): ArcModel => ({
  arcs: packed.array('arc.weights', 'int8'),
  labels: packed.array('label.weights', 'int8'),
  width: packed.setting('labels'),
  allowedFrom: packed.array('label.allowedFrom', 'uint16'),
  allowed: packed.array('label.allowed', 'uint8'),
  tags: packed.setting('tags') + 3,
})

/** Where the labels of a pair of tags stand in `allowedFrom`. */
export const pairOf = (model: { readonly tags: number }, state: State, head: number, child: number): number =>
  (state.tag[head]! * model.tags + state.tag[child]!) * 2 + (head < child ? 1 : 0)

/** A greedy parser over a model: gives each word a head (the number of words for the root) and a label, in time linear in their number. */
export type ArcParser = (words: Words, tags: Int32Array) => State

export function parseWith(model: ArcModel, verbal: Uint8Array): ArcParser {
  const score = createScorer(model)
  const choose = createLabeller(model)
  const sums = new Int32Array(3)
  return (words, tags) => {
    const state = startState(words, tags, verbal)
    while (state.front < state.root || state.height > 0) {
      score(state, sums)
      let best = -1
      for (const transition of [shift, left, right])
        if (mayDo(state, transition) && (best === -1 || sums[transition]! > sums[best]!)) best = transition
      advance(state, best, best === shift ? 0 : choose(state, headBy(state, best), state.stack[state.height - 1]!))
    }
    return state
  }
}

/** Writes the sums of the three transitions into `sums`. */
export function createScorer({ arcs }: ArcModel): (state: State, sums: Int32Array) => void {
  const rows = new Int32Array(arcTemplates)
  const mask = arcs.length / 4 - 1
  return (state, sums) => {
    const count = fillArcRows(state, mask, rows)
    let shifts = 0
    let lefts = 0
    let rights = 0
    for (let k = 0; k < count; k++) {
      const row = rows[k]! * 4
      shifts += arcs[row]!
      lefts += arcs[row + 1]!
      rights += arcs[row + 2]!
    }
    sums[shift] = shifts
    sums[left] = lefts
    sums[right] = rights
  }
}

/** Chooses the label of an arc among those that its tags and side may have: all, where nothing is known of them. */
export function createLabeller(model: ArcModel): (state: State, head: number, child: number) => number {
  const { labels, width, allowed, allowedFrom } = model
  const rows = new Int32Array(labelTemplates)
  const mask = labels.length / width - 1
  return (state, head, child) => {
    const pair = pairOf(model, state, head, child)
    const from = allowedFrom[pair]!
    const to = allowedFrom[pair + 1]!
    if (to === from + 1) return allowed[from]!
    const count = fillLabelRows(state, head, child, mask, rows)
    let best = 0
    let most = Number.NEGATIVE_INFINITY
    const known = to > from
    for (let k = known ? from : 0; k < (known ? to : width); k++) {
      const label = known ? allowed[k]! : k
      let sum = 0
      for (let row = 0; row < count; row++) sum += labels[rows[row]! * width + label]!
      if (sum > most) {
        most = sum
        best = label
      }
    }
    return best
  }
}
