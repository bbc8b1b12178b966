import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Claim } from '../../model/claim/index.ts'
import type { Store } from '../../store/open.ts'
import { findClaimWords } from '../../store/read.ts'
import { type QuotedClaim, toAnnotation, toAnnotationPage } from './annotation.ts'
import { csvHeader, toCsv } from './csv.ts'
import { json, ndjson, refuseAdditions, schemaOrg, sendText, webAnnotation } from './faces.ts'
import { findActorsOf, findArticlesOf, linkNext, presentPage, selectFields } from './page.ts'
import { type SpokenClaim, toSchemaOrg, toSchemaOrgGraph } from './schema-org.ts'

/** Code points around a claim that its source and its annotation show. */
export const context = 80

const baseOf = ({ protocol, host }: FastifyRequest) => `${protocol}://${host}`
const toLine = (text: string) => `${text}\n`
const toLines = (values: readonly unknown[]) => values.map((value) => toLine(JSON.stringify(value))).join('')
const parseClaim = (stored: string) => JSON.parse(stored) as Claim

/** Answers a page of claims, which come as the JSON they are stored in, in the format that was asked for. */
export function answerPage<T extends { claims: readonly string[]; next: string | null }>(
  store: Store,
  request: FastifyRequest,
  reply: FastifyReply,
  page: T,
) {
  const next = linkNext(request, reply, page.next)
  const { face } = request
  const query = request.query as Record<string, unknown>
  if (face === json) return sendText(request, reply, presentPage(store, page, query))
  refuseAdditions(request, ['expand', 'highlight', 'count', 'query', ...(face === ndjson ? [] : ['fields'])])
  const claims = face === ndjson && !query.fields ? [] : page.claims.map(parseClaim)
  const send = (body: string) => sendText(request, reply, body)
  switch (face) {
    case ndjson:
      return send(query.fields ? toLines(selectFields(claims, query)!) : page.claims.map(toLine).join(''))
    case webAnnotation:
      return send(JSON.stringify(toAnnotationPage(baseOf(request), request.url, next, quote(store, claims))))
    case schemaOrg:
      return send(JSON.stringify(toSchemaOrgGraph(baseOf(request), findSpeakers(store, claims))))
    default:
      return send(csvHeader() + toCsv(placeClaims(store, claims)))
  }
}

/** Answers one claim in the format that was asked for. */
export function answerClaim(store: Store, request: FastifyRequest, reply: FastifyReply, stored: string) {
  const send = (body: string) => sendText(request, reply, body)
  if (request.face === json) return send(stored)
  if (request.face === ndjson) return send(toLine(stored))
  const claim = parseClaim(stored)
  switch (request.face) {
    case webAnnotation:
      return send(JSON.stringify(toAnnotation(baseOf(request), quote(store, [claim])[0]!)))
    case schemaOrg:
      return send(JSON.stringify(toSchemaOrg(baseOf(request), findSpeakers(store, [claim])[0]!)))
    default:
      return send(csvHeader() + toCsv(placeClaims(store, [claim])))
  }
}

/** Claims with their articles. */
function placeClaims(store: Store, claims: readonly Claim[]) {
  const articles = new Map(findArticlesOf(store, claims).map((article) => [article.id, article]))
  return claims.map((claim) => ({ claim, article: articles.get(claim.articleId)! }))
}

function quote(store: Store, claims: readonly Claim[]): QuotedClaim[] {
  const ids = claims.map((claim) => claim.id)
  const words = findClaimWords(store, ids, context)
  return placeClaims(store, claims).map((placed) => {
    const { prefix = '', suffix = '' } = words.get(placed.claim.id) ?? {}
    return { ...placed, prefix, suffix }
  })
}

/** Claims with the actors that they point at. */
export function findSpeakers(store: Store, claims: readonly Claim[]): SpokenClaim[] {
  const actors = new Map(findActorsOf(store, claims).map((actor) => [actor.id, actor]))
  return placeClaims(store, claims).map((placed) => ({ ...placed, actors }))
}
