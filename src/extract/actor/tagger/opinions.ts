import type { Candidate, Classified } from '../candidate.ts'

/** What a name can turn out to be: the four kinds, and no actor at all. */
export const outcomes = ['person', 'organization', 'place', 'event', 'none'] as const

/** Steps of confidence of each kind. */
export const confidenceSteps = 50
/** Where the confidence of a kind with such a probability stands. */
export const confidenceAt = (kind: number, share: number): number =>
  confidenceSteps * kind + Math.min(confidenceSteps - 1, Math.floor(confidenceSteps * share))

/** What the rules made of a name and how strongly, as classes that were weighed apart. */
export const ruleClasses = [
  'titled',
  'person-sure',
  'person-context',
  'person-phrase',
  'person-known',
  'person-word',
  'organization-sure',
  'organization-known',
  'organization-phrase',
  'organization-word',
  'place-sure',
  'place-weak',
  'event',
  'none',
  'added',
] as const
export type RuleClass = (typeof ruleClasses)[number]

export function ruleClassOf({ words, title, shape }: Candidate, read: Classified | null, added: boolean): RuleClass {
  if (added) return 'added'
  if (read === null) return 'none'
  const { kind, confidence } = read
  if (kind === 'event') return 'event'
  if (kind === 'place') return confidence >= 0.8 ? 'place-sure' : 'place-weak'
  if (kind === 'person') {
    if (title.length > 0 || shape === 'person') return 'titled'
    if (words.length > 1)
      return confidence >= 0.9 ? 'person-sure' : confidence >= 0.85 ? 'person-context' : 'person-phrase'
    return confidence >= 0.9 ? 'person-known' : 'person-word'
  }
  if (words.length === 1 && confidence >= 0.85) return 'organization-known'
  if (confidence >= 0.8) return 'organization-sure'
  return words.length > 1 ? 'organization-phrase' : 'organization-word'
}

/** How the tagger's probabilities and the rules' opinion are weighed against each other, in steps of `step`. */
export type JoinWeights = {
  /** 256ths of what one step of the tagger's logarithm counts. */
  readonly scale: number
  /** What an opinion of the rules (a row) counts for each outcome, in steps. */
  readonly bias: Int16Array
  /** What is known of a name's only word counts for each outcome, in steps: a row for each class of words (`WordCodes.priors`) and level. */
  readonly word: Int16Array
  /** Confidence in hundredths: a row for each kind, by the probability that comes out, in fiftieths. */
  readonly confidence: Uint8Array
}

// powers of 31/32: exponentials and logarithms by products alone, which are the same on every machine
const powers = new Float64Array(512)
powers[0] = 1
for (let k = 1; k < powers.length; k++) powers[k] = (powers[k - 1]! * 31) / 32

/** A probability that lies so many steps below one; beyond 511 the same. */
export const powerOf = (steps: number): number => powers[Math.min(511, steps)]!

/** How many steps a probability lies below one: its logarithm to the base 31/32, at most 255. */
export function stepsOf(share: number): number {
  let low = 0
  let high = 255
  while (low < high) {
    const middle = (low + high) >> 1
    if (powers[middle]! <= share) high = middle
    else low = middle + 1
  }
  return low
}

/** What is asked about a name: what the tagger makes of it, what the rules do, and what is known of its only word (0 for longer names). */
export type Evidence = { readonly shares: readonly number[]; readonly opinion: RuleClass; readonly priors: number }

/** Classes that `priors` tells of. */
export const priorClasses = 7

/** Rows of `JoinWeights.word` that speak for a word. */
export const priorRows = (priors: number): number[] => {
  const rows: number[] = []
  for (let c = 0; c < priorClasses; c++) {
    const level = (priors >> (2 * c)) & 3
    if (level > 0) rows.push(c * 3 + level - 1)
  }
  return rows
}

/** Probabilities of the outcomes. */
export function weigh({ scale, bias, word }: JoinWeights, { shares, opinion, priors }: Evidence): number[] {
  const row = ruleClasses.indexOf(opinion) * outcomes.length
  const scores = shares.map((share, k) => bias[row + k]! - ((scale * stepsOf(share)) >> 8))
  for (const own of priorRows(priors))
    for (let k = 0; k < scores.length; k++) scores[k]! += word[own * outcomes.length + k]!
  const most = Math.max(...scores)
  const weights = scores.map((score) => powerOf(most - score))
  const sum = weights.reduce((a, b) => a + b, 0)
  return weights.map((weight) => weight / sum)
}
