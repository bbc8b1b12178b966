import type { LoadedArticle } from '../model/article.ts'
import { decodeBytes } from './charset.ts'
import type { FeedItem } from './feed.ts'
import type { LoadSource } from './formats.ts'
import { cutFrontMatter } from './front-matter.ts'
import { overrideMetadata, settleMetadata } from './metadata.ts'
import { readSidecar } from './sidecar.ts'

export { type ArchiveEntry, readArchive } from './archive.ts'
export { LoadError, mostBytes, overLimit } from './failure.ts'
export type { FeedItem } from './feed.ts'
export { type Format, formatNames, formatOf, type LoadSource } from './formats.ts'
export { overrideMetadata, settleMetadata } from './metadata.ts'

/**
 * The articles of a file or page, in its order: one, or as many as a feed has. Readers of markup are brought in when the first page
 * wants them, for they take a tenth of a second to start.
 * @throws {LoadError} when the bytes hold no article; an item of a feed that is none comes as a failure among the others
 */
export async function loadArticles(source: LoadSource): Promise<FeedItem[]> {
  const items = await readItems(source)
  return items.map((item) =>
    'failure' in item
      ? item
      : { ...item, article: { ...item.article, metadata: settleMetadata(item.article.metadata) } },
  )
}

async function readItems(source: LoadSource): Promise<FeedItem[]> {
  const { name, bytes, format, charset, address } = source
  if (format === 'feed') {
    const { loadFeed } = await import('./feed.ts')
    return loadFeed(decodeBytes(bytes, 'markup', charset))
  }
  const article = await loadOne(decodeBytes(bytes, format === 'html' ? 'markup' : 'text', charset), format, address)
  if (source.sidecar === undefined) return [{ name, article }]
  const sidecar = readSidecar(source.sidecar)
  const told = sidecar.publishedAt !== undefined && { publishedAtSource: 'sidecar' as const }
  return [{ name, article: { ...article, metadata: overrideMetadata(article.metadata, sidecar), ...told } }]
}

async function loadOne(text: string, format: 'text' | 'markdown' | 'html', address?: string): Promise<LoadedArticle> {
  switch (format) {
    case 'html':
      return (await import('./html.ts')).loadPage(text, address)
    case 'markdown':
      return (await import('./markdown.ts')).loadMarkdown(text)
    case 'text':
      return address === undefined ? cutFrontMatter(text) : loadCrawledText(text, address)
  }
}

/** A text of a WET archive: its first line is the page's title. */
function loadCrawledText(text: string, url: string): LoadedArticle {
  const title = /^[^\n]{1,300}/.exec(text.trimStart())?.[0].trim()
  return { text, metadata: { ...(title && { title }), ...(URL.canParse(url) && /^https?:/.test(url) && { url }) } }
}
