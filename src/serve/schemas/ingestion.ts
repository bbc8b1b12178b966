import { z } from 'zod'
import { Article, ArticleMetadata, PublishedAtSource } from '../../model/article.ts'
import { Claim } from '../../model/claim/index.ts'
import { exampleOf } from './lists.ts'

export const ArticleRequest = z
  .strictObject({
    text: z.string().min(1).optional().describe('The text; or give `html`, or a `url` to fetch.'),
    html: z
      .string()
      .min(1)
      .optional()
      .describe('The page that holds the article; or give `text`, or a `url` to fetch.'),
    ...ArticleMetadata.shape,
  })
  .meta({
    id: 'ArticleRequest',
    description: 'An article to store, as text or as a page, with what is known of it.',
    example: {
      text: 'Exports rose by 4% to $24bn last year, Mayor Ada Berg said.',
      title: 'Port traffic recovers',
      url: 'https://example.org/port-traffic',
      publishedAt: '2024-03-01',
    },
  })

export const Ingestion = z
  .object({
    outcome: z
      .enum(['added', 'replaced', 'unchanged'])
      .describe('`unchanged`: the same text is there already, under this url or another.'),
    stored: z.boolean().describe('False for a dry run.'),
    article: Article,
    claims: z.array(Claim).optional().describe('With `dryRun=true`.'),
    publishedAtSource: PublishedAtSource.optional().describe('With `dryRun=true`: where `publishedAt` was found.'),
  })
  .meta({
    id: 'Ingestion',
    description: 'Result of storing an article.',
    example: { outcome: 'added', stored: true, article: exampleOf(Article) },
  })

export const ArticleText = z
  .string()
  .meta({ id: 'ArticleText', description: 'The text that all offsets refer to.', example: 'Exports rose by 4%.' })
