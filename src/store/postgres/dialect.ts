import sql, { raw } from 'sql-template-tag'
import { ProblemError } from '../../model/problem.ts'
import type { Dialect } from '../dialect.ts'
import { articlesOf, queryOf } from './match.ts'
import { upkeep, wordsOfArticle, wordsOfClaim } from './words.ts'

/** Claims that an article may have: its number leaves so much room for theirs. */
export const mostClaims = 2 ** 20

/** What PostgreSQL says otherwise. */
export const postgres: Dialect = {
  engine: 'postgres',
  anyOf: (values) => sql`= any(${values})`,
  rowsOf: (values) => sql`select unnest(${values.map(String)}::text[]) as value`,
  // its planner knows how many rows a value has
  along: (tables) => tables.replace(/ (?:not indexed|indexed by \w+)/g, '').replaceAll('cross join', 'join'),
  // in the collation "C", lower() is about ASCII letters
  caseless: (column) => `lower(${column})`,
  sameClaim: (one, other) => `${one} = ${other}`,
  // statement_timeout sees to it
  inTime: () => raw('true'),
  lock: raw('for update'),
  rollsUp: true,
  isSettled: raw('true'),
  lead: {
    claims: { from: 'claims', alone: 'claims', row: 'claims.seq' },
    articles: { from: 'articles', alone: 'articles', row: 'articles.seq' },
  },
  hasWords: (table, searches) => sql`${raw(table)}.words @@ ${queryOf(table, searches)!}::tsquery`,
  leadWords: (table, searches, part) => {
    if (part && table === 'articles') return articlesOf(searches, part)
    const query = queryOf(table, searches, part)
    return query === undefined ? undefined : sql`${raw(table)}.words @@ ${query}::tsquery`
  },
  claimWords: (claim) => ({ words: wordsOfClaim(claim) }),
  articleWords: (title, text) => ({ words: wordsOfArticle(title, text) }),
  ...upkeep,
  numberArticle: async (tx) => (await tx.first<{ seq: number }>(sql`select nextval('article_numbers') as seq`))!.seq,
  numberClaims: async (_tx, article, count) => {
    if (count > mostClaims)
      throw new ProblemError('invalid-body', `The article has ${count} claims, more than ${mostClaims}. Split it.`)
    return article * mostClaims
  },
  numberCopies: async (tx, article, there) => {
    const first = await postgres.numberClaims(tx, article, there.length)
    return there.map((_, place) => first + place)
  },
  goOnFrom: async (tx, sequence) => {
    await tx.all(sql`select setval('data_versions', ${sequence})`)
    await tx.all(sql`select setval('article_numbers', max(seq)) from articles`)
    await tx.all(sql`select setval(pg_get_serial_sequence('reviews', 'seq'), max(seq)) from reviews`)
  },
  listColumns: async (reading, table) =>
    (
      await reading.all<{ name: string }>(
        sql`select column_name as name from information_schema.columns
          where table_schema = current_schema() and table_name = ${table} and is_generated = 'NEVER'`,
      )
    ).map(({ name }) => name),
  aliasesOf: async (reading, actors) => {
    const rows = await reading.all<{ actor_id: string; alias: string }>(
      // a seek a name: a place may have two names in a hundred thousand articles
      sql`with recursive names (actor_id, folded, alias) as (
          select id, '' collate "C", null::text collate "C" from unnest(${actors}::text[]) as id
          union all
          select actor_id, next.folded, next.alias from names cross join lateral (
            select lower(alias), alias from actor_aliases
            where actor_id = names.actor_id and lower(alias) > names.folded order by lower(alias), article limit 1) as next (folded, alias))
        select actor_id, alias from names where alias is not null order by length(alias) desc, folded`,
    )
    const groups = Map.groupBy(rows, (row) => row.actor_id)
    return new Map([...groups].map(([id, names]) => [id, names.map(({ alias }) => alias)]))
  },
  listAliases: async (reading, start, most) => {
    const [from, to] = [start.toLowerCase(), `${start.toLowerCase()}\u{10FFFF}`]
    const rows = await reading.all<{ alias: string }>(
      sql`with recursive names (folded, place) as (
          select min(lower(alias)), 1 from actor_aliases where lower(alias) >= ${from} and lower(alias) < ${to}
          union all
          select (select min(lower(alias)) from actor_aliases where lower(alias) > names.folded and lower(alias) < ${to}), place + 1
          from names where folded is not null and place < ${most})
        select (select alias from actor_aliases where lower(alias) = folded limit 1) as alias from names where folded is not null`,
    )
    return rows.map(({ alias }) => alias)
  },
  csv: false,
}
