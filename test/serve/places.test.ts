import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { startService } from './service.ts'

const { send, get, authorize, app } = await startService()
const posted = await send({
  method: 'POST',
  url: '/v1/articles',
  payload: { text: 'Rain fell in Nairobi on Monday. The mayor of Nairobi said so.', url: 'https://example.org/rain' },
  headers: authorize('ingest'),
})
const article = posted.body.article.id as string
const nairobi = {
  sameAs: 'https://sws.geonames.org/184745/',
  location: { country: 'KE', latitude: -1.28333, longitude: 36.81667 },
}

describe('where a place is', () => {
  it('stands on the claim and on the actor', async () => {
    const [claim] = (await get(`/v1/claims?article=${article}&type=actor`)).body.items
    expect(claim).toMatchObject(nairobi)
    expect((await get(`/v1/actors/${claim.actorId}`)).body).toMatchObject(nairobi)
  })

  it('stands in CSV', async () => {
    const { body } = await app.inject({
      url: `/v1/claims?article=${article}&type=actor`,
      headers: { accept: 'text/csv' },
    })
    const [row] = parse(body, { columns: true, bom: true }) as Record<string, string>[]
    expect(row).toMatchObject({ sameAs: nairobi.sameAs, country: 'KE', latitude: '-1.28333', longitude: '36.81667' })
  })

  it('stands in JSON-LD in the terms of schema.org', async () => {
    const accept = 'application/ld+json;profile="https://schema.org"'
    const answer = await app.inject({ url: `/v1/claims?article=${article}&type=actor`, headers: { accept } })
    expect(answer.json()['@graph'][0].about).toMatchObject({
      '@type': 'Place',
      sameAs: nairobi.sameAs,
      address: { '@type': 'PostalAddress', addressCountry: 'KE' },
      geo: { '@type': 'GeoCoordinates', latitude: -1.28333, longitude: 36.81667 },
    })
  })
})
