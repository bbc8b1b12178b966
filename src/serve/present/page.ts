import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Claim } from '../../model/claim/index.ts'
import type { Change } from '../../query/changes.ts'
import type { Query } from '../../query/conditions.ts'
import type { Store } from '../../store/database.ts'
import { findActors, findArticles, toArticle } from '../../store/read.ts'

/** Announces the next page in a `Link` header too (RFC 8288): the same url with its cursor, which it gives. */
export function linkNext(request: FastifyRequest, reply: FastifyReply, next: string | null): string | undefined {
  if (next === null) return undefined
  const target = request.url.includes('after=') ? replaceCursor(request.url, next) : addCursor(request.url, next)
  reply.header('link', `<${request.prefix}${target}>; rel="next"`)
  return target
}

const addCursor = (url: string, next: string) => `${url}${url.includes('?') ? '&' : '?'}after=${next}`

function replaceCursor(url: string, next: string): string {
  const { pathname, searchParams } = new URL(url, 'http://host')
  searchParams.set('after', next)
  return `${pathname}?${searchParams}`
}

/** Claims as they are stored: text, or the bytes of it in `stored`. */
export type ClaimsPage = {
  readonly claims: readonly string[]
  readonly stored?: readonly Uint8Array[]
  readonly next: string | null
  readonly notes?: readonly string[]
}
const open = Buffer.from('{"items":[')
const comma = Buffer.from(',')

/**
 * The page of a claim list as JSON, the claims as they are stored: with `fields` the chosen fields only, with `expand` what the claims point
 * at.
 */
export async function presentPage<T extends ClaimsPage>(
  store: Store,
  { claims: texts, stored, next, ...extras }: T,
  query: Readonly<Record<string, unknown>>,
): Promise<string | Buffer> {
  const expand = (query.expand ?? []) as string[]
  const claims = query.fields || expand.length ? texts.map((json) => JSON.parse(json) as Claim) : []
  const selected = selectFields(claims, query)
  const rest = JSON.stringify({
    next,
    ...extras,
    ...(selected && { selected }),
    ...(expand.includes('article') && { articles: await findArticlesOf(store, claims) }),
    ...(expand.includes('actors') && { actors: await findActorsOf(store, claims) }),
  })
  if (stored) {
    const parts: Uint8Array[] = [open]
    for (const [i, claim] of stored.entries()) parts.push(...(i ? [comma, claim] : [claim]))
    return Buffer.concat([...parts, Buffer.from(`],${rest.slice(1)}`)])
  }
  return `{"items":[${selected ? '' : texts.join(',')}],${rest.slice(1)}`
}

/** A change as JSON, its claims as they are stored. */
export function presentChange({ claims, ...change }: Change): string {
  const json = JSON.stringify(change)
  return claims ? `${json.slice(0, -1)},"claims":[${claims.join(',')}]}` : json
}

export const presentChanges = ({ items, ...page }: { items: readonly Change[] }): string =>
  `{"items":[${items.map(presentChange).join(',')}],${JSON.stringify(page).slice(1)}`

/** With `fields`, items cut down to these. */
export function selectFields(items: readonly object[], query: Query) {
  const fields = query.fields as string[] | undefined
  return fields?.length
    ? items.map((item) => Object.fromEntries(Object.entries(item).filter(([name]) => fields.includes(name))))
    : undefined
}

/** The page of a list: with `fields`, its items are empty and what was chosen of them is `selected`. */
export function selectItems<T extends { items: readonly object[] }>(page: T, query: Query) {
  const selected = selectFields(page.items, query)
  return selected ? { ...page, items: [], selected } : page
}

/** The articles that claims stand in, each once. */
export const findArticlesOf = async (store: Store, claims: readonly Claim[]) =>
  (await findArticles(store, [...new Set(claims.map((claim) => claim.articleId))])).map((row) => toArticle(row))

/** The actors that claims point at, each once. */
export const findActorsOf = (store: Store, claims: readonly Claim[]) =>
  findActors(store, [...new Set(claims.flatMap(actorsOf))])

function actorsOf(claim: Claim): string[] {
  const own =
    claim.type === 'actor'
      ? claim.actorId
      : claim.type === 'figure'
        ? claim.subject?.actorId
        : claim.type === 'quote'
          ? claim.source?.actorId
          : undefined
  const said = claim.type === 'quote' ? undefined : claim.attributedTo?.actorId
  return [own, said].filter((id) => id !== undefined)
}
