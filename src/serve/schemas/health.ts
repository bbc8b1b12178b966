import { z } from 'zod'

export const Health = z
  .object({
    status: z.enum(['ok']),
    articles: z.int().min(0).optional(),
    claims: z.int().min(0).optional(),
    standby: z
      .object({
        status: z
          .enum(['following', 'behind', 'unreachable'])
          .describe('Reads go to one that is `following`, otherwise to DATABASE_URL.'),
        lagSeconds: z.int().min(0),
      })
      .optional()
      .describe('The standby of READ_DATABASE_URL.'),
  })
  .meta({ id: 'Health', description: 'The service works.', example: { status: 'ok' } })
