import type { Actor } from '../model/actor.ts'
import type { Article } from '../model/article.ts'
import type { Claim } from '../model/claim/index.ts'
import { prepareOnce, type Store } from './open.ts'

/** A row of `articles` as the query room selects it. */
export type ArticleRow = {
  seq: number
  id: string
  url: string | null
  title: string | null
  author: string | null
  publication: string | null
  publisher: string | null
  published_at: string | null
  language: string | null
  loaded_at: string
  length: number
  text: string
  text_hash: string
  sections: string
  actor_count: number
  date_count: number
  figure_count: number
  quote_count: number
  checked_count: number
}

/** Everything of an article but its text and sections, which are given only when asked for. */
export function toArticle(row: ArticleRow, { text = false, sections = false } = {}): Article {
  const optional = {
    title: row.title,
    url: row.url,
    publication: row.publication,
    publisher: row.publisher,
    author: row.author,
    publishedAt: row.published_at,
    language: row.language,
  }
  return {
    id: row.id,
    ...(Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== null)) as Partial<Article>),
    loadedAt: row.loaded_at,
    length: row.length,
    textHash: row.text_hash,
    counts: { actor: row.actor_count, date: row.date_count, figure: row.figure_count, quote: row.quote_count },
    checkedCount: row.checked_count,
    ...(sections && { sections: JSON.parse(row.sections) }),
    ...(text && { text: row.text }),
  }
}

export function findArticle(store: Store, id: string): ArticleRow | undefined {
  return prepareOnce<[string], ArticleRow>(store, 'SELECT * FROM articles WHERE id = ?').get(id)
}

export const hasArticle = (store: Store, id: string): boolean =>
  prepareOnce(store, 'SELECT 1 FROM articles WHERE id = ?').get(id) !== undefined

export const hasActor = (store: Store, id: string): boolean =>
  prepareOnce(store, 'SELECT 1 FROM actors WHERE id = ?').get(id) !== undefined

export function findArticles(store: Store, ids: readonly string[]): ArticleRow[] {
  return prepareOnce<[string], ArticleRow>(
    store,
    'SELECT * FROM articles WHERE id IN (SELECT value FROM json_each(?)) ORDER BY seq',
  ).all(JSON.stringify(ids))
}

export function findClaim(store: Store, id: string): Claim | undefined {
  const found = findClaimVersion(store, id)
  return found && (JSON.parse(found.json) as Claim)
}

/** A claim as it is stored, which is as it is sent, with the version of its last change. */
export const findClaimVersion = (store: Store, id: string): { json: string; version: number } | undefined =>
  prepareOnce<[string], { json: string; version: number }>(
    store,
    'SELECT json, max(version, sequence) AS version FROM claims WHERE id = ?',
  ).get(id)

/** The claims of an article as JSON, all sections and whatever was said of them, in text order. */
export const findClaimsOf = (store: Store, articleId: string): string[] =>
  prepareOnce<[string], string>(
    store,
    'SELECT json FROM claims WHERE article = (SELECT seq FROM articles WHERE id = ?) ORDER BY seq',
  )
    .pluck()
    .all(articleId) as string[]

/** The exact words of claims with those around them, cut by the database itself, by the claim's id. */
export function findClaimWords(
  store: Store,
  ids: readonly string[],
  context: number,
): Map<string, { article: string; exact: string; prefix: string; suffix: string }> {
  const rows = prepareOnce<
    [number, number, number, string],
    { id: string; article: string; exact: string; prefix: string; suffix: string }
  >(
    store,
    `SELECT claims.id, articles.id AS article, substr(text, start_at + 1, end_at - start_at) AS exact,
       substr(text, max(0, start_at - ?) + 1, start_at - max(0, start_at - ?)) AS prefix, substr(text, end_at + 1, ?) AS suffix
     FROM json_each(?) AS wanted JOIN claims ON claims.id = wanted.value JOIN articles ON articles.seq = claims.article`,
  ).all(context, context, context, JSON.stringify(ids))
  return new Map(rows.map(({ id, ...words }) => [id, words]))
}

type ActorRow = {
  id: string
  kind: Actor['kind']
  name: string
  role: string | null
  affiliation: string | null
  place: string | null
  mention_count: number
  article_count: number
}

/** Actors by id, in the order of the ids, with all their aliases; unknown ids are left out. */
export function findActors(store: Store, ids: readonly string[]): Actor[] {
  const rows = prepareOnce<[string], ActorRow>(
    store,
    'SELECT actors.* FROM json_each(?) AS wanted JOIN actors ON actors.id = wanted.value ORDER BY wanted.key',
  ).all(JSON.stringify(ids))
  const aliasesOf = prepareOnce<[string], string>(
    store,
    'SELECT DISTINCT alias FROM actor_aliases WHERE actor_id = ? ORDER BY length(alias) DESC, alias',
  ).pluck()
  return rows.map(({ id, kind, name, role, affiliation, place, mention_count, article_count }) => ({
    id,
    kind,
    name,
    aliases: aliasesOf.all(id) as string[],
    ...(role !== null && { role }),
    ...(affiliation !== null && { affiliation }),
    ...(place !== null && (JSON.parse(place) as Pick<Actor, 'sameAs' | 'location'>)),
    mentionCount: mention_count,
    articleCount: article_count,
  }))
}

/** Ids of actors as they are, and of those that go by a name: two at most, for whoever wants to know whether it is one. */
export const findActorIds = (store: Store, namesOrIds: readonly string[]): string[] =>
  prepareOnce<[string, string], string>(
    store,
    `SELECT id FROM actors WHERE id IN (SELECT value FROM json_each(?))
     UNION SELECT actor_id FROM actor_aliases WHERE alias IN (SELECT value FROM json_each(?)) LIMIT 2`,
  )
    .pluck()
    .all(JSON.stringify(namesOrIds), JSON.stringify(namesOrIds)) as string[]

/** The JSON of every claim, by article and position, read row by row. */
export function iterateClaims(store: Store, type?: Claim['type']): IterableIterator<string> {
  const chosen = type === undefined ? '' : 'WHERE type = ?'
  return store
    .prepare(`SELECT json FROM claims ${chosen} ORDER BY seq`)
    .pluck()
    .iterate(...(type === undefined ? [] : [type])) as IterableIterator<string>
}
