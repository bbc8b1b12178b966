import { describe, expect, it } from 'vitest'
import type { Claim } from '../../src/model/claim/index.ts'
import { sliceCodePoints } from '../../src/text/offsets.ts'
import { startService } from './service.ts'

const { get } = await startService()
const surfaces = (answer: { body: { items: Claim[] } }) => answer.body.items.map((claim) => claim.surface)

describe('questions a fact-checker asks of the seed article', () => {
  it('who said what', async () => {
    const { body } = await get('/v1/quotes?source__exists=true')
    const said = body.items.map((quote: { source: { name: string }; cue: string; surface: string }) => [
      quote.source.name,
      quote.cue,
      quote.surface.slice(0, 24),
    ])
    expect(said).toContainEqual(['Kassym-Jomart Tokayev', 'wrote', 'which has served us well'])
    expect(said).toContainEqual(['Niva Yau', 'noted', 'that both relationships '])
    expect(said.map(([name]: string[]) => name)).not.toContain(undefined)
  })

  it('what one person said, by surname', async () => {
    const { body } = await get('/v1/quotes?source=Yau')
    expect(body.items).toHaveLength(2)
    for (const quote of body.items) expect(quote.source.name).toBe('Niva Yau')
  })

  it('figures of trade above 20 percent', async () => {
    const answer = await get('/v1/figures?unit=percent&number__gte=20&measure=trade')
    expect(surfaces(answer)).toEqual(['25%'])
    expect(answer.body.items[0]).toMatchObject({
      number: 25,
      change: 'rise',
      how: 'by',
      period: { from: '2022-01-01', to: '2022-12-31' },
    })
  })

  it('everything dated in 2022', async () => {
    expect(surfaces(await get('/v1/dates?from=2022&to=2022&kind=date'))).toEqual([
      'July',
      'last year',
      'last year',
      '2022',
    ])
    expect(surfaces(await get('/v1/dates?from=2022-07&to=2022-07&iso__prefix=2022-07'))).toEqual(['July'])
  })

  it('what the article says of China', async () => {
    const { body } = await get('/v1/claims?actor=China&type=figure&type=quote')
    expect(body.items.map((claim: Claim) => claim.surface)).toContain('top five')
    expect(body.items.map((claim: Claim) => claim.surface)).toContain('$24bn')
    const { body: unknown } = await get('/v1/claims?actor=Atlantis')
    expect(unknown).toEqual({ items: [], next: null, notes: ['actor: no actor goes by "Atlantis".'] })
  })

  it('a claim with its words', async () => {
    const [claim] = (await get('/v1/figures?currency=USD')).body.items
    const { body } = await get(`/v1/claims/${claim.id}/source`)
    expect(body.exact).toBe('$24bn')
    expect(`${body.prefix}${body.exact}${body.suffix}`).toContain('rising by more than a third to $24bn last year')
    const { body: article } = await get(`/v1/articles/${claim.articleId}?expand=text`)
    const { start, end } = body.selector.position
    expect(sliceCodePoints(article.text, start, end)).toBe('$24bn')
    expect(body.selector.quote.exact).toBe(body.exact)
    expect(body.textHash).toBe(article.textHash)
  })

  it('every claim of the article gives its words back', async () => {
    const [article] = (await get('/v1/articles?expand=text')).body.items
    const { body } = await get(`/v1/articles/${article.id}/claims?section=any&limit=200`)
    expect(body.items.length).toBeGreaterThan(90)
    for (const claim of body.items) expect(sliceCodePoints(article.text, claim.start, claim.end)).toBe(claim.surface)
  })
})

describe('articles and actors', () => {
  it('counts claims of the body by type', async () => {
    const [article] = (await get('/v1/articles')).body.items
    expect(article.text).toBeUndefined()
    for (const type of ['actor', 'date', 'figure', 'quote']) {
      const { body } = await get(`/v1/claims?type=${type}&count=true&limit=1`)
      expect(body.count).toEqual({ value: article.counts[type], relation: 'eq' })
    }
  })

  it('tells body from what stands around it', async () => {
    const { body } = await get('/v1/articles?expand=sections')
    expect(body.items[0].sections.map((section: { kind: string }) => section.kind)).toEqual([
      'body',
      'boilerplate',
      'body',
      'author-note',
      'boilerplate',
    ])
  })

  it('lists actors by mentions, with their aliases, roles and affiliations', async () => {
    const { body } = await get('/v1/actors?kind=person')
    expect(body.items[0]).toMatchObject({ name: 'Kassym-Jomart Tokayev', role: 'President', affiliation: 'Kazakhstan' })
    expect(body.items[0].aliases).toContain('President Tokayev')
    expect(body.items.map((actor: { name: string }) => actor.name)).toContain('Mukhtar Tileuberdi')
    const { body: minister } = await get('/v1/actors?name=mukhtar%20tileuberdi')
    expect(minister.items[0]).toMatchObject({ role: 'Minister of Foreign Affairs', affiliation: 'Kazakhstan' })
  })

  it('gives everything said by or of one actor', async () => {
    const [actor] = (await get('/v1/actors?name=Tokayev')).body.items
    expect((await get(`/v1/actors/${actor.id}`)).body).toEqual(actor)
    const all = (await get(`/v1/actors/${actor.id}/claims?limit=200`)).body.items
    expect(new Set(all.map((claim: Claim) => claim.type))).toEqual(new Set(['actor', 'quote']))
    const said = await get(`/v1/actors/${actor.id}/claims?relation=source`)
    expect(said.body.items.map((claim: Claim) => claim.type)).toEqual(['quote', 'quote'])
  })

  it('counts by property under the same filters', async () => {
    const { body } = await get('/v1/claims/facets?by=type&by=actor&by=unit&limit=2')
    const [types, actors, units] = body.facets
    expect(types.values[0]).toEqual({ value: 'actor', count: expect.any(Number) })
    expect(types.more).toBe(true)
    expect(actors.values[0].name).toBe('Kazakhstan')
    expect(units.values[0].value).toBe('percent')
    const { body: quotes } = await get('/v1/claims/facets?by=kind&type=quote')
    const total = quotes.facets[0].values.reduce((sum: number, { count }: { count: number }) => sum + count, 0)
    expect(total).toBe((await get('/v1/quotes?count=true')).body.count.value)
  })
})

