import type { FigureClaim } from '../model/claim/figure.ts'
import type { Claim } from '../model/claim/index.ts'
import type { SubjectOrigin } from '../model/comparison.ts'
import { type Admitted, admit } from './admitted.ts'
import { readContext } from './context.ts'
import type { Sketch } from './match.ts'
import { nameKey } from './names.ts'
import { changeNouns, ofCountries, ofPeople, splitWords, toComparedWords } from './same-words.ts'

type Mention = Extract<Claim, { type: 'actor' }>

/** What a figure is compared by. */
export type Comparable = Sketch & {
  readonly claimId: string
  /** Figures of the same topic are of the same thing, in whatever article; undefined where the text does not say enough. */
  readonly topic: string | undefined
  /** What it measures, as measures are compared. */
  readonly measured: readonly string[]
  readonly subject: { readonly name?: string | undefined; readonly origin: SubjectOrigin }
}

/** Figures that are said under a condition, or not said to be so, are compared with nothing. */
const uncertain = new Set(['conditional', 'possible', 'denied'])

/** The claims that are compared: those of the body that nobody rejected. */
export const comparedClaims = (claims: readonly Claim[]): Claim[] =>
  claims.filter(({ section, review }) => section === 'body' && review?.status !== 'rejected')

/** Figures of an article that are compared, of one dimension and in all, the first in the text: those of two articles are matched each with each. */
const most = { ofDimension: 100, ofArticle: 1000 } as const

/** What of an article's claims can be compared with those of others. @param published day of the article */
export function findComparables(claims: readonly Claim[], published: string | undefined): Comparable[] {
  const body = comparedClaims(claims)
  const article = readArticle(body)
  const found: Comparable[] = []
  const counts = new Map<string, number>()
  for (const claim of body) {
    if (found.length === most.ofArticle) break
    const one = claim.type === 'figure' ? toComparable(claim, article, published) : undefined
    const count = one ? (counts.get(one.dimension) ?? 0) : 0
    if (!one || count === most.ofDimension) continue
    counts.set(one.dimension, count + 1)
    found.push(one)
  }
  return found
}

/** Whom an article and its sentences name, as far as a figure may be theirs. */
type ArticleNames = {
  readonly bySentence: ReadonlyMap<number, readonly Mention[]>
  readonly byActor: ReadonlyMap<string, Mention>
  readonly main: Mention | undefined
  readonly country: Mention | undefined
}

function readArticle(claims: readonly Claim[]): ArticleNames {
  const mentions = claims.filter((claim) => claim.type === 'actor')
  const owners = mentions.filter(({ kind }) => kind === 'organization' || kind === 'place')
  return {
    bySentence: Map.groupBy(mentions, ({ sentence }) => sentence.start),
    byActor: new Map(mentions.map((mention) => [mention.actorId, mention])),
    main: mostFrequent(owners, ({ actorId }) => actorId),
    country: mostFrequent(
      mentions.filter(({ location }) => location),
      ({ location }) => location!.country,
    ),
  }
}

/** The one that comes most often, of several the first. */
function mostFrequent<T>(things: readonly T[], keyOf: (thing: T) => string): T | undefined {
  const groups = [...Map.groupBy(things, keyOf).values()]
  return groups.reduce<T[]>((best, group) => (group.length > best.length ? group : best), [])[0]
}

function toComparable(
  claim: FigureClaim,
  article: ArticleNames,
  published: string | undefined,
): Comparable | undefined {
  const { modality = 'actual', how, change, kind, period } = claim
  const admitted = admit(claim)
  if (!admitted || uncertain.has(modality)) return undefined
  // an old value without its time is not one of today
  if (how === 'from' && !period) return undefined
  const measured = readMeasure(claim, article)
  const sign =
    how === 'by' || (how === undefined && change !== undefined) ? (change === 'fall' ? -1 : 1) : measured.change
  const isChange = sign !== undefined && how !== 'to' && how !== 'from'
  const subject = readSubject(claim, measured, article)
  const { dimension, factor } = readDimension(claim)
  const isSure =
    measured.words.length > 0 &&
    (subject.origin === 'stated' || subject.origin === 'measure' || subject.origin === 'sentence')
  return {
    claimId: claim.id,
    owner: subject.origin === 'stated' || subject.origin === 'measure' ? subject.key : undefined,
    published,
    dimension,
    isChange,
    modality,
    admitted: scale(admitted, factor * (isChange ? sign : 1)),
    words: readContext(claim, article.bySentence.get(claim.sentence.start) ?? []),
    topic: isSure
      ? JSON.stringify([dimension, isChange ? 'change' : 'level', modality, subject.key, measured.words.join(' ')])
      : undefined,
    from: period?.from,
    to: period?.to,
    against: isChange && kind !== 'rank' ? readBaseline(claim) : undefined,
    measured: measured.words,
    subject: { name: subject.name, origin: subject.origin },
  }
}

