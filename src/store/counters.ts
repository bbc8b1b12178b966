import sql, { join, raw, type Sql } from 'sql-template-tag'
import { claimTypes } from '../model/claim/index.ts'
import type { Reading, Store, Writing } from './database.ts'
import { foldCase } from './dialect.ts'
import { holdWriters } from './hold-writers.ts'

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

/** What articles themselves can be counted by: their counters have the type `article`. */
export const articleFacets = {
  publication: 'articles.publication',
  author: 'articles.author',
  language: 'articles.language',
  year: 'substr(articles.published_at, 1, 4)',
} as const

/** And the actors they have to do with: in any way, or as what is named here. */
export const facetRelations = ['actor', 'source', 'subject', 'attributedTo'] as const

const facets = Object.entries(facetColumns)

/**
 * Counts of articles and their claims, as `counters` has them: for each facet, type of claim ('' for all, `article` for the articles) and value.
 * @param among that the number of an article is one of these, behind it
 */
const countsOf = (among: Sql) => sql`
  WITH
    counted AS MATERIALIZED (
      SELECT claims.seq AS claim, claims.type AS of_type, ${raw(facets.map(([name, column]) => `${column} AS "${name}"`).join(', '))}
      FROM claims JOIN articles ON articles.seq = claims.article
      WHERE claims.section = 'body' AND claims.rejected = 0 AND claims.article ${among}),
    by_type (facet, type, value, count) AS MATERIALIZED (
      ${raw(facets.map(([name]) => `SELECT '${name}', of_type, "${name}", count(*) FROM counted WHERE "${name}" IS NOT NULL GROUP BY 2, 3`).join(' UNION ALL '))}
      UNION ALL SELECT 'actor', of_type, actor_id, count(DISTINCT claim) FROM counted JOIN claim_actors USING (claim) GROUP BY 2, 3
      UNION ALL SELECT relation, of_type, actor_id, count(*) FROM counted JOIN claim_actors USING (claim) WHERE relation IN ('source', 'subject', 'attributedTo') GROUP BY 1, 2, 3)
  SELECT facet, type, value, count FROM by_type
  UNION ALL SELECT facet, '', value, sum(count) FROM by_type GROUP BY facet, value
  UNION ALL ${join(
    Object.entries(articleFacets).map(
      ([name, column]) =>
        sql`SELECT ${raw(`'${name}', 'article', ${column}, count(*) FROM articles WHERE ${column} IS NOT NULL AND articles.seq`)} ${among} GROUP BY 3`,
    ),
    ' UNION ALL ',
  )}`

const every = raw('IS NOT NULL')

/**
 * Counts the claims of articles in, when they are stored, or out, before they go or are changed; in the transaction of the change. Where writers
 * are many it is noted, with the mentions of actors.
 */
export async function countArticles(tx: Writing, articles: Iterable<number>, by: 1 | -1): Promise<void> {
  const among = tx.dialect.anyOf([...articles])
  const counts = countsOf(among)
  if (tx.dialect.rollsUp) {
    await tx.run(
      sql`insert into counter_changes (facet, type, value, count)
        select facet, type, value, count * ${raw(String(by))} from (${counts}) as counts`,
    )
    await tx.run(
      sql`insert into actor_changes (actor_id, mentions, articles)
        select actor_id, sum(mentions) * ${raw(String(by))}, count(*) * ${raw(String(by))} from article_actors where article ${among} group by actor_id`,
    )
    return
  }
  await tx.run(
    sql`insert into counters (facet, type, value, count)
      select facet, type, value, count * ${raw(String(by))} from (${counts}) as counts where true
      on conflict (facet, type, value) do update set count = counters.count + excluded.count`,
  )
  if (by < 0) await tx.run(sql`delete from counters where count = 0`)
}

/** Adds to the counters what writers have noted. @returns whether there was anything */
export async function foldCounters(tx: Writing): Promise<boolean> {
  const changed = await tx.run(
    sql`with noted as (delete from counter_changes where ${tx.dialect.isSettled} returning facet, type, value, count)
      insert into counters (facet, type, value, count) select facet, type, value, sum(count) from noted group by facet, type, value
      on conflict (facet, type, value) do update set count = counters.count + excluded.count`,
  )
  if (changed > 0) await tx.run(sql`delete from counters where count = 0`)
  return changed > 0
}

/** Counts all claims anew where that has not been done yet. */
export async function fillCounters(store: Store): Promise<void> {
  const isCounted = async (reading: Reading) =>
    (await reading.first<{ value: number }>(sql`select value from state where name = 'counted'`))?.value === 1
  if (await isCounted(store)) return
  await store.write(async (tx) => {
    await holdWriters(tx)
    if (!(await isCounted(tx))) await recount(tx)
  })
}

/** Where writers are many, for whoever holds them. */
export async function recount(tx: Writing): Promise<void> {
  if (tx.dialect.rollsUp) await tx.run(sql`delete from counter_changes`)
  await tx.run(sql`delete from counters`)
  await tx.run(sql`insert into counters (facet, type, value, count) ${countsOf(every)}`)
  await tx.run(sql`update state set value = 1 where name = 'counted'`)
}

/** How many counters are not what a recount gives. */
export async function findWrongCounters(tx: Writing): Promise<number> {
  const columns = raw('facet, type, value, count')
  await tx.run(sql`create temp table counted_anew as ${countsOf(every)}`)
  const { wrong } = (await tx.first<{ wrong: number }>(
    sql`select count(*) as wrong from (
      select facet, type, value from (select ${columns} from counted_anew except select ${columns} from counters) as missing
      union select facet, type, value from (select ${columns} from counters except select ${columns} from counted_anew) as false_ones) as both_ways`,
  ))!
  await tx.run(sql`drop table counted_anew`)
  return wrong
}

type Counted = { value: string; count: number; name: string | null }

/**
 * The most frequent values of a facet among claims of the body that were not rejected, or among articles.
 * @param type of the claims, '' for all, or `article`
 */
export function readCounters(reading: Reading, facet: string, type: string, limit: number): Promise<Counted[]> {
  const isActor = (facetRelations as readonly string[]).includes(facet)
  return reading.all<Counted>(
    sql`select value, count, ${raw(isActor ? '(select name from actors where id = value)' : 'null')} as name
      from counters where facet = ${facet} and type = ${type} order by count desc, value limit ${limit}`,
  )
}

/** How many claims of the body that were not rejected have a value. */
export const readCounter = async (reading: Reading, facet: string, type: string, value: string): Promise<number> =>
  (
    await reading.first<{ count: number }>(
      sql`select count from counters where facet = ${facet} and type = ${type} and value = ${value}`,
    )
  )?.count ?? 0

/** How many claims of the body that were not rejected have a value, by their type, the most frequent first. */
export const readTypeCounters = (
  reading: Reading,
  facet: string,
  value: string,
): Promise<{ value: string; count: number }[]> =>
  reading.all(
    sql`select type as value, count from counters
      where facet = ${facet} and type in (${join(Object.keys(claimTypes))}) and value = ${value} order by count desc, type`,
  )

/** How many claims of the body that were not rejected stand in a publication, however it is spelt, by their type, the most frequent first. */
export const readPublicationCounters = (
  reading: Reading,
  publication: string,
): Promise<{ value: string; count: number }[]> =>
  reading.all(
    sql`select type as value, cast(sum(count) as bigint) as count from counters
      where facet = 'publication' and ${raw(reading.dialect.caseless('value'))} = ${foldCase(publication)} and type in (${join(Object.keys(claimTypes))})
      group by type order by 2 desc, type`,
  )
