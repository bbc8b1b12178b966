import { describe, expect, it } from 'vitest'
import { startService } from './service.ts'

const { send, get, authorize } = await startService()
const writer = authorize('ingest')
const reviewer = authorize('review')
const text =
  'Exports of Norway rose by 4% to $24bn last year, Mayor Ada Berg said. Chile sold a great many ships 🚢 to Peru.'
const publish = (payload: object = {}) =>
  send({
    method: 'POST',
    url: '/v1/articles',
    payload: { text, url: 'https://example.org/missed', publishedAt: '2024-03-01', ...payload },
    headers: writer,
  })
const article = (await publish()).body.article.id as string
const add = (payload: object, headers: object = reviewer, id = article) =>
  send({ method: 'POST', url: `/v1/articles/${id}/claims`, payload, headers: headers as Record<string, string> })
const spanOf = (words: string) => {
  const start = [...text.slice(0, text.indexOf(words))].length
  return { start, end: start + [...words].length, surface: words }
}
const ships = { type: 'figure', ...spanOf('a great many ships'), kind: 'count', unit: 'ship', low: 20 }

describe('POST /v1/articles/{id}/claims', () => {
  let id = ''
  it('adds a claim that was missed, with sentence and section from the text', async () => {
    const before = (await get(`/v1/articles/${article}`)).body
    const { status, body, headers } = await add({ ...ships, note: 'Vague, but a figure.', by: 'Luis Rojas' })
    expect(status).toBe(201)
    id = body.id
    expect(body).toMatchObject({
      type: 'figure',
      articleId: article,
      unit: 'ship',
      section: 'body',
      extractor: 'reviewer',
      sentence: { text: 'Chile sold a great many ships 🚢 to Peru.' },
      review: { status: 'added', by: 'Luis Rojas', note: 'Vague, but a figure.' },
    })
    expect(headers.location).toBe(`/v1/claims/${id}`)
    expect((await get(`/v1/claims/${id}`)).body).toEqual(body)
    const after = (await get(`/v1/articles/${article}`)).body
    expect(after.counts.figure).toBe(before.counts.figure + 1)
    expect([before.checkedCount, after.checkedCount]).toEqual([0, 1])
    expect((await get('/v1/figures?extractor=reviewer')).body.items).toEqual([body])
    expect((await get('/v1/figures?q=ships&review=added')).body.items).toEqual([body])
  })

  it('stands in text order among the others', async () => {
    const claims = (await get(`/v1/articles/${article}/claims?limit=200`)).body.items as { start: number }[]
    expect(claims.map(({ start }) => start)).toEqual(claims.map(({ start }) => start).sort((a, b) => a - b))
  })

  it('keeps it when the text is stored with other metadata, and after a delete', async () => {
    expect((await publish({ title: 'Ships' })).body.outcome).toBe('replaced')
    expect((await get(`/v1/claims/${id}`)).body).toMatchObject({ unit: 'ship', review: { status: 'added' } })
    expect((await publish({ title: 'Ships' })).body.outcome).toBe('unchanged')
    await send({ method: 'DELETE', url: `/v1/articles/${article}`, headers: writer })
    expect((await get(`/v1/claims/${id}`)).status).toBe(404)
    await publish()
    expect((await get(`/v1/claims/${id}`)).body.review).toMatchObject({ status: 'added' })
  })

  it('can be corrected and rejected like any other', async () => {
    const review = (payload: object) =>
      send({ method: 'PATCH', url: `/v1/claims/${id}`, payload, headers: { ...reviewer, 'if-match': '*' } })
    expect((await review({ review: 'corrected', corrections: { low: 30 } })).body).toMatchObject({
      low: 30,
      review: { status: 'corrected', extracted: { low: 20 } },
    })
    await publish({ title: 'Ships again' })
    expect((await get(`/v1/claims/${id}`)).body.low).toBe(30)
    await review({ review: 'rejected' })
    expect((await get('/v1/figures?extractor=reviewer')).body.items).toEqual([])
    await review({ review: 'none' })
  })

  it('takes a quote, a date and an actor that nobody had found', async () => {
    expect((await add({ type: 'quote', ...spanOf('Chile sold'), kind: 'partial' })).body.source).toBeNull()
    expect((await add({ type: 'date', ...spanOf('rose'), kind: 'date', iso: '2023' })).status).toBe(201)
    const { body } = await add({ type: 'actor', ...spanOf('ships'), kind: 'organization', name: 'Ships' })
    expect((await get(`/v1/actors/${body.actorId}`)).body).toMatchObject({ name: 'Ships', articleCount: 1 })
  })

  it('is refused with each field at fault', async () => {
    const pointersOf = async (payload: object) => {
      const { status, body } = await add(payload)
      expect(status).toBe(400)
      return body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()
    }
    expect(await pointersOf({})).toEqual(['/end', '/start', '/type'])
    expect(await pointersOf({ ...ships, kind: 'nonsense', cue: 'said' })).toEqual(['/cue', '/kind'])
    expect(await pointersOf({ ...ships, surface: 'other words' })).toEqual(['/surface'])
    expect(await pointersOf({ ...ships, end: 5000 })).toEqual(['/end'])
    expect(await pointersOf({ ...ships, start: ships.end, end: ships.start })).toEqual(['/end'])
    expect(await pointersOf({ type: 'figure', start: ships.start - 1, end: ships.end })).toEqual(['/start'])
    expect(await pointersOf({ type: 'figure', ...spanOf('Chile') })).toEqual(['/kind'])
    expect(
      await pointersOf({
        type: 'figure',
        ...spanOf('Chile'),
        kind: 'count',
        subject: { actorId: 'act_none', name: 'X' },
      }),
    ).toEqual(['/subject/actorId'])
    expect(await pointersOf({ ...ships, id: 'clm_mine', extractor: 'figure.mine', confidence: 2 })).toEqual([
      '/confidence',
      '/extractor',
      '/id',
    ])
  })

  it('exists once, needs a key that may review, and an article', async () => {
    const { status, body } = await add(ships)
    expect(status).toBe(409)
    expect(body.type).toBe('/problems/claim-exists')
    expect(body.detail).toContain(id)
    expect((await add(ships, {})).status).toBe(401)
    expect((await add(ships, writer)).status).toBe(403)
    expect((await add(ships, reviewer, 'art_none')).status).toBe(404)
  })
})

