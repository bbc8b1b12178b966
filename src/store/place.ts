import sql, { empty, raw, type Sql } from 'sql-template-tag'
import type { Reading } from './database.ts'
import type { Dialect, Places } from './dialect.ts'

// Where articles are spread over several servers, a query says which of them lie where it looks: else all servers are asked. Elsewhere nothing is
// said.

/** That a column has the number of one of the articles that ids lead to: ids of articles or claims. To be put behind another condition. */
export async function among(reading: Reading, column: string, ids: readonly string[]): Promise<Sql> {
  const { places, anyOf } = reading.dialect
  return places ? sql`and ${raw(column)} ${anyOf(await places.find(reading, ids))}` : empty
}

/** That rows which name a claim name one of an article. */
export const claimsOf = ({ places }: Dialect, article: number): Sql =>
  places ? sql`article = ${article}` : sql`claim in (select seq from claims where article = ${article})`

/** The number of an article, as what a column is compared with. */
export async function isArticle(reading: Reading, id: string): Promise<Sql> {
  const { places, anyOf } = reading.dialect
  return places ? anyOf(await places.find(reading, [id])) : sql`= (select seq from articles where id = ${id})`
}

/**
 * The row that an id leads to.
 * @param column with the number of the article
 * @param query that ends with its conditions @param end what comes behind them
 */
export async function firstAmong<Row>(
  reading: Reading,
  column: string,
  id: string,
  query: Sql,
  end: Sql = empty,
): Promise<Row | undefined> {
  const { places } = reading.dialect
  if (!places) return reading.first<Row>(sql`${query} ${end}`)
  const look = async () => {
    const [article] = await places.find(reading, [id])
    return article === undefined ? undefined : reading.first<Row>(sql`${query} and ${raw(column)} = ${article} ${end}`)
  }
  // an article that was just being replaced is there again under another number
  return (await look()) ?? look()
}

/** The rows of each of the articles that keys lead to, one after another: rows can only be locked at one server at a time. @param query given what is to be put behind its conditions */
export async function allAmong<Row>(
  reading: Reading,
  column: string,
  keys: (places: Places) => readonly string[],
  query: (among: Sql) => Sql,
): Promise<Row[]> {
  const { places } = reading.dialect
  if (!places) return reading.all<Row>(query(empty))
  const rows: Row[] = []
  for (const article of await places.find(reading, keys(places)))
    rows.push(...(await reading.all<Row>(query(sql`and ${raw(column)} = ${article}`))))
  return rows
}
