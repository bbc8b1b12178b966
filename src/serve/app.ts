import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify'
import { serializerCompiler } from 'fastify-type-provider-zod'
import type { Claim } from '../model/claim/index.ts'
import type { Section } from '../model/section.ts'
import type { Store } from '../store/open.ts'
import { openapiOptions } from './contract.ts'
import { answerBrokenRequest, answerFrameworkError, registerProblems, validateWith } from './problems.ts'
import { actorRoutes } from './routes/actors.ts'
import { articleRoutes } from './routes/articles.ts'
import { claimRoutes } from './routes/claims.ts'
import { extractRoutes } from './routes/extract.ts'
import { operationRoutes } from './routes/operation.ts'

export type App = FastifyInstance

/** The walk, as the service needs it: a text in, its claims out. */
export type Extract = (
  text: string,
  about: { publishedAt?: string | undefined; url?: string | undefined; language?: string | undefined },
) => {
  readonly articleId: string
  readonly length: number
  readonly language?: string | undefined
  readonly sections: readonly Section[]
  readonly claims: readonly Claim[]
}

export type AppOptions = {
  readonly store: Store
  readonly extract: Extract
  readonly bodyLimit?: number
  readonly logger?: FastifyServerOptions['logger']
}

/** Builds the service around an open store. It never listens: tests inject requests, `main.ts` gives it a socket. */
export async function createApp({
  store,
  extract,
  bodyLimit = 2 * 1024 * 1024,
  logger = false,
}: AppOptions): Promise<App> {
  const app = Fastify({
    logger,
    bodyLimit,
    genReqId: () => `req-${crypto.randomUUID().slice(0, 8)}`,
    frameworkErrors: answerFrameworkError,
    clientErrorHandler: answerBrokenRequest,
    forceCloseConnections: 'idle',
  })
  app.setValidatorCompiler(validateWith as never)
  app.setSerializerCompiler(serializerCompiler)
  registerProblems(app)
  closeAfterAnswer(app)
  await app.register(swagger, openapiOptions)
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    uiConfig: { deepLinking: true, displayOperationId: true, validatorUrl: null as never },
  })
  articleRoutes(app, store)
  claimRoutes(app, store)
  actorRoutes(app, store)
  extractRoutes(app, extract)
  operationRoutes(app, store)
  await app.ready()
  return app
}

/** While the service closes, a request that was under way gets its answer and then its connection ends, instead of being kept alive. */
function closeAfterAnswer(app: App): void {
  let closing = false
  app.addHook('preClose', async () => {
    closing = true
  })
  app.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('connection', 'close')
  })
}
