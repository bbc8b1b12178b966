import { z } from 'zod'
import { hashText, identifyClaim } from '../text/identifier.ts'
import { mapToCodePoints, mapToCodeUnits } from '../text/offsets.ts'
import type { Sentence } from './claim/base.ts'
import { type Claim, ClaimType, claimTypes, type ClaimType as Type } from './claim/index.ts'
import { Corrections, ownFields } from './corrections.ts'
import { ProblemError, type ProblemField } from './problem.ts'
import { Review } from './review.ts'
import type { Section } from './section.ts'

/** The extractor of a claim that a person found. */
export const reviewerExtractor = 'reviewer'

export const ClaimRequest = z
  .strictObject({
    type: ClaimType,
    start: z.int().min(0).describe("First character, counted in code points of the article's text."),
    end: z.int().min(1).describe('One past the last character.'),
    surface: z
      .string()
      .max(100_000)
      .optional()
      .describe('The words from `start` to `end`; where given, they have to be what the text says there.'),
    ...Corrections.shape,
    note: Review.shape.note,
    by: Review.shape.by.optional().describe('Who found it; without it the name of the key.'),
  })
  .meta({
    id: 'ClaimRequest',
    description: 'A claim that was missed: its span, its type, and the fields that claims of that type have.',
    example: {
      type: 'figure',
      start: 152,
      end: 157,
      surface: '$24bn',
      kind: 'money',
      number: 24000000000,
      currency: 'USD',
    },
  })
export type ClaimRequest = {
  readonly type: Type
  readonly start: number
  readonly end: number
  readonly surface?: string | undefined
  readonly note?: string | undefined
  readonly by?: string | undefined
  readonly [field: string]: unknown
}

/** The article that a claim is added to; `sentences` are those that are known of it. */
export type ClaimPlace = {
  readonly articleId: string
  readonly text: string
  readonly sections: readonly Section[]
  readonly sentences: readonly Sentence[]
}

/**
 * The claim that a person found, with all that follows from where it stands.
 * @throws {ProblemError} invalid-body, which names each field at fault
 */
export function makeClaim(request: ClaimRequest, place: ClaimPlace): Claim {
  const { type, start, end, surface: given, note: _note, by: _by, ...fields } = request
  const { articleId, text, sections } = place
  const points = [...text]
  if (start >= end || end > points.length)
    refuse([
      {
        pointer: '/end',
        code: 'out-of-range',
        detail: `must be above "start" and at most ${points.length}, the length of the text`,
      },
    ])
  const surface = points.slice(start, end).join('')
  if (given !== undefined && given !== surface)
    refuse([{ pointer: '/surface', code: 'invalid', detail: `the text does not say this from ${start} to ${end}` }])
  if (surface.trim() !== surface)
    refuse([
      { pointer: '/start', code: 'invalid', detail: 'a claim begins and ends with a character that is no space' },
    ])
  const known = ownFields(type)
  const errors: ProblemField[] = Object.keys(fields)
    .filter((name) => !known[name])
    .map((name) => ({
      pointer: `/${name}`,
      code: 'unknown',
      detail: `${type} claims have no such field`,
      allowed: Object.keys(known),
    }))
  const stated = Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => value !== null || name === 'source'),
  )
  const parsed = claimTypes[type].safeParse({
    ...(type === 'quote' && { source: null }),
    ...(type === 'actor' && { name: surface, actorId: newActor(articleId, String(fields.name ?? surface)) }),
    ...stated,
    type,
    id: identifyClaim(articleId, type, start, end),
    articleId,
    surface,
    start,
    end,
    section: sections.find((section) => section.start <= start && start < section.end)?.kind ?? 'body',
    sentence:
      place.sentences.find((sentence) => sentence.start <= start && start < sentence.end) ?? findSentence(text, start),
    extractor: reviewerExtractor,
    confidence: 1,
  })
  for (const { path, message } of parsed.error?.issues ?? [])
    errors.push({
      pointer: `/${path.join('/')}`,
      code: path.length === 1 && fields[String(path[0])] === undefined ? 'required' : 'invalid',
      detail: message,
    })
  if (errors.length) refuse(errors)
  return parsed.data as Claim
}

function refuse(errors: readonly ProblemField[]): never {
  const said = errors.map(({ pointer, detail }) => `${pointer}: ${detail}`).join('; ')
  throw new ProblemError('invalid-body', `The claim is invalid: ${said}.`, errors)
}

/** An actor that only a person found belongs to its article. */
export const newActor = (articleId: string, name: string): string =>
  `act_${hashText(['reviewer', articleId, name].join('\u0000')).slice(0, 16)}`

/** The sentence around a code point, within its line. */
function findSentence(text: string, start: number): Sentence {
  const at = mapToCodeUnits(text)(start)
  const line = text.lastIndexOf('\n', at - 1) + 1
  const lineEnd = text.indexOf('\n', at)
  const within = text.slice(line, lineEnd === -1 ? undefined : lineEnd)
  const segment = new Intl.Segmenter('en', { granularity: 'sentence' }).segment(within).containing(at - line)!
  const words = segment.segment.trimEnd()
  const toCodePoints = mapToCodePoints(text)
  const from = line + segment.index
  return { text: words, start: toCodePoints(from), end: toCodePoints(from + words.length) }
}
