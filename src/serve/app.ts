import { constants } from 'node:zlib'
import fastifyCompress from '@fastify/compress'
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
} from 'fastify'
import { serializerCompiler } from 'fastify-type-provider-zod'
import type { Config } from '../model/config.ts'
import type { Store } from '../store/database.ts'
import type { Metrics } from './metrics.ts'
import { identifyKeys, requireKeys } from './plugins/access.ts'
import { admit, finish } from './plugins/admission.ts'
import { allowOrigins } from './plugins/cors.ts'
import { serveDocumentation } from './plugins/documentation.ts'
import { readEmptyBodies } from './plugins/empty-bodies.ts'
import { tagEntities } from './plugins/entity-tags.ts'
import { parseJsonBodies } from './plugins/json-bodies.ts'
import { findPublicAddress, withoutBasePath } from './plugins/public-address.ts'
import { limitBytes, limitRates } from './plugins/rate-limit.ts'
import { cacheResponses } from './plugins/response-cache.ts'
import { tellTimes } from './plugins/timing.ts'
import { negotiateMediaTypes, worthCompressing } from './present/media-types.ts'
import { registerProblems, respondToBrokenRequest, respondToFrameworkError } from './problems.ts'
import { identifyRequest, logRequest } from './request-log.ts'
import { actorRoutes } from './routes/actors.ts'
import { articleRoutes } from './routes/articles.ts'
import { changeStreamRoutes } from './routes/change-stream.ts'
import { changeRoutes } from './routes/changes.ts'
import { checkWorthyRoutes } from './routes/check-worthy.ts'
import { claimRoutes } from './routes/claims.ts'
import { comparisonRoutes } from './routes/comparisons.ts'
import { exportRoutes } from './routes/export.ts'
import { extractRoutes } from './routes/extract.ts'
import { type FetchPage, ingestRoutes } from './routes/ingest.ts'
import { mcpRoutes } from './routes/mcp.ts'
import { operationRoutes } from './routes/operation.ts'
import { pageRoutes } from './routes/page.ts'
import { reviewRoutes } from './routes/reviews.ts'
import { takeAwayRoutes } from './routes/take-away.ts'
import type { Tasks } from './tasks.ts'
import { validateWith } from './validation.ts'

export type App = FastifyInstance

/** The settings that the service itself looks at; those left out are as `Config` has them. */
export type ServiceConfig = Pick<
  Config,
  | 'RESPONSE_CACHE'
  | 'BASE_PATH'
  | 'BODY_LIMIT'
  | 'CACHE_CONTROL'
  | 'CORS_ORIGIN'
  | 'EXPORTS'
  | 'EXTRACT_LIMIT'
  | 'MCP'
  | 'MCP_HOSTS'
  | 'STREAMS'
  | 'STREAM_HEARTBEAT'
  | 'QUERY_TIMEOUT'
  | 'RATE_LIMIT'
  | 'READ_REQUIRES_KEY'
  | 'TRUST_PROXY'
>

export type AppOptions = {
  readonly store: Store
  readonly tasks: Tasks
  /** Fetches the page of an address, where the operator allows that. */
  readonly fetchPage?: FetchPage | undefined
  readonly config: ServiceConfig
  readonly metrics?: Metrics
  /** Folder of the built page. */
  readonly page?: string
  readonly logger?: FastifyServerOptions['logger']
}

