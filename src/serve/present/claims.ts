import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Claim } from '../../model/claim/index.ts'
import type { ClaimScope } from '../../query/choice.ts'
import { listClaims } from '../../query/claims.ts'
import { toCsv } from '../../query/csv.ts'
import type { Store } from '../../store/database.ts'
import { findClaimWords } from '../../store/read.ts'
import { type QuotedClaim, toAnnotation, toAnnotationPage } from './annotation.ts'
import { contentTypeOf, csv, json, ndjson, refuseAdditions, schemaOrg, sendText, webAnnotation } from './media-types.ts'
import { announceNotes } from './notes.ts'
import { type ClaimsPage, findActorsOf, findArticlesOf, linkNext, presentPage, selectFields } from './page.ts'
import { type SpokenClaim, toSchemaOrg, toSchemaOrgGraph } from './schema-org.ts'

/** Code points around a claim that its source and its annotation show. */
export const context = 80

const toLine = (text: string) => `${text}\n`
const toLines = (values: readonly unknown[]) => values.map((value) => toLine(JSON.stringify(value))).join('')
const parseClaim = (stored: string) => JSON.parse(stored) as Claim

/** The claims that a request is about, as bytes where its JSON only passes them on. */
export const listFor = (store: Store, request: FastifyRequest, scope: ClaimScope) =>
  listClaims(store, request.query as Record<string, unknown>, scope, request.representation === json)

/** Sends a page of claims, stored as JSON, in the negotiated media type. */
export async function sendPage<T extends ClaimsPage>(
  store: Store,
  request: FastifyRequest,
  reply: FastifyReply,
  page: T,
) {
  const next = linkNext(request, reply, page.next)
  const { representation: mediaType } = request
  const query = request.query as Record<string, unknown>
  if (mediaType === json) return sendText(request, reply, await presentPage(store, page, query))
  announceNotes(reply, page.notes)
  refuseAdditions(request, ['expand', 'highlight', 'count', 'query', ...(mediaType === ndjson ? [] : ['fields'])])
  const isSentAsStored = mediaType === csv || (mediaType === ndjson && !query.fields)
  const claims = isSentAsStored ? [] : page.claims.map(parseClaim)
  const send = (body: string) => sendText(request, reply, body)
  switch (mediaType) {
    case ndjson:
      return send(query.fields ? toLines(selectFields(claims, query)!) : page.claims.map(toLine).join(''))
    case webAnnotation:
      return send(JSON.stringify(toAnnotationPage(request.base, request.url, next, await quote(store, claims))))
    case schemaOrg:
      return send(JSON.stringify(toSchemaOrgGraph(request.base, await findSpeakers(store, claims))))
    default:
      return send(await toCsv(store, page.claims))
  }
}

/** Sends one claim in the negotiated media type. */
export async function sendClaim(store: Store, request: FastifyRequest, reply: FastifyReply, stored: string) {
  const send = (body: string) => sendText(request, reply, body)
  // its tag is a strong one, which stands for these very bytes
  if (request.representation === json) return reply.header('content-type', contentTypeOf(json)).sendNow(stored)
  if (request.representation === ndjson) return send(toLine(stored))
  const claim = parseClaim(stored)
  switch (request.representation) {
    case webAnnotation:
      return send(JSON.stringify(toAnnotation(request.base, (await quote(store, [claim]))[0]!)))
    case schemaOrg:
      return send(JSON.stringify(toSchemaOrg(request.base, (await findSpeakers(store, [claim]))[0]!)))
    default:
      return send(await toCsv(store, [stored]))
  }
}

/** Claims with their articles. */
async function placeClaims(store: Store, claims: readonly Claim[]) {
  const articles = new Map((await findArticlesOf(store, claims)).map((article) => [article.id, article]))
  return claims.map((claim) => ({ claim, article: articles.get(claim.articleId)! }))
}

async function quote(store: Store, claims: readonly Claim[]): Promise<QuotedClaim[]> {
  const ids = claims.map((claim) => claim.id)
  const words = await findClaimWords(store, ids, context)
  return (await placeClaims(store, claims)).map((placed) => {
    const { prefix = '', suffix = '' } = words.get(placed.claim.id) ?? {}
    return { ...placed, prefix, suffix }
  })
}

/** Claims with the actors that they point at. */
export async function findSpeakers(store: Store, claims: readonly Claim[]): Promise<SpokenClaim[]> {
  const actors = new Map((await findActorsOf(store, claims)).map((actor) => [actor.id, actor]))
  return (await placeClaims(store, claims)).map((placed) => ({ ...placed, actors }))
}
