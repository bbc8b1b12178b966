import { describe, expect, it } from 'vitest'
import { readStories } from '../comparisons/read-stories.ts'
import { startService } from './service.ts'

const { send, get, authorize } = await startService()
const writer = authorize('ingest')
const publish = async (text: string, about: object) => {
  const { body, status } = await send({
    method: 'POST',
    url: '/v1/articles',
    payload: { text, ...about },
    headers: writer,
  })
  expect(status).toBe(201)
  return body.article.id as string
}
const herald = await publish("Norway's jobless rate fell to 4.1% in May, the statistics office said on Thursday.", {
  publication: 'Herald',
  url: 'https://herald.example/jobs',
  publishedAt: '2024-06-13',
})
const post = await publish('Unemployment in Norway dropped to 4.1 per cent last month, according to the ministry.', {
  publication: 'Post',
  publishedAt: '2024-06-13',
})
const wire = await publish('The unemployment rate of Norway was 4.6 percent in May 2024.', {
  publication: 'Wire',
  publishedAt: '2024-06-14',
})

describe('GET /v1/comparisons', () => {
  it('puts figures of the same thing side by side, whatever they call it, and says whether they agree', async () => {
    const { status, body } = await get('/v1/comparisons')
    expect(status).toBe(200)
    const [comparison] = body.items
    expect(comparison).toMatchObject({
      verdict: 'differ',
      difference: { absolute: 0.5 },
      articleCount: 3,
      outletCount: 3,
      unit: 'percent',
      compares: 'level',
      subject: 'Norway',
    })
    expect(comparison.reason).toMatch(/"unemployed".* of Norway: /)
    const [{ period, verdict, claims }] = comparison.periods
    expect({ period, verdict }).toEqual({ period: { from: '2024-05-01', to: '2024-05-31' }, verdict: 'differ' })
    expect(claims.map(({ publication }: { publication: string }) => publication)).toEqual(['Herald', 'Post', 'Wire'])
    expect(claims[0]).toMatchObject({
      articleId: herald,
      surface: '4.1%',
      speaker: 'the statistics office',
      admits: { low: 4.05, high: 4.15 },
      because: { words: ['unemployed'], subject: 'Norway', subjectFrom: 'stated', timeFrom: 'period' },
    })
    expect((await get(`/v1/comparisons/${comparison.id}`)).body).toEqual(comparison)
  })

  it('takes the filters of figures, and shows what others say beside what they choose', async () => {
    const of = async (query: string) => (await get(`/v1/comparisons?${query}`)).body.items
    for (const query of [
      `article=${wire}`,
      'q=jobless',
      'subject=Norway',
      'unit=percent',
      'number__gte=4.5&unit=percent',
    ])
      expect(
        (await of(query)).map(({ articleCount }: { articleCount: number }) => articleCount),
        query,
      ).toEqual([3])
    for (const query of ['currency=USD', 'number__gte=5&unit=percent', 'verdict=agree', 'published__lt=2024-01-01'])
      expect(await of(query), query).toEqual([])
  })

  it('pages in every order', async () => {
    for (const { planted: _planted, text, ...about } of readStories().slice(8, 20)) await publish(text, about)
    for (const order of ['-difference', '-outlets', '-published']) {
      const all = (await get(`/v1/comparisons?order=${order}&verdict=agree&verdict=differ&limit=200`)).body.items
      const seen: string[] = []
      for (let next: string | null = ''; next !== null; ) {
        const { body } = await get(
          `/v1/comparisons?order=${order}&verdict=agree&verdict=differ&limit=3${next && `&after=${next}`}`,
        )
        seen.push(...body.items.map(({ id }: { id: string }) => id))
        next = body.next
      }
      expect(seen).toEqual(all.map(({ id }: { id: string }) => id))
      expect(seen.length).toBeGreaterThan(3)
    }
  })

  it('names what is wrong with a request', async () => {
    const { status, body } = await get('/v1/comparisons?verdict=agrees&cue=said')
    expect(status).toBe(400)
    expect(body.errors.map(({ parameter }: { parameter: string }) => parameter).sort()).toEqual(['cue', 'verdict'])
    expect((await get('/v1/comparisons/cmp_0000000000000000')).status).toBe(404)
  })
})

