import { useEffect, useMemo, useState } from 'preact/hooks'
import { type Claim, getArticle } from '../../client/index.ts'
import { Notice } from '../notice.tsx'
import { reasonOf, take, useRequest } from '../requests.ts'
import { useTitle } from '../title.ts'
import { loadClaims } from './load-claims.ts'
import { Reader } from './reader.tsx'

type Loaded = { readonly claims: readonly Claim[]; readonly complete: boolean; readonly failure?: string }

/** One stored article: its text first, its claims as they come. */
export function ArticleView({ id, query, hash }: { id: string; query: URLSearchParams; hash: string }) {
  const request = useRequest(id, () =>
    take(getArticle({ path: { articleId: id }, query: { expand: ['text', 'sections'] } })),
  )
  const [loaded, setLoaded] = useState<Loaded>({ claims: [], complete: false })
  useEffect(() => {
    let current = true
    const load = async () => {
      for await (const state of loadClaims(id)) {
        if (!current) return
        setLoaded(state)
      }
    }
    load().catch((error) => current && setLoaded((before) => ({ ...before, complete: true, failure: reasonOf(error) })))
    return () => {
      current = false
    }
  }, [id])
  const article = request.state === 'here' ? request.data : undefined
  const { claims, complete } = loaded
  const reading = useMemo(
    () => article && { article, text: article.text ?? '', sections: article.sections ?? [], claims, complete },
    [article, claims, complete],
  )
  useTitle(article && (article.title ?? 'Untitled'))
  if (!reading) return <Notice of={request} what="the article" />
  const change = (claim: Claim) =>
    setLoaded((before) => ({ ...before, claims: before.claims.map((one) => (one.id === claim.id ? claim : one)) }))
  return <Reader {...{ reading, query, hash, change }} stored failure={loaded.failure} />
}
