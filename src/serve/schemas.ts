import { z } from 'zod'
import { Actor } from '../model/actor.ts'
import { Article, ArticleMetadata } from '../model/article.ts'
import { Claim, ClaimType, claimTypes } from '../model/claim/index.ts'
import { Corrections } from '../model/corrections.ts'
import { Review, ReviewStatus } from '../model/review.ts'
import { Section } from '../model/section.ts'
import { facetNames } from '../query/claims.ts'

// What lists and other answers look like around the things of the model.

export const Count = z
  .object({ value: z.int().min(0), relation: z.enum(['eq', 'gte']).describe('`eq`: exact; `gte`: at least so many.') })
  .meta({ id: 'Count', description: 'How many there are in all.', example: { value: 132, relation: 'eq' } })

export const QueryEcho = z
  .object({
    filters: z.array(z.object({ parameter: z.string(), operator: z.string(), values: z.array(z.string()) })),
    sentence: z.string(),
    order: z.string(),
    limit: z.int(),
  })
  .meta({
    id: 'QueryEcho',
    description: 'The query as it was understood.',
    example: {
      filters: [{ parameter: 'kind', operator: 'eq', values: ['money'] }],
      sentence: 'figure claims where kind is money and section is body, ordered by position.',
      order: 'position',
      limit: 50,
    },
  })

export const Highlight = z
  .object({
    id: z.string().describe('Claim.'),
    field: z.enum(['surface', 'sentence']),
    start: z.int().min(0),
    end: z.int().min(0),
  })
  .meta({
    id: 'Highlight',
    description: "Where a searched word stands, in code points of the claim's field.",
    example: { id: 'clm_5f0c1d2e3b4a5968', field: 'sentence', start: 0, end: 7 },
  })

const next = z.union([z.string(), z.null()]).describe('Cursor for `after`; null on the last page.')
const extras = { count: Count.optional(), query: QueryEcho.optional() }

/** Any field of any claim, none required: what `fields` leaves. Where types share a name but not its values, it is a string. */
const selection = (id: string, shapes: readonly Record<string, z.ZodType>[]) => {
  const merged: Record<string, z.ZodType> = {}
  for (const shape of shapes)
    for (const [name, schema] of Object.entries(shape))
      merged[name] = merged[name] && merged[name] !== schema ? z.string() : schema
  if (shapes.length > 1) merged.type = ClaimType
  return z
    .object(merged)
    .partial()
    .meta({
      id,
      description: 'The fields that `fields` asked for.',
      example: { surface: '$24bn', start: 152, end: 157 },
    })
}

const claimPage = <T extends z.ZodType>(
  id: string,
  item: T,
  shapes: readonly Record<string, z.ZodType>[],
  example: unknown,
) =>
  z
    .object({
      items: z.array(item),
      next,
      ...extras,
      selected: z
        .array(selection(id.replace('Page', 'Selection'), shapes))
        .optional()
        .describe('With `fields`: the chosen fields of each item, and `items` is empty.'),
      highlights: z.array(Highlight).optional().describe('With `highlight=true`.'),
      articles: z.array(Article).optional().describe('With `expand=article`: the articles that the items stand in.'),
      actors: z.array(Actor).optional().describe('With `expand=actors`: the actors that the items point at.'),
    })
    .meta({ id, description: 'A page of claims.', example: { items: [example], next: null } })

const exampleOf = (schema: z.ZodType) => (schema.meta() as { example: unknown }).example
const shapes = Object.values(claimTypes).map((schema) => schema.shape as Record<string, z.ZodType>)

export const ClaimPage = claimPage('ClaimPage', Claim, shapes, exampleOf(claimTypes.figure))
export const FigurePage = claimPage(
  'FigurePage',
  claimTypes.figure,
  [claimTypes.figure.shape],
  exampleOf(claimTypes.figure),
)
export const DatePage = claimPage('DatePage', claimTypes.date, [claimTypes.date.shape], exampleOf(claimTypes.date))
export const QuotePage = claimPage('QuotePage', claimTypes.quote, [claimTypes.quote.shape], exampleOf(claimTypes.quote))

/** Field names that `fields` takes. */
export const claimFields = [...new Set(shapes.flatMap((shape) => Object.keys(shape)))]
export const fieldsOf = (type: keyof typeof claimTypes) => Object.keys(claimTypes[type].shape)

