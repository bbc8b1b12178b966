import sql, { raw, type Sql } from 'sql-template-tag'
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

/** Counts by value under the same filters as a list, the most frequent first; `more` tells that values were cut off, `sample` that claims were. */
export async function countFacets(store: Store, query: Query, scope: ClaimScope) {
  const choice = await choose(store, query, scope)
  const limit = query.limit as number
  const facets = []
  for (const by of query.by as string[]) {
    const known = await countByCounters(store, choice, by, limit + 1)
    const { rows, isSample } = known
      ? { rows: known, isSample: false }
      : await countSample(store, choice, by, limit + 1)
    facets.push({
      by,
      values: rows.slice(0, limit).map(({ value, count, name }) => ({ value, count, ...(name && { name }) })),
      more: rows.length > limit,
      ...(isSample && { sample: mostSampled }),
    })
  }
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

type Row = Counted & { readonly value: string | null; readonly counted: number }

async function countSample(store: Store, choice: ClaimChoice, by: string, limit: number) {
  // claims without a value are counted too: they tell whether all were looked at
  const rows = await runQuery<Row>(store, countQuery(store.dialect, choice, by, limit + 1))
  const isSample = rows.length > 0 && rows[0]!.counted >= mostSampled
  return { rows: rows.filter(({ value }) => value !== null).slice(0, limit) as Counted[], isSample }
}

/** `actor` counts every relation once a claim; `source`, `subject` and `attributedTo` their own. */
function countQuery(dialect: Dialect, choice: ClaimChoice, by: string, limit: number): Sql {
  const byWords = leadsByWords(choice, 'position')
  const { from, row, along } = chooseNewest(dialect, choice, byWords)
  const column = columnOf(by)
  const conditions = [
    ...wordConditions(dialect, choice, byWords),
    ...leadConditions(dialect, choice, along, byWords),
    ...choice.conditions,
  ]
  const some = (what: string, tables: string) =>
    sql`select ${raw(what)} from ${raw(dialect.along(tables))} ${where(dialect, conditions, 'claims.seq')} order by ${raw(row)} limit ${mostSampled}`
  if (column !== undefined)
    return sql`select value, count(*) as count, cast(sum(count(*)) over () as bigint) as counted
      from (${some(`${column} as value`, column.includes('articles.') ? joinArticles(from) : from)}) as sample
      group by value order by 2 desc, 1 limit ${limit}`
  const relation = by === 'actor' ? sql`` : sql`where relation = ${by}`
  return sql`with sample as (${some('claims.seq as claim', from)})
    select claim_actors.actor_id as value, count(distinct claim_actors.claim) as count, (select name from actors where id = claim_actors.actor_id) as name,
      (select count(*) from sample) as counted
    from ${raw(dialect.along('sample cross join claim_actors indexed by claim_actors_by_claim on claim_actors.claim = sample.claim'))}
    ${relation} group by 1 order by 2 desc, 1 limit ${limit}`
}
