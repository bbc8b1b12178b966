import { countClaims } from '../model/article.ts'
import type { Claim } from '../model/claim/index.ts'
import { findWrongCounters, recount } from './counters.ts'
import { articleWords, claimWords } from './full-text.ts'
import { linkActors, refreshActors } from './link-actors.ts'
import type { Store } from './open.ts'

/** Something that is not as it has to be. `repaired`: it was made anew from the claims. */
export type Finding = { readonly what: string; readonly repaired: boolean }

type ArticleRow = {
  seq: number
  id: string
  text: string
  actor_count: number
  date_count: number
  figure_count: number
  quote_count: number
  checked_count: number
}
type ClaimRow = { seq: number; id: string; start_at: number; end_at: number; type: string; json: string }

/**
 * Recounts everything: the file itself, every claim's span against its text, the counts of articles, the full-text index, what is known of
 * actors, and the changes for mirrors. What follows from the claims can be made anew; a text, a claim or a file that is damaged cannot.
 * @param repair whether to do so, in one transaction
 * @param onArticle called for each article, with how many there are
 */
export function checkStore(store: Store, repair: boolean, onArticle: (total: number) => void = () => {}): Finding[] {
  try {
    const damage = (store.pragma('integrity_check') as { integrity_check: string }[])
      .map((row) => row.integrity_check)
      .filter((line) => line !== 'ok')
    if (damage.length) return damage.map(toDamage)
    const run = store.transaction(() => [
      ...(store.pragma('foreign_key_check') as { table: string; rowid: number }[]).map(({ table, rowid }) => ({
        what: `row ${rowid} of ${table} belongs to nothing`,
        repaired: false,
      })),
      ...checkArticles(store, repair, onArticle),
      ...checkText(store, repair),
      ...checkActors(store, repair),
      ...checkChanges(store, repair),
      ...checkCounters(store, repair),
    ])
    return repair ? run.immediate() : run()
  } catch (error) {
    const { code, message } = error as Error & { code?: string }
    if (!code?.startsWith('SQLITE_CORRUPT')) throw error
    return [toDamage(message)]
  }
}

const toDamage = (line: string): Finding => ({ what: `the file is damaged: ${line}`, repaired: false })

function checkArticles(store: Store, repair: boolean, onArticle: (total: number) => void): Finding[] {
  const found: Finding[] = []
  const total = store.prepare('SELECT count(*) FROM articles').pluck().get() as number
  const claimsOf = store.prepare<[number], ClaimRow>(
    'SELECT seq, id, start_at, end_at, type, json FROM claims WHERE article = ?',
  )
  const fix = store.prepare(
    'UPDATE articles SET actor_count = ?, date_count = ?, figure_count = ?, quote_count = ?, checked_count = ? WHERE seq = ?',
  )
  const next = store.prepare<[number], ArticleRow>('SELECT * FROM articles WHERE seq > ? ORDER BY seq LIMIT 1')
  for (let article = next.get(-1); article; article = next.get(article.seq)) {
    const claims: Claim[] = []
    const points = [...article.text]
    for (const row of claimsOf.all(article.seq)) {
      const claim = parse(row.json)
      const words = points.slice(row.start_at, row.end_at).join('')
      if (!claim || claim.id !== row.id || claim.type !== row.type)
        found.push({ what: `claim ${row.id} of article ${article.id} cannot be read`, repaired: false })
      else if (claim.start !== row.start_at || claim.end !== row.end_at || claim.surface !== words)
        found.push({
          what: `claim ${row.id} of article ${article.id} is not what the text says there`,
          repaired: false,
        })
      if (claim) claims.push(claim)
    }
    const { actor, date, figure, quote } = countClaims(claims)
    const checked = claims.filter(({ section, review }) => section === 'body' && review).length
    const stored = [
      article.actor_count,
      article.date_count,
      article.figure_count,
      article.quote_count,
      article.checked_count,
    ]
    const counted = [actor, date, figure, quote, checked]
    if (stored.join() !== counted.join()) {
      if (repair) fix.run(...counted, article.seq)
      found.push({ what: `article ${article.id} is counted wrong`, repaired: repair })
    }
    onArticle(total)
  }
  return found
}