export const ArticlePage = z
  .object({ items: z.array(Article), next, ...extras })
  .meta({ id: 'ArticlePage', description: 'A page of articles.', example: { items: [exampleOf(Article)], next: null } })
export const ActorPage = z
  .object({ items: z.array(Actor), next, ...extras })
  .meta({ id: 'ActorPage', description: 'A page of actors.', example: { items: [exampleOf(Actor)], next: null } })

export const Facet = z
  .object({
    by: z.enum(facetNames as [string, ...string[]]),
    values: z.array(
      z.object({
        value: z.string(),
        count: z.int().min(1),
        name: z.string().optional().describe("The actor's name, where the value is an actor's id."),
      }),
    ),
    more: z.boolean().describe('Whether there are values beyond `limit`.'),
  })
  .meta({
    id: 'Facet',
    description: 'Counts of claims by one property, the most frequent value first.',
    example: { by: 'unit', values: [{ value: 'percent', count: 12 }], more: false },
  })
export const ClaimFacets = z.object({ facets: z.array(Facet) }).meta({
  id: 'ClaimFacets',
  description: 'Counts under the same filters as a list.',
  example: { facets: [exampleOf(Facet)] },
})

export const ExtractionRequest = z
  .strictObject({
    text: z.string().min(1).describe('The text to read.'),
    publishedAt: z.iso
      .date()
      .optional()
      .describe('Day it was written: what `last year` is counted from. Without it relative dates stay unresolved.'),
    url: z
      .url({ protocol: /^https?$/ })
      .optional()
      .describe('Address of the article, if the ids should be those that it would get when stored.'),
    language: ArticleMetadata.shape.language.describe(
      'BCP 47 tag; `en-GB` tells how days are written. The text itself has the last word on its language.',
    ),
  })
  .meta({
    id: 'ExtractionRequest',
    description: 'A text to extract claims from.',
    example: { text: 'Exports rose by 4% to $24bn last year, Mayor Ada Berg said.', publishedAt: '2024-03-01' },
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
  })
  .meta({
    id: 'Extraction',
    description: 'Claims of a text that was sent; nothing is stored.',
    example: {
      articleId: 'art_3k9x2m7q1v5n8b4d',
      length: 58,
      language: 'en',
      sections: [{ kind: 'body', start: 0, end: 58 }],
      claims: [exampleOf(claimTypes.figure)],
    },
  })

export const Health = z
  .object({ status: z.enum(['ok']), articles: z.int().min(0).optional(), claims: z.int().min(0).optional() })
  .meta({ id: 'Health', description: 'The service works.', example: { status: 'ok' } })

export const ArticleRequest = z
  .strictObject({
    text: z.string().min(1).optional().describe('The text; or give `html`.'),
    html: z.string().min(1).optional().describe('The page that holds the article; or give `text`.'),
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
  })
  .meta({
    id: 'Ingestion',
    description: 'What storing an article came to.',
    example: { outcome: 'added', stored: true, article: exampleOf(Article) },
  })

export const PastReview = z
  .object({
    id: z.string(),
    review: z.enum([...ReviewStatus.options, 'none']).describe('`none`: the review before was taken back.'),
    by: Review.shape.by,
    at: Review.shape.at,
    note: Review.shape.note,
    corrections: Corrections.optional(),
    textHash: z.string().describe('SHA-256 of the text that it was said of.'),
  })
  .meta({
    id: 'PastReview',
    description: 'One review of a claim.',
    example: {
      id: 'rev_0a1b2c3d4e5f6a7b',
      review: 'confirmed',
      by: 'Ada Berg',
      at: '2024-03-02T09:00:00.000Z',
      textHash: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    },
  })
export const ReviewPage = z.object({ items: z.array(PastReview), next, ...extras }).meta({
  id: 'ReviewPage',
  description: 'A page of reviews.',
  example: { items: [exampleOf(PastReview)], next: null },
})

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
      id: 'art_3k9x2m7q1v5n8b4d',
      articleId: 'art_3k9x2m7q1v5n8b4d',
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

export const ExportedClaims = z.string().meta({
  id: 'ExportedClaims',
  description:
    'One claim a line, as JSON (NDJSON) or as the columns of a table with their names in the first line (CSV, RFC 4180).',
  example: '{"end":true,"count":0,"next":"WzQyLDFd"}\n',
})
export const ArticleText = z
  .string()
  .meta({ id: 'ArticleText', description: 'The text that all offsets count on.', example: 'Exports rose by 4%.' })
