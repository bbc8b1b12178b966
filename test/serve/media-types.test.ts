import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import jsonld from 'jsonld'
import type { Quotation, Claim as SchemaClaim, WithContext } from 'schema-dts'
import { describe, expect, it } from 'vitest'
import type { Claim } from '../../src/model/claim/index.ts'
import { findSpeakers } from '../../src/serve/present/claims.ts'
import { toSchemaOrg } from '../../src/serve/present/schema-org.ts'
import { findClaim } from '../../src/store/read.ts'
import { startService } from './service.ts'

const { app, get, store } = await startService()
const annotation = 'application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"'
const schemaOrg = 'application/ld+json;profile="https://schema.org"'
const lists = [
  '/v1/claims?limit=20',
  '/v1/figures',
  '/v1/dates',
  '/v1/quotes',
  '/v1/actors/act_86f58b088cce4d39/claims',
]
const ask = async (url: string, accept: string) => {
  const response = await app.inject({ url, headers: { accept, host: 'facts.example.org' } })
  expect(response.statusCode, `${url} ${accept}`).toBe(200)
  return response
}
const itemsOf = async (url: string) => (await get(url)).body.items as Claim[]

describe('the format of an answer', () => {
  it('is JSON unless something else is asked for, the best of what a client takes, and 406 with a list when there is none', async () => {
    const [claim] = await itemsOf('/v1/claims?limit=1')
    for (const url of [...lists, `/v1/claims/${claim!.id}`])
      for (const [accept, type] of [
        ['*/*', 'application/json'],
        ['text/html, application/xhtml+xml, */*;q=0.8', 'application/json'],
        ['application/ld+json', 'application/ld+json'],
        ['text/csv;q=0.5, application/x-ndjson', 'application/x-ndjson'],
        ['text/*', 'text/csv'],
        [schemaOrg, 'application/ld+json;profile="https://schema.org"'],
      ] as const)
        expect((await ask(url, accept)).headers['content-type'], accept).toContain(type)
    const { status, body } = await get('/v1/claims', { accept: 'text/html' })
    expect([status, body.type]).toEqual([406, '/problems/not-acceptable'])
    expect(body.errors[0].allowed).toEqual([
      'application/json',
      annotation,
      schemaOrg,
      'application/x-ndjson',
      'text/csv',
    ])
    expect((await get('/v1/extractors', { accept: 'text/csv' })).body.errors[0].allowed).toEqual(['application/json'])
  })

  it('refuses additions that only JSON has, instead of leaving them out', async () => {
    for (const [accept, query] of [
      ['text/csv', 'fields=surface'],
      [annotation, 'expand=article'],
      ['application/x-ndjson', 'count=true'],
      [schemaOrg, 'query=true'],
    ] as const)
      expect((await get(`/v1/claims?${query}`, { accept })).body.type, query).toBe('/problems/invalid-parameter')
    const { text } = await get('/v1/claims?limit=2&fields=surface', { accept: 'application/x-ndjson' })
    expect(
      text
        .trim()
        .split('\n')
        .map((line) => Object.keys(JSON.parse(line))),
    ).toEqual([['surface'], ['surface']])
  })
})

describe('NDJSON and CSV', () => {
  it('come by `format` too, whatever is accepted, page after page', async () => {
    const url = '/v1/figures?order=-number&limit=2'
    for (const [format, type] of [
      ['csv', 'text/csv'],
      ['ndjson', 'application/x-ndjson'],
      ['json', 'application/json'],
    ] as const) {
      const response = await ask(`${url}&format=${format}`, 'application/ld+json')
      expect(response.headers['content-type']).toContain(type)
      expect(response.body).toBe((await ask(url, type)).body)
      const next = /<(?<url>[^>]+)>; rel="next"/.exec(String(response.headers.link))!.groups!.url!
      expect((await ask(next, '*/*')).headers['content-type']).toContain(type)
    }
    expect((await get('/v1/figures?format=xlsx')).body.errors[0]).toMatchObject({
      parameter: 'format',
      allowed: ['json', 'ndjson', 'csv'],
    })
  })

  it('have the claims of the page, line by line, and the next page in Link', async () => {
    for (const url of lists) {
      const items = await itemsOf(url)
      const lines = (await ask(url, 'application/x-ndjson')).body.trimEnd().split('\n')
      expect(lines.map((line) => JSON.parse(line))).toEqual(items)
      const rows = parse((await ask(url, 'text/csv')).body, { columns: true }) as Record<string, string>[]
      expect(rows.map(({ id }) => id)).toEqual(items.map(({ id }) => id))
    }
    const first = await ask('/v1/claims?limit=3', 'text/csv')
    const next = /<(?<url>[^>]+)>; rel="next"/.exec(String(first.headers.link))!.groups!.url!
    const [row] = parse((await ask(next, 'text/csv')).body, { columns: true }) as Record<string, string>[]
    expect(row!.id).toBe((await itemsOf('/v1/claims?limit=4'))[3]!.id)
  })
})

