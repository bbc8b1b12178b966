import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { ArticleMetadata, type PostedArticle } from '../../model/article.ts'
import { ProblemError } from '../../model/problem.ts'
import type { App } from '../app.ts'
import { callerOf } from '../caller.ts'
import type { Metrics } from '../metrics.ts'
import { responses } from '../responses.ts'
import { ArticleRequest, Ingestion } from '../schemas/ingestion.ts'
import type { Tasks } from '../tasks.ts'
import { missing } from './claims.ts'
import { acceptArticles, articleBodies, requireBody, toPosted } from './posted.ts'

const tags = ['articles']
/** Lists are for bodies: a byline says the same in one string. */
const { authors: _, ...metadata } = ArticleMetadata.shape
const posted = z.strictObject({
  ...metadata,
  dryRun: z
    .enum(['true', 'false'])
    .optional()
    .describe('`true`: return what would be stored, with the claims, and store nothing.'),
})
const idempotency = z.object({
  'idempotency-key': z
    .string()
    .min(1)
    .max(255)
    .optional()
    .describe(
      'Makes a repeated request safe: within 24 hours the same key with the same request gets the first response again.',
    ),
})

/** Fetches the page of an address. @throws {ProblemError} invalid-body, unreadable-article, busy */
export type FetchPage = (address: string) => Promise<PostedArticle>

type Query = ArticleMetadata & { dryRun?: 'true' | 'false' }
type Body = z.infer<typeof ArticleRequest> | string | Buffer

/** Storing and deleting articles. */
export async function ingestRoutes(
  app: App,
  tasks: Tasks,
  fetchPage: FetchPage | undefined,
  metrics: Metrics | undefined,
): Promise<void> {
  await app.register(async (scope) => {
    acceptArticles(scope)
    scope.post('/v1/articles', {
      config: { scope: 'ingest' },
      schema: {
        operationId: 'createArticle',
        tags,
        summary: 'Store an article with its claims',
        description:
          'Extracts the claims of an article and stores both, or neither. The same text again changes nothing and returns 200; the same url with another text replaces the article. Send JSON, or the bare text, Markdown or HTML page with its metadata in the query; metadata of the request takes precedence over that of a page. With `url` alone the page is fetched, where the operator allows its host (`FETCH`).',
        security: [{ key: [] }],
        querystring: posted,
        headers: idempotency,
        body: {
          content: {
            'application/json': { schema: ArticleRequest },
            ...articleBodies,
          },
        },
        response: responses(
          'It is stored already, or has taken the place of what was, or this was a dry run.',
          Ingestion,
          {
            created: 'It is stored.',
            refusals: [403, 409, 413, 415, 422],
          },
        ),
      },
      handler: (request, reply) => save(request, reply, tasks, fetchPage, metrics),
    })
  })
  app.delete<{ Params: { articleId: string } }>('/v1/articles/:articleId', {
    config: { scope: 'ingest' },
    schema: {
      operationId: 'deleteArticle',
      tags,
      summary: 'Delete an article with its claims',
      description: 'Deletes its claims too. Their reviews are kept, and apply again if the same text is stored again.',
      security: [{ key: [] }],
      params: z.object({ articleId: z.string().max(100).describe('Id of an article.') }),
      querystring: z.strictObject({}),
      response: responses(null, null, { refusals: [403, 404] }),
    },
    handler: async (request, reply) => {
      const { articleId } = request.params
      if (!(await tasks.remove(articleId, callerOf(request, reply)))) missing('article', articleId)
      return reply.code(204).send()
    },
  })
}

async function save(
  request: FastifyRequest,
  reply: FastifyReply,
  tasks: Tasks,
  fetchPage: FetchPage | undefined,
  metrics: Metrics | undefined,
): Promise<FastifyReply> {
  const { dryRun, ...about } = request.query as Query
  const { article, metadata } = await readBody(request, fetchPage)
  const key = request.headers['idempotency-key'] as string | undefined
  const { status, location, body, replayed, counts } = await tasks.save(
    {
      article,
      metadata: { ...about, ...metadata },
      dryRun: dryRun === 'true',
      ...(key !== undefined && { idempotency: { keyId: request.key!.id, key, requestHash: hashRequest(request) } }),
    },
    callerOf(request, reply),
  )
  metrics?.countClaims(counts)
  if (replayed) reply.header('idempotency-replayed', 'true')
  if (location !== null) reply.header('location', `${request.prefix}${location}`)
  return reply.code(status).type('application/json').send(body)
}

async function readBody(
  request: FastifyRequest,
  fetchPage: FetchPage | undefined,
): Promise<{ article: PostedArticle; metadata: ArticleMetadata }> {
  const body = requireBody<Body>(request, 'article')
  if (typeof body === 'string' || Buffer.isBuffer(body)) return { article: toPosted(request, body), metadata: {} }
  const { text, html, ...metadata } = body
  const { url, ...others } = metadata
  if (text === undefined && html === undefined && url !== undefined && fetchPage)
    return { article: await fetchPage(url), metadata: others }
  if ((text === undefined) === (html === undefined))
    throw new ProblemError(
      'invalid-body',
      `Send the article as "text" or "html"${text === undefined ? '; this service fetches no pages (FETCH)' : ', not both'}.`,
      [{ pointer: text === undefined ? '/text' : '/html', code: text === undefined ? 'required' : 'not-both' }],
    )
  return { article: text === undefined ? { format: 'html', body: html! } : { format: 'text', body: text }, metadata }
}

/** What makes a request the same request. */
function hashRequest({ url, headers, body }: FastifyRequest): string {
  const hash = createHash('sha256').update(`${url}\n${headers['content-type']}\n`)
  return hash.update(typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body)).digest('hex')
}
