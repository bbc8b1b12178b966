import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify'
import type { Store } from '../store/database.ts'
import type { Metrics } from './metrics.ts'
import { reportLive, reportReady } from './routes/operation.ts'

/** The port for operators: whether the process lives, whether it is ready, and its counts for Prometheus. @param withCount whether to say how many articles there are */
export function createAdmin(
  store: Store,
  metrics: Pick<Metrics, 'print' | 'contentType'>,
  isClosing: () => boolean,
  withCount: boolean,
  logger: FastifyServerOptions['logger'] = false,
): FastifyInstance {
  const admin = Fastify({ logger, forceCloseConnections: true })
  admin.get('/livez', reportLive)
  admin.get('/readyz', async (_request, reply) => {
    try {
      return isClosing() ? await reply.code(503).send({ status: 'closing' }) : await reportReady(store, withCount)
    } catch {
      return reply.code(503).send({ status: 'the database cannot be read' })
    }
  })
  admin.get('/metrics', async (_request, reply) => reply.type(metrics.contentType).send(await metrics.print()))
  return admin
}
