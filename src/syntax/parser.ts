import type { Packed } from '../text/packed.ts'
import { arcTemplates, fillArcRows, fillLabelRows, labelTemplates } from './arc-rows.ts'
import { advance, headBy, left, right, type State, shift, startState } from './state.ts'
import type { Words } from './words.ts'

/** Weights of transitions and of labels, and which labels may be. */
export type ArcModel = {
  /** For each row what it says for shift (low byte) and for left (high byte), each against right, as signed bytes. */
  readonly arcs: Int16Array
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
  arcs: packed.array('arc.weights', 'int16'),
  labels: packed.array('label.weights', 'int8'),
  width: packed.setting('labels'),
  allowedFrom: packed.array('label.allowedFrom', 'uint16'),
  allowed: packed.array('label.allowed', 'uint8'),
  tags: packed.setting('tags') + 3,
})

/** Where the labels of a pair of tags stand in `allowedFrom`. */
export const pairOf = (model: { readonly tags: number }, state: State, head: number, child: number): number =>
  (state.tag[head]! * model.tags + state.tag[child]!) * 2 + (head < child ? 1 : 0)

/**
 * A greedy parser over a model: gives each word a head (the number of words for the root) and a label, in time linear in their number. What it
 * gives is good until it is called again.
 */
export type ArcParser = (words: Words, tags: Int32Array) => State

export function parseWith(model: ArcModel, verbal: Uint8Array): ArcParser {
  const score = createScorer(model)
  const choose = createLabeller(model)
  const sums = new Int32Array(3)
  let state: State | undefined
  return (words, tags) => {
    state = startState(words, tags, verbal, state)
    while (state.front < state.root || state.height > 0) {
      const best = chooseTransition(state, score, sums)
      advance(state, best, best === shift ? 0 : choose(state, headBy(state, best), state.stack[state.height - 1]!))
    }
    return state
  }
}

/** The best transition that may be made; of equal ones the first. Without a choice nothing is worked out. */
function chooseTransition(state: State, score: ArcScorer, sums: Int32Array): number {
  if (state.height === 0) return shift
  if (state.front === state.root && state.height === 1) return left
  score(state, sums)
  let best = state.front < state.root ? shift : left
  if (sums[left]! > sums[best]!) best = left
  if (state.height > 1 && sums[right]! > sums[best]!) best = right
  return best
}

/** Writes the sums of the three transitions into `sums`. */
export type ArcScorer = (state: State, sums: Int32Array) => void

export function createScorer({ arcs }: Pick<ArcModel, 'arcs'>): ArcScorer {
  const rows = new Int32Array(arcTemplates)
  const drop = Math.clz32(arcs.length - 1)
  return function scoreTransitions(state, sums) {
    fillArcRows(state, drop, rows)
    let shifts = 0
    let lefts = 0
    for (let k = 0; k < arcTemplates; k++) {
      const pair = arcs[rows[k]!]!
      shifts += (pair << 24) >> 24
      lefts += pair >> 8
    }
    sums[shift] = shifts
    sums[left] = lefts
    sums[right] = 0
  }
}

/** Chooses the label of an arc among those that its tags and side may have: all, where nothing is known of them. */
export function createLabeller(model: Omit<ArcModel, 'arcs'>): (state: State, head: number, child: number) => number {
  const { labels, width, allowed, allowedFrom } = model
  const rows = new Int32Array(labelTemplates)
  const any = Uint8Array.from({ length: width }, (_, label) => label)
  const drop = Math.clz32(labels.length / width - 1)
  return function chooseLabel(state, head, child) {
    const pair = pairOf(model, state, head, child)
    let list = allowed
    let from = allowedFrom[pair]!
    let to = allowedFrom[pair + 1]!
    if (to === from + 1) return allowed[from]!
    if (to === from) {
      list = any
      from = 0
      to = width
    }
    fillLabelRows(state, head, child, drop, rows)
    for (let k = 0; k < labelTemplates; k++) rows[k]! *= width
    let best = 0
    let most = Number.NEGATIVE_INFINITY
    for (let j = from; j < to; j++) {
      const label = list[j]!
      let sum = 0
      for (let k = 0; k < labelTemplates; k++) sum += labels[rows[k]! + label]!
      if (sum > most) {
        most = sum
        best = label
      }
    }
    return best
  }
}
