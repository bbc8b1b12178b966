import type { FigureClaim } from '../claim/figure.ts'
import type { Claim } from '../claim/index.ts'
import { type Admitted, admit } from './admitted.ts'
import { ofCountries, ofPeople, readMeasureWords } from './measure-words.ts'
import { nameKey } from './names.ts'

type Mention = Extract<Claim, { type: 'actor' }>

/** Where it is known from whose a figure is. */
export const subjectOrigins = ['stated', 'measure', 'sentence', 'article', 'none'] as const
export type SubjectOrigin = (typeof subjectOrigins)[number]

/** What a figure is compared by. Figures of the same `topic` are of the same thing, whatever their period. */
export type Comparable = {
  readonly claimId: string
  readonly topic: string
  readonly admitted: Admitted
  readonly from: string | undefined
  readonly to: string | undefined
  /** What a change is against: a year before, or something nearer; undefined where nothing says. */
  readonly against: 'year' | 'nearer' | undefined
  readonly words: readonly string[]
  readonly subject: { readonly name?: string | undefined; readonly origin: SubjectOrigin }
}

/** Figures that are said under a condition, or not said to be so, are compared with nothing. */
const uncertain = new Set(['conditional', 'possible', 'denied'])

/** What of an article's claims can be compared with those of others, rejected ones left out. */
export function findComparables(claims: readonly Claim[]): Comparable[] {
  const body = claims.filter(({ section, review }) => section === 'body' && review?.status !== 'rejected')
  const article = readArticle(body)
  return body.flatMap((claim) => (claim.type === 'figure' ? (toComparable(claim, article) ?? []) : []))
}

/** Whom an article and its sentences name, as far as a figure may be theirs. */
type ArticleNames = {
  readonly bySentence: ReadonlyMap<number, readonly Mention[]>
  readonly byActor: ReadonlyMap<string, Mention>
  readonly main: Mention | undefined
  readonly country: string | undefined
}

function readArticle(claims: readonly Claim[]): ArticleNames {
  const mentions = claims.filter((claim) => claim.type === 'actor')
  const bySentence = Map.groupBy(mentions, ({ sentence }) => sentence.start)
  const byActor = new Map(mentions.map((mention) => [mention.actorId, mention]))
  const owners = mentions.filter(({ kind }) => kind === 'organization' || kind === 'place')
  return {
    bySentence,
    byActor,
    main: mostFrequent(owners, ({ actorId }) => actorId),
    country: mostFrequent(
      mentions.flatMap(({ location }) => location?.country ?? []),
      (country) => country,
    )?.toLowerCase(),
  }
}

/** The one that comes most often, of several the first. */
function mostFrequent<T>(things: readonly T[], keyOf: (thing: T) => string): T | undefined {
  const groups = [...Map.groupBy(things, keyOf).values()]
  return groups.reduce<T[]>((best, group) => (group.length > best.length ? group : best), [])[0]
}

function toComparable(claim: FigureClaim, article: ArticleNames): Comparable | undefined {
  const { modality, how, change, kind } = claim
  const admitted = admit(claim)
  if (!admitted || uncertain.has(modality ?? '')) return undefined
  const measured = readMeasure(claim, article)
  if (measured.words.length === 0) return undefined
  const sign =
    how === 'by' || (how === undefined && change !== undefined) ? (change === 'fall' ? -1 : 1) : measured.change
  const isChange = sign !== undefined && how !== 'to' && how !== 'from'
  // an old value without its time is not one of today
  if (how === 'from' && !claim.period) return undefined
  const subject = readSubject(claim, measured, article)
  const { dimension, factor } = readDimension(claim, measured.words)
  const topic = JSON.stringify([
    dimension,
    isChange ? 'change' : 'level',
    modality ?? 'actual',
    subject.key,
    measured.words.join(' '),
  ])
  return {
    claimId: claim.id,
    topic,
    admitted: scale(admitted, factor * (isChange ? sign : 1)),
    from: claim.period?.from,
    to: claim.period?.to,
    against: isChange && kind !== 'rank' ? readBaseline(claim) : undefined,
    words: measured.words,
    subject: { name: subject.name, origin: subject.origin },
  }
}

const scale = ({ low, high, value }: Admitted, by: number): Admitted =>
  by < 0 ? { low: high * by, high: low * by, value: value * by } : { low: low * by, high: high * by, value: value * by }

/** People of any kind are counted as people. */
const people = new Set('person people victim individual passenger civilian'.split(' '))

function readMeasure(claim: FigureClaim, article: ArticleNames) {
  const { measure, measureSpan, unit } = claim
  const inside = measureSpan
    ? [...article.byActor.values()].length
      ? (article.bySentence.get(claim.sentence.start) ?? []).filter(
          ({ start, end }) => measureSpan.start <= start && end <= measureSpan.end,
        )
      : []
    : []
  // names are compared as names
  let text = measure ?? ''
  for (const { surface } of inside) text = text.replace(surface, ' ')
  const noun = unit && claim.kind === 'count' && !people.has(unit) ? unit : ''
  const { words, change } = readMeasureWords(`${text} ${noun}`)
  return { words, change, inside }
}

type Subject = { readonly key: string; readonly name?: string | undefined; readonly origin: SubjectOrigin }

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
    return country === undefined ? none : { key: country, name: country.toUpperCase(), origin: 'article' }
  }
  const whole = [...new Set([...(stated ? [stated] : []), ...inside].map(nameKey))].filter(Boolean).sort()
  if (whole.length)
    return {
      key: whole.join(' & '),
      name: [...new Set([...(stated ? [stated] : []), ...inside].map(({ name }) => name))].join(' and '),
      origin: stated ? 'stated' : 'measure',
    }
  if (subject) return { key: subject.name.toLowerCase(), name: subject.name, origin: 'stated' }
  return main ? { key: nameKey(main), name: main.name, origin: 'article' } : none
}
const none: Subject = { key: '', origin: 'none' }

/** What numbers are in, so that they compare, and what to multiply them by for that. */
function readDimension(
  { currency, unit, kind, per }: FigureClaim,
  words: readonly string[],
): { dimension: string; factor: number } {
  const each = per === undefined ? '' : ` per ${per}`
  if (currency !== undefined) return { dimension: `${currency}${each}`, factor: 1 }
  if (kind === 'percentage') return { dimension: `percent${each}`, factor: 1 }
  if (kind === 'fraction') return { dimension: `percent${each}`, factor: 100 }
  if (kind !== 'count') return { dimension: `${unit ?? kind}${each}`, factor: 1 }
  const isPeople = unit === undefined || people.has(unit) || words.some((word) => ofPeople.has(word))
  return { dimension: `${isPeople ? 'count' : `count ${unit}`}${each}`, factor: 1 }
}

/** A year and a week: how far the time before lies that a change is against. */
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
