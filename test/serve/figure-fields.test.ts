import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { startService } from './service.ts'

const { send, get, authorize, app } = await startService()
const text =
  'Exports of Norway rose by 4% to $24bn last year, Mayor Ada Berg said. Chile sold 3 ships. The firm denied that it had lost $2m.'
const posted = await send({
  method: 'POST',
  url: '/v1/articles',
  payload: { text, url: 'https://example.org/fields', publishedAt: '2024-03-01' },
  headers: authorize('ingest'),
})
const article = posted.body.article.id as string
const claimsOf = async (query: string) => (await get(`/v1/claims?article=${article}&${query}`)).body.items
const surfaces = (items: { surface: string }[]) => items.map(({ surface }) => surface)

describe('who says it', () => {
  it('is a filter by name and by id, on figures, dates and actors', async () => {
    expect(surfaces(await claimsOf('attributedTo=Ada Berg&type=figure'))).toEqual(['4%', '$24bn'])
    const [figure] = await claimsOf('kind=money&attributedTo__exists=true')
    const id = figure.attributedTo.actorId as string
    expect(surfaces(await claimsOf(`attributedTo=${id}&type=date`))).toEqual(['last year'])
    expect(surfaces(await claimsOf('attributedTo__exists=false&type=figure'))).toEqual(['3 ships'])
  })

  it('is a facet, and what an actor has to do with a claim', async () => {
    const { body } = await get(`/v1/claims/facets?article=${article}&by=attributedTo&by=polarity&by=modality`)
    expect(body.facets[0].values).toEqual([expect.objectContaining({ name: 'Ada Berg', count: 4 })])
    expect(body.facets[1].values).toEqual([{ value: 'denied', count: 1 }])
    const [{ value }] = body.facets[0].values
    const related = (await get(`/v1/actors/${value}/claims?relation=attributedTo`)).body.items
    expect(surfaces(related)).toContain('$24bn')
  })

  it('stands in CSV and in JSON-LD', async () => {
    const csv = await app.inject({ url: `/v1/figures?article=${article}`, headers: { accept: 'text/csv' } })
    const [row] = parse(csv.body, { columns: true, bom: true }) as Record<string, string>[]
    expect(row).toMatchObject({ surface: '4%', attributedTo: 'Ada Berg', modality: '', baseline: '' })
    const accept = 'application/ld+json;profile="https://schema.org"'
    const { '@graph': graph } = (
      await app.inject({ url: `/v1/figures?article=${article}`, headers: { accept } })
    ).json()
    expect(graph[0].creator).toMatchObject({ '@type': 'Person', name: 'Ada Berg' })
  })
})

describe('fields that only some figures have', () => {
  it('are asked for by their being there', async () => {
    expect(await claimsOf('baseline__exists=true&modality__exists=true')).toEqual([])
    expect(surfaces(await claimsOf('polarity=denied'))).toEqual(['that it had lost $2m'])
    expect((await get('/v1/claims?modality=certain')).status).toBe(400)
  })

  it('are corrected like others: their words have to be those of the text', async () => {
    const [ships] = await claimsOf('unit=ship&type=figure')
    const { headers } = await get(`/v1/claims/${ships.id}`)
    const patch = (corrections: object) =>
      send({
        method: 'PATCH',
        url: `/v1/claims/${ships.id}`,
        payload: { review: 'corrected', corrections },
        headers: { ...authorize('review'), 'if-match': String(headers.etag) },
      })
    const wrong = await patch({ baseline: { surface: 'Norway', start: 0, end: 6 } })
    expect(wrong.status).toBe(400)
    expect(wrong.body.errors[0].pointer).toBe('/corrections/baseline/surface')
    const right = await patch({ modality: 'planned', measure: 'sold', measureHead: 'sell' })
    expect(right.body).toMatchObject({ modality: 'planned', measureHead: 'sell' })
    expect(surfaces(await claimsOf('measureHead=sell'))).toEqual(['3 ships'])
    expect(surfaces(await claimsOf('modality=planned'))).toEqual(['3 ships'])
  })
})
