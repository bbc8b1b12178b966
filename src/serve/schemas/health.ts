import { z } from 'zod'

export const Health = z
  .object({ status: z.enum(['ok']), articles: z.int().min(0).optional(), claims: z.int().min(0).optional() })
  .meta({ id: 'Health', description: 'The service works.', example: { status: 'ok' } })
