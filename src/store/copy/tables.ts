import sql, { raw, type Sql } from 'sql-template-tag'
import type { Reading } from '../database.ts'
import type { Dialect } from '../dialect.ts'

// What a copy of a database takes over, and what it makes anew.

/** A table whose rows belong to articles. */
export type ArticleTable = {
  readonly name: string
  /** What it is joined with, where it does not say itself whose its rows are. */
  readonly through?: (sameClaim: Dialect['sameClaim']) => string
  /** The number of the article. */
  readonly article: string
  /** Columns with numbers of claims, which may be others in the copy. */
  readonly claims?: readonly string[]
  /** Made anew from the claims in the copy. */
  readonly follows?: true
}

/** In the order in which their rows can be inserted. */
export const articleTables: readonly ArticleTable[] = [
  { name: 'articles', article: 'articles.seq' },
  { name: 'article_authors', article: 'article_authors.article' },
  { name: 'claims', article: 'claims.article', claims: ['seq'] },
  { name: 'readings', article: 'readings.article' },
  { name: 'check_worthy', article: 'check_worthy.article', claims: ['first_claim', 'last_claim'] },
  { name: 'stories', article: 'stories.article' },
  { name: 'story_names', article: 'story_names.article' },
  { name: 'comparables', article: 'comparables.article', claims: ['claim'] },
  { name: 'quotations', article: 'quotations.article', claims: ['claim'] },
  {
    name: 'quotation_runs',
    through: (same) => `join quotations on ${same('quotations.claim', 'quotation_runs.claim')}`,
    article: 'quotations.article',
    claims: ['claim'],
  },
  {
    name: 'claim_actors',
    through: (same) => `join claims on ${same('claims.seq', 'claim_actors.claim')}`,
    article: 'claims.article',
    claims: ['claim'],
    follows: true,
  },
  { name: 'article_actors', article: 'article_actors.article', follows: true },
  { name: 'actor_aliases', article: 'actor_aliases.article', follows: true },
]

/** A table of its own, with the columns that tell its rows apart. */
export type WholeTable = { readonly name: string; readonly key: string; readonly follows?: true }

export const wholeTables: readonly WholeTable[] = [
  { name: 'changes', key: 'kind, id' },
  { name: 'reviews', key: 'seq' },
  { name: 'renamed_claims', key: 'old' },
  { name: 'comparisons', key: 'id' },
  { name: 'quote_comparisons', key: 'id' },
  { name: 'keys', key: 'id' },
  { name: 'idempotent_answers', key: 'key_id, idempotency_key' },
  { name: 'archive_progress', key: 'path' },
  { name: 'fetched', key: 'address' },
  { name: 'actors', key: 'id', follows: true },
  { name: 'counters', key: 'facet, type, value', follows: true },
]

export type Row = Record<string, string | number | null>
/** The columns of tables that both databases have: what one has alone it makes itself. */
export type Columns = ReadonlyMap<string, readonly string[]>

export async function findColumns(source: Reading, target: Reading): Promise<Columns> {
  const found = new Map<string, readonly string[]>()
  for (const { name } of [...articleTables, ...wholeTables]) {
    const theirs = new Set(await source.dialect.listColumns(source, name))
    found.set(name, (await target.dialect.listColumns(target, name)).filter((column) => theirs.has(column)).sort())
  }
  return found
}

const namesOf = (table: string, columns: Columns): Sql =>
  raw(
    columns
      .get(table)!
      .map((column) => `${table}.${column}`)
      .join(', '),
  )

export const rowsOfArticles = (
  { dialect }: Reading,
  { name, through, article, claims = [] }: ArticleTable,
  columns: Columns,
  articles: readonly number[],
): Sql =>
  sql`select ${namesOf(name, columns)} from ${raw(`${name} ${through?.(dialect.sameClaim) ?? ''} where ${article}`)} ${dialect.anyOf(articles)}
    ${raw(claims.length ? `order by ${name}.${claims[0]}` : '')}`

/** All rows of a table, in the order of what tells them apart. */
export const rowsOfTable = ({ name, key }: WholeTable, columns: Columns): Sql =>
  sql`select ${namesOf(name, columns)} from ${raw(`${name} order by ${key}`)}`
