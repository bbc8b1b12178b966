import type { ArticleRecord } from '../model/article.ts'
import type { Claim, ClaimType } from '../model/claim/index.ts'
import { prepareOnce, type Store } from './open.ts'

/** What saving an article came to. `unchanged`: the same text is there already, under this url or another. */
export type SaveOutcome = { readonly outcome: 'added' | 'replaced' | 'unchanged'; readonly id: string }

type Stored = { seq: number; id: string; text_hash: string; metadata: string }

/**
 * Saves an article with its claims, all or nothing. The same url with the same text and metadata, or the same text without that url,
 * changes nothing; the same url with anything else replaces the article and its claims.
 */
export const saveArticle = (store: Store, record: ArticleRecord): SaveOutcome => saveArticles(store, [record])[0]!

/**
 * Saves articles in their order, all or nothing; see `saveArticle`.
 * @param also what else is to happen in the same transaction
 */
export function saveArticles(store: Store, records: readonly ArticleRecord[], also?: () => void): SaveOutcome[] {
  return store
    .transaction(() => {
      const changed: Changed = { articles: new Set(), actors: new Set() }
      const outcomes = records.map((record) => write(store, record, changed))
      fillText(store, changed.articles)
      refreshActors(store, changed.actors)
      also?.()
      return outcomes
    })
    .immediate()
}

const metadataColumns = ['title', 'url', 'publication', 'publisher', 'author', 'publishedAt', 'language'] as const
const fingerprint = (metadata: ArticleRecord['metadata']) =>
  JSON.stringify(metadataColumns.map((name) => metadata[name] ?? null))

/** Articles whose claims are new, by `seq`, and actors whose mentions are others than before. */
type Changed = { readonly articles: Set<number>; readonly actors: Set<string> }

function write(store: Store, record: ArticleRecord, changed: Changed): SaveOutcome {
  const find = prepareOnce<unknown[], Stored>(
    store,
    `SELECT seq, id, text_hash, json_array(title, url, publication, publisher, author, published_at, language) AS metadata FROM articles WHERE id = ? OR (url IS NOT NULL AND url = ?) OR text_hash = ?`,
  )
  const { url } = record.metadata
  const same = find.all(record.id, url ?? null, record.textHash)
  const own = same.find((row) => row.id === record.id)
  const twin = same.find((row) => row.id !== record.id)
  if (twin) return { outcome: 'unchanged', id: twin.id }
  if (own && own.text_hash === record.textHash && own.metadata === fingerprint(record.metadata))
    return { outcome: 'unchanged', id: own.id }
  const sequence = prepareOnce(store, `UPDATE state SET value = value + 1 WHERE name = 'sequence' RETURNING value`)
    .pluck()
    .get() as number
  if (own) for (const actor of removeArticle(store, own.seq)) changed.actors.add(actor)
  const seq = insertArticle(store, record, sequence)
  insertClaims(store, record, seq, sequence)
  changed.articles.add(seq)
  for (const actor of insertActors(store, record, seq)) changed.actors.add(actor)
  return { outcome: own ? 'replaced' : 'added', id: record.id }
}

/** Full text of the claims of new articles: one statement a transaction is several times faster than one a claim. */
function fillText(store: Store, articles: ReadonlySet<number>): void {
  prepareOnce(
    store,
    `INSERT INTO claims_text (rowid, surface, sentence, measure)
     SELECT seq, json ->> '$.surface', json ->> '$.sentence.text', coalesce(measure, '')
     FROM claims WHERE article IN (SELECT value FROM json_each(?))`,
  ).run(JSON.stringify([...articles]))
}

function insertArticle(
  store: Store,
  { id, metadata, text, textHash, length, loadedAt, sections, claims }: ArticleRecord,
  sequence: number,
): number {
  const count = (type: ClaimType) => claims.filter((claim) => claim.type === type && claim.section === 'body').length
  const { lastInsertRowid } = prepareOnce(
    store,
    `INSERT INTO articles (id, url, title, author, publication, publisher, published_at, language, loaded_at, length, text, text_hash, sections, actor_count, date_count, figure_count, quote_count, sequence)
       VALUES (@id, @url, @title, @author, @publication, @publisher, @publishedAt, @language, @loadedAt, @length, @text, @textHash, @sections, @actor, @date, @figure, @quote, @sequence)`,
  ).run({
    ...Object.fromEntries(metadataColumns.map((name) => [name, metadata[name] ?? null])),
    id,
    loadedAt,
    length,
    text,
    textHash,
    sequence,
    sections: JSON.stringify(sections),
    actor: count('actor'),
    date: count('date'),
    figure: count('figure'),
    quote: count('quote'),
  })
  const seq = Number(lastInsertRowid)
  prepareOnce(store, 'INSERT INTO articles_text (rowid, title, text) VALUES (?, ?, ?)').run(
    seq,
    metadata.title ?? '',
    text,
  )
  return seq
}