describe('what a list gives besides its items', () => {
  it('says the query back', async () => {
    const { body } = await get('/v1/figures?kind=money&currency=USD&number__gte=1e9&query=true')
    expect(body.query.sentence).toBe(
      'figure claims where kind is money and number is at least 1000000000 and currency is USD and section is body and review is not rejected, ordered by position.',
    )
  })

  it('narrows items to the fields asked for', async () => {
    const { body } = await get('/v1/claims?type=figure&fields=surface&fields=number')
    expect(body.items).toEqual([])
    expect(body.selected[1]).toEqual({ surface: 'sixfold', number: 6 })
  })

  it('narrows articles and actors too, with what is only given where it is asked for', async () => {
    const { body: articles } = await get('/v1/articles?fields=title&fields=publishedAt&limit=1')
    expect(articles).toMatchObject({
      items: [],
      selected: [{ title: expect.any(String), publishedAt: expect.any(String) }],
    })
    expect(Object.keys(articles.selected[0])).toHaveLength(2)
    expect((await get('/v1/articles?fields=text')).body.selected[0].text.length).toBeGreaterThan(1000)
    const { body: actors } = await get('/v1/actors?fields=name&limit=2')
    expect(actors.selected).toEqual([{ name: expect.any(String) }, { name: expect.any(String) }])
  })

  it('expands what the items point at, each once', async () => {
    const { body } = await get('/v1/quotes?source=Yau&expand=article&expand=actors')
    expect(body.articles).toHaveLength(1)
    expect(body.actors.map((actor: { name: string }) => actor.name)).toEqual(['Niva Yau'])
  })

  it('marks searched words in code points', async () => {
    const { body } = await get('/v1/quotes?q="foreign policy" Yau&highlight=true')
    const [quote] = body.items
    const marked = body.highlights.filter((mark: { id: string }) => mark.id === quote.id)
    expect(
      marked.map((mark: { field: 'surface' | 'sentence'; start: number; end: number }) =>
        sliceCodePoints(mark.field === 'surface' ? quote.surface : quote.sentence.text, mark.start, mark.end),
      ),
    ).toContain('foreign policy')
  })

  it('searches plain words whatever they hold: nothing is syntax', async () => {
    for (const words of [
      '12.5%',
      'foo-bar',
      '"',
      'a" OR "b',
      'NEAR(a b)',
      'surface:x',
      '*',
      "'; DROP TABLE claims; --",
      'AND OR NOT',
      'a\u0000b',
      '"\u0000x',
    ])
      expect([200, 400]).toContain((await get(`/v1/claims?q=${encodeURIComponent(words)}`)).status)
    expect(
      (await get('/v1/claims?q=trade -russia&type=figure')).body.items.map((claim: Claim) => claim.surface),
    ).toEqual(['more than a third', '$24bn'])
  })
})

describe('orders', () => {
  it('sorts figures by number, those without one last, either way', async () => {
    const up = (await get('/v1/figures?order=number')).body.items.map(
      (figure: { number?: number; low?: number }) => figure.number ?? figure.low,
    )
    expect(up).toEqual([...up].sort((a, b) => a - b))
    const down = (await get('/v1/figures?order=-number')).body.items.map(
      (figure: { number?: number; low?: number }) => figure.number ?? figure.low,
    )
    expect(down).toEqual([...up].reverse())
  })

  it('sorts dates by day, those without one last', async () => {
    const days = (await get('/v1/dates?order=date')).body.items.map((date: { from?: string }) => date.from)
    const known = days.filter(Boolean)
    expect(known).toEqual([...known].sort())
    expect(days.slice(0, known.length)).toEqual(known)
  })
})
