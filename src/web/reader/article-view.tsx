import { useEffect, useMemo, useState } from 'preact/hooks'
import { type Claim, getArticle } from '../../client/index.ts'
import { Notice } from '../notice.tsx'
import { failed, reasonOf, take, useRequest } from '../requests.ts'
import { useRetry } from '../session.ts'
import { useTitle } from '../title.ts'
import { loadClaims } from './load-claims.ts'
import { Reader } from './reader.tsx'

type Loaded = {
  readonly claims: readonly Claim[]
  readonly complete: boolean
  readonly failure?: string
  readonly needsKey?: boolean
}

/** One stored article: its text first, its claims as they come. */
export function ArticleView({ id, query, hash }: { id: string; query: URLSearchParams; hash: string }) {
  const request = useRequest(id, () =>
    take(getArticle({ path: { articleId: id }, query: { expand: ['text', 'sections'] } })),
  )
  const [loaded, setLoaded] = useState<Loaded>({ claims: [], complete: false })
  const retries = useRetry(loaded.needsKey === true)
  useEffect(() => {
    let current = true
    const load = async () => {
      for await (const state of loadClaims(id)) {
        if (!current) return
        setLoaded(state)
      }
    }
    load().catch((error) => {
      const failure = { failure: reasonOf(error), needsKey: needsKey(error) }
      if (current) setLoaded((before) => ({ ...before, complete: true, ...failure }))
    })
    return () => {
      current = false
    }
  }, [id, retries])
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
  const add = (claim: Claim) => setLoaded((before) => ({ ...before, claims: [...before.claims, claim] }))
  return <Reader {...{ reading, query, hash, change, add }} stored failure={loaded.failure} />
}

function needsKey(error: unknown): boolean {
  const request = failed(error)
  return request.state === 'failed' && request.needsKey
}
