import { z } from 'zod'
import { Review } from '../review.ts'
import { SectionKind } from '../section.ts'

const offset = (what: string) =>
  z.int().min(0).describe(`${what}, counted in Unicode code points of the article's text.`)

export const Sentence = z
  .object({
    text: z.string().describe('The whole sentence.'),
    start: offset('First character'),
    end: offset('One past the last character'),
  })
  .meta({
    id: 'Sentence',
    description: 'The sentence in which the claim begins.',
    example: { text: 'Exports rose by 4% last year.', start: 120, end: 149 },
  })
export type Sentence = z.infer<typeof Sentence>

/** An actor as another claim points at it. */
export const ActorReference = z
  .object({ actorId: z.string().describe('See GET /v1/actors/{actorId}.'), name: z.string() })
  .meta({
    id: 'ActorReference',
    description: 'A link to an actor.',
    example: { actorId: 'act_7d2c9f1e4b8a3c6d', name: 'Norway' },
  })
export type ActorReference = z.infer<typeof ActorReference>

/** A stretch of the article's text that a field was read from. */
export const TextSpan = z
  .object({ start: offset('First character'), end: offset('One past the last character') })
  .meta({
    id: 'TextSpan',
    description: 'A half-open stretch of the text, in Unicode code points.',
    example: { start: 120, end: 127 },
  })
export type TextSpan = z.infer<typeof TextSpan>

/** Who says it, for claims inside somebody's words. */
export const Attribution = z
  .object({
    name: z.string().describe("The actor's name, or the words that name the source where it is no known actor."),
    surface: z.string().describe('The words that name the source: `he`, `the ministry`.'),
    actorId: z.string().optional().describe('The actor it refers to, when that is known.'),
    quoteId: z
      .string()
      .optional()
      .describe(
        'The quote whose words the claim stands in; absent where no words are reported (`analysts forecast a loss of $6bn`).',
      ),
  })
  .meta({
    id: 'Attribution',
    description: 'Whose words a claim stands in; of nested quotes the innermost.',
    example: {
      name: 'Ada Berg',
      surface: 'Mayor Ada Berg',
      actorId: 'act_1a2b3c4d5e6f7a8b',
      quoteId: 'clm_3a9f0a1b2c3d4e5f6a7b',
    },
  })
export type Attribution = z.infer<typeof Attribution>

/** What every claim has, whatever its type. */
export const claimBase = {
  id: z.string().describe('Stable: same article, span and type give the same id on any machine.'),
  articleId: z.string().describe('Article that contains it.'),
  surface: z.string().describe('The exact words: the characters of the text from `start` to `end`.'),
  start: offset('First character'),
  end: offset('One past the last character'),
  section: SectionKind,
  sentence: Sentence,
  extractor: z.string().describe('The rule that extracted it, such as `figure.percent`.'),
  confidence: z.number().min(0).max(1).describe('Confidence in the rule, 0 to 1.'),
  review: Review.optional(),
}

/** And what a claim has that somebody's words can hold. */
export const saidBase = {
  ...claimBase,
  attributedTo: Attribution.optional().describe(
    'Whose words the claim is made in, if it is inside an attributed quote.',
  ),
}

export const exampleBase = {
  id: 'clm_3a9f5f0c1d2e3b4a5968',
  articleId: 'art_3a9f2c7d1b5e8b4d',
  section: 'body',
  sentence: { text: 'Exports of Norway rose by 4% to $24bn last year, Mayor Ada Berg said.', start: 120, end: 189 },
} as const
