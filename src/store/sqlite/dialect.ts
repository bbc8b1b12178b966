import sql, { empty, raw } from 'sql-template-tag'
import type { Dialect } from '../dialect.ts'
import { matchOf, matchPart, own } from './match.ts'
import { upkeep, wordsBeginning } from './words.ts'

const inTime: Dialect['inTime'] = (row) => raw(`(${row} & 63 or in_time(${row}))`)

/** What SQLite says otherwise. */
export const sqlite: Dialect = {
  engine: 'sqlite',
  anyOf: (values) => sql`in (select value from json_each(${JSON.stringify(values)}))`,
  rowsOf: (values) => sql`select value from json_each(${JSON.stringify(values)})`,
  along: (tables) => tables,
  sameClaim: (one, other) => `${one} = ${other}`,
  caseless: (column) => `${column} COLLATE NOCASE`,
  // asked at one row in sixty-four, for each answer costs as much as several rows
  inTime,
  // in the order of the query, for it has a limit (https://sqlite.org/src/file/src/select.c, where an ORDER BY of a subquery is left out)
  joinRows: (query, columns) =>
    sql`select cast(group_concat(json, ',') as blob) as json, json_group_array(json_array(octet_length(json), ${raw(columns.join(', '))})) as others from (${query})`,
  lock: empty,
  rollsUp: false,
  isSettled: raw('true'),
  lead: {
    claims: {
      from: 'claims_text cross join claims not indexed on claims.seq = claims_text.rowid',
      alone: 'claims_text',
      row: 'claims_text.rowid',
    },
    articles: {
      from: 'articles_text cross join articles on articles.seq = articles_text.rowid',
      alone: 'articles_text',
      row: 'articles_text.rowid',
    },
  },
  // a column with a sign before it is looked up in the list, and never sought by each number in it
  hasWords: (table, searches, isMet = false) =>
    sql`${raw(`${isMet ? '+' : ''}${table}.seq in (select rowid from ${table}_text where ${table}_text match`)} ${matchOf(searches)} and ${inTime('rowid')})`,
  leadWords: (table, searches, part) => {
    const match = part ? matchPart(searches, part, own[table]) : matchOf(searches)
    return match === undefined ? undefined : sql`${raw(`${table}_text match`)} ${match}`
  },
  wordsBeginning,
  claimWords: () => ({}),
  articleWords: () => ({}),
  ...upkeep,
  numberArticle: async (tx) =>
    (await tx.first<{ seq: number }>(sql`select coalesce(max(seq), 0) + 1 as seq from articles`))!.seq,
  numberClaims: async (tx) =>
    (await tx.first<{ seq: number }>(sql`select coalesce(max(seq), 0) + 1 as seq from claims`))!.seq,
  // in the order that they have there, which is all that is asked of them
  numberCopies: async (_tx, _article, there) => there,
  goOnFrom: async (tx, sequence) => {
    await tx.run(sql`update state set value = ${sequence} where name = 'sequence'`)
  },
  listColumns: async (reading, table) =>
    (await reading.all<{ name: string }>(sql`select name from pragma_table_xinfo(${table}) where hidden = 0`)).map(
      ({ name }) => name,
    ),
  // one seek in the index a name: an actor has as many rows of each as there are articles that name it so
  aliasesOf: async (reading, actors) => {
    const names = new Map<string, string[]>()
    for (const actor of actors) {
      const rows = await reading.all<{ alias: string }>(
        sql`with recursive names (alias) as (
            select min(alias) from actor_aliases where actor_id = ${actor}
            union all
            select (select min(alias) from actor_aliases where actor_id = ${actor} and alias > names.alias)
            from names where alias is not null)
          select alias from names where alias is not null order by length(alias) desc, alias`,
      )
      names.set(
        actor,
        rows.map(({ alias }) => alias),
      )
    }
    return names
  },
  // one seek in the index a name
  listAliases: async (reading, start, most) => {
    const end = `${start}\u{10FFFF}`
    const rows = await reading.all<{ alias: string }>(
      sql`with recursive names (alias, place) as (
          select min(alias), 1 from actor_aliases where alias >= ${start} and alias < ${end}
          union all
          select (select min(alias) from actor_aliases where alias > names.alias and alias < ${end}), place + 1
          from names where alias is not null and place < ${most})
        select alias from names where alias is not null`,
    )
    return rows.map(({ alias }) => alias)
  },
  csv: true,
}