function parse(json: string): Claim | undefined {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** The full-text index keeps no text of its own: its rows are compared, and whether its words lead to what is written there. */
function checkText(store: Store, repair: boolean): Finding[] {
  const found: Finding[] = []
  for (const { index, rows, refill } of [
    {
      index: 'claims_text',
      rows: 'SELECT seq AS row FROM claims',
      refill: claimWords,
    },
    {
      index: 'articles_text',
      rows: 'SELECT seq AS row FROM articles',
      refill: articleWords,
    },
  ]) {
    const wrong = store
      .prepare(
        `SELECT count(*) FROM (SELECT row FROM (${rows}) EXCEPT SELECT rowid FROM ${index} UNION ALL SELECT * FROM (SELECT rowid FROM ${index} EXCEPT SELECT row FROM (${rows})))`,
      )
      .pluck()
      .get() as number
    if (wrong === 0) continue
    if (repair) {
      store.exec(`INSERT INTO ${index} (${index}) VALUES ('delete-all')`)
      store.exec(refill)
    }
    found.push({ what: `${wrong} rows of the full-text index ${index} are missing or too many`, repaired: repair })
  }
  return found
}

const actorTables = ['claim_actors', 'article_actors', 'actor_aliases', 'actors'] as const

/** What is known of actors is made anew beside what is stored, and compared. */
function checkActors(store: Store, repair: boolean): Finding[] {
  for (const table of actorTables) store.exec(`CREATE TEMP TABLE before_${table} AS SELECT * FROM main.${table}`)
  store.exec('SAVEPOINT actors')
  for (const table of actorTables) store.exec(`DELETE FROM main.${table}`)
  const claimsOf = store.prepare<[number], { seq: number; json: string }>(
    'SELECT seq, json FROM claims WHERE article = ? ORDER BY seq',
  )
  const actors = new Set<string>()
  for (const seq of store.prepare<[], number>('SELECT seq FROM articles ORDER BY seq').pluck().all() as number[]) {
    const rows = claimsOf.all(seq).flatMap(({ seq: row, json }) => {
      const claim = parse(json)
      return claim ? [{ seq: row, claim }] : []
    })
    for (const actor of linkActors(store, seq, rows)) actors.add(actor)
  }
  refreshActors(store, actors)
  const found = actorTables.flatMap((table): Finding[] => {
    const differ = (a: string, b: string) => `SELECT count(*) FROM (SELECT * FROM ${a} EXCEPT SELECT * FROM ${b})`
    const count = (sql: string) => store.prepare(sql).pluck().get() as number
    const wrong = count(differ(`main.${table}`, `before_${table}`)) + count(differ(`before_${table}`, `main.${table}`))
    return wrong === 0 ? [] : [{ what: `${wrong} rows of ${table} do not follow from the claims`, repaired: repair }]
  })
  if (!repair || found.length === 0) store.exec('ROLLBACK TO actors')
  store.exec('RELEASE actors')
  for (const table of actorTables) store.exec(`DROP TABLE temp.before_${table}`)
  return found
}

function checkChanges(store: Store, repair: boolean): Finding[] {
  const missing = `FROM articles WHERE NOT EXISTS (SELECT 1 FROM changes WHERE kind = 'article' AND id = articles.id AND deleted = 0)`
  const wrong = store.prepare(`SELECT count(*) ${missing}`).pluck().get() as number
  if (wrong === 0) return []
  if (repair)
    store.exec(
      `INSERT INTO changes (kind, id, article_id, deleted, changed_at, sequence)
         SELECT 'article', id, id, 0, loaded_at, sequence ${missing}
         ON CONFLICT (kind, id) DO UPDATE SET deleted = 0, changed_at = excluded.changed_at`,
    )
  return [{ what: `${wrong} articles are missing from the changes`, repaired: repair }]
}

/** Last, for it counts by what was put in order before. */
function checkCounters(store: Store, repair: boolean): Finding[] {
  const wrong = findWrongCounters(store)
  if (wrong === 0) return []
  if (repair) recount(store)
  return [{ what: `${wrong} counters are not what a recount gives`, repaired: repair }]
}