// https://www.w3.org/ns/anno.jsonld (W3C Document License), so that nothing is fetched
const context = JSON.parse(readFileSync(join(import.meta.dirname, 'anno.json'), 'utf8'))
const documentLoader = async (url: string) => {
  expect(url).toBe('http://www.w3.org/ns/anno.jsonld')
  return { document: context, documentUrl: url, contextUrl: undefined }
}
// biome-ignore lint/suspicious/noExplicitAny: expanded JSON-LD
type Node = Record<string, any>
const oa = 'http://www.w3.org/ns/oa#'
/** Expands in safe mode: a term that the context does not know, or a value that would be dropped, is an error. */
const expand = async (body: string) =>
  await (jsonld.expand as (document: object, options: object) => Promise<Node[]>)(JSON.parse(body), {
    documentLoader,
    safe: true,
  })

/** What https://www.w3.org/TR/annotation-model/ says an annotation MUST have. */
function checkAnnotation(node: Node, claim: Claim, text: string): void {
  expect(node['@type']).toEqual([`${oa}Annotation`])
  expect(node['@id']).toBe(`http://facts.example.org/v1/claims/${claim.id}`)
  expect(node[`${oa}motivatedBy`][0]['@id']).toMatch(/#(?:identifying|describing)$/)
  expect(node[`${oa}hasTarget`].length).toBeGreaterThan(0)
  for (const body of node[`${oa}hasBody`]) {
    expect(body['@type']).toEqual([`${oa}TextualBody`])
    expect(body['http://www.w3.org/1999/02/22-rdf-syntax-ns#value'][0]['@value']).toBeTruthy()
  }
  for (const target of node[`${oa}hasTarget`]) {
    expect(target[`${oa}hasSource`]).toHaveLength(1)
    for (const selector of target[`${oa}hasSelector`]) {
      const value = (name: string) => selector[`${oa}${name}`]?.[0]['@value']
      if (selector['@type'][0] === `${oa}TextPositionSelector`)
        expect([...text].slice(value('start'), value('end')).join('')).toBe(claim.surface)
      else {
        expect(selector['@type']).toEqual([`${oa}TextQuoteSelector`])
        expect(value('exact')).toBe(claim.surface)
        expect(text).toContain(`${value('prefix')}${value('exact')}${value('suffix')}`)
      }
    }
  }
}

describe('W3C Web Annotation', () => {
  it('is JSON-LD of the W3C context in which every claim is an annotation of its exact words', async () => {
    const [article] = (await get('/v1/articles?expand=text')).body.items
    for (const url of ['/v1/claims?limit=200', '/v1/quotes']) {
      const { body } = await ask(url, annotation)
      const [page] = await expand(body)
      expect(page!['@type']).toEqual(['http://www.w3.org/ns/activitystreams#OrderedCollectionPage'])
      const annotations = page!['http://www.w3.org/ns/activitystreams#items'][0]['@list'] as Node[]
      const items = await itemsOf(url)
      expect(annotations).toHaveLength(items.length)
      for (const [i, node] of annotations.entries()) checkAnnotation(node, items[i]!, article.text)
      expect(
        await jsonld.toRDF(JSON.parse(body), { documentLoader, format: 'application/n-quads' } as never),
      ).toContain(`<${oa}hasTarget>`)
    }
  })

  it('gives one claim as one annotation whose text is there to be read', async () => {
    const [claim] = await itemsOf('/v1/figures?currency=USD')
    const { body, headers } = await ask(`/v1/claims/${claim!.id}`, 'application/ld+json')
    expect(headers['content-type']).toContain('anno.jsonld')
    const source = JSON.parse(body).target[0].source as string
    const text = await app.inject({ url: new URL(source).pathname })
    expect(text.headers['content-type']).toBe('text/plain; charset=utf-8')
    checkAnnotation((await expand(body))[0]!, claim!, text.body)
    expect(JSON.parse(body).target[1].source).toBe(
      'https://cepa.org/article/kazakhstan-juggling-between-east-and-west/',
    )
    expect(JSON.parse(body).body.value).toBe('$24 billion, Kazakh-China trade, rise to, 2022')
  })
})

describe('schema.org', () => {
  it('is what the vocabulary says: quotations as Quotation, the rest as Claim', async () => {
    const claims = await itemsOf('/v1/claims?limit=200')
    for (const sourced of await findSpeakers(store, claims)) {
      // checked by the compiler against the types of the vocabulary
      const node: WithContext<SchemaClaim> | WithContext<Quotation> = toSchemaOrg('http://facts.example.org', sourced)
      expect(node['@type']).toBe(sourced.claim.type === 'quote' ? 'Quotation' : 'Claim')
    }
    const graph = JSON.parse((await ask('/v1/claims?limit=200', schemaOrg)).body)
    expect(graph['@context']).toBe('https://schema.org')
    expect(graph['@graph']).toHaveLength(claims.length)
    const [quote] = await itemsOf('/v1/quotes?source=Mukhtar Tileuberdi')
    expect(JSON.parse((await ask(`/v1/claims/${quote!.id}`, schemaOrg)).body)).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'Quotation',
      spokenByCharacter: { '@type': 'Person', name: 'Mukhtar Tileuberdi' },
      isPartOf: { '@type': 'NewsArticle', headline: 'Kazakhstan Juggling Between East and West' },
    })
    expect(await findClaim(store, quote!.id)).toEqual(quote)
  })
})
