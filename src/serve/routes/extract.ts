import { z } from 'zod'
import { ProblemError } from '../../model/problem.ts'
import type { App } from '../app.ts'
import { callerOf } from '../caller.ts'
import { contentTypeOf, json } from '../present/media-types.ts'
import { responses } from '../responses.ts'
import { Extraction, ExtractionRequest } from '../schemas/extraction.ts'
import type { Tasks } from '../tasks.ts'
import { acceptArticles, articleBodies, requireBody, toPosted } from './posted.ts'

const { publishedAt, url, language } = ExtractionRequest.shape
type About = { publishedAt?: string; url?: string; language?: string }

/** Bytes of responses that are still being read: beyond these no more are made. */
const mostUnread = 256 * 1024 * 1024
/** A client that takes nothing for so many milliseconds has gone. */
const patience = 60_000

export async function extractRoutes(app: App, tasks: Tasks): Promise<void> {
  let unread = 0
  await app.register(async (scope) => {
    acceptArticles(scope)
    scope.post('/v1/extract', {
      config: { bytes: true },
      schema: {
        operationId: 'extractClaims',
        tags: ['extraction'],
        summary: 'Extract the claims of a text',
        description:
          'Extracts the claims of a text; nothing is stored. Send JSON, or the bare text, Markdown or HTML page with its metadata in the query.',
        querystring: z.strictObject({ publishedAt, url, language }),
        body: { content: { 'application/json': { schema: ExtractionRequest }, ...articleBodies } },
        response: responses('The claims, in text order.', Extraction, { refusals: [413, 415, 422] }),
      },
      handler: async (request, reply) => {
        const body = requireBody<string | Buffer | z.infer<typeof ExtractionRequest>>(request, 'text')
        const about = request.query as About
        const { text, ...own } =
          typeof body === 'string' ? { text: body } : Buffer.isBuffer(body) ? { text: toPosted(request, body) } : body
        if (unread > mostUnread)
          throw new ProblemError('busy', 'Too many responses are still being read. Try again in a moment.', [], {
            'retry-after': '5',
          })
        const extraction = await tasks.extract(text, { ...about, ...own }, callerOf(request, reply))
        unread += extraction.byteLength
        reply.raw.once('close', () => {
          unread -= extraction.byteLength
        })
        reply.raw.setTimeout(patience, () => reply.raw.destroy())
        return reply.header('content-type', contentTypeOf(json)).send(Buffer.from(extraction.buffer))
      },
    })
  })
}
