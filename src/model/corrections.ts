import { z } from 'zod'
import { claimBase } from './claim/base.ts'
import { type Claim, type ClaimType, claimTypes } from './claim/index.ts'
import { ProblemError, type ProblemField } from './problem.ts'
import { givenStatuses, Review } from './review.ts'

/** What makes a claim the claim it is, and spans, which no correction moves. */
const fixed = new Set([...Object.keys(claimBase), 'type', 'parts', 'content'])

/** The fields that claims of a type have beside what makes them the claim they are. */
export const ownFields = (type: ClaimType): Record<string, z.ZodType> => {
  const shape = claimTypes[type].shape as Record<string, z.ZodType>
  return Object.fromEntries(Object.entries(shape).filter(([name]) => !fixed.has(name)))
}

/** The fields of any type that can be corrected. Where types share a name but not its values, a string; null takes a field away. */
function correctionShape() {
  const merged: Record<string, z.ZodType> = {}
  for (const type of Object.keys(claimTypes) as ClaimType[])
    for (const [name, schema] of Object.entries(ownFields(type))) {
      const bare = schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema
      merged[name] = merged[name] && merged[name] !== bare ? z.string() : bare
    }
  return Object.fromEntries(
    Object.entries(merged).map(([name, schema]) => [
      name,
      (schema.safeParse(null).success ? schema : z.union([schema, z.null()])).optional(),
    ]),
  )
}

export const Corrections = z.strictObject(correctionShape()).meta({
  id: 'Corrections',
  description: 'The right values of fields that were read wrongly; null for a field that should not be there.',
  example: { currency: 'EUR', measure: null },
})
export type Corrections = Readonly<Record<string, unknown>>

export const ReviewRequest = z
  .strictObject({
    review: z.enum(givenStatuses).describe('What you say of the claim; `none` takes the last review back.'),
    corrections: Corrections.optional().describe('With `corrected`: the fields to put right.'),
    note: Review.shape.note,
    by: Review.shape.by.optional().describe('Who reviewed it; without it the name of the key.'),
  })
  .meta({
    id: 'ReviewRequest',
    description: 'A review of a claim.',
    example: { review: 'corrected', corrections: { currency: 'EUR' }, note: 'Euros, says the table above.' },
  })
export type ReviewRequest = {
  readonly review: (typeof givenStatuses)[number]
  readonly corrections?: Corrections | undefined
  readonly note?: string | undefined
  readonly by?: string | undefined
}

/**
 * The claim with its fields put right.
 * @throws {ProblemError} invalid-body, when a claim of that type has no such field or the field no such value
 */
export function correctClaim(claim: Claim, corrections: Corrections): Claim {
  const known = ownFields(claim.type)
  const errors: ProblemField[] = []
  const pointer = (name: string) => `/corrections/${name}`
  for (const name of Object.keys(corrections))
    if (!known[name])
      errors.push({
        pointer: pointer(name),
        code: 'unknown',
        detail: `${claim.type} claims have no such field`,
        allowed: Object.keys(known),
      })
  // other words than the rule's stand elsewhere and have another head
  const stale = new Set(
    'measure' in corrections ? ['measureSpan', 'measureHead'].filter((name) => !(name in corrections)) : [],
  )
  const merged = Object.fromEntries(
    Object.entries({ ...claim, ...corrections }).filter(
      ([name, value]) => !stale.has(name) && (value !== null || name === 'source'),
    ),
  )
  const parsed = claimTypes[claim.type].safeParse(merged)
  if (errors.length === 0 && parsed.success) return parsed.data
  for (const { path, message } of parsed.error?.issues ?? [])
    errors.push({ pointer: pointer(path.join('/')), code: 'invalid', detail: message })
  throw new ProblemError(
    'invalid-body',
    `The corrections are invalid: ${errors.map((error) => `${error.pointer}: ${error.detail}`).join('; ')}.`,
    errors,
  )
}
