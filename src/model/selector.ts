import { z } from 'zod'

/** https://www.w3.org/TR/annotation-model/#text-position-selector */
export const TextPositionSelector = z
  .object({ type: z.literal('TextPositionSelector'), start: z.int().min(0), end: z.int().min(0) })
  .meta({
    id: 'TextPositionSelector',
    description: 'Where it stands, in code points (W3C Web Annotation).',
    example: { type: 'TextPositionSelector', start: 152, end: 157 },
  })

/** https://www.w3.org/TR/annotation-model/#text-quote-selector */
export const TextQuoteSelector = z
  .object({ type: z.literal('TextQuoteSelector'), exact: z.string(), prefix: z.string(), suffix: z.string() })
  .meta({
    id: 'TextQuoteSelector',
    description: 'What it says, with the words around it (W3C Web Annotation).',
    example: { type: 'TextQuoteSelector', exact: '$24bn', prefix: 'rose by 4% to ', suffix: ' last year' },
  })

export const ClaimSource = z
  .object({
    claimId: z.string(),
    articleId: z.string(),
    url: z.string().optional().describe('Address of the article.'),
    title: z.string().optional(),
    passage: z
      .string()
      .optional()
      .describe('The passage in the original, as a text fragment that browsers scroll to; absent without `url`.'),
    textHash: z
      .string()
      .describe('SHA-256 of the whole text as UTF-8: proof that the offsets count on the text you have.'),
    exact: z.string().describe('The characters of the text from `start` to `end`, cut out afresh.'),
    prefix: z.string().describe('Up to 80 characters before it.'),
    suffix: z.string().describe('Up to 80 characters behind it.'),
    sentence: z.string(),
    selector: z.object({ position: TextPositionSelector, quote: TextQuoteSelector }).describe('Both W3C selectors.'),
  })
  .meta({
    id: 'ClaimSource',
    description: "A claim's own words with their context, so that anybody can check them.",
    example: {
      claimId: 'clm_3a9f5f0c1d2e3b4a5968',
      articleId: 'art_3a9f2c7d1b5e8b4d',
      url: 'https://example.org/port-traffic',
      title: 'Port traffic recovers',
      textHash: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      exact: '$24bn',
      prefix: 'Exports of Norway rose by 4% to ',
      suffix: ' last year, Mayor Ada Berg said.',
      sentence: 'Exports of Norway rose by 4% to $24bn last year, Mayor Ada Berg said.',
      selector: {
        position: { type: 'TextPositionSelector', start: 152, end: 157 },
        quote: {
          type: 'TextQuoteSelector',
          exact: '$24bn',
          prefix: 'Exports of Norway rose by 4% to ',
          suffix: ' last year, Mayor Ada Berg said.',
        },
      },
    },
  })
export type ClaimSource = z.infer<typeof ClaimSource>