function insertClaims(store: Store, { claims, metadata }: ArticleRecord, article: number, sequence: number): void {
  const insert = prepareOnce(
    store,
    `INSERT INTO claims (id, article, sequence, type, section, start_at, end_at, kind, extractor, confidence, published_at, low, high, unit, currency, modifier, change, how, measure, from_day, to_day, iso, cue, source, json)
     VALUES (@id, @article, @sequence, @type, @section, @start, @end, @kind, @extractor, @confidence, @published, @low, @high, @unit, @currency, @modifier, @change, @how, @measure, @from, @to, @iso, @cue, @source, @json)`,
  )
  const insertActor = prepareOnce(
    store,
    'INSERT OR IGNORE INTO claim_actors (actor_id, claim, relation) VALUES (?, ?, ?)',
  )
  const named = namedBySentence(claims)
  const published = metadata.publishedAt ?? null
  for (const claim of claims) {
    const { id, type, section, start, end, kind, extractor, confidence } = claim
    const { lastInsertRowid } = insert.run({
      ...blank,
      ...columnsOf(claim),
      id,
      article,
      sequence,
      type,
      section,
      start,
      end,
      kind,
      extractor,
      confidence,
      published,
      json: JSON.stringify(claim),
    })
    const seq = Number(lastInsertRowid)
    if (claim.type === 'actor') insertActor.run(claim.actorId, seq, 'mention')
    if (claim.type === 'figure' && claim.subject) insertActor.run(claim.subject.actorId, seq, 'subject')
    if (claim.type === 'quote' && claim.source?.actorId) insertActor.run(claim.source.actorId, seq, 'source')
    if (claim.type !== 'actor')
      for (const actorId of named.get(claim.sentence.start) ?? []) insertActor.run(actorId, seq, 'named')
  }
}

const blank = {
  low: null,
  high: null,
  unit: null,
  currency: null,
  modifier: null,
  change: null,
  how: null,
  measure: null,
  from: null,
  to: null,
  iso: null,
  cue: null,
  source: null,
}

function columnsOf(claim: Claim): Partial<Record<keyof typeof blank, string | number | null>> {
  switch (claim.type) {
    case 'actor':
      return {}
    case 'date':
      return {
        from: claim.from ?? null,
        to: claim.to ?? null,
        iso: claim.iso ?? claim.duration ?? null,
        modifier: claim.modifier ?? null,
      }
    case 'figure':
      return {
        low: claim.low ?? claim.number ?? null,
        high: claim.high ?? claim.number ?? null,
        unit: claim.unit ?? null,
        currency: claim.currency ?? null,
        modifier: claim.modifier ?? null,
        change: claim.change ?? null,
        how: claim.how ?? null,
        measure: claim.measure ?? null,
        from: claim.period?.from ?? null,
        to: claim.period?.to ?? null,
      }
    case 'quote':
      return { cue: claim.cue ?? null, source: claim.source?.surface ?? null }
  }
}

/** Actors that a sentence names, by where the sentence begins. */
function namedBySentence(claims: readonly Claim[]): Map<number, Set<string>> {
  const named = new Map<number, Set<string>>()
  for (const claim of claims)
    if (claim.type === 'actor')
      named.set(claim.sentence.start, (named.get(claim.sentence.start) ?? new Set()).add(claim.actorId))
  return named
}

function insertActors(store: Store, { claims }: ArticleRecord, article: number): string[] {
  const insert = prepareOnce(
    store,
    'INSERT INTO article_actors (article, actor_id, kind, name, role, affiliation, mentions) VALUES (?, ?, ?, ?, ?, ?, ?)',
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
    insert.run(article, actorId, first.kind, first.name, first.role ?? null, first.affiliation ?? null, inBody)
    for (const alias of new Set([first.name, ...mentions.map((mention) => mention.surface)]))
      insertAlias.run(actorId, alias, article)
  }
  return [...groups.keys()]
}

/** Takes an article and all that hangs on it away; gives the actors that it named. */
function removeArticle(store: Store, seq: number): string[] {
  const actors = prepareOnce<[number], string>(store, 'SELECT actor_id FROM article_actors WHERE article = ?')
    .pluck()
    .all(seq) as string[]
  prepareOnce(store, 'DELETE FROM claims_text WHERE rowid IN (SELECT seq FROM claims WHERE article = ?)').run(seq)
  prepareOnce(store, 'DELETE FROM articles_text WHERE rowid = ?').run(seq)
  prepareOnce(store, 'DELETE FROM articles WHERE seq = ?').run(seq)
  return actors
}

/** Joins what the articles know of these actors into their rows; an actor that no article names any more goes. */
function refreshActors(store: Store, ids: ReadonlySet<string>): void {
  const list = JSON.stringify([...ids])
  prepareOnce(store, 'DELETE FROM actors WHERE id IN (SELECT value FROM json_each(?))').run(list)
  // name, role and affiliation come from the article that mentions the actor most (SQLite's bare columns beside max())
  prepareOnce(
    store,
    `INSERT INTO actors (id, kind, name, role, affiliation, mention_count, article_count)
       SELECT known.actor_id, known.kind, known.name,
         (SELECT role FROM article_actors WHERE actor_id = known.actor_id AND role IS NOT NULL ORDER BY mentions DESC, article LIMIT 1),
         (SELECT affiliation FROM article_actors WHERE actor_id = known.actor_id AND affiliation IS NOT NULL ORDER BY mentions DESC, article LIMIT 1),
         known.mention_count, known.article_count
       FROM (SELECT actor_id, kind, name, sum(mentions) AS mention_count, count(*) AS article_count, max(mentions)
             FROM article_actors WHERE actor_id IN (SELECT value FROM json_each(?)) GROUP BY actor_id) AS known`,
  ).run(list)
}
