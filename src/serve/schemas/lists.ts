import { z } from 'zod'
import { Actor } from '../../model/actor.ts'
import { Article } from '../../model/article.ts'
import { Claim, ClaimType, claimTypes } from '../../model/claim/index.ts'
import { facetNames } from '../../query/facets.ts'
import { mostSampled } from '../../query/page.ts'
import { articleFacets } from '../../store/counters.ts'

// What lists look like around the things of the model.

export const Count = z
  .object({ value: z.int().min(0), relation: z.enum(['eq', 'gte']).describe('`eq`: exact; `gte`: a lower bound.') })
  .meta({ id: 'Count', description: 'Number of all items.', example: { value: 132, relation: 'eq' } })

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
    example: { id: 'clm_3a9f5f0c1d2e3b4a5968', field: 'sentence', start: 0, end: 7 },
  })

export const next = z.union([z.string(), z.null()]).describe('Cursor for `after`; null on the last page.')
const notes = z
  .array(z.string())
  .optional()
  .describe('What was taken otherwise than it is written, left out, or not found by its name. For people.')
export const extras = { count: Count.optional(), query: QueryEcho.optional(), notes }

/** Any field of any claim, none required: what `fields` leaves. Where types share a name but not its values, it is a string. */
const selection = (id: string, shapes: readonly Record<string, z.ZodType>[], example: object) => {
  const merged: Record<string, z.ZodType> = {}
  for (const shape of shapes)
    for (const [name, schema] of Object.entries(shape))
      merged[name] = merged[name] && merged[name] !== schema ? z.string() : schema
  if (shapes.length > 1) merged.type = ClaimType
  return z.object(merged).partial().meta({
    id,
    description: 'The fields that `fields` asked for.',
    example,
  })
}

const selectedMeaning = 'With `fields`: the chosen fields of each item, and `items` is empty.'

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
        .array(selection(id.replace('Page', 'Selection'), shapes, { surface: '$24bn', start: 152, end: 157 }))
        .optional()
        .describe(selectedMeaning),
      highlights: z.array(Highlight).optional().describe('With `highlight=true`.'),
      articles: z.array(Article).optional().describe('With `expand=article`: the articles that the items stand in.'),
      actors: z.array(Actor).optional().describe('With `expand=actors`: the actors that the items point at.'),
    })
    .meta({ id, description: 'A page of claims.', example: { items: [example], next: null } })

/** The example that a schema carries. */
export const exampleOf = (schema: z.ZodType) => (schema.meta() as { example: unknown }).example
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

/** The page of a list whose items are of one kind. */
const plainPage = (item: z.ZodObject) => {
  const { id } = item.meta() as { id: string }
  return z.object({
    items: z.array(item),
    next,
    ...extras,
    selected: z
      .array(selection(`${id}Selection`, [item.shape], { id: (exampleOf(item) as { id: string }).id }))
      .optional()
      .describe(selectedMeaning),
  })
}

export const ArticlePage = plainPage(Article).meta({
  id: 'ArticlePage',
  description: 'A page of articles.',
  example: { items: [exampleOf(Article)], next: null },
})
export const ActorPage = plainPage(Actor).meta({
  id: 'ActorPage',
  description: 'A page of actors.',
  example: { items: [exampleOf(Actor)], next: null },
})

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
    sample: z
      .int()
      .optional()
      .describe(
        `Present where more claims fit the filters than are counted one by one: the counts are of this many (${mostSampled}), the latest stored. Counts without filters, under a type, and by type under one value are always of all.`,
      ),
  })
  .meta({
    id: 'Facet',
    description: 'Counts of claims by one property, the most frequent value first.',
    example: { by: 'unit', values: [{ value: 'percent', count: 12 }], more: false },
  })
export const ArticleFacet = z
  .object({
    by: z.enum(Object.keys(articleFacets) as [string, ...string[]]),
    values: z.array(z.object({ value: z.string(), count: z.int().min(1) })),
    more: z.boolean().describe('Whether there are values beyond `limit`.'),
  })
  .meta({
    id: 'ArticleFacet',
    description: 'Counts of articles by one property, the most frequent value first.',
    example: { by: 'publication', values: [{ value: 'Example Weekly', count: 12 }], more: false },
  })
export const ArticleFacets = z.object({ facets: z.array(ArticleFacet), notes }).meta({
  id: 'ArticleFacets',
  description: 'Counts under the same filters as the list of articles.',
  example: { facets: [exampleOf(ArticleFacet)] },
})
export const ClaimFacets = z.object({ facets: z.array(Facet), notes }).meta({
  id: 'ClaimFacets',
  description: 'Counts under the same filters as a list.',
  example: { facets: [exampleOf(Facet)] },
})
