import { describe, expect, it } from 'vitest'
import { contentsOf, startService } from './service.ts'

const { send, get, authorize, store } = await startService()
const reviewer = authorize('review')
const writer = authorize('ingest')
const text = 'Exports of Norway rose by 4% to $24bn last year, Mayor Ada Berg said. Chile sold 3 ships.'
const url = 'https://example.org/reviewed'
const publish = (changes: object = {}) =>
  send({
    method: 'POST',
    url: '/v1/articles',
    payload: { text, url, publishedAt: '2024-03-01', ...changes },
    headers: writer,
  })
const article = (await publish()).body.article.id as string
const claimsOf = async (query = '') => (await get(`/v1/articles/${article}/claims?${query}`)).body.items
const money = (await claimsOf('kind=money'))[0].id as string
const tagOf = async (id: string) => String((await get(`/v1/claims/${id}`)).headers.etag)
const review = async (id: string, payload: object, match?: string) =>
  send({
    method: 'PATCH',
    url: `/v1/claims/${id}`,
    payload,
    headers: { ...reviewer, 'if-match': match ?? (await tagOf(id)) },
  })

describe('PATCH /v1/claims/{id}', () => {
  it('confirms a claim, with who and why, and lists can ask for it', async () => {
    const { status, body, headers } = await review(money, { review: 'confirmed', note: 'Table 3.', by: 'Luis Rojas' })
    expect(status).toBe(200)
    expect(body.review).toMatchObject({ status: 'confirmed', by: 'Luis Rojas', note: 'Table 3.' })
    expect((await get(`/v1/claims/${money}`)).body).toEqual(body)
    expect((await tagOf(money)).split('.')[0]).toBe(String(headers.etag).split('.')[0])
    expect((await claimsOf('review=confirmed')).map(({ id }: { id: string }) => id)).toEqual([money])
    expect((await claimsOf('review=none')).map(({ id }: { id: string }) => id)).not.toContain(money)
    expect((await get('/v1/claims/facets?by=review')).body.facets[0].values).toContainEqual({
      value: 'confirmed',
      count: 1,
    })
  })

  it('corrects fields, keeps what the rule had read beside them, and filters find the corrected value', async () => {
    const { body } = await review(money, { review: 'corrected', corrections: { currency: 'EUR', measure: null } })
    expect(body).toMatchObject({ currency: 'EUR', number: 24e9, surface: '$24bn' })
    expect(body.measure).toBeUndefined()
    expect(body.review).toMatchObject({
      status: 'corrected',
      by: 'tester',
      extracted: { currency: 'USD', measure: 'Exports' },
    })
    expect((await claimsOf('currency=EUR&type=figure')).map(({ id }: { id: string }) => id)).toEqual([money])
    expect(await claimsOf('currency=USD&type=figure')).toEqual([])
    expect((await claimsOf('measure=exports&type=figure')).map(({ id }: { id: string }) => id)).not.toContain(money)
  })

  it('moves a figure to another actor', async () => {
    const ships = (await claimsOf('type=figure&unit=ship'))[0]
    const [norway] = (await get('/v1/actors?name=Norway')).body.items
    const corrections = { subject: { actorId: norway.id, name: 'Norway' } }
    expect((await review(ships.id, { review: 'corrected', corrections })).status).toBe(200)
    expect((await claimsOf('subject=Norway&unit=ship&type=figure')).map(({ id }: { id: string }) => id)).toEqual([
      ships.id,
    ])
  })

  it('moves a mention to another actor, whose name and kind it takes', async () => {
    const other = (
      await publish({
        url: 'https://example.org/chile',
        text: 'Chile sold 4 ships. Chileans said so. Norway bought them.',
      })
    ).body.article.id
    const mentions = (await get(`/v1/articles/${other}/claims?type=actor`)).body.items
    const [chile] = (await get('/v1/actors?name=Chile')).body.items
    const norway = mentions.find(({ name }: { name: string }) => name === 'Norway')
    const { body } = await review(norway.id, { review: 'corrected', corrections: { actorId: chile.id } })
    expect(body).toMatchObject({ actorId: chile.id, name: 'Chile', kind: 'place', surface: 'Norway' })
    expect((await get(`/v1/actors/${chile.id}`)).body).toMatchObject({
      name: 'Chile',
      aliases: expect.arrayContaining(['Norway']),
    })
    await review(norway.id, { review: 'none' })
    expect((await get(`/v1/actors/${chile.id}`)).body.aliases).not.toContain('Norway')
  })

  it('leaves rejected claims out unless they are asked for, and an actor that no claim mentions any more goes', async () => {
    const [mention] = (await claimsOf('type=actor')).filter(({ name }: { name: string }) => name === 'Ada Berg')
    await review(mention.id, { review: 'rejected' })
    const left = (await claimsOf('type=actor')).map(({ id }: { id: string }) => id)
    expect(left).not.toContain(mention.id)
    expect((await claimsOf('review=rejected')).map(({ id }: { id: string }) => id)).toEqual([mention.id])
    expect((await claimsOf('review=any&type=actor')).length).toBe(left.length + 1)
    expect((await get(`/v1/actors/${mention.actorId}`)).status).toBe(404)
    expect((await get(`/v1/claims/${mention.id}`)).body.review.status).toBe('rejected')
    await review(mention.id, { review: 'none' })
    expect((await claimsOf('type=actor')).map(({ id }: { id: string }) => id)).toContain(mention.id)
    expect((await get(`/v1/actors/${mention.actorId}`)).status).toBe(200)
    expect((await get(`/v1/claims/${mention.id}`)).body.review).toBeUndefined()
  })

  it('keeps every review', async () => {
    const { body } = await get(`/v1/claims/${money}/reviews`)
    expect(body.items.map(({ review }: { review: string }) => review)).toEqual(['corrected', 'confirmed'])
    expect(body.items[0].corrections).toEqual({ currency: 'EUR', measure: null })
    const [first] = (await get(`/v1/claims/${money}/reviews?limit=1`)).body.items
    const next = (await get(`/v1/claims/${money}/reviews?limit=1`)).body.next
    expect(first).toEqual(body.items[0])
    expect((await get(`/v1/claims/${money}/reviews?limit=1&after=${next}`)).body.items).toEqual([body.items[1]])
    expect((await get('/v1/claims/clm_0/reviews')).status).toBe(404)
  })

  it('holds again when the same text is stored again, under new metadata or after a deletion, and not for another text', async () => {
    const reviewed = (await get(`/v1/claims/${money}`)).body
    await publish({ title: 'New title' })
    expect((await get(`/v1/claims/${money}`)).body).toEqual(reviewed)
    await send({ method: 'DELETE', url: `/v1/articles/${article}`, headers: writer })
    expect((await get(`/v1/claims/${money}/reviews`)).body.items).toHaveLength(2)
    await publish()
    expect((await get(`/v1/claims/${money}`)).body).toEqual(reviewed)
    expect(await claimsOf('currency=EUR&type=figure')).toHaveLength(1)
    await publish({ text: text.replace('$24bn', '$25bn') })
    expect((await get(`/v1/claims/${money}`)).body).toMatchObject({ surface: '$25bn', currency: 'USD' })
    expect((await get(`/v1/claims/${money}`)).body.review).toBeUndefined()
    await publish()
    expect((await get(`/v1/claims/${money}`)).body).toEqual(reviewed)
  })

  it('refuses to overwrite what the reviewer has not seen (412), and to guess (428)', async () => {
    const seen = await tagOf(money)
    expect((await review(money, { review: 'confirmed' }, seen)).status).toBe(200)
    const late = await review(money, { review: 'rejected' }, seen)
    expect([late.status, late.body.type]).toEqual([412, '/problems/precondition-failed'])
    expect((await review(money, { review: 'rejected' }, `W/${await tagOf(money)}`)).status).toBe(412)
    expect((await review(money, { review: 'rejected' }, '"nonsense"')).status).toBe(412)
    const blind = await send({
      method: 'PATCH',
      url: `/v1/claims/${money}`,
      payload: { review: 'rejected' },
      headers: reviewer,
    })
    expect([blind.status, blind.body.type]).toEqual([428, '/problems/precondition-required'])
    expect((await get(`/v1/claims/${money}`)).body.review.status).toBe('confirmed')
    // what was written elsewhere meanwhile does not matter
    const tag = await tagOf(money)
    await publish({ url: 'https://example.org/elsewhere', text: 'Nothing to do with it: 5 ships.' })
    expect((await review(money, { review: 'confirmed' }, tag)).status).toBe(200)
    expect((await review(money, { review: 'confirmed' }, '*')).status).toBe(200)
  })

  it('refuses what does not fit the claim, naming the field, and changes nothing', async () => {
    const before = await contentsOf(store)
    const actor = (await claimsOf('type=quote'))[0]
    for (const [id, payload, pointer] of [
      [money, { review: 'corrected' }, '/corrections'],
      [money, { review: 'confirmed', corrections: { number: 1 } }, '/corrections'],
      [money, { review: 'corrected', corrections: {} }, '/corrections'],
      [money, { review: 'corrected', corrections: { iso: '2022' } }, '/corrections/iso'],
      [money, { review: 'corrected', corrections: { number: 'many' } }, '/corrections/number'],
      [money, { review: 'corrected', corrections: { kind: 'nonsense' } }, '/corrections/kind'],
      [money, { review: 'corrected', corrections: { kind: null } }, '/corrections/kind'],
      [money, { review: 'corrected', corrections: { start: 1 } }, '/corrections/start'],
      [
        money,
        { review: 'corrected', corrections: { subject: { actorId: 'act_0', name: 'x' } } },
        '/corrections/subject/actorId',
      ],
      [
        actor.id,
        { review: 'corrected', corrections: { source: { surface: 'Nobody', start: 0, end: 6 } } },
        '/corrections/source/surface',
      ],
      [money, { review: 'fine' }, '/review'],
      [money, { review: 'confirmed', who: 'me' }, '/who'],
      [money, {}, '/review'],
    ] as const) {
      const { status, body } = await review(id, payload, '*')
      expect([status, body.type], JSON.stringify(payload)).toEqual([400, '/problems/invalid-body'])
      expect(body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer)
    }
    expect((await review('clm_0', { review: 'confirmed' }, '*')).status).toBe(404)
    expect(await contentsOf(store)).toEqual(before)
  })

  it('needs a key for reviews', async () => {
    const ask = (headers: object) =>
      send({
        method: 'PATCH',
        url: `/v1/claims/${money}`,
        payload: { review: 'rejected' },
        headers: { 'if-match': '*', ...headers },
      })
    expect((await ask({})).status).toBe(401)
    expect((await ask(writer)).status).toBe(403)
  })
})
