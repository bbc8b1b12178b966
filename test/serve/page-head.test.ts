import { describe, expect, it } from 'vitest'
import { buildOnce } from '../build.ts'
import { startService, startServiceWith } from './service.ts'

buildOnce()
const { send, get, app, authorize } = await startService()
const key = authorize('ingest')
const title = '</title><script>alert(1)</script> "Port" & co'
const { body } = await send({
  method: 'POST',
  url: '/v1/articles',
  headers: key,
  payload: {
    text: 'Exports of Norway rose by 4% to $24bn in 2022. “We are <b>proud</b> of it,” Mayor Ada Berg said.',
    title,
    publication: 'Evil "Weekly"',
    publishedAt: '2024-03-01',
  },
})
const article = body.article.id as string
const claims = (await get(`/v1/articles/${article}/claims`)).body.items as {
  id: string
  surface: string
  type: string
}[]
const headOf = async (url: string, headers = {}) => {
  const { body: html, statusCode } = await app.inject({ url, headers: { host: 'facts.example', ...headers } })
  expect(statusCode).toBe(200)
  const properties = [...html.matchAll(/<meta property="og:(\w+)" content="([^"]*)" \/>/g)]
  return { html, og: Object.fromEntries(properties.map(([, name, content]) => [name, readHtml(content!)])) }
}
const readHtml = (text: string) => text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)))

describe('a link to the page, pasted somewhere else', () => {
  it('unfurls to the article, with everything in it escaped', async () => {
    const { html, og } = await headOf(`/articles/${article}`)
    expect(og).toMatchObject({ title, type: 'article', url: `http://facts.example/articles/${article}` })
    expect(og.description).toMatch(/^Evil "Weekly" · 2024-03-01 – 1 quote, 2 figures, 1 date, \d actors, each traced/)
    expect(html).not.toContain('<script>alert')
    expect(html.match(/<title>/g)).toHaveLength(1)
  })

  it('unfurls to the claim, with its card as the picture', async () => {
    const figure = claims.find(({ surface }) => surface === '$24bn')!
    const { og } = await headOf(`/claims/${figure.id}`)
    expect(og.title).toBe('“$24bn” – Exports, Norway')
    expect(og.description).toContain('Exports of Norway rose by 4% to $24bn in 2022.')
    expect(og.image).toBe(`http://facts.example/v1/claims/${figure.id}/card?format=png`)
    const quote = claims.find(({ type }) => type === 'quote')!
    expect((await headOf(`/claims/${quote.id}`)).og.title).toMatch(/ – Ada Berg$/)
  })

  it('unfurls to actors, searches and comparisons, and to nothing made up for what is not there', async () => {
    const [actor] = (await get('/v1/actors?name=Ada%20Berg')).body.items
    expect((await headOf(`/actors/${actor.id}`)).og).toMatchObject({ title: 'Ada Berg', type: 'profile' })
    expect((await headOf('/?q=trade%20"x"')).og.title).toBe('trade "x" – Library')
    expect((await headOf('/compare')).og.title).toBe('Compare')
    for (const url of ['/articles/art_0', '/claims/clm_0', '/actors/act_0']) expect((await headOf(url)).og).toEqual({})
  })

  it('tells nothing of what is stored where reading needs a key', async () => {
    const closed = await startServiceWith({ READ_REQUIRES_KEY: 'true' })
    const url = '/articles/art_f1cb46ce127af04d'
    expect((await closed.app.inject(url)).body).not.toContain('Kazakhstan')
    const reader = closed.authorize('read')
    expect((await closed.app.inject({ url, headers: reader })).body).toContain('Kazakhstan')
  })
})
