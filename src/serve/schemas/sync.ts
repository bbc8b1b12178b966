import { z } from 'zod'
import { Article } from '../../model/article.ts'
import { Claim } from '../../model/claim/index.ts'
import { exampleOf } from './lists.ts'

export const ChangeRecord = z
  .object({
    kind: z.enum(['article', 'claim']),
    change: z.enum(['saved', 'deleted']),
    id: z.string().describe('Of the article or the claim.'),
    articleId: z.string(),
    at: z.iso.datetime().describe('When it changed.'),
    article: Article.optional(),
    claims: z
      .array(Claim)
      .optional()
      .describe('With `expand=claims`: all claims of a stored article, or the claim that was reviewed.'),
  })
  .meta({
    id: 'ChangeRecord',
    description:
      'The last change of an article or a claim. An article stands for all its claims; with `expand=article` it comes as it is now, with its sections.',
    example: {
      kind: 'article',
      change: 'deleted',
      id: 'art_3a9f2c7d1b5e8b4d',
      articleId: 'art_3a9f2c7d1b5e8b4d',
      at: '2024-03-02T08:00:00.000Z',
    },
  })
export const ChangePage = z
  .object({
    items: z.array(ChangeRecord),
    next: z.string().describe('Cursor for `after`, whether there are more changes now or later.'),
    more: z.boolean().describe('Whether there are more changes now.'),
  })
  .meta({
    id: 'ChangePage',
    description: 'Changes, oldest first.',
    example: { items: [exampleOf(ChangeRecord)], next: 'WzQyLDFd', more: false },
  })

export const ChangeStream = z.string().meta({
  id: 'ChangeStream',
  description:
    'Server-Sent Events: `event: change`, whose `data` is a `ChangeRecord` as JSON and whose `id` is a cursor.',
  example: 'retry: 2000\n\n',
})

export const ExportedClaims = z.string().meta({
  id: 'ExportedClaims',
  description:
    'One claim a line, as JSON (NDJSON) or as the columns of a table with their names in the first line (CSV, RFC 4180).',
  example: '{"type":"end","count":0,"next":"WzQyLDFd","leftOut":[]}\n',
})