describe('GET /v1/reviews', () => {
  it('lists what was said of all claims, with what had been read', async () => {
    const { body } = await get(`/v1/reviews?article=${article}&type=figure&order=reviewed`)
    expect(body.items.map(({ review }: { review: string }) => review)).toEqual([
      'added',
      'corrected',
      'rejected',
      'none',
    ])
    expect(body.items[1]).toMatchObject({
      articleId: article,
      type: 'figure',
      surface: 'a great many ships',
      extractor: 'reviewer',
      corrections: { low: 30 },
      extracted: { low: 20 },
      by: 'tester',
    })
    expect((await get('/v1/reviews?by=Luis%20Rojas&count=true')).body.count).toEqual({ value: 1, relation: 'eq' })
    expect((await get('/v1/reviews?reviewed__lt=2020-01-01')).body.items).toEqual([])
    expect((await get('/v1/reviews?revieved__lt=2020-01-01')).body.errors[0].didYouMean).toBe('reviewed__lt')
  })
})

describe('GET /v1/extractors', () => {
  it('says how right the rules are as reviewers found it, and what was missed', async () => {
    const [claim, other] = (await get(`/v1/articles/${article}/claims?type=figure&extractor__prefix=figure`)).body.items
    for (const [one, review] of [
      [claim, 'confirmed'],
      [other, 'rejected'],
    ])
      await send({
        method: 'PATCH',
        url: `/v1/claims/${one.id}`,
        payload: { review },
        headers: { ...reviewer, 'if-match': '*' },
      })
    const { body } = await get('/v1/extractors')
    const figures = body.types.find(({ type }: { type: string }) => type === 'figure')
    expect(figures).toMatchObject({ confirmed: 1, corrected: 0, rejected: 1, missed: 1, precision: 0.5, recall: 0.5 })
    expect(figures.measured[0]).toMatchObject({ texts: 'MEANTIME news' })
    const one = body.items.find(({ extractor }: { extractor: string }) => extractor === claim.extractor)
    expect(one).toMatchObject({ type: 'figure', confirmed: 1 })
    expect(body.items.map(({ extractor }: { extractor: string }) => extractor)).not.toContain('reviewer')
    const total = body.types.reduce(
      (sum: number, { claims, missed }: { claims: number; missed: number }) => sum + claims + missed,
      0,
    )
    const { count } = (await get('/v1/claims?count=true&limit=1&review=any')).body
    expect(count.relation === 'eq' ? count.value : total).toBe(total)
  })
})

describe('GET /v1/check-worthy', () => {
  const list = async (query = '') => (await get(`/v1/check-worthy?${query}`)).body.items
  it('puts sentences first that most speaks for, and says what', async () => {
    const items = await list('limit=200')
    const scores = items.map(({ score }: { score: number }) => score)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    expect(items.every(({ reasons }: { reasons: string[] }) => reasons.length > 0)).toBe(true)
    const [own] = await list(`article=${article}`)
    expect(own).toMatchObject({ articleId: article, reasons: ['measured', 'compared', 'speaker'] })
    expect(text).toContain(own.text)
    expect(own.claims.some(({ surface }: { surface: string }) => surface === '4%')).toBe(true)
  })

  it('leaves forecasts and opinions out', async () => {
    const { body } = await publish({
      url: 'https://example.org/maybe',
      text: 'Exports of Chile will rise to $30bn in 2026. I think exports of Peru were $20bn in 2022. Exports of Cuba were $10bn in 2022.',
    })
    expect((await list(`article=${body.article.id}`)).map((one: { text: string }) => one.text)).toEqual([
      'Exports of Cuba were $10bn in 2022.',
    ])
  })

  it('knows what is checked, and takes the filters of articles', async () => {
    const before = (await list('checked=false&limit=200')).length
    const [one] = await list('checked=false')
    for (const { id, type } of one.claims)
      if (type === 'figure')
        await send({
          method: 'PATCH',
          url: `/v1/claims/${id}`,
          payload: { review: 'confirmed' },
          headers: { ...reviewer, 'if-match': '*' },
        })
    expect((await list('checked=false&limit=200')).length).toBe(before - 1)
    expect((await list('published__lt=1900-01-01')).length).toBe(0)
    expect((await get('/v1/check-worthy?checked=maybe')).body.errors[0].parameter).toBe('checked')
  })
})

it('lists the doubtful first', async () => {
  const claims = (await get('/v1/claims?order=confidence&review=none&limit=200')).body.items as { confidence: number }[]
  expect(claims.map(({ confidence }) => confidence)).toEqual(
    claims.map(({ confidence }) => confidence).sort((a, b) => a - b),
  )
})
