import { digits, hasBefore, isCapital, isGlued, isNear, type Tokens, word } from '../../text/tokens.ts'
import { isLeftFree } from './edges.ts'
import type { FigureReading, FigureRule } from './reading.ts'

// Reads   won 52-48, a 4-1 victory, voted 218-215, 3-2 defeat, a 5-4 decision, beat them 21-17
// Not     2019-20 (a season), 10-15 people (a range), 555-1212 (a phone), 9-5 (hours), scores inside URLs

const before =
  /^(?:won|win|wins|lost|lose|loses|beat|beats|beaten|defeated|defeat|voted|vote|votes|voting|passed|approved|rejected|ruled|drew|draw|drawn|lead|led|leads|trailed|score|scored|record|down|up|ahead|losing|winning|by|a|an|edged|tied|finished|was|final|to|split)$/
const behind =
  /^(?:victory|victories|win|wins|loss|losses|defeat|defeats|vote|votes|margin|decision|ruling|lead|draw|record|score|scoreline|thrashing|triumph|rout|majority|split|verdict|tie|start|at|against|over|after|in|to|on|with|along|as|last|late|early|the|and|,|\.|;|\(|$)/
const verbs =
  /^(?:won|win|wins|lost|lose|loses|beat|beats|beaten|defeated|defeat|voted|vote|votes|voting|passed|approved|rejected|ruled|drew|led|leads|trailed|scored|edged|tied|losing|winning|lead|split)$/
const chamber = /^(?:passed|approved|cleared|rejected|voted|adopted|backed|confirmed)$/
const nouns =
  /^(?:victory|victories|win|wins|loss|losses|defeat|defeats|vote|votes|margin|decision|ruling|lead|draw|record|score|scoreline|thrashing|triumph|rout|majority|split|verdict|tie)$/

export const readScore: FigureRule = (tokens, i) => readTally(tokens, i) ?? readDashed(tokens, i)

/** `passed 51 to 49`, `voted 5 to 4`: only right behind such a verb. */
function readTally(tokens: Tokens, i: number): FigureReading | null {
  const { lower, kind } = tokens
  if (kind[i] !== digits || kind[i + 2] !== digits || lower[i + 1] !== 'to' || !isLeftFree(tokens, i)) return null
  if (![i, i + 1, i + 2].every((at) => isNear(tokens, at)) || isGlued(tokens, i + 1) || !verbs.test(lower[i - 1]!))
    return null
  if (lower[i]!.length > 3 || lower[i + 2]!.length > 3) return null
  const next = isNear(tokens, i + 3) ? lower[i + 3]! : ''
  if (!behind.test(next) || (isGlued(tokens, i + 3) && (!/^[.,;]$/.test(next) || isGlued(tokens, i + 4)))) return null
  const [number, against] = [Number(lower[i]), Number(lower[i + 2])]
  return { start: i, end: i + 3, name: 'figure.score', kind: 'score', number, against, confidence: 0.8 }
}

function readDashed(tokens: Tokens, i: number): FigureReading | null {
  const { lower } = tokens
  if (tokens.kind[i] !== digits || lower[i]!.length > 3 || !isLeftFree(tokens, i)) return null
  const dash = lower[i + 1]
  if (
    !(dash === '-' || dash === '–') ||
    !isGlued(tokens, i + 1) ||
    tokens.kind[i + 2] !== digits ||
    !isGlued(tokens, i + 2)
  )
    return null
  if (
    lower[i + 2]!.length > 3 ||
    (isGlued(tokens, i + 3) &&
      (tokens.kind[i + 3] !== 3 ||
        /^[-/%:]$/.test(lower[i + 3]!) ||
        (/^[.,]$/.test(lower[i + 3]!) && isGlued(tokens, i + 4))))
  )
    return null
  const previous = isNear(tokens, i) ? lower[i - 1]! : ''
  const next = isNear(tokens, i + 3) ? lower[i + 3]! : ''
  // `6-4, 3-6, 7-6`: one set after another
  const chained =
    previous === ',' &&
    tokens.kind[i - 2] === digits &&
    /^[-–]$/.test(lower[i - 3] ?? '') &&
    tokens.kind[i - 4] === digits &&
    isGlued(tokens, i - 2) &&
    hasVerb(tokens, i, 24)
  // `beat the Nuggets 111-103`: a name stands before it
  const named =
    /^(?:her|him|them)$/.test(previous) || (previous !== '' && tokens.kind[i - 1] === word && isCapital(tokens, i - 1))
  // `passed the bill 314-117`
  const voted = lower[i]!.length >= 2 && lower[i + 2]!.length >= 2 && hasVote(tokens, i)
  if (!(before.test(previous) || chained || voted || (named && hasVerb(tokens, i))) || !behind.test(next)) return null
  // either the verb or the noun must be of a contest, near by
  const contest = chained || voted || nouns.test(next) || verbs.test(previous) || hasVerb(tokens, i)
  if (!contest) return null
  return {
    start: i,
    end: i + 3,
    name: 'figure.score',
    kind: 'score',
    number: Number(lower[i]),
    against: Number(lower[i + 2]),
    confidence: 0.85,
  }
}

const closing = /^[.;!?]$/

/** A verb of contest within the eight words before: `beat the champions of Spain 3-1`. */
const hasVerb = (tokens: Tokens, i: number, reach = 8): boolean =>
  hasBefore(tokens, i, reach, (form) => verbs.test(form), closing)

/** A verb of a chamber within the eight words before. */
const hasVote = (tokens: Tokens, i: number): boolean => hasBefore(tokens, i, 8, (form) => chamber.test(form), closing)
