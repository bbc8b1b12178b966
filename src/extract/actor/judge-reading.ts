import type { ActorKind } from '../../model/actor.ts'
import type { Reading } from './candidate.ts'
import type { Tagging } from './tagger/index.ts'
import { nameClasses } from './tagger/labels.ts'
import { type Evidence, ruleClassOf } from './tagger/opinions.ts'

const classes = nameClasses.length
/** The kinds of actors, in the order of the tagger's classes; behind them stands what is none. */
export const kinds = nameClasses.slice(0, 4) as readonly ActorKind[]
/** Where what is no actor stands among the weights of a name. */
export const none = kinds.length

/** Mean probability of each kind over the words of a name; last what is left: no actor. */
function sharesOf(reading: Reading, { shares }: Tagging): number[] {
  const sums = new Array<number>(none + 1).fill(0)
  const { words } = reading.candidate
  for (const { at } of words) for (let k = 0; k < kinds.length; k++) sums[k]! += shares[at * classes + k]!
  let rest = 1
  for (let k = 0; k < kinds.length; k++) rest -= sums[k]! /= words.length
  sums[none] = Math.max(0, rest)
  return sums
}

/** What speaks for what a name is. Undefined for what a list decides. */
export function judgeReading(reading: Reading, tagging: Tagging): Evidence | undefined {
  const { candidate, read, added } = reading
  if (candidate.place || read?.derived || read?.affiliation || read?.sure || reading.decided) return undefined
  const [only, other] = candidate.words
  const shares = sharesOf(reading, tagging)
  // an event's noun decides, unless the tagger is sure of something else
  if (candidate.shape === 'event' && Math.max(shares[0]!, shares[1]!, shares[2]!) < 0.95) return undefined
  // so does the office that stands behind a body
  if (candidate.shape === 'organization' && !other && Math.max(shares[0]!, shares[2]!) < 0.85) return undefined
  return {
    shares,
    opinion: ruleClassOf(candidate, read, added === true),
    priors: other ? 0 : tagging.factsOf(only!.text).priors,
  }
}
