import { ingestArticle } from '../../ingest.ts'
import { LoadError, type LoadSource, loadArticles } from '../../load/index.ts'
import type { Listed } from '../../load/listing.ts'
import { ownAddress } from '../../load/own-address.ts'
import type { ArticleRecord } from '../../model/article.ts'

/**
 * The article of a page that was fetched from its `address`, with its claims.
 * @param about what the list that named the page says of it, for what the page does not say
 * @throws {LoadError} when the page holds no article
 */
export async function readPage(page: LoadSource, about: Listed['about'], at: string): Promise<ArticleRecord> {
  const [item] = await loadArticles(page)
  if (!item || 'failure' in item) throw new LoadError(item?.failure ?? 'contains no article')
  const article = ownAddress(item.article, page.address!)
  return ingestArticle({ ...article, metadata: { ...about, ...article.metadata } }, at)
}
