import sql, { raw } from 'sql-template-tag'
import { StoreError } from '../database.ts'
import { type Dialect, foldCase } from '../dialect.ts'
import { type Asked, ask } from './connection.ts'
import { postgres } from './dialect.ts'
import { places } from './places.ts'

// PostgreSQL over several servers. What belongs to an article lies with it; tables are joined where they lie when the number of the article is
// among what they are joined by: docs/decisions/0019-articles-over-several-servers.md.

/** The column of a table that has the number of the article, by one that has the number of a claim. */
const articleOf = (column: string) => column.replace(/\w+$/, 'article')

/** Columns of the article that mentions an actor most: each server says its own, as a text that compares as mentions and articles do. */
const ofMost = (columns: string, condition = 'true') =>
  `max(lpad(mentions::text, 16, '0') || lpad((${Number.MAX_SAFE_INTEGER} - article)::text, 16, '0') || json_build_array(${columns})) filter (where ${condition})`
const ofMostWith = (column: string) => `${ofMost(column, `${column} is not null`)} as ${column}`
const read = (column: string, place = 0) => `substr(${column}, 33)::json ->> ${place}`

const bestKnown: Dialect['bestKnown'] = (actors) =>
  sql`select actor_id, ${raw(`${read('best')} as kind, ${read('best', 1)} as name, ${read('role')} as role, ${read('affiliation')} as affiliation, ${read('place')} as place`)}
    from (select actor_id, ${raw([`${ofMost('kind, name')} as best`, ...['role', 'affiliation', 'place'].map(ofMostWith)].join(', '))}
      from article_actors where actor_id = any(${actors}) group by actor_id) as known`

/** A name at a time: its first and its last actor are one seek at each server. */
const findIds: Dialect['findActorIds'] = async (reading, namesOrIds) => {
  const rows = await reading.all<{ id: string }>(sql`select id from actors where id = any(${namesOrIds})`)
  const found = new Set(rows.map(({ id }) => id))
  for (const name of namesOrIds) {
    const ends = await reading.first<{ first: string | null; last: string | null }>(
      sql`select min(actor_id) as first, max(actor_id) as last from actor_aliases where lower(alias) = ${foldCase(name)}`,
    )
    for (const id of [ends!.first, ends!.last]) if (id !== null) found.add(id)
  }
  return [...found].sort().slice(0, 2)
}

/** Rows of names that are looked at for one that is asked for. */
const eachName = 10

export const citus: Dialect = {
  ...postgres,
  places,
  sameClaim: (one, other) => `${one} = ${other} and ${articleOf(one)} = ${articleOf(other)}`,
  bestKnown,
  isSettled: raw('version <= (select settled from last_settled_version())'),
  findActorIds: findIds,
  // the spelling of the earliest article
  aliasesOf: async (reading, actors) => {
    const rows = await reading.all<{ actor_id: string; alias: string }>(
      sql`select actor_id, substr(first, 17) as alias from (
          select actor_id, lower(alias) as folded, min(lpad(article::text, 16, '0') || alias) as first
          from actor_aliases where actor_id = any(${actors}) group by 1, 2) as names
        order by length(first) desc, folded`,
    )
    const groups = Map.groupBy(rows, (row) => row.actor_id)
    return new Map([...groups].map(([id, names]) => [id, names.map(({ alias }) => alias)]))
  },
  listAliases: async (reading, start, most) => {
    const [from, to] = [start.toLowerCase(), `${start.toLowerCase()}\u{10FFFF}`]
    const rows = await reading.all<{ alias: string }>(
      sql`select alias from actor_aliases where lower(alias) >= ${from} and lower(alias) < ${to}
        order by lower(alias) limit ${most * eachName}`,
    )
    const names = new Map(rows.map(({ alias }) => [foldCase(alias), alias]))
    return [...names.values()].slice(0, most)
  },
}

/**
 * Whether the tables of a database are spread over the servers of a Citus cluster.
 * @throws {StoreError} when the extension came after the tables
 */
export async function isSpread(asked: Asked): Promise<boolean> {
  const [has] = await ask(asked, raw(`select 1 from pg_extension where extname = 'citus'`))
  if (!has) return false
  // pg_dist_partition is there with the extension alone
  const [spread] = await ask(asked, raw(`select 1 from pg_dist_partition where logicalrelid = 'articles'::regclass`))
  if (!spread)
    throw new StoreError(
      'it got the extension citus after its tables, which are not spread over the servers: copy it with `article-facts copy` into an empty database that has the extension',
    )
  return true
}