describe('GET /v1/claims/{id}/comparable', () => {
  it('counts who agrees and who differs, and says why each is there', async () => {
    const [claim] = (await get(`/v1/articles/${herald}/claims?type=figure`)).body.items
    const { body } = await get(`/v1/claims/${claim.id}/comparable`)
    expect(body).toMatchObject({ claimId: claim.id, agree: 1, differ: 1 })
    expect(
      body.items.map(({ articleId, verdict }: { articleId: string; verdict: string }) => [articleId, verdict]),
    ).toEqual([
      [wire, 'differ'],
      [post, 'agree'],
    ])
    expect(body.items[0]).toMatchObject({ difference: { absolute: 0.5 } })
    expect(body.items[0].reason).toMatch(/^Both are .*"unemployed".* of Norway: /)
  })

  it('is empty for what is compared with nothing, and 404 for what is no claim', async () => {
    const [actor] = (await get(`/v1/articles/${herald}/claims?type=actor`)).body.items
    expect((await get(`/v1/claims/${actor.id}/comparable`)).body).toEqual({
      claimId: actor.id,
      agree: 0,
      differ: 0,
      items: [],
    })
    expect((await get('/v1/claims/clm_0/comparable')).status).toBe(404)
  })
})

describe('comparisons follow the claims', () => {
  const ofNorway = async () => (await get('/v1/comparisons?subject=Norway&verdict=differ&verdict=agree')).body.items
  it('when one is rejected or corrected, and when an article goes', async () => {
    const reviewer = authorize('review')
    const [claim] = (await get(`/v1/articles/${wire}/claims?type=figure`)).body.items
    const review = (payload: object) =>
      send({ method: 'PATCH', url: `/v1/claims/${claim.id}`, payload, headers: { ...reviewer, 'if-match': '*' } })
    await review({ review: 'rejected' })
    expect(await ofNorway()).toMatchObject([{ verdict: 'agree', claimCount: 2 }])
    await review({ review: 'corrected', corrections: { number: 4.1 } })
    expect(await ofNorway()).toMatchObject([{ claimCount: 3 }])
    await review({ review: 'none' })
    expect(await ofNorway()).toMatchObject([{ verdict: 'differ' }])
    for (const id of [wire, post]) await send({ method: 'DELETE', url: `/v1/articles/${id}`, headers: writer })
    expect(await ofNorway()).toEqual([])
  })
})

describe('a table in an article, or what was written to be one', () => {
  it('is compared by its first hundred figures of a unit: the work for an article grows with its length alone', async () => {
    const { send: write, get: read, authorize: give } = await startService()
    const headers = give('ingest')
    const rows = Array.from({ length: 130 }, (_, i) => `Exports of Lindholm rose to $${1000 + 7 * i}m in ${1850 + i}.`)
    for (const publication of ['Herald', 'Wire'])
      await write({
        method: 'POST',
        url: '/v1/articles',
        payload: {
          text: [`${publication} on Lindholm.`, ...rows].join('\n\n'),
          publication,
          publishedAt: '2024-06-13',
        },
        headers,
      })
    expect((await read('/v1/figures?currency=USD&limit=1&count=true')).body.count.value).toBeGreaterThan(260)
    expect((await read('/v1/comparisons?currency=USD&limit=200')).body.items).toHaveLength(100)
  })
})

it('does not take figures that only touch for the same: 3% is rounded up to 3.5%, 4% down to it', async () => {
  for (const [publication, rate] of [
    ['Left', 3],
    ['Right', 4],
  ])
    await publish(`Chile's exports rose by ${rate}% in May 2024.`, { publication, publishedAt: '2024-06-13' })
  const [comparison] = (await get('/v1/comparisons?subject=Chile')).body.items
  expect(comparison).toMatchObject({ verdict: 'differ', difference: { absolute: 1 } })
})
