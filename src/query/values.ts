import { ProblemError } from '../model/problem.ts'
import { readCounter } from '../store/counters.ts'
import type { Reading } from '../store/database.ts'
import { listValues } from '../store/nearest.ts'
import { findUnit } from '../text/units.ts'
import type { UsedFilter } from './conditions.ts'
import { parameterName } from './filters.ts'

// Values that no claim can have are taken for what is meant where that is plain, which is said, or refused.

type Understood = { readonly used: readonly UsedFilter[]; readonly notes: readonly string[] }

/** Filters with the values that claims have. @throws {ProblemError} invalid-parameter */
export async function understand(reading: Reading, filters: readonly UsedFilter[]): Promise<Understood> {
  const notes: string[] = []
  const used: UsedFilter[] = []
  for (const one of filters) {
    if (one.operator === 'exists' || (one.filter.value !== 'unit' && one.filter.value !== 'currency')) {
      used.push(one)
      continue
    }
    const values: string[] = []
    for (const written of one.values.map(String)) {
      const isUnit = one.filter.value === 'unit'
      const value = await (isUnit ? readUnit(reading, written) : readCurrency(reading, written, one))
      if (value !== written) notes.push(`${one.filter.name}: "${written}" was taken for "${value}".`)
      values.push(value)
    }
    used.push({ ...one, values })
  }
  return { used, notes }
}

/** Signs of units that are words in claims. */
const signs = new Map(
  Object.entries({ percent: 'percent', '%': 'percent', pct: 'percent', 'per cent': 'percent', pc: 'percent' }),
)
/** Plurals without an s (of what news counts). */
const irregular = new Map(
  Object.entries({
    people: 'person',
    persons: 'person',
    men: 'man',
    women: 'woman',
    children: 'child',
    lives: 'life',
    wives: 'wife',
    knives: 'knife',
    wolves: 'wolf',
    oxen: 'ox',
    mice: 'mouse',
    teeth: 'tooth',
  }),
)

/** The unit as claims have it: in the singular, or as its symbol. One that claims have as it is written stays. */
async function readUnit(reading: Reading, written: string): Promise<string> {
  // said as claims say it: nobody has to be asked
  if ((signs.get(written) ?? findUnit(written)) === written) return written
  const isKnown = async (unit: string) => (await readCounter(reading, 'unit', '', unit)) > 0
  if (await isKnown(written)) return written
  const lower = written.trim().toLowerCase().replaceAll(/\s+/g, ' ')
  const sure = signs.get(lower) ?? findUnit(written) ?? findUnit(lower) ?? irregular.get(lower)
  if (sure !== undefined) return sure
  for (const unit of [lower, ...singulars(lower)]) if (await isKnown(unit)) return unit
  return written
}

/** What a regular plural may be the plural of. */
const singulars = (plural: string): string[] =>
  plural.endsWith('s')
    ? [
        plural.slice(0, -1),
        ...(/ies$/.test(plural) ? [plural.replace(/ies$/, 'y')] : []),
        ...(/es$/.test(plural) ? [plural.slice(0, -2)] : []),
      ]
    : []

const codes = new Set(Intl.supportedValuesOf('currency'))

async function readCurrency(reading: Reading, written: string, { filter, operator }: UsedFilter): Promise<string> {
  if (codes.has(written) || (await readCounter(reading, 'currency', '', written)) > 0) return written
  const upper = written.trim().toUpperCase()
  if (codes.has(upper)) return upper
  const meant = await findCode(reading, written.trim())
  const parameter = parameterName(filter, operator)
  throw new ProblemError(
    'invalid-parameter',
    `"${parameter}": "${written}" is no ISO 4217 code, such as USD.${meant ? ` Did you mean "${meant}"?` : ''}`,
    [{ parameter, code: 'unknown-currency', detail: 'is no ISO 4217 code', ...(meant && { didYouMean: meant }) }],
  )
}

/** The currency that a word or a sign names, the one that most claims have where several do. */
async function findCode(reading: Reading, written: string): Promise<string | undefined> {
  const wanted = written.toLowerCase().replace(/s$/, '')
  const frequent = await listValues(reading, 'currency')
  const common = ['USD', 'EUR', 'GBP', 'JPY', 'CNY', 'INR']
  return [...frequent, ...common, ...codes].find((code) => {
    if (!codes.has(code)) return false
    const parts = (currencyDisplay: 'name' | 'narrowSymbol') =>
      new Intl.NumberFormat('en', { style: 'currency', currency: code, currencyDisplay })
        .formatToParts(1)
        .find(({ type }) => type === 'currency')!
        .value.toLowerCase()
    return (
      parts('name').replace(/s$/, '').split(/\s+/).includes(wanted) || parts('narrowSymbol') === written.toLowerCase()
    )
  })
}
