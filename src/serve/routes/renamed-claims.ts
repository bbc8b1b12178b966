import type { FastifyReply, FastifyRequest, HookHandlerDoneFunction } from 'fastify'
import type { Store } from '../../store/database.ts'
import { findRenamedClaim, isOldClaimId } from '../../store/renamed-claims.ts'

/** Sends whoever asks for a claim by the id it once had to where it is now; what is not read keeps its method and body (RFC 9110, 308). */
export const redirectRenamed =
  (store: Store) => (request: FastifyRequest, reply: FastifyReply, done: HookHandlerDoneFunction) => {
    const { claimId } = request.params as { claimId: string }
    // no promise for all the others
    if (isOldClaimId(claimId)) redirect(store, request, reply, claimId).then((isSent) => isSent || done(), done)
    else done()
  }

async function redirect(store: Store, request: FastifyRequest, reply: FastifyReply, claimId: string): Promise<boolean> {
  const id = await findRenamedClaim(store, claimId)
  if (id === undefined) return false
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  reply.redirect(`${request.prefix}${request.url.replace(claimId, id)}`, isRead ? 301 : 308)
  return true
}
