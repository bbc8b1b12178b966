import sql, { empty, join, raw, type Sql } from 'sql-template-tag'
import { facetColumns, facetRelations } from '../store/counters.ts'
import type { Store } from '../store/database.ts'
import type { Dialect } from '../store/dialect.ts'
import { chooseNewest, joinArticles } from './access.ts'
import { type ClaimChoice, type ClaimScope, choose, leadConditions } from './choice.ts'
import type { Query } from './conditions.ts'
import { type Counted, columnOf, countByCounters } from './counted.ts'
import { readNotes } from './extras.ts'
import { mostSampled, where } from './page.ts'
import { runQuery } from './run.ts'
import { leadsByWords, wordConditions } from './words.ts'

export const facetNames = [...Object.keys(facetColumns), ...facetRelations]

/**
 * Counts by value under the same filters as a list, the most frequent first; `more` tells that values were cut off, `sample` that claims were.
 * What the counters do not know is counted in one walk over the claims.
 */
export async function countFacets(store: Store, query: Query, scope: ClaimScope) {
  const choice = await choose(store, query, scope)
  const limit = query.limit as number
  const known = new Map<string, Counted[]>()
  const unknown: string[] = []
  for (const by of query.by as string[]) {
    const counted = await countByCounters(store, choice, by, limit + 1)
    if (counted) known.set(by, counted)
    else unknown.push(by)
  }
  const sampled = unknown.length ? await countSample(store, choice, unknown, limit + 1) : undefined
  const facets = (query.by as string[]).map((by) => {
    const rows = known.get(by) ?? sampled!.counts.get(by) ?? []
    return {
      by,
      values: rows.slice(0, limit).map(({ value, count, name }) => ({ value, count, ...(name && { name }) })),
      more: rows.length > limit,
      ...(!known.has(by) && sampled!.isCut && { sample: mostSampled }),
    }
  })
  return {
    facets,
    ...(await readNotes(
      store,
      choice.used,
      choice.notes,
      facets.every(({ values }) => values.length === 0),
    )),
  }
}

type Row = Counted & { readonly facet: string }

async function countSample(store: Store, choice: ClaimChoice, facets: readonly string[], limit: number) {
  const rows = await runQuery<Row>(store, countQuery(store.dialect, choice, facets, limit))
  const counts = Map.groupBy(rows, ({ facet }) => facet)
  return { counts, isCut: counts.get(looked)![0]!.count >= mostSampled }
}

/** Stands beside the facets, for how many claims were looked at. */
const looked = ''

/** `actor` counts every relation once a claim; `source`, `subject` and `attributedTo` their own. */
function countQuery(dialect: Dialect, choice: ClaimChoice, facets: readonly string[], limit: number): Sql {
  const byWords = leadsByWords(choice, 'position')
  const { from, row, along } = chooseNewest(dialect, choice, byWords)
  // SQLite gives one row a claim along the links, which takes less than to look for an earlier link at each
  const isGrouped = along && dialect.engine === 'sqlite'
  const conditions = [
    ...wordConditions(dialect, choice, byWords),
    ...leadConditions(dialect, choice, along, byWords, isGrouped),
    ...choice.conditions,
  ]
  const columns = facets.map((by, i) => `${columnOf(by) ?? 'claims.seq'} as value_${i}`)
  const tables = columns.some((column) => column.includes('articles.')) ? joinArticles(from) : from
  const counts = facets.map((by, i) => {
    const counted =
      columnOf(by) === undefined
        ? sql`select actor_id as value, count(distinct claim) as count
          from ${raw(dialect.along(`sample cross join claim_actors indexed by claim_actors_by_claim on claim = value_${i}`))}
          ${by === 'actor' ? empty : sql`where relation = ${by}`}`
        : sql`select ${raw(`value_${i} as value, count(*) as count from sample where value_${i} is not null`)}`
    const name = raw(columnOf(by) === undefined ? '(select name from actors where id = value)' : 'null')
    return sql`select ${by} as facet, value, count, ${name} as name from (${counted} group by 1 order by 2 desc, 1 limit ${limit}) as facet_${raw(String(i))}`
  })
  return sql`with sample as materialized (
      select ${raw(columns.join(', '))} from ${raw(dialect.along(tables))} ${where(dialect, conditions, 'claims.seq')}
        ${raw(isGrouped ? 'group by claim_actors.claim' : '')} order by ${raw(row)} limit ${mostSampled})
    ${join([...counts, sql`select ${looked} as facet, '' as value, count(*) as count, null as name from sample`], ' union all ')}`
}
