import type { Actor } from '../../model/actor.ts'
import type { Article } from '../../model/article.ts'
import type { Claim } from '../../model/claim/index.ts'
import type { Store } from '../../store/open.ts'
import { findActors, findArticles, findClaimWords, toArticle } from '../../store/read.ts'
import { actorsOf } from './page.ts'

/** A claim with what other formats say beside it: its article, the words around it, and the actors it points at. */
export type SourcedClaim = {
  readonly claim: Claim
  readonly article: Article
  readonly prefix: string
  readonly suffix: string
  readonly actors: ReadonlyMap<string, Actor>
}

/** Code points around a claim that its source shows. */
export const context = 80

export function findSources(store: Store, claims: readonly Claim[]): SourcedClaim[] {
  const articles = new Map(
    findArticles(store, [...new Set(claims.map((claim) => claim.articleId))]).map((row) => [row.id, toArticle(row)]),
  )
  const actors = new Map(
    findActors(store, [...new Set(claims.flatMap(actorsOf))]).map((actor) => [actor.id, actor] as const),
  )
  const words = findClaimWords(
    store,
    claims.map((claim) => claim.id),
    context,
  )
  return claims.map((claim) => {
    const { prefix = '', suffix = '' } = words.get(claim.id) ?? {}
    return { claim, article: articles.get(claim.articleId)!, prefix, suffix, actors }
  })
}
