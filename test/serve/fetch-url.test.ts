import { describe, expect, it } from 'vitest'
import { createPageFetcher } from '../../src/fetch/for-service.ts'
import { filler, openSite, pageOf, redirect, send } from '../fetch/site.ts'
import { startService, startServiceFetching } from './service.ts'

const { origin, seen } = await openSite({
  '/1': send(pageOf('Report 1', `Exports rose by 4% last year. ${filler}`, filler)),
  '/elsewhere': redirect('http://other.test/'),
  '/feed.xml': send('<rss version="2.0"><channel></channel></rss>', 'application/rss+xml'),
  '/empty': send('<html><body></body></html>'),
})
const port = new URL(origin).port
const { fetchPage } = createPageFetcher('127.0.0.1', true, undefined, 2000)
const fetching = await startServiceFetching(fetchPage)
const plain = await startService()
const post = ({ send, authorize }: typeof plain, payload: object) =>
  send({ method: 'POST', url: '/v1/articles', payload, headers: authorize('ingest') })

describe('POST /v1/articles with a url alone', () => {
  it('stores the page of an allowed host', async () => {
    const { status, body } = await post(fetching, { url: `${origin}/1`, publication: 'Mine' })
    expect(status).toBe(201)
    expect(body.article).toMatchObject({
      url: `${origin}/1`,
      title: 'Report 1',
      publication: 'Mine',
      counts: { figure: 1 },
    })
    expect((await post(fetching, { url: `${origin}/1`, publication: 'Mine' })).body.outcome).toBe('unchanged')
  })

  it.each([
    [`${origin}/missing`, 422, /responds with 404/],
    [`${origin}/feed.xml`, 422, /not a page/],
    [`${origin}/empty`, 422, /no article/],
    [`${origin}/elsewhere`, 422, /other\.test, which may not be fetched/],
    [`http://localhost:${port}/1`, 400, /fetches no pages of localhost/],
    ['https://example.org/', 400, /fetches no pages of example\.org/],
    [`http://127.0.0.1.example.org:${port}/1`, 400, /fetches no pages of 127\.0\.0\.1\.example\.org/],
  ])('refuses %s', async (url, status, detail) => {
    const answer = await post(fetching, { url })
    expect([answer.status, answer.body.detail]).toEqual([status, expect.stringMatching(detail)])
  })

  it('is off by default, and says so', async () => {
    seen.length = 0
    const { status, body } = await post(plain, { url: `${origin}/1` })
    expect([status, body.detail]).toEqual([400, expect.stringMatching(/fetches no pages/)])
    expect(seen).toEqual([])
  })

  it('needs a key', async () => {
    const { status } = await fetching.send({ method: 'POST', url: '/v1/articles', payload: { url: `${origin}/1` } })
    expect([status, seen.length]).toEqual([401, 0])
  })

  it('reaches no private address unless that is allowed as well', async () => {
    const { fetchPage, close } = createPageFetcher('*', false, undefined, 2000)
    await expect(fetchPage(`${origin}/1`)).rejects.toThrow(/private network/)
    await close()
    expect(seen).toEqual([])
  })
})