const scale = ({ low, high, value }: Admitted, by: number): Admitted =>
  by < 0 ? { low: high * by, high: low * by, value: value * by } : { low: low * by, high: high * by, value: value * by }

/** People of any kind are counted as people. */
const people = new Set('person people victim individual passenger civilian life live'.split(' '))

/** Heads that add nothing to the words before them: the unemployment rate is unemployment. */
const vague = new Set('rate share proportion ratio index'.split(' '))

function readMeasure(claim: FigureClaim, { bySentence }: ArticleNames) {
  const { measure = '', measureSpan, unit, kind, sentence } = claim
  const inside = measureSpan
    ? (bySentence.get(sentence.start) ?? []).filter(
        ({ start, end }) => measureSpan.start <= start && end <= measureSpan.end,
      )
    : []
  // names are compared as names
  let text = measure
  for (const { surface } of inside) text = text.replace(surface, ' ')
  const noun = unit && kind === 'count' && !people.has(unit) ? unit : ''
  const given = splitWords(`${text} ${noun}`).words
  const change = given.map((word) => changeNouns.get(word)).find((sign) => sign !== undefined)
  const words = toComparedWords(given.filter((word) => given.length === 1 || !changeNouns.has(word))).map(
    ({ word }) => word,
  )
  const telling = words.filter((word) => !vague.has(word))
  return {
    words: [...new Set(telling.length ? telling : words)].sort(),
    change: given.length > 1 ? change : undefined,
    inside,
  }
}

type Subject = { readonly key: string; readonly name?: string | undefined; readonly origin: SubjectOrigin }
const none: Subject = { key: '', origin: 'none' }

function readSubject(
  { subject, sentence }: FigureClaim,
  { words, inside }: ReturnType<typeof readMeasure>,
  { bySentence, byActor, main, country }: ArticleNames,
): Subject {
  const stated = subject && byActor.get(subject.actorId)
  const named = bySentence.get(sentence.start) ?? []
  if (words.some((word) => ofCountries.has(word))) {
    if (stated?.kind === 'place') return { key: nameKey(stated), name: stated.name, origin: 'stated' }
    const [own, ...others] = new Set(named.flatMap(({ location }) => location?.country.toLowerCase() ?? []))
    const happens = words.some((word) => ofPeople.has(word))
    if (own !== undefined && (others.length === 0 || happens))
      return {
        key: own,
        name: named.find(({ location }) => location?.country.toLowerCase() === own)?.name,
        origin: 'sentence',
      }
    return country ? { key: country.location!.country.toLowerCase(), name: country.name, origin: 'article' } : none
  }
  const whole = [...(stated ? [stated] : []), ...inside]
  const keys = [...new Set(whole.map(nameKey))].filter(Boolean).sort()
  if (keys.length)
    return {
      key: keys.join(' & '),
      name: [...new Set(whole.map(({ name }) => name))].join(' and '),
      origin: stated ? 'stated' : 'measure',
    }
  if (subject) return { key: subject.name.toLowerCase(), name: subject.name, origin: 'stated' }
  return main ? { key: nameKey(main), name: main.name, origin: 'article' } : none
}

/** What numbers are in, so that they compare, and what to multiply them by for that. */
function readDimension({ currency, unit, kind, per }: FigureClaim): { dimension: string; factor: number } {
  const each = per === undefined || per === 'family' || per === 'person' ? '' : ` per ${per}`
  if (currency !== undefined) return { dimension: `${currency}${each}`, factor: 1 }
  if (kind === 'percentage')
    return {
      dimension: unit === 'basis point' ? 'percent' : (unit ?? 'percent'),
      factor: unit === 'basis point' ? 0.01 : 1,
    }
  if (kind === 'fraction') return { dimension: 'percent', factor: 100 }
  return { dimension: kind === 'count' ? 'count' : (unit ?? kind), factor: 1 }
}

/** A year, in days: how far the time before lies that a change is against. */
const yearBefore = { least: 340, most: 390 }
const day = 86_400_000

function readBaseline({ baseline, period }: FigureClaim): Comparable['against'] {
  if (!baseline) return undefined
  const { surface } = baseline
  if (
    /\byear(?:[- ]on[- ]year|[- ]over[- ]year|ly| earlier| ago| before)|\b(?:last|previous|prior) year\b|\bannual/i.test(
      surface,
    )
  )
    return 'year'
  const [now, before] = [period?.from, baseline.period?.from]
  if (now === undefined || before === undefined)
    return /quarter|month|week|sequential|yesterday|day/i.test(surface) ? 'nearer' : undefined
  const days = (Date.parse(now) - Date.parse(before)) / day
  return days >= yearBefore.least && days <= yearBefore.most ? 'year' : 'nearer'
}
