import sql from 'sql-template-tag'
import type { ArticleMetadata } from '../model/article.ts'
import type { Writing } from './database.ts'
import { foldCase } from './dialect.ts'

// Under which names an article is found by its author: the byline as a whole, and each of several authors in it.

/** Writes the names of an article that is stored anew, or whose authors have become known. */
export async function insertAuthors(
  tx: Writing,
  article: number,
  { author, authors = [] }: Pick<ArticleMetadata, 'author' | 'authors'>,
): Promise<void> {
  const names = new Map([...authors, ...(author === undefined ? [] : [author])].map((name) => [foldCase(name), name]))
  if (names.size === 0) return
  const rows = [...names.values()].map((name) => ({ author: name, article }))
  await tx.insert('article_authors', rows)
}

/** Makes the names of all articles anew. */
export async function refillAuthors(tx: Writing): Promise<void> {
  const atOnce = 1000
  await tx.run(sql`delete from article_authors`)
  for (let behind = -1; ; ) {
    const rows = await tx.all<{ seq: number; author: string; authors: string | null }>(
      sql`select seq, author, authors from articles where seq > ${behind} and author is not null order by seq limit ${atOnce}`,
    )
    for (const { seq, author, authors } of rows)
      await insertAuthors(tx, seq, { author, ...(authors !== null && { authors: JSON.parse(authors) as string[] }) })
    if (rows.length < atOnce) return
    behind = rows.at(-1)!.seq
  }
}
