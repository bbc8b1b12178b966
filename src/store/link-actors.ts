import type { Claim } from '../model/claim/index.ts'
import type { ClaimRow } from './claims.ts'
import { prepareOnce, type Store } from './open.ts'

/**
 * Says of an article's claims which actors they have to do with, and of its actors how it knows them; mentions that a reviewer rejected
 * name nobody. Gives the actors.
 */
export function linkActors(store: Store, article: number, rows: readonly ClaimRow[]): string[] {
  const claims = rows.map(({ claim }) => claim).filter((claim) => claim.review?.status !== 'rejected')
  const insert = prepareOnce(store, 'INSERT OR IGNORE INTO claim_actors (actor_id, claim, relation) VALUES (?, ?, ?)')
  const named = namedBySentence(claims)
  for (const { seq, claim } of rows) {
    if (claim.type === 'actor') insert.run(claim.actorId, seq, 'mention')
    if (claim.type === 'figure' && claim.subject) insert.run(claim.subject.actorId, seq, 'subject')
    if (claim.type === 'quote' && claim.source?.actorId) insert.run(claim.source.actorId, seq, 'source')
    if (claim.type !== 'quote' && claim.attributedTo?.actorId)
      insert.run(claim.attributedTo.actorId, seq, 'attributedTo')
    if (claim.type !== 'actor')
      for (const actorId of named.get(claim.sentence.start) ?? []) insert.run(actorId, seq, 'named')
  }
  return insertActors(store, claims, article)
}

/** Actors that a sentence names, by where the sentence begins. */
function namedBySentence(claims: readonly Claim[]): Map<number, Set<string>> {
  const named = new Map<number, Set<string>>()
  for (const claim of claims)
    if (claim.type === 'actor')
      named.set(claim.sentence.start, (named.get(claim.sentence.start) ?? new Set()).add(claim.actorId))
  return named
}

function insertActors(store: Store, claims: readonly Claim[], article: number): string[] {
  const insert = prepareOnce(
    store,
    'INSERT INTO article_actors (article, actor_id, kind, name, role, affiliation, mentions, place) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const insertAlias = prepareOnce(
    store,
    'INSERT OR IGNORE INTO actor_aliases (actor_id, alias, article) VALUES (?, ?, ?)',
  )
  const groups = Map.groupBy(
    claims.filter((claim) => claim.type === 'actor'),
    (claim) => claim.actorId,
  )
  for (const [actorId, mentions] of groups) {
    const first = mentions[0]!
    const inBody = mentions.filter((mention) => mention.section === 'body').length
    const { sameAs, location } = first
    const place = location || sameAs ? JSON.stringify({ sameAs, location }) : null
    insert.run(article, actorId, first.kind, first.name, first.role ?? null, first.affiliation ?? null, inBody, place)
    for (const alias of new Set([first.name, ...mentions.map((mention) => mention.surface)]))
      insertAlias.run(actorId, alias, article)
  }
  return [...groups.keys()]
}

/** Joins what the articles know of these actors into their rows; an actor that no article names any more goes. */
export function refreshActors(store: Store, ids: ReadonlySet<string>): void {
  const list = JSON.stringify([...ids])
  prepareOnce(store, 'DELETE FROM actors WHERE id IN (SELECT value FROM json_each(?))').run(list)
  // name, role and affiliation come from the article that mentions the actor most (SQLite's bare columns beside max())
  prepareOnce(
    store,
    `INSERT INTO actors (id, kind, name, role, affiliation, mention_count, article_count, place)
       SELECT known.actor_id, known.kind, known.name,
         (SELECT role FROM article_actors WHERE actor_id = known.actor_id AND role IS NOT NULL ORDER BY mentions DESC, article LIMIT 1),
         (SELECT affiliation FROM article_actors WHERE actor_id = known.actor_id AND affiliation IS NOT NULL ORDER BY mentions DESC, article LIMIT 1),
         known.mention_count, known.article_count,
         (SELECT place FROM article_actors WHERE actor_id = known.actor_id AND place IS NOT NULL ORDER BY mentions DESC, article LIMIT 1)
       FROM (SELECT actor_id, kind, name, sum(mentions) AS mention_count, count(*) AS article_count, max(mentions)
             FROM article_actors WHERE actor_id IN (SELECT value FROM json_each(?)) GROUP BY actor_id) AS known`,
  ).run(list)
}
