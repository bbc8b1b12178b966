import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Claim } from '../../model/claim/index.ts'
import type { Store } from '../../store/open.ts'
import { toAnnotation, toAnnotationPage } from './annotation.ts'
import { csvHeader, toCsv } from './csv.ts'
import { json, ndjson, refuseAdditions, schemaOrg, sendText, webAnnotation } from './faces.ts'
import { linkNext, presentPage, selectFields } from './page.ts'
import { toSchemaOrg, toSchemaOrgGraph } from './schema-org.ts'
import { findSources } from './sourced.ts'

const baseOf = ({ protocol, host }: FastifyRequest) => `${protocol}://${host}`
const toLines = (values: readonly unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('')

/** Answers a page of claims in the format that was asked for. */
export function answerPage<T extends { claims: readonly Claim[]; next: string | null }>(
  store: Store,
  request: FastifyRequest,
  reply: FastifyReply,
  page: T,
) {
  const next = linkNext(request, reply, page.next)
  const { face } = request
  const query = request.query as Record<string, unknown>
  if (face === json) return presentPage(store, page, query)
  refuseAdditions(request, ['expand', 'highlight', 'count', 'query', ...(face === ndjson ? [] : ['fields'])])
  const { claims } = page
  if (face === ndjson) return sendText(request, reply, toLines(selectFields(claims, query) ?? claims))
  const sourced = findSources(store, claims)
  switch (face) {
    case webAnnotation:
      return sendText(request, reply, JSON.stringify(toAnnotationPage(baseOf(request), request.url, next, sourced)))
    case schemaOrg:
      return sendText(request, reply, JSON.stringify(toSchemaOrgGraph(baseOf(request), sourced)))
    default:
      return sendText(request, reply, csvHeader() + toCsv(sourced))
  }
}

/** Answers one claim in the format that was asked for. */
export function answerClaim(store: Store, request: FastifyRequest, reply: FastifyReply, claim: Claim) {
  if (request.face === json) return claim
  if (request.face === ndjson) return sendText(request, reply, toLines([claim]))
  const [sourced] = findSources(store, [claim])
  switch (request.face) {
    case webAnnotation:
      return sendText(request, reply, JSON.stringify(toAnnotation(baseOf(request), sourced!)))
    case schemaOrg:
      return sendText(request, reply, JSON.stringify(toSchemaOrg(baseOf(request), sourced!)))
    default:
      return sendText(request, reply, csvHeader() + toCsv([sourced!]))
  }
}
