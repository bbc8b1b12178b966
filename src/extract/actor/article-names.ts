import type { ActorKind } from '../../model/actor.ts'
import { type Reading, textOf } from './candidate.ts'
import { playsAs } from './runs.ts'
import type { Tagging } from './tagger/index.ts'
import { surnameLevel } from './tagger/word-codes.ts'
import type { Word } from './words.ts'

/** What an article says of its names, wherever they stand in it. */
export type ArticleNames = {
  /** The rules see an actor somewhere: where they see none, less is asked of the tagger. */
  readonly read: ReadonlySet<string>
  /** What leaves no doubt of one mention leaves none of the others: `Arsenal beat Brentford`. */
  readonly sure: ReadonlyMap<string, ActorKind>
  /** A rule is sure of a mention's kind. */
  readonly firm: ReadonlySet<string>
  /** Somewhere it speaks, or is somebody. */
  readonly attested: ReadonlySet<string>
  /** Somewhere it does what only bodies do. */
  readonly acting: ReadonlySet<string>
  /** Words that stand without a possessive mark. */
  readonly bare: ReadonlySet<string>
  /** Names that stand without quotation marks. */
  readonly unmarked: ReadonlySet<string>
}

/** A rule of this confidence is sure. */
const sureOfRule = 0.8

/** Reads them off the names of an article. */
export function learnNames(readings: readonly Reading[], words: readonly Word[], tagging: Tagging): ArticleNames {
  const read = new Set<string>()
  const firm = new Set<string>()
  const attested = new Set<string>()
  const acting = new Set<string>()
  const unmarked = new Set<string>()
  const bare = new Set<string>()
  for (const reading of readings) {
    const name = textOf(reading.candidate.words)
    const own = reading.read
    if (own) read.add(name)
    if (own && own.confidence >= sureOfRule) firm.add(name)
    if (own?.attested) attested.add(name)
    if (own?.acts) acting.add(name)
    if (!isMarked(reading, words)) unmarked.add(name)
  }
  for (const { text, possessive } of words) if (!possessive) bare.add(text)
  return { read, firm, attested, acting, unmarked, bare, sure: sureKinds(readings, words, tagging) }
}

function sureKinds(readings: readonly Reading[], words: readonly Word[], tagging: Tagging): Map<string, ActorKind> {
  const sure = new Map<string, ActorKind>()
  for (const { candidate, read } of readings) {
    const [only, other] = candidate.words
    if (read?.sure || (read?.plays && !other && surnameLevel(tagging.factsOf(only!.text).priors) < 2))
      sure.set(textOf(candidate.words), read.kind)
  }
  const football = isFootball(readings, words, tagging)
  for (const { candidate } of readings) {
    const [only, other] = candidate.words
    const name = textOf(candidate.words)
    if (
      (football && tagging.clubOf(name) === 'shared') ||
      (!other && only!.first && playsAs(only!, words[only!.at + 1], tagging.clubOf))
    )
      sure.set(name, 'organization')
  }
  return sure
}

/** The name fills a pair of quotation marks. */
export const isMarked = ({ candidate: { words: own } }: Reading, words: readonly Word[]): boolean =>
  /["“‘«]$/.test(own[0]!.gap) && /^[,.!?]?["”’»]/.test(words[own.at(-1)!.at + 1]?.gap ?? '')

/** Clubs that are named by nothing else, or who plays where, say that an article is about football. */
function isFootball(readings: readonly Reading[], words: readonly Word[], { clubOf }: Tagging): boolean {
  const clubs = new Set(
    readings.map(({ candidate }) => textOf(candidate.words)).filter((name) => clubOf(name) === 'only'),
  )
  return clubs.size > 1 || words.some(({ text }) => footballer.test(text))
}
const footballer = /^(?:striker|midfielder|goalkeeper|footballer|winger|matchday|Bundesliga|Eredivisie|UEFA)s?$/
