import { prepareOnce, type Store } from './open.ts'

/** What claims can be counted by: columns of `claims` and `articles`. */
export const facetColumns = {
  type: 'claims.type',
  kind: 'claims.kind',
  section: 'claims.section',
  unit: 'claims.unit',
  currency: 'claims.currency',
  change: 'claims.change',
  measureHead: 'claims.measure_head',
  modality: 'claims.modality',
  polarity: 'claims.polarity',
  modifier: 'claims.modifier',
  cue: 'lower(claims.cue)',
  review: 'claims.review',
  extractor: 'claims.extractor',
  article: 'articles.id',
  publication: 'articles.publication',
  author: 'articles.author',
  language: 'articles.language',
  year: 'substr(claims.from_day, 1, 4)',
} as const

/** And the actors they have to do with: in any way, or as what is named here. */
export const facetRelations = ['actor', 'source', 'subject', 'attributedTo'] as const

const facets = Object.entries(facetColumns)

/**
 * Counts of the claims under a condition, as `counters` has them: for each facet, type of claim ('' for all) and value.
 * @param condition SQL over `claims`
 */
const countsOf = (condition: string) => `
  WITH
    counted AS MATERIALIZED (
      SELECT claims.seq AS claim, claims.type AS of_type, ${facets.map(([name, column]) => `${column} AS "${name}"`).join(', ')}
      FROM claims JOIN articles ON articles.seq = claims.article
      WHERE claims.section = 'body' AND claims.rejected = 0 AND ${condition}),
    by_type (facet, type, value, count) AS MATERIALIZED (
      ${facets.map(([name]) => `SELECT '${name}', of_type, "${name}", count(*) FROM counted WHERE "${name}" IS NOT NULL GROUP BY 2, 3`).join(' UNION ALL ')}
      UNION ALL SELECT 'actor', of_type, actor_id, count(DISTINCT claim) FROM counted JOIN claim_actors USING (claim) GROUP BY 2, 3
      UNION ALL SELECT relation, of_type, actor_id, count(*) FROM counted JOIN claim_actors USING (claim) WHERE relation IN ('source', 'subject', 'attributedTo') GROUP BY 1, 2, 3)
  SELECT facet, type, value, count FROM by_type
  UNION ALL SELECT facet, '', value, sum(count) FROM by_type GROUP BY facet, value`

const ofArticles = 'claims.article IN (SELECT value FROM json_each(?))'

/** Counts the claims of articles in, when they are stored, or out, before they go or are changed; in the transaction of the change. */
export function countArticles(store: Store, articles: Iterable<number>, by: 1 | -1): void {
  prepareOnce(
    store,
    `INSERT INTO counters (facet, type, value, count)
     SELECT facet, type, value, count * ${by} FROM (${countsOf(ofArticles)}) WHERE true
     ON CONFLICT (facet, type, value) DO UPDATE SET count = count + excluded.count`,
  ).run(JSON.stringify([...articles]))
  if (by < 0) prepareOnce(store, 'DELETE FROM counters WHERE count = 0').run()
}

/** Counts all claims anew where that has not been done yet. */
export function fillCounters(store: Store): void {
  const isCounted = () => store.prepare(`SELECT value FROM state WHERE name = 'counted'`).pluck().get() === 1
  if (isCounted()) return
  store
    .transaction(() => {
      if (!isCounted()) recount(store)
    })
    .immediate()
}

export function recount(store: Store): void {
  store.exec(`DELETE FROM counters; INSERT INTO counters (facet, type, value, count) ${countsOf('true')}`)
  store.exec(`UPDATE state SET value = 1 WHERE name = 'counted'`)
}

/** How many counters are not what a recount gives. */
export function findWrongCounters(store: Store): number {
  const anew = 'SELECT * FROM temp.counted_anew'
  const stored = 'SELECT * FROM main.counters'
  store.exec(`CREATE TEMP TABLE counted_anew AS ${countsOf('true')}`)
  const wrong = store
    .prepare(
      `SELECT count(*) FROM (SELECT facet, type, value FROM (${anew} EXCEPT ${stored}) UNION SELECT facet, type, value FROM (${stored} EXCEPT ${anew}))`,
    )
    .pluck()
    .get() as number
  store.exec('DROP TABLE temp.counted_anew')
  return wrong
}

type Counted = { value: string; count: number; name: string | null }

/**
 * The most frequent values of a facet among claims of the body that were not rejected.
 * @param type of the claims, '' for all
 */
export function readCounters(store: Store, facet: string, type: string, limit: number): Counted[] {
  const isActor = (facetRelations as readonly string[]).includes(facet)
  return prepareOnce<unknown[], Counted>(
    store,
    `SELECT value, count, ${isActor ? '(SELECT name FROM actors WHERE id = value)' : 'NULL'} AS name
     FROM counters WHERE facet = ? AND type = ? ORDER BY count DESC, value LIMIT ?`,
  ).all(facet, type, limit)
}

/** How many claims of the body that were not rejected have a value. */
export const readCounter = (store: Store, facet: string, type: string, value: string): number =>
  (prepareOnce<unknown[], number>(store, 'SELECT count FROM counters WHERE facet = ? AND type = ? AND value = ?')
    .pluck()
    .get(facet, type, value) as number | undefined) ?? 0
