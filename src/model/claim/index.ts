import { z } from 'zod'
import { ActorClaim } from './actor.ts'
import { DateClaim } from './date.ts'
import { FigureClaim } from './figure.ts'
import { QuoteClaim } from './quote.ts'

/** The claim types, one line each: the union, the counts, the routes and the filters all come from this table. */
export const claimTypes = {
  actor: ActorClaim,
  date: DateClaim,
  figure: FigureClaim,
  quote: QuoteClaim,
} as const

export const ClaimType = z
  .enum(['actor', 'date', 'figure', 'quote'])
  // not ClaimType in the document: generators make that name themselves, of Claim and its discriminator
  .meta({ id: 'TypeOfClaim', description: 'New types may be added: keep a default branch.', example: 'figure' })
export type ClaimType = z.infer<typeof ClaimType>

export const Claim = z.discriminatedUnion('type', [ActorClaim, DateClaim, FigureClaim, QuoteClaim]).meta({
  id: 'Claim',
  description: 'A span of an article that states something checkable, with its meaning worked out; `type` tells which.',
  example: FigureClaim.meta()!.example,
})
export type Claim = z.infer<typeof Claim>
