import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffWords } from '../../src/compare/word-diff.ts'
import { startService } from './service.ts'

const { send, get, authorize } = await startService()
const writer = authorize('ingest')
const publish = async (text: string, publication: string, publishedAt: string) =>
  (await send({ method: 'POST', url: '/v1/articles', payload: { text, publication, publishedAt }, headers: writer }))
    .body.article.id as string
const herald = await publish(
  'Mayor Ada Berg opened the port. “We are proud of the port and of the people who run it at night,” Berg said on Monday.',
  'Herald',
  '2024-03-01',
)
const post = await publish(
  'The mayor of the town, Ada Berg, spoke to workers. “We are proud of the port and of the people who run it,” said Ada Berg.',
  'Post',
  '2024-03-02',
)
const other = await publish(
  '“We are proud of the port and of the people who run it,” said Luis Rojas, who used to run it.',
  'Wire',
  '2024-03-02',
)

describe('GET /v1/comparisons/quotes', () => {
  it('puts the same words of the same speaker side by side, with what each leaves out', async () => {
    const { status, body } = await get('/v1/comparisons/quotes')
    expect(status).toBe(200)
    expect(body.items).toMatchObject([
      {
        speaker: 'Ada Berg',
        articleCount: 2,
        outletCount: 2,
        claimCount: 2,
        longest: expect.stringMatching(/at night/),
      },
    ])
    const [first, second] = body.items[0].claims
    expect(first).toMatchObject({ articleId: herald, publication: 'Herald', leavesOut: [], adds: [] })
    expect(second).toMatchObject({ articleId: post, cue: 'said', leavesOut: ['at night,'], adds: [] })
  })

  it('takes the filters of quotes', async () => {
    const of = async (query: string) => (await get(`/v1/comparisons/quotes?${query}`)).body.items.length
    expect(await of(`article=${post}`)).toBe(1)
    expect(await of('source=Ada%20Berg&order=-published')).toBe(1)
    expect(await of('q=night&publication=Herald')).toBe(1)
    expect(await of(`article=${other}`)).toBe(0)
    expect(await of('publication=Wire')).toBe(0)
    const { status, body } = await get('/v1/comparisons/quotes?unit=percent')
    expect([status, body.errors[0].parameter]).toEqual([400, 'unit'])
  })

  it('gives the others beside one quote, and goes when there are none', async () => {
    const [quote] = (await get(`/v1/articles/${herald}/claims?type=quote`)).body.items
    expect((await get(`/v1/claims/${quote.id}/comparable`)).body).toMatchObject({
      agree: 0,
      differ: 1,
      items: [],
      quotes: [{ articleId: post, leavesOut: ['at night,'] }],
    })
    await send({ method: 'DELETE', url: `/v1/articles/${post}`, headers: writer })
    expect((await get('/v1/comparisons/quotes')).body.items).toEqual([])
    expect((await get(`/v1/claims/${quote.id}/comparable`)).body).toEqual({
      claimId: quote.id,
      agree: 0,
      differ: 0,
      items: [],
    })
  })
})

describe('what a version leaves out', () => {
  const words = fc.array(fc.constantFrom('we', 'will', 'never', 'give', 'up', 'our', 'land'), { maxLength: 30 })
  it('is nothing of the same words, and all of none', () => {
    fc.assert(
      fc.property(words, (some) => {
        const text = some.join(' ')
        expect(diffWords(text, text)).toEqual({ leavesOut: [], adds: [] })
        expect(diffWords(text, '').leavesOut.join(' ')).toBe(text)
      }),
    )
  })

  it('and what it adds account for every word of both', () => {
    fc.assert(
      fc.property(words, words, (one, two) => {
        const { leavesOut, adds } = diffWords(one.join(' '), two.join(' '))
        const count = (stretches: string[]) => stretches.flatMap((stretch) => stretch.split(' ')).length
        expect(one.length - count(leavesOut)).toBe(two.length - count(adds))
      }),
    )
  })
})
