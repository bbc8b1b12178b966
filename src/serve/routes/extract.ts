import { z } from 'zod'
import type { App } from '../app.ts'
import { sendText } from '../present/media-types.ts'
import { responses } from '../responses.ts'
import { Extraction, ExtractionRequest } from '../schemas/extraction.ts'
import type { Tasks } from '../tasks.ts'
import { acceptArticles, articleBodies, requireBody, toPosted } from './posted.ts'

const { publishedAt, url, language } = ExtractionRequest.shape
type About = { publishedAt?: string; url?: string; language?: string }

export async function extractRoutes(app: App, tasks: Tasks): Promise<void> {
  await app.register(async (scope) => {
    acceptArticles(scope)
    scope.post('/v1/extract', {
      schema: {
        operationId: 'extractClaims',
        tags: ['extraction'],
        summary: 'Extract the claims of a text',
        description:
          'Extracts the claims of a text; nothing is stored. Send JSON, or the bare text, Markdown or HTML page with what is known of it in the query.',
        querystring: z.strictObject({ publishedAt, url, language }),
        body: { content: { 'application/json': { schema: ExtractionRequest }, ...articleBodies } },
        response: responses('The claims, in text order.', Extraction, { refusals: [413, 415, 422] }),
      },
      handler: async (request, reply) => {
        const body = requireBody<string | Buffer | z.infer<typeof ExtractionRequest>>(request, 'text')
        const about = request.query as About
        const { text, ...own } =
          typeof body === 'string' ? { text: body } : Buffer.isBuffer(body) ? { text: toPosted(request, body) } : body
        return sendText(request, reply, await tasks.extract(text, { ...about, ...own }))
      },
    })
  })
}
