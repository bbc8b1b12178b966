import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Store } from '../../store/database.ts'
import { findRenamedClaim } from '../../store/renamed-claims.ts'

/** Sends whoever asks for a claim by the id it once had to where it is now; what is not read keeps its method and body (RFC 9110, 308). */
export const redirectRenamed = (store: Store) => async (request: FastifyRequest, reply: FastifyReply) => {
  const { claimId } = request.params as { claimId: string }
  const id = await findRenamedClaim(store, claimId)
  if (id === undefined) return
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  return reply.redirect(`${request.prefix}${request.url.replace(claimId, id)}`, isRead ? 301 : 308)
}