/** Builds the service around an open store. It never listens: tests inject requests, `main.ts` gives it a socket. */
export async function createApp({
  store,
  tasks,
  fetchPage,
  config,
  metrics,
  page,
  logger = false,
}: AppOptions): Promise<App> {
  const app = Fastify({
    logger,
    bodyLimit: config.BODY_LIMIT,
    // how long an id may be is for its schema to say: the router would respond with an error of its own
    routerOptions: { maxParamLength: 20_000 },
    trustProxy: config.TRUST_PROXY === 'true' || (config.TRUST_PROXY !== 'false' && config.TRUST_PROXY),
    genReqId: identifyRequest,
    childLoggerFactory: logRequest,
    rewriteUrl: ({ url }) => withoutBasePath(url!, config.BASE_PATH ?? ''),
    // said here, so that the framework does not load its own compilers of JSON Schema
    schemaController: {
      compilersFactory: {
        buildValidator: () => validateWith as never,
        buildSerializer: () => serializerCompiler as never,
      },
    },
    frameworkErrors: respondToFrameworkError,
    clientErrorHandler: respondToBrokenRequest,
    forceCloseConnections: 'idle',
    // who sends a letter a minute holds a connection, not more, and not for ever
    requestTimeout: 120_000,
    // most requests have no body: no stream is made for them
    http: { headersTimeout: 15_000, connectionsCheckingInterval: 5_000, optimizeEmptyRequests: true },
  })
  store.serve(config.QUERY_TIMEOUT)
  app.addHook('onClose', () => store.stopServing())
  parseJsonBodies(app)
  readEmptyBodies(app)
  const refuseUnknownPaths = registerProblems(app)
  const times = tellTimes(app)
  const leave = closeAfterResponse(app)
  metrics?.observe(app)
  limitBytes(app, config.EXTRACT_LIMIT)
  const tags = tagEntities(app, store, config.CACHE_CONTROL)
  await app.register(fastifyCompress, {
    threshold: worthCompressing,
    encodings: ['br', 'gzip'],
    globalDecompression: false,
    // in one go up to a size that takes a fraction of a millisecond; brotli's own defaults are for files that are compressed once, and take
    // many megabytes a response
    syncThreshold: 16_384,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_LGWIN]: 18 } },
    // JSON-LD carries its profile behind a semicolon
    customTypes: /^(?:text\/(?!event-stream)|application\/(?:[\w.+-]*json|x-ndjson|yaml|javascript)\b)/,
  })
  const finishing = [leave, times.tell, tags.untag]
  finish(app, finishing)
  const sendCached = cacheResponses(app, config.RESPONSE_CACHE, finishing)
  // a preflight request is responded to behind these
  admit(app, [
    (request, reply) => {
      reply.header('x-request-id', request.id)
    },
    leave,
    findPublicAddress(app, config.TRUST_PROXY, config.BASE_PATH ?? ''),
    times.begin,
    await allowOrigins(app, config.CORS_ORIGIN),
    identifyKeys(app, store, tasks),
    limitRates(app, config.RATE_LIMIT),
    refuseUnknownPaths,
    requireKeys(store, config.READ_REQUIRES_KEY === 'true'),
    negotiateMediaTypes(app),
    tags.find,
    sendCached,
    tags.tag,
  ])
  await serveDocumentation(app)
  articleRoutes(app, store)
  await ingestRoutes(app, tasks, fetchPage, metrics)
  claimRoutes(app, store)
  comparisonRoutes(app, store)
  exportRoutes(app, store, { exports: config.EXPORTS, queryTimeout: config.QUERY_TIMEOUT })
  takeAwayRoutes(app, store)
  reviewRoutes(app, store, tasks)
  checkWorthyRoutes(app, store)
  actorRoutes(app, store)
  changeRoutes(app, store)
  changeStreamRoutes(app, store, { streams: config.STREAMS, heartbeat: config.STREAM_HEARTBEAT })
  await extractRoutes(app, tasks)
  if (config.MCP === 'true') await mcpRoutes(app, { hosts: config.MCP_HOSTS, origins: config.CORS_ORIGIN })
  operationRoutes(app, store, config.READ_REQUIRES_KEY === 'true')
  if (page !== undefined) await pageRoutes(app, store, page, config.READ_REQUIRES_KEY === 'true')
  await app.ready()
  return app
}

/** While the service closes, a request that was under way gets its response and then its connection ends, instead of being kept alive. */
function closeAfterResponse(app: App): (request: FastifyRequest, reply: FastifyReply) => undefined {
  let closing = false
  app.addHook('preClose', async () => {
    closing = true
  })
  // a response that had begun before has promised to keep the connection
  app.addHook('onResponse', (request, _reply, done) => {
    if (closing) request.raw.socket.end()
    done()
  })
  return (_request, reply) => {
    if (closing) reply.header('connection', 'close')
  }
}
