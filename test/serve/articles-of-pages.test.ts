import { describe, expect, it } from 'vitest'
import { startService } from './service.ts'

const { send, get, authorize } = await startService()
const key = authorize('ingest')
const text = 'Exports of Norway rose by 4% to $24bn last year, Mayor Ada Berg said.'
const post = (payload: object, query = '') =>
  send({ method: 'POST', url: `/v1/articles${query}`, payload, headers: key })
const page = (head: string) =>
  `<html lang="en"><head><title>Mill grinds on</title>${head}</head><body><article><h1>Mill grinds on</h1><p>The mill at Norrby ground 800 tonnes of rye last winter, its owner, Cy Dole, said on Friday, and will grind more of it this year if the river allows.</p><p>Eleven people work there, two more than a year ago, and the baker buys half of all flour.</p></article></body></html>`

describe('an article', () => {
  it('is one, however its address is spelled, and is found by any spelling', async () => {
    const { body } = await post({ text, url: 'http://www.port.example/exports/?utm_source=feed' })
    expect(body.outcome).toBe('added')
    const again = await post({ text: `${text} It may rise.`, url: 'https://port.example/exports' })
    expect([again.body.outcome, again.body.article.id]).toEqual(['replaced', body.article.id])
    for (const filter of [
      'url=http://port.example/exports/',
      'url=https://www.port.example/exports?fbclid=1',
      'url__prefix=https://port.example',
      'url__prefix=http://www.port.example/exp',
    ])
      expect((await get(`/v1/articles?${filter}`)).body.items.map(({ url }: { url: string }) => url)).toEqual([
        'https://port.example/exports',
      ])
    expect((await get('/v1/articles?url=https://port.example/export')).body.items).toEqual([])
  })

  it('is found by each of its authors, and by the byline as a whole', async () => {
    const { body } = await post({ text: `${text} Of two.`, author: 'Cleo Enge and Dag Ek' })
    const found = async (query: string) =>
      (await get(`/v1/articles?${query}`)).body.items.map(({ id }: { id: string }) => id)
    for (const query of ['author=dag ek', 'author=Cleo Enge', 'author=Cleo Enge and Dag Ek', 'author__prefix=Dag'])
      expect(await found(query), query).toEqual([body.article.id])
    expect(await found('author=Ek')).toEqual([])
    const claims = async (query: string) => (await get(`/v1/claims?${query}`)).body.items.length
    expect(await claims('author=Dag Ek')).toBe(await claims(`article=${body.article.id}`))
    expect(await claims('author=Dag Ek')).toBeGreaterThan(0)
    for (const order of ['number', '-published', 'relevance&q=million']) await claims(`author=Dag Ek&order=${order}`)
    // of an article that takes the place of another, its own
    const url = 'https://two.example/1'
    await post({ text: `${text} Of two, and longer.`, author: 'Cleo Enge, Hal Ito', url })
    await post({ text: `${text} Of two, and longest.`, author: 'Fay Gil', url })
    expect(await found('author=Hal Ito')).toEqual([])
    expect(await found('author=Cleo Enge')).toEqual([body.article.id])
  })

  it('lists its authors beside the byline, in articles and in CSV', async () => {
    const { body } = await post({
      text: `${text} Twice.`,
      author: 'Ada Berg and Bo Dahl',
      url: 'https://port.example/two',
    })
    expect(body.article).toMatchObject({ author: 'Ada Berg and Bo Dahl', authors: ['Ada Berg', 'Bo Dahl'] })
    const listed = await post({ text: `${text} Thrice.`, authors: ['Berg, Ada', 'Bo Dahl'] })
    expect(listed.body.article).toMatchObject({ author: 'Berg, Ada, Bo Dahl', authors: ['Berg, Ada', 'Bo Dahl'] })
    const csv = (await get(`/v1/articles/${body.article.id}/claims`, { accept: 'text/csv' })).text.split('\r\n')
    expect(csv[0]).toMatch(/,authors$/)
    expect(csv[1]).toContain('"[""Ada Berg"",""Bo Dahl""]"')
  })

  it('says in a dry run where its day was found', async () => {
    const source = async (payload: object) => (await post(payload, '?dryRun=true')).body.publishedAtSource
    expect(await source({ text, publishedAt: '2024-03-01' })).toBe('request')
    expect(await source({ html: page('<meta property="article:published_time" content="2024-03-01">') })).toBe('meta')
    expect(await source({ html: page('<link rel="canonical" href="https://mill.example/2024/03/01/mill">') })).toBe(
      'url',
    )
    expect(await source({ html: page('') })).toBeUndefined()
    expect((await post({ text: `${text} Again.`, publishedAt: '2024-03-01' })).body.publishedAtSource).toBeUndefined()
  })
})
