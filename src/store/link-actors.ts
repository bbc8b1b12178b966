import sql, { raw, type Sql } from 'sql-template-tag'
import type { Claim } from '../model/claim/index.ts'
import { type ClaimRow, dayOf } from './claims.ts'
import type { Reading, Writing } from './database.ts'

/**
 * Says of an article's claims which actors they have to do with, and of its actors how it knows them; mentions that a reviewer rejected
 * name nobody. Gives the actors.
 */
export async function linkActors(tx: Writing, article: number, rows: readonly ClaimRow[]): Promise<string[]> {
  const claims = rows.map(({ claim }) => claim).filter((claim) => claim.review?.status !== 'rejected')
  const named = namedBySentence(claims)
  const links: { actor_id: string; claim: number; relation: string; from_day: string | null }[] = []
  for (const { seq, claim } of rows) {
    const day = dayOf(claim)
    const link = (actorId: string, relation: string) =>
      links.push({ actor_id: actorId, claim: seq, relation, from_day: day })
    if (claim.type === 'actor') link(claim.actorId, 'mention')
    if (claim.type === 'figure' && claim.subject) link(claim.subject.actorId, 'subject')
    if (claim.type === 'quote' && claim.source?.actorId) link(claim.source.actorId, 'source')
    if (claim.type !== 'quote' && claim.attributedTo?.actorId) link(claim.attributedTo.actorId, 'attributedTo')
    if (claim.type !== 'actor') for (const actorId of named.get(claim.sentence.start) ?? []) link(actorId, 'named')
  }
  await tx.insert('claim_actors', links, 'on conflict do nothing')
  return insertActors(tx, claims, article)
}

/** Actors that a sentence names, by where the sentence begins. */
function namedBySentence(claims: readonly Claim[]): Map<number, Set<string>> {
  const named = new Map<number, Set<string>>()
  for (const claim of claims)
    if (claim.type === 'actor')
      named.set(claim.sentence.start, (named.get(claim.sentence.start) ?? new Set()).add(claim.actorId))
  return named
}

async function insertActors(tx: Writing, claims: readonly Claim[], article: number): Promise<string[]> {
  const groups = Map.groupBy(
    claims.filter((claim) => claim.type === 'actor'),
    (claim) => claim.actorId,
  )
  const actors: object[] = []
  const aliases: object[] = []
  for (const [actorId, mentions] of groups) {
    const first = mentions[0]!
    const { kind, name, role, affiliation, sameAs, location } = first
    actors.push({
      article,
      actor_id: actorId,
      kind,
      name,
      role: role ?? null,
      affiliation: affiliation ?? null,
      mentions: mentions.filter((mention) => mention.section === 'body').length,
      place: location || sameAs ? JSON.stringify({ sameAs, location }) : null,
    })
    for (const alias of new Set([name, ...mentions.map((mention) => mention.surface)]))
      aliases.push({ actor_id: actorId, alias, article })
  }
  await tx.insert('article_actors', actors)
  await tx.insert('actor_aliases', aliases, 'on conflict do nothing')
  return [...groups.keys()]
}

/** Joins what the articles know of these actors into their rows; an actor that no article names any more goes. Where writers are many, `countArticles` has noted it. */
export async function refreshActors(tx: Writing, ids: ReadonlySet<string>): Promise<void> {
  if (!tx.dialect.rollsUp) await joinActors(tx, ids)
}

// name, role and affiliation come from the article that mentions the actor most
const most = sql`order by mentions desc, article limit 1`
const known = (column: 'role' | 'affiliation' | 'place') =>
  sql`(select ${raw(column)} from article_actors where actor_id = named.value and ${raw(column)} is not null ${most})`

/** What actors are known as: `actor_id`, `kind`, `name`, `role`, `affiliation`, `place`. However many articles name one, a few rows are looked at. */
const bestKnown = ({ dialect }: Reading, ids: readonly string[]): Sql =>
  dialect.bestKnown?.(ids) ??
  sql`select named.value as actor_id, best.kind, best.name, ${known('role')} as role, ${known('affiliation')} as affiliation, ${known('place')} as place
    from (${dialect.rowsOf(ids)}) as named join article_actors as best on best.actor_id = named.value
      and best.article = (select article from article_actors where actor_id = named.value ${most})`

export async function joinActors(tx: Writing, ids: ReadonlySet<string>): Promise<void> {
  const among = tx.dialect.anyOf([...ids])
  await tx.run(sql`delete from actors where id ${among}`)
  const counted = sql`select actor_id, sum(mentions) as mention_count, count(*) as article_count
    from article_actors where actor_id ${among} group by actor_id`
  await tx.run(
    sql`insert into actors (id, kind, name, role, affiliation, mention_count, article_count, place)
      select known.actor_id, best.kind, best.name, best.role, best.affiliation, known.mention_count, known.article_count, best.place
      from (${counted}) as known join (${bestKnown(tx, [...ids])}) as best on best.actor_id = known.actor_id`,
  )
}

/**
 * Adds to the rows of actors what writers have noted: however many articles name an actor, a few rows are looked at. Everything of it sees one
 * state of the data.
 * @returns whether there was anything
 */
export async function foldActors(tx: Writing): Promise<boolean> {
  const changed = await tx.all<{ actor_id: string; mentions: number; articles: number }>(
    sql`with noted as (delete from actor_changes where ${tx.dialect.isSettled} returning actor_id, mentions, articles)
      select actor_id, sum(mentions) as mentions, sum(articles) as articles from noted group by actor_id order by actor_id`,
  )
  if (!changed.length) return false
  const ids = changed.map(({ actor_id }) => actor_id)
  const there = await tx.all<{ id: string }>(
    sql`insert into actors (id, kind, name, role, affiliation, mention_count, article_count, place)
      select known.actor_id, best.kind, best.name, best.role, best.affiliation, known.mentions, known.articles, best.place
      from json_to_recordset(${JSON.stringify(changed)}::text::json) as known (actor_id text, mentions bigint, articles bigint)
        join (${bestKnown(tx, ids)}) as best on best.actor_id = known.actor_id
      on conflict (id) do update set kind = excluded.kind, name = excluded.name, role = excluded.role, affiliation = excluded.affiliation,
        mention_count = actors.mention_count + excluded.mention_count, article_count = actors.article_count + excluded.article_count,
        place = excluded.place
      returning id`,
  )
  const named = new Set(there.map(({ id }) => id))
  const gone = ids.filter((id) => !named.has(id))
  if (gone.length) await tx.run(sql`delete from actors where id ${tx.dialect.anyOf(gone)}`)
  return true
}
