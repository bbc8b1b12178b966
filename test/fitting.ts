import type { Claim } from '../src/model/claim/index.ts'

// Whether a claim is one that a request asked for: the filters said once more, in another way than SQL says them.

type Any = Record<string, unknown>
const bounds = (claim: Any) => ({
  low: (claim.low ?? claim.number) as number,
  high: (claim.high ?? claim.number) as number,
})
const period = (claim: Any) => (claim.type === 'figure' ? (claim.period as Any | undefined) : claim) ?? {}
/** The last day of a year, a month or a day. */
const lastDay = (text: string) =>
  text.length === 4
    ? `${text}-12-31`
    : text.length === 7
      ? new Date(Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5)), 0)).toISOString().slice(0, 10)
      : text

/** What a parameter asks of a claim; those that are about words or names alone are left out. */
const asks: Record<string, (claim: Any, values: readonly string[]) => boolean> = {
  section: (claim, values) => values.includes('any') || values.includes(claim.section as string),
  review: ({ review }, values) =>
    values.includes('any') || values.includes(((review as Any | undefined)?.status as string) ?? 'none'),
  extractor__prefix: ({ extractor }, [value]) => (extractor as string).startsWith(value!),
  confidence__gte: ({ confidence }, [value]) => (confidence as number) >= Number(value),
  confidence__lt: ({ confidence }, [value]) => (confidence as number) < Number(value),
  number: (claim, [value]) => bounds(claim).low === Number(value) && bounds(claim).high === Number(value),
  number__gte: (claim, [value]) => bounds(claim).low >= Number(value),
  number__lt: (claim, [value]) => bounds(claim).high < Number(value),
  from: (claim, [value]) => String(period(claim).to ?? '9999-12-31') >= `${value}-01-01`.slice(0, 10),
  to: (claim, [value]) => String(period(claim).from ?? '0000-01-01') <= lastDay(value!),
  iso__prefix: (claim, [value]) => String(claim.iso ?? claim.duration ?? '').startsWith(value!),
  iso: (claim, values) => values.includes((claim.iso ?? claim.duration) as string),
  iso__exists: (claim, [value]) => ((claim.iso ?? claim.duration) !== undefined) === (value === 'true'),
  source__exists: ({ source }, [value]) => (source != null) === (value === 'true'),
  cue: ({ cue }, values) => values.some((value) => value.toLowerCase() === (cue as string | undefined)?.toLowerCase()),
  cue__not: ({ cue }, values) =>
    !values.some((value) => value.toLowerCase() === (cue as string | undefined)?.toLowerCase()),
}
for (const name of ['type', 'kind', 'extractor', 'unit', 'currency', 'change', 'how', 'modifier']) {
  asks[name] ??= (claim, values) => values.includes(claim[name] as string)
  asks[`${name}__not`] ??= (claim, values) => !values.includes(claim[name] as string)
}
for (const name of ['unit', 'currency', 'change', 'measure', 'modifier', 'cue'])
  asks[`${name}__exists`] = (claim, [value]) => (claim[name] !== undefined) === (value === 'true')

/** The parameter of a request that a claim does not fit; undefined when it fits all. */
export function findMisfit(claim: Claim, url: string): string | undefined {
  const { searchParams } = new URL(url, 'http://host')
  if (!searchParams.has('section') && claim.section !== 'body') return 'section'
  if (!searchParams.has('review') && claim.review?.status === 'rejected') return 'review'
  return [...new Set(searchParams.keys())].find(
    (name) => Object.hasOwn(asks, name) && !asks[name]!(claim as unknown as Any, searchParams.getAll(name)),
  )
}
