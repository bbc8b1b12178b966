import { margin, type Words } from './words.ts'

/**
 * Where an arc-hybrid parse of a sentence stands: a stack, a buffer of the words to come with the root at its end, and the arcs so far
 * (Kuhlmann, Gómez-Rodríguez and Satta 2011). Words are numbers from 0; `root` is behind the last, and `none` stands for no word at all.
 */
export type State = {
  root: number
  none: number
  /** Word and tag of each word, of the root and of none. */
  readonly word: Int32Array
  readonly tag: Int32Array
  /** How many verbs and how many marks stand before each word. */
  readonly verbs: Int32Array
  readonly marks: Int32Array
  readonly stack: Int32Array
  /** Size of the stack. */
  height: number
  /** First word of the buffer. */
  front: number
  /** Head and label of each word; -1 as long as it has none. */
  readonly head: Int32Array
  readonly label: Int32Array
  /** The outermost and the next child on either side, or none. */
  readonly left1: Int32Array
  readonly left2: Int32Array
  readonly right1: Int32Array
  readonly right2: Int32Array
  /** How many children on either side, and which labels they have, as 32 bits. */
  readonly lefts: Int32Array
  readonly rights: Int32Array
  readonly leftLabels: Int32Array
  readonly rightLabels: Int32Array
}

export const shift = 0
/** The top of the stack becomes a child of the front of the buffer. */
export const left = 1
/** The top of the stack becomes a child of the word below it. */
export const right = 2

const rootWord = 0x526f6f74
const noWord = 0x4e6f6e65

const arrays = [
  'word',
  'tag',
  'verbs',
  'marks',
  'stack',
  'head',
  'label',
  'left1',
  'left2',
  'right1',
  'right2',
  'lefts',
  'rights',
  'leftLabels',
  'rightLabels',
] as const

/**
 * The state before the first transition.
 * @param tags numbers of the words' tags
 * @param verbal of each tag's number, 1 for a verb, 2 for a mark
 * @param used a state that nobody needs any more: its arrays are taken where they are long enough
 */
export function startState(words: Words, tags: Int32Array, verbal: Uint8Array, used?: State): State {
  const { count } = words
  const size = count + 2
  const none = count + 1
  const state =
    used && used.word.length >= size
      ? used
      : ({
          ...Object.fromEntries(arrays.map((name) => [name, new Int32Array(Math.max(size, 64))])),
        } as unknown as State)
  state.root = count
  state.none = none
  state.height = 0
  state.front = 0
  const { word, tag, verbs, marks, head, label, left1, left2, right1, right2, lefts, rights, leftLabels, rightLabels } =
    state
  verbs[0] = 0
  marks[0] = 0
  for (let i = 0; i < size; i++) {
    head[i] = -1
    label[i] = -1
    left1[i] = none
    left2[i] = none
    right1[i] = none
    right2[i] = none
    lefts[i] = 0
    rights[i] = 0
    leftLabels[i] = 0
    rightLabels[i] = 0
  }
  for (let i = 0; i < count; i++) {
    word[i] = words.word[i + margin]!
    tag[i] = tags[i]! + 3
    const kind = verbal[tags[i]!]
    verbs[i + 1] = verbs[i]! + (kind === 1 ? 1 : 0)
    marks[i + 1] = marks[i]! + (kind === 2 ? 1 : 0)
  }
  word[count] = rootWord
  word[none] = noWord
  tag[count] = 1
  tag[none] = 2
  return state
}

/** May this transition be made? Whatever the scores, some transition may until only the root is left. */
export function mayDo(state: State, transition: number): boolean {
  if (transition === shift) return state.front < state.root
  if (transition === left) return state.height > 0
  return state.height > 1
}

/** The head that a transition would give the top of the stack. */
export const headBy = (state: State, transition: number): number =>
  transition === left ? state.front : state.stack[state.height - 2]!

/** Makes a transition; `label` is of the arc it draws. */
export function advance(state: State, transition: number, label: number): void {
  if (transition === shift) {
    state.stack[state.height++] = state.front++
    return
  }
  const head = headBy(state, transition)
  const child = state.stack[--state.height]!
  state.head[child] = head
  state.label[child] = label
  const bit = 1 << (label & 31)
  if (transition === left) {
    state.left2[head] = state.left1[head]!
    state.left1[head] = child
    state.lefts[head]!++
    state.leftLabels[head]! |= bit
  } else {
    state.right2[head] = state.right1[head]!
    state.right1[head] = child
    state.rights[head]!++
    state.rightLabels[head]! |= bit
  }
}
