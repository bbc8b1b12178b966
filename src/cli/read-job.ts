import { ingestArticle, rereadArticle } from '../ingest.ts'
import { type Format, LoadError, type LoadSource, loadArticles } from '../load/index.ts'
import type { ArticleRecord, StoredArticle } from '../model/article.ts'
import { readSource, reasonOf } from './files.ts'

/** What one worker does at a time: a file to read, a page out of an archive, or an article that is stored. */
export type ReadJob =
  | { readonly path: string; readonly format: Exclude<Format, 'archive'> }
  | { readonly source: LoadSource }
  | { readonly stored: StoredArticle }
/** An article with its claims, or why there is none; `name` for messages. */
export type ReadResult = { readonly name: string } & ({ readonly record: ArticleRecord } | { readonly reason: string })

/** For messages. */
export const nameOf = (job: ReadJob): string =>
  'source' in job ? job.source.name : 'stored' in job ? `article ${job.stored.id}` : job.path

/** Reads, loads and extracts. Failures come as results: a bad file must not end the worker. Runs in the main thread and in workers. */
export default async function readJob(job: ReadJob): Promise<ReadResult[]> {
  const name = nameOf(job)
  try {
    if ('stored' in job) return [{ name, record: rereadArticle(job.stored) }]
    const source = 'source' in job ? job.source : await readSource(job.path, job.format)
    const items = await loadArticles(source)
    return items.map((item) => {
      const own = items.length > 1 || item.name !== name ? `${name}: ${item.name}` : name
      if ('failure' in item) return { name: own, reason: item.failure }
      return { name: own, record: ingestArticle(item.article, new Date().toISOString()) }
    })
  } catch (error) {
    return [{ name, reason: error instanceof LoadError ? error.message : `cannot be read: ${reasonOf(error)}` }]
  }
}
