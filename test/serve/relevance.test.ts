import { describe, expect, it } from 'vitest'
import { startService } from './service.ts'

const { get, send, authorize } = await startService()
const headers = authorize('ingest')
for (const text of [
  'Copper exports rose by 4% in May. Peru sold 5 tons while copper was dear.',
  'Output of copper fell by 9% last year, Mayor Ada Berg of Norway said.',
])
  await send({ method: 'POST', url: '/v1/articles', payload: { text, publishedAt: '2024-03-01' }, headers })

type Item = { id: string; surface: string; measure?: string }
const idsOf = (items: Item[]) => items.map(({ id }) => id).sort()
const isOwn = ({ surface, measure = '' }: Item) => /copper/i.test(`${surface} ${measure}`)

describe('order=relevance', () => {
  it('puts claims whose own words or measure are meant before those whose sentence alone has the words', async () => {
    const { body } = await get('/v1/claims?q=copper&order=relevance&limit=200')
    const own = (body.items as Item[]).map(isOwn)
    expect(own).toContain(true)
    expect(own).toContain(false)
    expect(own.lastIndexOf(true)).toBeLessThan(own.indexOf(false))
    const { body: byPosition } = await get('/v1/claims?q=copper&limit=200')
    expect(idsOf(body.items)).toEqual(idsOf(byPosition.items))
  })

  it('puts what was loaded last first among equals, page by page', async () => {
    const all = (await get('/v1/figures?q=copper&order=relevance&limit=200')).body.items as Item[]
    const figures = all.filter(isOwn)
    expect(figures.map(({ surface }) => surface).slice(0, 2)).toEqual(['9%', '4%'])
    const paged: Item[] = []
    for (let after = ''; ; ) {
      const { body } = await get(`/v1/figures?q=copper&order=relevance&limit=1${after}`)
      paged.push(...body.items)
      if (!body.next) break
      after = `&after=${body.next}`
    }
    expect(paged).toEqual(all)
  })

  it('is about a search, and says so without one', async () => {
    const { status, body } = await get('/v1/claims?order=relevance')
    expect([status, body.errors[0].parameter]).toEqual([400, 'order'])
  })
})
