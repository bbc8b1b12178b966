import { ingestArticle, rereadArticle } from '../ingest.ts'
import { type Format, LoadError, type LoadSource, loadArticles } from '../load/index.ts'
import type { Listed } from '../load/listing.ts'
import type { ArticleRecord, LoadedArticle, StoredArticle } from '../model/article.ts'
import { readSource, reasonOf } from './files.ts'
import { readPage } from './web/read-page.ts'

/** What one worker does at a time: a file to read, a page out of an archive, a page that was fetched, an article of a feed, or one that is stored. */
export type ReadJob =
  | { readonly path: string; readonly format: Exclude<Format, 'archive'> }
  | { readonly source: LoadSource }
  | { readonly page: LoadSource; readonly about: Listed['about'] }
  | { readonly loaded: LoadedArticle; readonly name: string }
  | { readonly stored: StoredArticle }
/** An article with its claims, or why there is none; `name` for messages. */
export type ReadResult = { readonly name: string } & ({ readonly record: ArticleRecord } | { readonly reason: string })

const now = () => new Date().toISOString()

/** For messages. */
export function nameOf(job: ReadJob): string {
  if ('source' in job) return job.source.name
  if ('page' in job) return job.page.name
  if ('loaded' in job) return job.name
  return 'stored' in job ? `article ${job.stored.id}` : job.path
}

/** Reads, loads and extracts. Failures come as results: a bad file must not end the worker. Runs in the main thread and in workers. */
export default async function readJob(job: ReadJob): Promise<ReadResult[]> {
  const name = nameOf(job)
  try {
    if ('stored' in job) return [{ name, record: rereadArticle(job.stored) }]
    if ('page' in job) return [{ name, record: await readPage(job.page, job.about, now()) }]
    if ('loaded' in job) return [{ name, record: ingestArticle(job.loaded, now()) }]
    const source = 'source' in job ? job.source : await readSource(job.path, job.format)
    const items = await loadArticles(source)
    return items.map((item) => {
      const own = items.length > 1 || item.name !== name ? `${name}: ${item.name}` : name
      if ('failure' in item) return { name: own, reason: item.failure }
      return { name: own, record: ingestArticle(item.article, now()) }
    })
  } catch (error) {
    return [{ name, reason: error instanceof LoadError ? error.message : `cannot be read: ${reasonOf(error)}` }]
  }
}
