import { z } from 'zod'
import type { FigureClaim } from './claim/figure.ts'
import { Claim } from './claim/index.ts'

// Which sentences are worth checking first. After Hassan et al., "Toward automated fact-checking" (ClaimBuster, 2017): what can be checked is a
// statement of fact that people care about, and figures, comparisons and quantities tell it best. Rules, so that each can say why.

/** Why a sentence is worth checking, and how much each reason weighs. */
const weights = { measured: 4, compared: 3, speaker: 2, people: 2, money: 2 } as const
export const checkWorthyReasons = ['measured', 'compared', 'speaker', 'people', 'money'] as const
export type CheckWorthyReason = (typeof checkWorthyReasons)[number]

/** From so many people, and so much money in whatever currency, many are concerned. */
const many = { people: 100, money: 10_000_000 } as const
/** What is only expected, wished or possible cannot be checked yet. */
const notYet = new Set(['forecast', 'planned', 'conditional', 'possible', 'required'])
const opinion =
  /\b(?:I|we|he|she|they)\s+(?:\w+ly\s+)?(?:think|thinks|thought|believe|believes|believed|feel|feels|felt|hope|hopes|hoped|fear|fears|feared|wish|wishes|doubt|doubts|suspect|suspects)\b|\b(?:should|ought to|in my (?:view|opinion)|arguably|hopefully)\b/i
const opinionCue = /^(?:believe|think|thought|feel|felt|hope|fear|wish|doubt|suspect|argue)/i

/** A sentence that is worth checking, by its place in the text; `claims` are the first and the last of it. */
export type WorthySentence = {
  readonly start: number
  readonly end: number
  readonly score: number
  readonly reasons: readonly CheckWorthyReason[]
  /** Whether somebody has looked at all of its figures. */
  readonly checked: boolean
  readonly first: Claim
  readonly last: Claim
}

/** The sentences of an article's body that are worth checking, in text order. @param claims in text order */
export function findWorthySentences(claims: readonly Claim[]): WorthySentence[] {
  const body = claims.filter(({ section, review }) => section === 'body' && review?.status !== 'rejected')
  return [...Map.groupBy(body, ({ sentence }) => sentence.start).values()].flatMap((inside) => weigh(inside) ?? [])
}

function weigh(claims: readonly Claim[]): WorthySentence | undefined {
  const { sentence } = claims[0]!
  const figures = claims.filter((claim) => claim.type === 'figure' && !notYet.has(claim.modality ?? ''))
  const isOpinion =
    opinion.test(sentence.text) || claims.some((claim) => claim.type === 'quote' && opinionCue.test(claim.cue ?? ''))
  if (figures.length === 0 || isOpinion) return undefined
  const holds = (reason: CheckWorthyReason) => figures.some((figure) => tests[reason](figure as FigureClaim))
  const reasons = checkWorthyReasons.filter(holds)
  if (reasons.length === 0) return undefined
  return {
    start: sentence.start,
    end: sentence.end,
    score: reasons.reduce((sum, reason) => sum + weights[reason], 0),
    reasons,
    checked: figures.every(({ review }) => review),
    first: claims[0]!,
    last: claims.at(-1)!,
  }
}

const tests: Record<CheckWorthyReason, (figure: FigureClaim) => boolean> = {
  measured: ({ measure, period }) => measure !== undefined && period !== undefined,
  compared: ({ baseline, change, kind }) => baseline !== undefined || change !== undefined || kind === 'rank',
  speaker: ({ attributedTo }) => attributedTo?.actorId !== undefined,
  people: ({ unit, number, low }) => unit === 'person' && (number ?? low ?? 0) >= many.people,
  money: ({ kind, number, low }) => kind === 'money' && (number ?? low ?? 0) >= many.money,
}

export const CheckWorthySentence = z
  .object({
    articleId: z.string(),
    title: z.string().optional(),
    publication: z.string().optional(),
    publishedAt: z.iso.date().optional(),
    text: z.string(),
    start: z.int().min(0).describe('First code point.'),
    end: z.int().min(0).describe('One past the last code point.'),
    score: z
      .int()
      .min(1)
      .describe(
        `The weights of its reasons together: ${Object.entries(weights)
          .map(([reason, weight]) => `${reason} ${weight}`)
          .join(', ')}.`,
      ),
    reasons: z
      .array(z.enum(checkWorthyReasons))
      .describe(
        `measured: a figure with what it measures and when; compared: a change, a rank or a comparison; speaker: somebody who is known says so; people: ${many.people} or more; money: ${many.money} or more of a currency. New reasons may be added.`,
      ),
    checked: z.boolean().describe('Whether all of its figures have a review.'),
    claims: z.array(Claim).describe('Its claims, in text order.'),
  })
  .meta({
    id: 'CheckWorthySentence',
    description:
      'A sentence that is worth checking: it states a figure as a fact. Forecasts, plans, possibilities and opinions are none.',
    example: {
      articleId: 'art_3k9x2m7q1v5n8b4d',
      text: 'Exports of Norway rose by 4% to $24bn last year, Mayor Ada Berg said.',
      start: 120,
      end: 189,
      score: 11,
      reasons: ['measured', 'compared', 'speaker', 'money'],
      checked: false,
      claims: [],
    },
  })
