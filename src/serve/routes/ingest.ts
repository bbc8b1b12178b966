import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { ArticleMetadata, type ArticleRecord, countClaims, type PostedArticle } from '../../model/article.ts'
import { ProblemError } from '../../model/problem.ts'
import { claimIdempotencyKey, type KeptAnswer, keepAnswer, releaseIdempotencyKey } from '../../store/idempotency.ts'
import type { Store } from '../../store/open.ts'
import { findArticle, toArticle } from '../../store/read.ts'
import { deleteArticle, previewArticle, type SaveOutcome, saveArticles } from '../../store/save.ts'
import { answers } from '../answers.ts'
import type { App, Ingest } from '../app.ts'
import type { Metrics } from '../metrics.ts'
import { ArticleRequest, Ingestion } from '../schemas/ingestion.ts'
import { missing } from './claims.ts'
import { acceptArticles, articleBodies, requireBody, toPosted } from './posted.ts'

const tags = ['articles']
const metadata = ArticleMetadata.shape
const posted = z.strictObject({
  ...metadata,
  dryRun: z
    .enum(['true', 'false'])
    .optional()
    .describe('`true`: answer what would be stored, with the claims, and store nothing.'),
})
const idempotency = z.object({
  'idempotency-key': z
    .string()
    .min(1)
    .max(255)
    .optional()
    .describe(
      'Makes a repeated request safe: within 24 hours the same key with the same request gets the first answer again.',
    ),
})

type Query = ArticleMetadata & { dryRun?: 'true' | 'false' }
type Body = z.infer<typeof ArticleRequest> | string | Buffer

/** Storing and deleting articles. */
export async function ingestRoutes(
  app: App,
  store: Store,
  ingest: Ingest,
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
          'Reads the article and stores it with its claims, all or nothing. The same text again changes nothing and answers 200; the same url with another text replaces the article. Send JSON, or the bare text, Markdown or HTML page with what is known of it in the query; what is sent wins over what a page says of itself.',
        security: [{ key: [] }],
        querystring: posted,
        headers: idempotency,
        body: {
          content: {
            'application/json': { schema: ArticleRequest },
            ...articleBodies,
          },
        },
        response: answers(
          'It is stored already, or has taken the place of what was, or this was a dry run.',
          Ingestion,
          {
            created: 'It is stored.',
            refusals: [403, 409, 413, 415, 422],
          },
        ),
      },
      handler: (request, reply) => answerOnce(request, reply, store, ingest, metrics),
    })
  })
  app.delete<{ Params: { articleId: string } }>('/v1/articles/:articleId', {
    config: { scope: 'ingest' },
    schema: {
      operationId: 'deleteArticle',
      tags,
      summary: 'Delete an article with its claims',
      description:
        'Its claims go with it; what fact-checkers said of them is kept, and holds again when the same text is stored again.',
      security: [{ key: [] }],
      params: z.object({ articleId: z.string().max(100).describe('Id of an article.') }),
      querystring: z.strictObject({}),
      response: answers(null, null, { refusals: [403, 404] }),
    },
    handler: (request, reply) => {
      const { articleId } = request.params
      if (!deleteArticle(store, articleId, new Date().toISOString())) missing('article', articleId)
      return reply.code(204).send()
    },
  })
}

/** With an `Idempotency-Key`, the answer that the same request got before, if it did. */
async function answerOnce(
  request: FastifyRequest,
  reply: FastifyReply,
  store: Store,
  ingest: Ingest,
  metrics: Metrics | undefined,
): Promise<FastifyReply> {
  const { dryRun, ...about } = request.query as Query
  const { article, metadata } = readBody(request)
  const read = () => ingest(article, { ...about, ...metadata }, new Date().toISOString())
  const idempotencyKey = request.headers['idempotency-key'] as string | undefined
  if (idempotencyKey === undefined || dryRun === 'true') {
    const record = await read()
    return send(reply, dryRun === 'true' ? preview(store, record) : save(store, record, metrics))
  }
  const keyId = request.key!.id
  const kept = claimIdempotencyKey(store, keyId, idempotencyKey, hashRequest(request), Date.now())
  if (kept === 'running')
    throw new ProblemError('request-running', 'The request with this Idempotency-Key is still under way.', [], {
      'retry-after': '1',
    })
  if (kept === 'another-request')
    throw new ProblemError(
      'idempotency-mismatch',
      'This Idempotency-Key came with another request within the last 24 hours: use a new one for each article.',
      [{ parameter: 'Idempotency-Key', code: 'used' }],
    )
  if (kept !== 'taken') return send(reply.header('idempotency-replayed', 'true'), kept)
  try {
    const record = await read()
    return send(
      reply,
      save(store, record, metrics, (answer) => keepAnswer(store, keyId, idempotencyKey, answer)),
    )
  } catch (error) {
    releaseIdempotencyKey(store, keyId, idempotencyKey)
    throw error
  }
}

const send = (reply: FastifyReply, { status, location, body }: KeptAnswer) => {
  if (location !== null) reply.header('location', location)
  return reply.code(status).type('application/json').send(body)
}

function readBody(request: FastifyRequest): { article: PostedArticle; metadata: ArticleMetadata } {
  const body = requireBody<Body>(request, 'article')
  if (typeof body === 'string' || Buffer.isBuffer(body)) return { article: toPosted(request, body), metadata: {} }
  const { text, html, ...metadata } = body
  if ((text === undefined) === (html === undefined))
    throw new ProblemError('invalid-body', 'The article is either "text" or "html": give one of them.', [
      { pointer: text === undefined ? '/text' : '/html', code: text === undefined ? 'required' : 'not-both' },
    ])
  return { article: text === undefined ? { format: 'html', body: html! } : { format: 'text', body: text }, metadata }
}

/** Saves; `keep` is called with the answer in the same transaction. */
function save(
  store: Store,
  record: ArticleRecord,
  metrics: Metrics | undefined,
  keep?: (answer: KeptAnswer) => void,
): KeptAnswer {
  let answer: KeptAnswer | undefined
  const [outcome] = saveArticles(store, [record], ([saved]) => {
    answer = toAnswer(saved!, {
      outcome: saved!.outcome,
      stored: true,
      article: toArticle(findArticle(store, saved!.id)!),
    })
    keep?.(answer)
  })
  if (outcome!.outcome !== 'unchanged') metrics?.countClaims(record.claims)
  return answer!
}

function preview(store: Store, record: ArticleRecord): KeptAnswer {
  const { id, metadata, length, textHash, loadedAt, claims, sections } = record
  const saved = previewArticle(store, record)
  const article = { id, ...metadata, loadedAt, length, textHash, counts: countClaims(claims), sections }
  return { ...toAnswer(saved, { outcome: saved.outcome, stored: false, article, claims }), status: 200, location: null }
}

const toAnswer = ({ outcome, id }: SaveOutcome, body: object): KeptAnswer => ({
  status: outcome === 'added' ? 201 : 200,
  location: `/v1/articles/${id}`,
  body: JSON.stringify(body),
})

/** What makes a request the same request. */
function hashRequest({ url, headers, body }: FastifyRequest): string {
  const hash = createHash('sha256').update(`${url}\n${headers['content-type']}\n`)
  return hash.update(typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body)).digest('hex')
}
