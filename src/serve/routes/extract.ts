import { z } from 'zod'
import { ProblemError } from '../../model/problem.ts'
import { answers } from '../answers.ts'
import type { App, Extract } from '../app.ts'
import { Extraction, ExtractionRequest } from '../schemas/extraction.ts'

const { publishedAt, url, language } = ExtractionRequest.shape

export function extractRoutes(app: App, extract: Extract): void {
  app.post('/v1/extract', {
    schema: {
      operationId: 'extractClaims',
      tags: ['extraction'],
      summary: 'Extract the claims of a text',
      description:
        'Reads the text and answers its claims; nothing is stored. Send JSON, or the bare text as text/plain with what is known of it in the query.',
      querystring: z.strictObject({ publishedAt, url, language }),
      body: {
        content: { 'application/json': { schema: ExtractionRequest }, 'text/plain': { schema: z.string().min(1) } },
      },
      response: answers('The claims, in text order.', Extraction, { refusals: [413, 415] }),
    },
    handler: (request) => {
      const body = request.body as string | z.infer<typeof ExtractionRequest> | undefined
      if (body === undefined || body === null)
        throw new ProblemError('invalid-body', 'The body is empty: send the text.', [{ pointer: '', code: 'required' }])
      const about = request.query as { publishedAt?: string; url?: string; language?: string }
      const { text, ...own } = typeof body === 'string' ? { text: body } : body
      const { articleId, sections, claims, length, language } = extract(text, { ...about, ...own })
      return { articleId, length, ...(language !== undefined && { language }), sections, claims }
    },
  })
}
