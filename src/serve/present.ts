import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Claim } from '../model/claim/index.ts'
import type { Store } from '../store/open.ts'
import { findActors, findArticles, toArticle } from '../store/read.ts'

/** Announces the next page in a `Link` header too (RFC 8288): the same url with its cursor. */
export function linkNext(request: FastifyRequest, reply: FastifyReply, next: string | null): void {
  if (next === null) return
  const url = new URL(request.url, 'http://host')
  url.searchParams.set('after', next)
  reply.header('link', `<${url.pathname}${url.search}>; rel="next"`)
}

/** The page of a claim list as it is sent: with `fields` the chosen fields only, with `expand` what the claims point at. */
export function presentClaims<T extends { claims: readonly Claim[]; next: string | null }>(
  store: Store,
  { claims, ...page }: T,
  query: Readonly<Record<string, unknown>>,
) {
  const fields = query.fields as string[] | undefined
  const expand = (query.expand ?? []) as string[]
  return {
    items: fields ? [] : claims,
    ...page,
    ...(fields && { selected: claims.map((claim) => select(claim, fields)) }),
    ...(expand.includes('article') && {
      articles: findArticles(store, [...new Set(claims.map((claim) => claim.articleId))]).map((row) => toArticle(row)),
    }),
    ...(expand.includes('actors') && { actors: findActors(store, [...new Set(claims.flatMap(actorsOf))]) }),
  }
}

const select = (claim: Claim, fields: readonly string[]) =>
  Object.fromEntries(Object.entries(claim).filter(([name]) => fields.includes(name)))

function actorsOf(claim: Claim): string[] {
  if (claim.type === 'actor') return [claim.actorId]
  if (claim.type === 'figure') return claim.subject ? [claim.subject.actorId] : []
  return claim.type === 'quote' && claim.source?.actorId ? [claim.source.actorId] : []
}
