import { z } from 'zod'
import { ArticleMetadata } from '../../model/article.ts'
import { Claim, claimTypes } from '../../model/claim/index.ts'
import { Section } from '../../model/section.ts'
import { exampleOf } from './lists.ts'

export const ExtractionRequest = z
  .strictObject({
    text: z.string().min(1).describe('The text.'),
    publishedAt: z.iso
      .date()
      .optional()
      .describe('Day it was written: what `last year` is counted from. Without it relative dates stay unresolved.'),
    url: ArticleMetadata.shape.url.describe(
      'Address of the article, if the ids should be those that it would get when stored.',
    ),
    language: ArticleMetadata.shape.language.describe(
      'BCP 47 tag; `en-GB` tells how days are written. The text itself has the last word on its language.',
    ),
  })
  .meta({
    id: 'ExtractionRequest',
    description: 'A text to extract claims from.',
    example: { text: 'Exports rose by 4% to $24bn last year, Mayor Ada Berg said.', publishedAt: '2024-03-01' },
  })

const FoundMetadata = ArticleMetadata.meta({
  id: 'FoundMetadata',
  description: 'What a page or a Markdown file says of itself: title, author, day of publication and the like.',
  example: { title: 'Port traffic recovers', author: 'Ada Berg', publishedAt: '2024-03-01' },
})

export const Extraction = z
  .object({
    articleId: z.string(),
    length: z.int().min(0).describe('Length of the text in code points.'),
    language: z
      .string()
      .optional()
      .describe('BCP 47 tag of the language it is in, where that can be told. Claims are read from English only.'),
    sections: z.array(Section),
    claims: z.array(Claim),
    text: z
      .string()
      .optional()
      .describe('The text that offsets count on, where it is not what was sent: that of a page or of Markdown.'),
    metadata: FoundMetadata.optional().describe(
      'Of a page or of Markdown: its metadata as the claims were read under them; what was sent beside it wins.',
    ),
  })
  .meta({
    id: 'Extraction',
    description: 'Claims of a text that was sent; nothing is stored.',
    example: {
      articleId: 'art_3a9f2c7d1b5e8b4d',
      length: 58,
      language: 'en',
      sections: [{ kind: 'body', start: 0, end: 58 }],
      claims: [exampleOf(claimTypes.figure)],
    },
  })
