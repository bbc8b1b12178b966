import { type Claim, getArticle, listArticleClaims, walkItems } from '../../client/index.ts'
import { Notice } from '../notice.tsx'
import { take, useRequest } from '../requests.ts'
import { Reader } from './reader.tsx'

/** One stored article with all its claims. */
export function ArticleView({ id, query, hash }: { id: string; query: URLSearchParams; hash: string }) {
  const request = useRequest(id, async () => {
    const article = await take(getArticle({ path: { articleId: id }, query: { expand: ['text', 'sections'] } }))
    const claims: Claim[] = []
    for await (const claim of walkItems(listArticleClaims, {
      path: { articleId: id },
      query: { section: ['any'], limit: 200 },
    }))
      claims.push(claim)
    return { article, text: article.text ?? '', sections: article.sections ?? [], claims }
  })
  if (request.state !== 'here') return <Notice of={request} what="the article" />
  return <Reader reading={request.data} query={query} hash={hash} stored />
}
