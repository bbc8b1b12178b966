import { arcTemplates, fillArcRows, fillLabelRows, labelTemplates } from '../../src/syntax/arc-rows.ts'
import { type ArcScorer, createLabeller, pairOf } from '../../src/syntax/parser.ts'
import { advance, headBy, left, mayDo, right, type State, shift, startState } from '../../src/syntax/state.ts'
import { quantize } from '../pack.ts'
import { Perceptron, randomFrom, shuffle } from '../perceptron.ts'
import type { Alphabets, Example } from './examples.ts'

const arcRows = 1 << 20
const labelRows = 1 << 16
/** Labels that a pair of tags has less often than this, of all its arcs, are left out. */
const rare = 0.003
/** Features are told apart by the upper 24 of 32 bits, which the rows of the tables are the first of. */
const unique = 8
/** In how many of 100 steps the parser goes its own way though it is wrong, so that it learns to go on from there. */
const exploring = 90

/** Which labels each pair of tags and side has in the examples, as `ArcModel` has them. */
function listAllowed(examples: readonly Example[], { tags: names, verbal }: Alphabets) {
  const size = names.length + 3
  const seen: Map<number, number>[] = Array.from({ length: size * size * 2 }, () => new Map())
  for (const { words, gold, tags, heads, labels } of examples)
    for (const state of [startState(words, gold, verbal), startState(words, tags, verbal)])
      for (let child = 0; child < words.count; child++) {
        const counts = seen[pairOf({ tags: size }, state, heads[child]!, child)]!
        counts.set(labels[child]!, (counts.get(labels[child]!) ?? 0) + 1)
      }
  const allowedFrom = new Uint16Array(seen.length + 1)
  const allowed: number[] = []
  seen.forEach((counts, pair) => {
    const all = counts.values().reduce((sum, count) => sum + count, 0)
    const kept = [...counts.keys()].filter((label) => counts.get(label)! >= all * rare)
    allowed.push(...kept.sort((a, b) => a - b))
    allowedFrom[pair + 1] = allowed.length
  })
  return { allowedFrom, allowed: Uint8Array.from(allowed), tags: size }
}

/** As `createScorer`, over the weights of three transitions in rows of four. */
function scoreBy(weights: Int32Array): ArcScorer {
  const rows = new Int32Array(arcTemplates)
  return (state, sums) => {
    fillArcRows(state, Math.clz32(arcRows - 1), rows)
    sums.fill(0)
    for (let k = 0; k < arcTemplates; k++)
      for (let transition = 0; transition < 3; transition++) sums[transition]! += weights[rows[k]! * 4 + transition]!
  }
}

/** Rows of `ArcModel` of the averaged weights of transitions, in rows of four. */
export function packArcs(weights: Float64Array, prune: number): Int16Array {
  const differences = new Float64Array(weights.length / 2)
  for (let row = 0; row < weights.length / 4; row++)
    for (const transition of [shift, left])
      differences[2 * row + transition] = weights[4 * row + transition]! - weights[4 * row + right]!
  const bytes = quantize(differences, prune)
  return Int16Array.from({ length: bytes.length / 2 }, (_, row) => (bytes[2 * row + 1]! << 8) | (bytes[2 * row]! & 255))
}

/**
 * What a transition costs: how many gold arcs can no longer be drawn after it (Goldberg and Nivre 2013).
 * @param pending for each word, how many gold children of it lie in the buffer
 */
function costOf(state: State, transition: number, heads: Int32Array): number {
  const { stack, height, front, root } = state
  let cost = 0
  if (transition === shift) {
    const word = front
    for (let k = 0; k < height; k++) {
      if (heads[stack[k]!] === word) cost++
      if (k < height - 1 && heads[word] === stack[k]) cost++
    }
    return cost
  }
  const child = stack[height - 1]!
  const to = headBy(state, transition)
  const head = heads[child]!
  // children in the buffer are lost
  for (let word = front; word < root; word++) if (heads[word] === child) cost++
  if (head !== to && (head >= front || (transition === left && height > 1 && head === stack[height - 2]))) cost++
  return cost
}

/** Learns transitions by a dynamic oracle, and labels. */
export function trainParser(
  pick: (place: number, epoch: number) => Example,
  count: number,
  all: readonly Example[],
  alphabets: Alphabets,
  epochs: number,
  report: (epoch: number) => void,
) {
  const width = alphabets.labels.length
  const arcs = new Perceptron(arcRows * 4, 3)
  const labels = new Perceptron(labelRows * width, 2)
  const model = { labels: labels.weights, width, ...listAllowed(all, alphabets) }
  const score = scoreBy(arcs.weights)
  const choose = createLabeller(model)
  const sums = new Int32Array(3)
  const rows = new Int32Array(arcTemplates)
  const ways = new Int32Array(labelTemplates)
  const random = randomFrom(7)
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const place of shuffle(count, 100 + epoch)) {
      const example = pick(place, epoch)
      const { heads } = example
      const state = startState(example.words, example.tags, alphabets.verbal)
      while (state.front < state.root || state.height > 0) {
        score(state, sums)
        let best = -1
        let free = -1
        let least = 1e9
        for (const transition of [shift, left, right]) {
          if (!mayDo(state, transition)) continue
          const cost = costOf(state, transition, heads)
          if (best === -1 || sums[transition]! > sums[best]!) best = transition
          if (cost < least || (cost === least && sums[transition]! > sums[free]!)) {
            least = cost
            free = transition
          }
        }
        arcs.tick()
        let made = best
        if (best !== free && costOf(state, best, heads) > least) {
          fillArcRows(state, unique, rows)
          for (const feature of arcs.due(rows)) {
            const row = feature >>> (Math.clz32(arcRows - 1) - unique)
            arcs.add(row * 4 + free, 1)
            arcs.add(row * 4 + best, -1)
          }
          if (epoch === 0 || random() % 100 >= exploring) made = free
        }
        let label = 0
        if (made !== shift) {
          const child = state.stack[state.height - 1]!
          const head = headBy(state, made)
          label = choose(state, head, child)
          if (heads[child] === head) {
            const gold = example.labels[child]!
            labels.tick()
            if (label !== gold) {
              fillLabelRows(state, head, child, unique, ways)
              for (const feature of labels.due(ways)) {
                const row = feature >>> (Math.clz32(labelRows - 1) - unique)
                labels.add(row * width + gold, 1)
                labels.add(row * width + label, -1)
              }
            }
          }
        }
        advance(state, made, label)
      }
    }
    report(epoch)
  }
  return { arcs: arcs.average(), labels: labels.average(), model }
}
