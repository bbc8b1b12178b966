import { expect, it } from 'vitest'
import type { Claim } from '../../src/model/claim/index.ts'
import { startService } from './service.ts'

const { get, send, authorize } = await startService()

const listOf = async (query: string): Promise<Claim[]> => {
  const items: Claim[] = []
  for (let next: string | null = ''; next !== null; ) {
    const { status, body } = await get(`/v1/claims?${query}&limit=4${next && `&after=${next}`}`)
    expect(status, JSON.stringify(body)).toBe(200)
    items.push(...body.items)
    next = body.next
  }
  return items
}

async function firstSource(): Promise<string> {
  const quotes = (await get('/v1/quotes')).body.items as { source: { actorId?: string } | null }[]
  return quotes.flatMap(({ source }) => source?.actorId ?? [])[0]!
}

const dayOf = (claim: Claim): string | undefined =>
  claim.type === 'date' ? claim.from : claim.type === 'figure' ? claim.period?.from : undefined

/** Those without a day last, those of one day by their position. */
function sortByDay(claims: readonly Claim[], descending: boolean): string[] {
  const dated = claims.map((claim, place) => ({ id: claim.id, day: dayOf(claim), place }))
  const sorted = dated
    .filter(({ day }) => day !== undefined)
    .sort((a, b) => (a.day! < b.day! ? -1 : a.day! > b.day! ? 1 : a.place - b.place))
  return [...(descending ? sorted.reverse() : sorted), ...dated.filter(({ day }) => day === undefined)].map(
    ({ id }) => id,
  )
}

const idsOf = async (query: string) => (await listOf(query)).map(({ id }) => id)

it.each([
  'actor=Kazakhstan',
  'actor=China&type=date',
  `source=${await firstSource()}`,
  'actor=Kazakhstan&actor=China',
  'actor=Kazakhstan&q=the',
])('claims come by their days under %s', async (filter) => {
  const claims = await listOf(filter)
  expect(claims.length).toBeGreaterThan(0)
  expect(await idsOf(`${filter}&order=date`)).toEqual(sortByDay(claims, false))
  expect(await idsOf(`${filter}&order=-date`)).toEqual(sortByDay(claims, true))
})

it('a day that a review corrects is the one it comes by', async () => {
  const dates = (await listOf('actor=Kazakhstan&type=date')).filter(dayOf)
  const last = sortByDay(dates, true).at(-1)!
  const day = '2091-05-17'
  const { status, body } = await send({
    method: 'PATCH',
    url: `/v1/claims/${last}`,
    headers: { ...authorize('review'), 'if-match': String((await get(`/v1/claims/${last}`)).headers.etag) },
    payload: { review: 'corrected', corrections: { kind: 'date', iso: day, from: day, to: day } },
  })
  expect(status, JSON.stringify(body)).toBe(200)
  expect((await idsOf('actor=Kazakhstan&type=date&order=-date'))[0]).toBe(last)
})
