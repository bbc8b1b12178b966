import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { PostedArticle } from '../../model/article.ts'
import { ProblemError } from '../../model/problem.ts'
import type { App } from '../app.ts'

// Bodies that are articles. Pages and Markdown are read as bytes: what charset they are in is for the loader to say.

/** Takes pages and Markdown in this scope. */
export function acceptArticles(scope: App): void {
  scope.addContentTypeParser(
    ['text/html', 'application/xhtml+xml', 'text/markdown'],
    { parseAs: 'buffer' },
    (_request, body, done) => done(null, body),
  )
}

/** What a body may be beside JSON. */
export const articleBodies = {
  'text/plain': { schema: z.string().min(1) },
  'text/markdown': { schema: z.custom<Buffer>(Buffer.isBuffer) },
  'text/html': { schema: z.custom<Buffer>(Buffer.isBuffer) },
}

/**
 * The body of a request, of whatever type.
 * @throws {ProblemError} invalid-body, when there is none
 */
export function requireBody<T>({ body }: FastifyRequest, what: 'text' | 'article'): T {
  if (body === undefined || body === null)
    throw new ProblemError('invalid-body', `The body is empty: send the ${what}.`, [{ pointer: '', code: 'required' }])
  return body as T
}

/** The article of a body that is no JSON. */
export function toPosted(request: FastifyRequest, body: string | Buffer): PostedArticle {
  if (typeof body === 'string') return { format: 'text', body }
  const type = request.headers['content-type'] ?? ''
  const charset = /charset="?(?<name>[\w.:-]+)/i.exec(type)?.groups?.name
  return { format: /markdown/i.test(type) ? 'markdown' : 'html', body, charset }
}
