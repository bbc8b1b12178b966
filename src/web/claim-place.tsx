import { useEffect } from 'preact/hooks'
import { getClaim } from '../client/index.ts'
import { at, go } from './address.ts'
import { Notice } from './notice.tsx'
import { take, useRequest } from './requests.ts'

/** A link to a claim leads to where it stands. */
export function ClaimPlace({ id }: { id: string }) {
  const request = useRequest(id, () => take(getClaim({ path: { claimId: id } })))
  useEffect(() => {
    if (request.state === 'here') go(at(`/articles/${request.data.articleId}#claim-${request.data.id}`), true)
  }, [request.state])
  return <Notice of={request} what="the claim" />
}
