import sql from 'sql-template-tag'
import type { Claim } from '../../model/claim/index.ts'
import type { Reading, Writing } from '../database.ts'
import { linkActors } from '../link-actors.ts'
import { articleTables, type Columns, type Row, rowsOfArticles } from './tables.ts'

/** Articles that are copied or compared together: at most so many, and about so many letters. */
const mostArticles = 25
const mostLetters = 2_000_000

/** The rows of some articles, by table. */
export type Batch = { readonly articles: readonly number[]; readonly rows: ReadonlyMap<string, readonly Row[]> }

/** The numbers of the next articles behind one; none at the end. */
export async function nextArticles(reading: Reading, behind: number): Promise<number[]> {
  const rows = await reading.all<{ seq: number; length: number }>(
    sql`select seq, length from articles where seq > ${behind} order by seq limit ${mostArticles}`,
  )
  let letters = 0
  const fit = rows.findIndex(({ length }) => {
    letters += length
    return letters > mostLetters
  })
  return rows.slice(0, fit < 0 ? rows.length : Math.max(1, fit)).map(({ seq }) => seq)
}

export async function readBatch(reading: Reading, columns: Columns, articles: readonly number[]): Promise<Batch> {
  const rows = new Map<string, readonly Row[]>()
  for (const table of articleTables)
    rows.set(table.name, await reading.all<Row>(rowsOfArticles(reading, table, columns, articles)))
  return { articles, rows }
}

/** Inserts the rows of articles that are not there, with what follows from their claims but is of all articles: actors and counters come at the end. */
export async function writeBatch(tx: Writing, { articles, rows }: Batch): Promise<void> {
  const claims = new Map<number, { readonly seq: number; readonly claim: Claim }>()
  for (const [article, own] of Map.groupBy(rows.get('claims')!, (row) => row.article as number)) {
    const seqs = own.map(({ seq }) => seq as number)
    const numbers = await tx.dialect.numberCopies(tx, article, seqs)
    for (const [i, row] of own.entries())
      claims.set(seqs[i]!, { seq: numbers[i]!, claim: JSON.parse(row.json as string) as Claim })
  }
  for (const { name, claims: numbered = [], follows } of articleTables) {
    if (follows) continue
    const renumbered = rows.get(name)!.map((row) => ({
      ...row,
      ...Object.fromEntries(numbered.map((column) => [column, claims.get(row[column] as number)!.seq])),
      ...(name === 'claims' && tx.dialect.claimWords(claims.get(row.seq as number)!.claim)),
      ...(name === 'articles' &&
        tx.dialect.articleWords((row.title as string | null) ?? undefined, row.text as string)),
    }))
    await tx.insert(name, renumbered)
  }
  await tx.dialect.fillWords(tx, articles)
  const byArticle = Map.groupBy(rows.get('claims')!, (row) => row.article as number)
  for (const article of articles)
    await linkActors(
      tx,
      article,
      (byArticle.get(article) ?? []).map(({ seq }) => claims.get(seq as number)!),
    )
}

/** Each row of a table as a line that says the same in both databases: claims by their place in their article. */
export function toLines({ rows }: Batch, table: (typeof articleTables)[number]): string[] {
  const places = new Map<number, string>()
  for (const [article, own] of Map.groupBy(rows.get('claims')!, (row) => row.article as number))
    for (const [place, row] of own.entries()) places.set(row.seq as number, `${article}/${place}`)
  return rows
    .get(table.name)!
    .map((row) =>
      JSON.stringify({
        ...row,
        ...Object.fromEntries(
          (table.claims ?? []).map((column) => [column, places.get(row[column] as number) ?? null]),
        ),
      }),
    )
    .sort()
}
