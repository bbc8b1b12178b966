import sql, { raw, type Sql } from 'sql-template-tag'
import type { Actor } from '../model/actor.ts'
import type { Article } from '../model/article.ts'
import type { Claim } from '../model/claim/index.ts'
import type { Reading } from './database.ts'
import { type Dialect, foldCase } from './dialect.ts'
import { among, firstAmong, isArticle } from './place.ts'

/** A row of `articles` as the query room selects it. */
export type ArticleRow = {
  seq: number
  id: string
  url: string | null
  title: string | null
  author: string | null
  /** A JSON list. */
  authors: string | null
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
    authors: row.authors === null ? null : (JSON.parse(row.authors) as string[]),
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

export const findArticle = (reading: Reading, id: string): Promise<ArticleRow | undefined> =>
  firstAmong<ArticleRow>(reading, 'seq', id, sql`select * from articles where id = ${id}`)

export const hasArticle = async (reading: Reading, id: string): Promise<boolean> =>
  (await firstAmong(reading, 'seq', id, sql`select 1 from articles where id = ${id}`)) !== undefined

export const hasActor = async (reading: Reading, id: string): Promise<boolean> =>
  (await reading.first(sql`select 1 from actors where id = ${id}`)) !== undefined

export const findArticles = async (reading: Reading, ids: readonly string[]): Promise<ArticleRow[]> =>
  reading.all<ArticleRow>(
    sql`select * from articles where id ${reading.dialect.anyOf(ids)} ${await among(reading, 'seq', ids)} order by seq`,
  )

export async function findClaim(reading: Reading, id: string): Promise<Claim | undefined> {
  const found = await findClaimVersion(reading, id)
  return found && (JSON.parse(found.json) as Claim)
}

/** A claim as it is stored, which is as it is sent, with the version of its last change. */
export const findClaimVersion = (
  reading: Reading,
  id: string,
): Promise<{ json: string; version: number } | undefined> =>
  firstAmong<{ json: string; version: number }>(
    reading,
    'article',
    id,
    sql`select json, case when version > sequence then version else sequence end as version from claims where id = ${id}`,
  )

/** The claims of an article as JSON, all sections and whatever was said of them, in text order. */
export const findClaimsOf = async (reading: Reading, articleId: string): Promise<string[]> =>
  (
    await reading.all<{ json: string }>(
      sql`select json from claims where article ${await isArticle(reading, articleId)} order by seq`,
    )
  ).map(({ json }) => json)

/** The exact words of claims with those around them, cut by the database itself, by the claim's id. */
export async function findClaimWords(
  reading: Reading,
  ids: readonly string[],
  context: number,
): Promise<Map<string, { article: string; exact: string; prefix: string; suffix: string }>> {
  const before = sql`case when start_at > ${context} then start_at - ${context} else 0 end`
  const rows = await reading.all<{ id: string; article: string; exact: string; prefix: string; suffix: string }>(
    sql`select claims.id, articles.id as article, substr(text, start_at + 1, end_at - start_at) as exact,
        substr(text, ${before} + 1, start_at - ${before}) as prefix, substr(text, end_at + 1, ${context}) as suffix
      from claims join articles on articles.seq = claims.article where claims.id ${reading.dialect.anyOf(ids)} ${await among(reading, 'claims.article', ids)}`,
  )
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
export async function findActors(reading: Reading, ids: readonly string[]): Promise<Actor[]> {
  if (!ids.length) return []
  const rows = await reading.all<ActorRow>(sql`select * from actors where id ${reading.dialect.anyOf(ids)}`)
  const byId = new Map(rows.map((row) => [row.id, row]))
  const found = ids.flatMap((id) => byId.get(id) ?? [])
  const aliases = await reading.dialect.aliasesOf(
    reading,
    found.map(({ id }) => id),
  )
  return found.map(({ id, kind, name, role, affiliation, place, mention_count, article_count }) => ({
    id,
    kind,
    name,
    aliases: aliases.get(id) ?? [],
    ...(role !== null && { role }),
    ...(affiliation !== null && { affiliation }),
    ...(place !== null && (JSON.parse(place) as Pick<Actor, 'sameAs' | 'location'>)),
    mentionCount: mention_count,
    articleCount: article_count,
  }))
}

/** Ids of actors as they are, and of those that go by a name: two at most, for whoever wants to know whether it is one. */
export const findActorIds = async (reading: Reading, namesOrIds: readonly string[]): Promise<string[]> =>
  reading.dialect.findActorIds?.(reading, namesOrIds) ??
  (
    await reading.all<{ id: string | null }>(
      sql`select id from actors where id ${reading.dialect.anyOf(namesOrIds)}
        union select ${endOfNamed(reading, 'min')} from (${namesOf(reading, namesOrIds)}) as names
        union select ${endOfNamed(reading, 'max')} from (${namesOf(reading, namesOrIds)}) as names`,
    )
  )
    .flatMap(({ id }) => id ?? [])
    .slice(0, 2)

const namesOf = ({ dialect }: Reading, names: readonly string[]) => dialect.rowsOf(names.map(foldCase))
/** The first or the last actor that goes by a name: one seek, however many articles call it so. */
const endOfNamed = ({ dialect }: Reading, end: 'min' | 'max') =>
  raw(`(select ${end}(actor_id) from actor_aliases where ${dialect.caseless('alias')} = names.value)`)

/** The actors that go by one of these names, whatever its case: one seek an actor, however many articles call it so. */
export function actorsNamed({ caseless, places, anyOf, rowsOf }: Dialect, names: readonly string[]): Sql {
  const alias = raw(caseless('alias'))
  const folded = names.map(foldCase)
  // a server does not seek at the others
  if (places) return sql`select distinct actor_id from actor_aliases where ${alias} ${anyOf(folded)}`
  return sql`select actor_id from (
    with recursive named (name, actor_id) as (
      select value, (select min(actor_id) from actor_aliases where ${alias} = names.value) from (${rowsOf(folded)}) as names
      union all
      select name, (select min(actor_id) from actor_aliases where ${alias} = named.name and actor_id > named.actor_id)
      from named where actor_id is not null)
    select actor_id from named where actor_id is not null) as found`
}

/** What is given, which may be ids, and the actors that go by it: looked up before they are asked for, so that planners know how frequent they are. */
export async function listActorIds(reading: Reading, namesOrIds: readonly string[]): Promise<string[]> {
  const named = await reading.all<{ actor_id: string }>(actorsNamed(reading.dialect, namesOrIds))
  return [...new Set([...namesOrIds, ...named.map((row) => row.actor_id)])]
}

/** Every claim as JSON, by article and position. */
export const everyClaim = (type?: Claim['type']): Sql =>
  type === undefined
    ? sql`select json from claims order by seq`
    : sql`select json from claims where type = ${type} order by seq`
