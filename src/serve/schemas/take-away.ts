import { z } from 'zod'
import { citationStyles } from '../present/citation.ts'

export const ClaimCard = z.string().meta({
  id: 'ClaimCard',
  description:
    'A claim with its sentence, source and proof, to be put into a page: a picture (SVG, PNG) or an element (HTML).',
  example: '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
})

export const Citation = z.object({ style: z.enum(citationStyles), text: z.string() }).meta({
  id: 'Citation',
  description: 'A claim with its source in a style of citing. New styles may be added.',
  example: {
    style: 'chicago',
    text: '“Exports of Norway rose by 4% to $24bn last year, Mayor Ada Berg said.” Ada Berg, quoted in “Port traffic recovers,” Example Weekly, March 1, 2024, https://example.org/port-traffic (accessed November 26, 2026).',
  },
})

export const ClaimCitations = z
  .object({
    claimId: z.string(),
    permalink: z.string().describe('The claim in its article, on the page of this service.'),
    passage: z
      .string()
      .optional()
      .describe(
        'The passage in the original, as a text fragment that browsers scroll to and mark; absent where the article has no address.',
      ),
    speaker: z.string().optional().describe('Whose words it is; the author only reports them.'),
    accessed: z.iso.date().optional().describe('Day of access, as it was given.'),
    textHash: z.string().describe('SHA-256 of the text that the claim stands in.'),
    citations: z.array(Citation),
  })
  .meta({
    id: 'ClaimCitations',
    description: 'How to cite a claim, and where to find it.',
    example: {
      claimId: 'clm_3k9x0a1b2c3d4e5f6a7b',
      permalink: 'https://facts.example.org/claims/clm_3k9x0a1b2c3d4e5f6a7b',
      passage: 'https://example.org/port-traffic#:~:text=rose%20by%204%25%20to-,%2424bn,-last%20year',
      speaker: 'Ada Berg',
      textHash: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      citations: [],
    },
  })
