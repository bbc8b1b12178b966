import { z } from 'zod'
import { answers } from '../answers.ts'
import type { App, Extract, Ingest } from '../app.ts'
import { Extraction, ExtractionRequest } from '../schemas/extraction.ts'
import { acceptArticles, articleBodies, requireBody, toPosted } from './posted.ts'

const { publishedAt, url, language } = ExtractionRequest.shape
type About = { publishedAt?: string; url?: string; language?: string }

export async function extractRoutes(app: App, extract: Extract, ingest: Ingest): Promise<void> {
  await app.register(async (scope) => {
    acceptArticles(scope)
    scope.post('/v1/extract', {
      schema: {
        operationId: 'extractClaims',
        tags: ['extraction'],
        summary: 'Extract the claims of a text',
        description:
          'Reads the text and answers its claims; nothing is stored. Send JSON, or the bare text, Markdown or HTML page with what is known of it in the query.',
        querystring: z.strictObject({ publishedAt, url, language }),
        body: { content: { 'application/json': { schema: ExtractionRequest }, ...articleBodies } },
        response: answers('The claims, in text order.', Extraction, { refusals: [413, 415, 422] }),
      },
      handler: async (request) => {
        const body = requireBody<string | Buffer | z.infer<typeof ExtractionRequest>>(request, 'text')
        const about = request.query as About
        if (Buffer.isBuffer(body)) {
          const record = await ingest(toPosted(request, body), about, new Date().toISOString())
          const { id, length, metadata, sections, claims, text } = record
          return {
            articleId: id,
            length,
            ...(metadata.language !== undefined && { language: metadata.language }),
            sections,
            claims,
            text,
          }
        }
        const { text, ...own } = typeof body === 'string' ? { text: body } : body
        const { articleId, sections, claims, length, language } = await extract(text, { ...about, ...own })
        return { articleId, length, ...(language !== undefined && { language }), sections, claims }
      },
    })
  })
}
