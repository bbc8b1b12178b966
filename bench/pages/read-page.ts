import { loadArticles } from '../../src/load/index.ts'
import type { ArticleMetadata } from '../../src/model/article.ts'
import { segmentText } from '../../src/segment/index.ts'
import { normalizeText } from '../../src/text/normalize.ts'
import type { Page } from './sets.ts'

/** What became of a page. `all` is every word of the text, `article` those outside boxes, captions, notes on the author and embedded posts. */
export type Reading = {
  readonly page: Page
  readonly all: string
  /** The lead, where the page sets one apart: chunks are annotated in it, bodies are without it. */
  readonly lead: string
  readonly article: string
  readonly metadata: ArticleMetadata
  readonly failure?: string
  /** Of the processor. */
  readonly milliseconds: number
}

const beside = new Set(['boilerplate', 'caption', 'author-note', 'embedded-post', 'dateline'])

/** Reads a page as `load` does, without its address: the sets' own programs are given none. */
export async function readPage(page: Page): Promise<Reading> {
  const before = process.cpuUsage()
  const [item] = await loadArticles({ name: page.file, bytes: page.bytes, format: 'html' }).catch((error: Error) => [
    { failure: error.message },
  ])
  const { user, system } = process.cpuUsage(before)
  const milliseconds = (user + system) / 1000
  if (!item || 'failure' in item)
    return { page, all: '', lead: '', article: '', metadata: {}, failure: item?.failure ?? '', milliseconds }
  const { metadata, sections } = item.article
  const text = normalizeText(item.article.text)
  const parts = segmentText(text, sections).sections
  const wordsOf = (isWanted: (kind: string) => boolean) =>
    parts
      .filter(({ kind }) => isWanted(kind))
      .map(({ start, end }) => text.slice(start, end))
      .join('\n\n')
  const lead = wordsOf((kind) => kind === 'lead')
  const article = wordsOf((kind) => kind !== 'lead' && !beside.has(kind))
  return { page, all: text, lead, article, metadata, milliseconds }
}
