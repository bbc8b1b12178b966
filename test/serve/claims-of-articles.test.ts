import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { startService } from './service.ts'

const folder = mkdtempSync(join(tmpdir(), 'article-facts-of-articles-'))
mkdirSync(join(folder, 'news'))
const articles = [
  { publication: 'The Example', author: 'Ada Berg', language: 'en-US', publishedAt: '2024-03-01' },
  { publication: 'The Example', author: 'Juan Peña', language: 'en-GB', publishedAt: '2024-01-01' },
  { publication: 'Weekly Sample', author: 'Ada Berg', publishedAt: '2024-02-01' },
  { publication: 'Weekly Sample' },
]
for (const [i, metadata] of articles.entries()) {
  writeFileSync(
    join(folder, 'news', `${i}.txt`),
    `Exports of Norway rose by ${i + 3}% to $${i + 20}bn last year, Mayor Ada Berg said. Peru sold ${i + 5} tonnes of copper in May 2022, and the ministry expects more.`,
  )
  writeFileSync(join(folder, 'news', `${i}.json`), JSON.stringify(metadata))
}
const { get } = await startService(join(folder, 'news'))
type Item = { surface: string; articleId: string; id: string }
const of = async (query: string) => (await get(`/v1/figures?limit=200&${query}`)).body.items as Item[]
const surfaces = async (query: string) => (await of(query)).map(({ surface }) => surface)

describe('claims by what is known of their article', () => {
  it('filters by publication and author, whatever their case', async () => {
    expect(await surfaces('publication=the example&unit=percent')).toEqual(['3%', '4%'])
    expect(await surfaces('author=ADA BERG&unit=percent')).toEqual(['3%', '5%'])
    expect(await surfaces('author__prefix=juan&unit=percent')).toEqual(['4%'])
    expect(await surfaces('publication__not=The Example&unit=percent&publication__exists=true')).toEqual([
      '60%',
      '25%',
      '5%',
      '6%',
    ])
    expect(await surfaces('author__exists=false&publication__exists=true&unit=percent')).toEqual(['6%'])
    expect(await surfaces('publication=The Example&publication=Weekly Sample&unit=percent')).toHaveLength(4)
  })

  it('takes a language with all its regions, and a region alone', async () => {
    expect((await surfaces('language=en&unit=percent&publication__exists=true')).length).toBe(4)
    expect(await surfaces('language=en-US&unit=percent')).toEqual(['3%'])
    for (const tag of ['EN_us', 'en-us', 'EN-US'])
      expect(await surfaces(`language=${tag}&unit=percent`)).toEqual(['3%'])
    expect(await surfaces('language=fr')).toEqual([])
    expect(await surfaces('language__not=en-US&unit=percent&publication=The Example')).toEqual(['4%'])
    const { status, body } = await get('/v1/claims?language=English!')
    expect([status, body.errors[0].parameter]).toEqual([400, 'language'])
    for (const language of ['en', 'EN', 'en_GB'])
      expect((await get(`/v1/articles?language=${language}&publication=The Example`)).body.items).toHaveLength(
        language === 'en_GB' ? 1 : 2,
      )
  })

  it('keeps every order, page by page', async () => {
    for (const filter of ['publication=Weekly Sample', 'author=Ada Berg', 'language=en', 'language=en-GB'])
      for (const order of ['position', 'number', '-number', 'date', '-date', 'published', '-published']) {
        const whole = await of(`${filter}&order=${order}`)
        // the same claims as without the filter, in the same order
        const chosen = new Set(whole.map(({ id }) => id))
        const all = await of(`order=${order}`)
        expect(whole).toEqual(all.filter(({ id }) => chosen.has(id)))
        const paged: Item[] = []
        for (let after = ''; ; ) {
          const { body } = await get(`/v1/figures?limit=1&${filter}&order=${order}${after}`)
          paged.push(...body.items)
          if (!body.next) break
          after = `&after=${body.next}`
        }
        expect(paged, `${filter} ${order}`).toEqual(whole)
      }
  })

  it('joins them with words, actors and units', async () => {
    expect(await surfaces('publication=The Example&q=copper')).toEqual(['5 tonnes', '6 tonnes'])
    expect(await surfaces('author=Ada Berg&actor=Norway&unit=percent')).toEqual(['3%', '5%'])
    expect(await surfaces('author=Ada Berg&q=exports&order=relevance&unit=percent')).toEqual(['5%', '3%'])
  })

  it('counts by them, with and without filters', async () => {
    const { body } = await get('/v1/claims/facets?by=publication&by=author&by=language')
    for (const facet of body.facets) expect(facet.values.length).toBeGreaterThan(1)
    for (const filter of ['type=figure', 'type=figure&unit=percent', 'q=copper', 'publication=the example'])
      for (const by of ['publication', 'author', 'language']) {
        const [facet] = (await get(`/v1/claims/facets?by=${by}&${filter}`)).body.facets
        for (const { value, count } of facet.values) {
          const list = await get(
            `/v1/claims?count=true&limit=1&${filter}&${by}=${value}${by === 'language' && value === 'en' ? '&language__not=en-US&language__not=en-GB' : ''}`,
          )
          expect(list.body.count, `${by}=${value} ${filter}`).toEqual({ value: count, relation: 'eq' })
        }
      }
  })

  it('carries them in CSV', async () => {
    for (const url of [
      '/v1/figures?unit=percent&author=Juan Peña',
      '/v1/claims/export?unit=percent&author=Juan Peña',
    ]) {
      const { text } = await get(url, { accept: 'text/csv' })
      expect(parse(text, { columns: true })).toEqual([
        expect.objectContaining({ surface: '4%', publication: 'The Example', author: 'Juan Peña', language: 'en-GB' }),
      ])
    }
  })

  it('stores a language as its canonical tag', async () => {
    expect((await get('/v1/articles?publication=The Example&order=loaded')).body.items[0].language).toBe('en-US')
  })
})
