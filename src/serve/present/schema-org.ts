import type { Actor } from '../../model/actor.ts'
import type { Article } from '../../model/article.ts'
import type { Claim } from '../../model/claim/index.ts'

// schema.org, to stand beside ClaimReview data: https://schema.org/Claim, https://schema.org/Quotation

/** A claim with its article and the actors that it points at. */
export type SpokenClaim = {
  readonly claim: Claim
  readonly article: Article
  readonly actors: ReadonlyMap<string, Actor>
}

const context = 'https://schema.org' as const
const actorTypes = { person: 'Person', organization: 'Organization', place: 'Place', event: 'Event' } as const

export const toSchemaOrg = (base: string, claim: SpokenClaim) => ({ '@context': context, ...toNode(base, claim) })

export const toSchemaOrgGraph = (base: string, claims: readonly SpokenClaim[]) => ({
  '@context': context,
  '@graph': claims.map((claim) => toNode(base, claim)),
})

/** A quotation as `Quotation`, any other claim as `Claim`. */
function toNode(base: string, { claim, article, actors }: SpokenClaim) {
  const id = `${base}/v1/claims/${claim.id}`
  if (claim.type === 'quote')
    return {
      '@type': 'Quotation' as const,
      '@id': id,
      text: claim.content ?? claim.surface,
      ...(claim.source && { spokenByCharacter: toSpeaker(base, claim.source, actors) }),
      isPartOf: toArticleNode(base, article),
    }
  const { attributedTo } = claim
  const period = claim.type === 'date' ? claim : claim.type === 'figure' ? claim.period : undefined
  return {
    '@type': 'Claim' as const,
    '@id': id,
    name: claim.surface,
    text: claim.sentence.text,
    appearance: toArticleNode(base, article),
    ...(claim.type === 'figure' && { about: toQuantity(claim) }),
    ...(claim.type === 'figure' &&
      claim.subject && { mentions: toActorNode(base, claim.subject.actorId, claim.subject.name, actors) }),
    ...(attributedTo && { creator: toSpeaker(base, attributedTo, actors) }),
    ...(claim.type === 'actor' && {
      about: {
        ...toActorNode(base, claim.actorId, claim.name, actors),
        '@type': actorTypes[claim.kind],
        ...(claim.kind === 'place' && toPlace(claim)),
      },
    }),
    ...((period?.from ?? period?.to) && { temporalCoverage: `${period?.from ?? '..'}/${period?.to ?? '..'}` }),
  }
}

/** schema.org's own terms for where a place is. */
const toPlace = ({ sameAs, location }: Extract<Claim, { type: 'actor' }>) => ({
  ...(sameAs !== undefined && { sameAs }),
  ...(location && {
    address: {
      '@type': 'PostalAddress' as const,
      addressCountry: location.country,
      ...(location.region !== undefined && { addressRegion: location.region }),
    },
  }),
  ...(location?.latitude !== undefined &&
    location.longitude !== undefined && {
      geo: { '@type': 'GeoCoordinates' as const, latitude: location.latitude, longitude: location.longitude },
    }),
})

const toArticleNode = (base: string, { id, url, title, publishedAt, author, publication }: Article) => ({
  '@type': 'NewsArticle' as const,
  '@id': `${base}/v1/articles/${id}`,
  ...(url !== undefined && { url }),
  ...(title !== undefined && { headline: title }),
  ...(publishedAt !== undefined && { datePublished: publishedAt }),
  ...(author !== undefined && { author: { '@type': 'Person' as const, name: author } }),
  ...(publication !== undefined && { publisher: { '@type': 'Organization' as const, name: publication } }),
})

function toQuantity(claim: Extract<Claim, { type: 'figure' }>) {
  const value = {
    ...(claim.measure !== undefined && { name: claim.measure }),
    ...(claim.number !== undefined && { value: claim.number }),
    ...(claim.low !== undefined && { minValue: claim.low }),
    ...(claim.high !== undefined && { maxValue: claim.high }),
  }
  return claim.currency === undefined
    ? { '@type': 'QuantitativeValue' as const, ...value, ...(claim.unit !== undefined && { unitText: claim.unit }) }
    : { '@type': 'MonetaryAmount' as const, ...value, currency: claim.currency }
}

const toActorNode = (base: string, id: string, name: string, actors: ReadonlyMap<string, Actor>) => ({
  '@type': actorTypes[actors.get(id)?.kind ?? 'person'],
  '@id': `${base}/v1/actors/${id}`,
  name,
})

/** Only persons and organisations speak there: a country does so as one of the latter. */
function toSpeaker(
  base: string,
  { actorId, name, surface }: { actorId?: string | undefined; name?: string | undefined; surface: string },
  actors: ReadonlyMap<string, Actor>,
) {
  const kind = actorId === undefined ? undefined : actors.get(actorId)?.kind
  return {
    '@type': kind === undefined || kind === 'person' ? ('Person' as const) : ('Organization' as const),
    ...(actorId !== undefined && { '@id': `${base}/v1/actors/${actorId}` }),
    name: name ?? surface,
  }
}
