import type { Admitted } from './admitted.ts'
import type { Context } from './context.ts'
import { isMeaning } from './same-words.ts'
import { isOfSameTime, type Time } from './time.ts'

/** A figure as it is matched with those of another article about the same news. */
export type Sketch = Time & {
  readonly dimension: string
  readonly isChange: boolean
  readonly modality: string
  readonly admitted: Admitted
  readonly words: Context
  /** Whose it is, where the text says so, as names are compared. */
  readonly owner: string | undefined
}
/** The figures of an article, and the names that it has most often. */
export type Figures<F extends Sketch> = { readonly figures: readonly F[]; readonly names: readonly string[] }
export type Match<A, B> = { readonly a: A; readonly b: B; readonly score: number; readonly shared: readonly string[] }

/** Figures match from this score on; those that contradict each other need as much from their words alone. */
const leastScore = { agree: 0.36, differ: 0.4 } as const
const leastLikeness = { agree: 0.06, differ: 0.28 } as const
/** An agreement that needs no words. */
const enoughAlone = 0.42
/** Numbers further apart than this are not taken for a contradiction, and within this not for chance. */
const furthestApart = 2.5
const close = 1.35
/** What tells against a match, and what for it. */
const penalty = { change: 0.1, modality: 0.05, forecast: 0.15, owner: { agree: 0.08, differ: 0.35 } } as const
const bonus = { close: 0.1, owner: 0.06 } as const

/**
 * Which figures of two articles about the same news are of the same thing: the best pairs first, each figure once. Words that all figures of the
 * articles have around them tell less than those that few have; a number that both have tells more the more digits it has.
 */
export function matchFigures<A extends Sketch, B extends Sketch>(one: Figures<A>, other: Figures<B>): Match<A, B>[] {
  const rarity = measureRarity([...one.figures, ...other.figures])
  const names = { a: new Set(one.names), b: new Set(other.names) }
  const pairs: Match<A, B>[] = []
  for (const a of one.figures)
    for (const b of other.figures) {
      if (a.dimension !== b.dimension) continue
      const isOther = isOtherOwner(a, b, names)
      const match = score(a, b, isOther, rarity)
      if (match) pairs.push({ a, b, ...match })
    }
  const taken = new Set<A | B>()
  const matches: Match<A, B>[] = []
  for (const pair of pairs.sort((x, y) => y.score - x.score)) {
    if (taken.has(pair.a) || taken.has(pair.b)) continue
    taken.add(pair.a).add(pair.b)
    matches.push(pair)
  }
  return matches
}

/** Words that stand for others of the same meaning weigh more than any word. */
const meaningWeight = 1.4

function measureRarity(figures: readonly Sketch[]): (word: string) => number {
  const counts = new Map<string, number>()
  for (const { words } of figures) for (const word of Object.keys(words)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const most = Math.log(1 + figures.length / 2)
  return (word) =>
    Math.min(1, Math.log(1 + figures.length / (counts.get(word) ?? 1)) / most) * (isMeaning(word) ? meaningWeight : 1)
}

function score(
  a: Sketch,
  b: Sketch,
  isOther: boolean,
  rarity: (word: string) => number,
): { score: number; shared: string[] } | undefined {
  if (!isOfSameTime(a, b) || !isWithin(a.admitted.value, b.admitted.value, furthestApart)) return undefined
  const { likeness, shared } = compareContexts(a.words, b.words, rarity)
  const isClose = isWithin(a.admitted.value, b.admitted.value, close)
  const way =
    isClose && a.admitted.low <= b.admitted.high && b.admitted.low <= a.admitted.high
      ? ('agree' as const)
      : ('differ' as const)
  const worth = way === 'agree' ? worthOf(a, b) : 0
  if (likeness < leastLikeness[way] && worth < enoughAlone) return undefined
  const against =
    (a.isChange === b.isChange ? 0 : penalty.change) +
    (a.modality === b.modality
      ? 0
      : a.modality === 'forecast' || b.modality === 'forecast'
        ? penalty.forecast
        : penalty.modality) +
    (isOther ? penalty.owner[way] : 0)
  const favour =
    (way === 'agree' ? worth : isClose ? bonus.close : 0) + (a.owner && a.owner === b.owner ? bonus.owner : 0)
  const total = likeness + favour - against
  return total >= leastScore[way] ? { score: total + (way === 'agree' ? 0.1 : 0), shared } : undefined
}

/** Whether two stated owners differ, or the one that is stated is nobody whom the other article names. */
function isOtherOwner(a: Sketch, b: Sketch, names: { a: ReadonlySet<string>; b: ReadonlySet<string> }): boolean {
  if (a.owner !== undefined && b.owner !== undefined) return a.owner !== b.owner
  return (a.owner !== undefined && !names.b.has(a.owner)) || (b.owner !== undefined && !names.a.has(b.owner))
}

const isWithin = (a: number, b: number, times: number) =>
  a * b < 0 || Math.max(Math.abs(a), Math.abs(b)) <= times * Math.min(Math.abs(a), Math.abs(b))

/** Cosine similarity. */
function compareContexts(a: Context, b: Context, rarity: (word: string) => number) {
  const squares = (context: Context) =>
    Object.entries(context).reduce((sum, [word, weight]) => sum + (weight * rarity(word)) ** 2, 0)
  const shared = Object.keys(a).filter((word) => word in b)
  const both = shared.reduce((sum, word) => sum + a[word]! * b[word]! * rarity(word) ** 2, 0)
  const all = Math.sqrt(squares(a) * squares(b))
  return {
    likeness: all === 0 ? 0 : both / all,
    shared: shared.sort((x, y) => a[y]! * b[y]! - a[x]! * b[x]!).slice(0, 5),
  }
}

/** What an agreement is worth: two articles hardly come to 113,000 by chance, to 3 they do; to the same sum of money less often than to the same count. */
function worthOf(a: Sketch, b: Sketch): number {
  const digits = Math.min(digitsOf(a.admitted.value), digitsOf(b.admitted.value))
  const isSame = a.admitted.value === b.admitted.value
  if (isSame && (digits >= 3 || isMoney(a))) return enoughAlone
  return digits >= 3 ? 0.4 : digits === 2 ? 0.28 : 0.12
}

const isMoney = ({ dimension }: Sketch) => /^[A-Z]{3}\b/.test(dimension)

const digitsOf = (value: number) =>
  Math.abs(value).toPrecision(6).replace(/e.*$/, '').replace('.', '').replace(/^0+/, '').replace(/0+$/, '').length
