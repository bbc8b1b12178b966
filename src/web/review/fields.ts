import type { ActorClaim, Claim, Corrections, DateClaim, FigureClaim, QuoteClaim } from '../../client/index.ts'

/** A field of a claim that can be put right, and how it is entered. `actor` is one of those that the article names. */
export type Field = {
  readonly name: string
  readonly label: string
  readonly input: 'number' | 'text' | 'day' | 'choice' | 'actor'
  readonly choices?: readonly string[]
  /** A claim of this type cannot be without it. */
  readonly required?: boolean
}

const figureKinds = [
  'count',
  'money',
  'percentage',
  'multiple',
  'fraction',
  'rank',
  'ratio',
  'measurement',
  'score',
] as const satisfies readonly FigureClaim['kind'][]
const dateKinds = ['date', 'range', 'duration', 'set', 'reference'] as const satisfies readonly DateClaim['kind'][]
const quoteKinds = ['direct', 'partial', 'indirect', 'scare'] as const satisfies readonly QuoteClaim['kind'][]
const actorKinds = ['person', 'organization', 'place', 'event'] as const satisfies readonly ActorClaim['kind'][]
const bounds = ['at-least', 'at-most', 'more-than', 'less-than', 'about'] as const
const dateBounds = ['about', 'before', 'after', 'more-than', 'less-than', 'start', 'mid', 'end'] as const
const modalities = ['forecast', 'planned', 'conditional', 'required', 'possible', 'denied'] as const

const kind = (choices: readonly string[]): Field => ({
  name: 'kind',
  label: 'Kind',
  input: 'choice',
  choices,
  required: true,
})

// biome-ignore format: a table, one row a line
export const fieldsOf: Readonly<Record<Claim['type'], readonly Field[]>> = {
  figure: [
    kind(figureKinds),
    { name: 'number', label: 'Number', input: 'number' },
    { name: 'low', label: 'At least', input: 'number' },
    { name: 'high', label: 'At most', input: 'number' },
    { name: 'against', label: 'Against (scores, votes)', input: 'number' },
    { name: 'unit', label: 'Unit', input: 'text' },
    { name: 'currency', label: 'Currency (ISO 4217)', input: 'text' },
    { name: 'per', label: 'Per', input: 'text' },
    { name: 'modifier', label: 'Bound', input: 'choice', choices: bounds },
    { name: 'measure', label: 'Of what', input: 'text' },
    { name: 'subject', label: 'Said of', input: 'actor' },
    { name: 'change', label: 'Change', input: 'choice', choices: ['rise', 'fall'] },
    { name: 'how', label: 'It is the change’s', input: 'choice', choices: ['by', 'to', 'from'] },
    { name: 'period.from', label: 'Period: first day', input: 'day' },
    { name: 'period.to', label: 'Period: last day', input: 'day' },
    { name: 'modality', label: 'Fact or not', input: 'choice', choices: modalities },
  ],
  date: [
    kind(dateKinds),
    { name: 'from', label: 'First day', input: 'day' },
    { name: 'to', label: 'Last day', input: 'day' },
    { name: 'iso', label: 'ISO 8601', input: 'text' },
    { name: 'duration', label: 'Duration (P10Y)', input: 'text' },
    { name: 'modifier', label: 'Bound', input: 'choice', choices: dateBounds },
  ],
  quote: [
    kind(quoteKinds),
    { name: 'source', label: 'Said by', input: 'actor' },
    { name: 'cue', label: 'By the words', input: 'text' },
    { name: 'polarity', label: 'Denied', input: 'choice', choices: ['denied'] },
  ],
  actor: [
    kind(actorKinds),
    { name: 'name', label: 'Name', input: 'text', required: true },
    { name: 'role', label: 'Role', input: 'text' },
    { name: 'affiliation', label: 'Affiliation', input: 'text' },
  ],
}

export type Values = Readonly<Record<string, string>>

/** A claim's fields as they are entered; an actor is its id. */
export function readValues(claim: Claim): Values {
  const at = (name: string): unknown =>
    name.split('.').reduce((value: unknown, part) => (value as Record<string, unknown> | undefined)?.[part], claim)
  return Object.fromEntries(
    fieldsOf[claim.type].map(({ name, input }) => {
      const value = at(name)
      if (input === 'actor') return [name, (value as { actorId?: string } | undefined | null)?.actorId ?? '']
      return [name, value === undefined || value === null ? '' : String(value)]
    }),
  )
}

/** A field whose value cannot be one. */
export class BadField extends Error {
  readonly field: string
  constructor(field: string, reason: string) {
    super(reason)
    this.field = field
  }
}

/**
 * What was changed, as the service takes it: null for a field that was emptied.
 * @param actors the mentions of actors in the article
 * @throws {BadField}
 */
export function toCorrections(claim: Claim, after: Values, actors: readonly ActorClaim[]): Corrections {
  const before = readValues(claim)
  const corrections: Record<string, unknown> = {}
  for (const field of fieldsOf[claim.type]) {
    const { name } = field
    const value = after[name]!.trim()
    if (value === before[name]) continue
    if (name.startsWith('period.')) corrections.period = readPeriod(after)
    else corrections[name] = value === '' ? emptied(field) : readValue(field, value, actors)
  }
  return corrections as Corrections
}

function emptied({ name, label, required }: Field): null {
  if (required) throw new BadField(name, `${label}: a claim of this type cannot be without it.`)
  return null
}

function readPeriod(after: Values): { from?: string; to?: string } | null {
  const [from, to] = [after['period.from'], after['period.to']]
  if (from && to && from > to) throw new BadField('period.to', 'Period: the last day is before the first.')
  return from || to ? { ...(from && { from }), ...(to && { to }) } : null
}

function readValue({ name, label, input }: Field, value: string, actors: readonly ActorClaim[]): unknown {
  if (input === 'number') return readNumber(name, label, value)
  if (input !== 'actor') return name === 'currency' ? value.toUpperCase() : value
  const mention = actors.find(({ actorId }) => actorId === value)!
  const { actorId, name: called, surface, start, end } = mention
  return name === 'source' ? { surface, start, end, actorId, name: called } : { actorId, name: called }
}

const scales: Readonly<Record<string, number>> = {
  k: 3,
  thousand: 3,
  m: 6,
  mn: 6,
  million: 6,
  bn: 9,
  billion: 9,
  tn: 12,
  trillion: 12,
}

/** A number as people enter it: `24,000,000,000`, `24bn`, `1.5 million`. */
function readNumber(name: string, label: string, value: string): number {
  const { digits, scale } = /^(?<digits>[-−]?\d[\d,\s]*(?:\.\d+)?)\s*(?<scale>[a-z]*)$/i.exec(value)?.groups ?? {}
  const power = scale ? scales[scale.toLowerCase()] : 0
  if (!digits || power === undefined)
    throw new BadField(name, `${label}: “${value}” is no number; 24bn or 1,500.5 are.`)
  // in the text, so that 1.1 million is 1100000 and not 1100000.0000000002
  return Number(`${digits.replace(/[,\s]/g, '').replace('−', '-')}e${power}`)
}
