import { loadArticles } from '../../src/load/index.ts'
import type { ArticleMetadata } from '../../src/model/article.ts'
import { segmentText } from '../../src/segment/index.ts'
import { normalizeText } from '../../src/text/normalize.ts'
import type { Page } from './sets.ts'

/** What became of a page. `all` is every word of the text, `article` those outside boxes, captions, notes on the author and embedded posts. */
export type Reading = {
  readonly page: Page
  readonly all: string
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
    return { page, all: '', article: '', metadata: {}, failure: item?.failure ?? '', milliseconds }
  const { metadata, sections } = item.article
  const text = normalizeText(item.article.text)
  const article = segmentText(text, sections)
    .sections.filter(({ kind }) => !beside.has(kind))
    .map(({ start, end }) => text.slice(start, end))
    .join('\n\n')
  return { page, all: text, article, metadata, milliseconds }
}
