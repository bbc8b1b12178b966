import { describe, expect, it } from 'vitest'
import { startService } from './service.ts'

const { get } = await startService()
const actor = (await get('/v1/actors?limit=1')).body.items[0]
const source = (await get('/v1/quotes?source__exists=true&limit=1')).body.items[0].source

/** True of every claim, and nothing that is counted beforehand. */
const counted = 'confidence__gte=0'

describe('facets by type under one filter', () => {
  it.each([
    `actor=${actor.id}`,
    `actor=${actor.name}`,
    `actor=${actor.name.toLowerCase()}`,
    `source=${source.actorId}`,
    'unit=percent',
    'currency=USD',
    'cue=SAID',
    'type=figure&unit=percent',
    `type=date&type=figure&actor=${actor.id}`,
    'actor=Nobody',
    'measureHead=trade',
    'section=any&unit=percent',
    'unit=percent&limit=1',
  ])('%s are those of counting the claims', async (filter) => {
    const { body } = await get(`/v1/claims/facets?by=type&${filter}`)
    expect(body.facets).toEqual((await get(`/v1/claims/facets?by=type&${filter}&${counted}`)).body.facets)
  })

  it('add up to how many claims there are', async () => {
    const { body } = await get(`/v1/claims?actor=${actor.name}&count=true&limit=1`)
    const [{ values }] = (await get(`/v1/claims/facets?by=type&actor=${actor.name}`)).body.facets
    expect(values.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(body.count.value)
  })
})
