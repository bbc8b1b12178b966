import { z } from 'zod'
import { Actor } from '../../model/actor.ts'
import type { Article } from '../../model/article.ts'
import type { Claim, ClaimType } from '../../model/claim/index.ts'
import type { ClaimSource } from '../../model/selector.ts'
import { actorFilters, filtersOf } from '../../query/filters.ts'
import { filterParameters, listParameters } from '../../query/parameters.ts'
import { describeMeaning } from '../present/meaning.ts'
import { Extraction, ExtractionRequest } from '../schemas/extraction.ts'
import { ArticleRequest, Ingestion } from '../schemas/ingestion.ts'
import { next, QueryEcho } from '../schemas/lists.ts'
import {
  CheckedCitation,
  ClaimCitation,
  cite,
  FigureCitation,
  QuoteCitation,
  writeCitation,
  writeCitations,
} from './citation.ts'

import { compareClaim, compareFigures } from './compare.ts'
import { limitOf, pick, type Tool } from './tool.ts'

const { sentence } = QueryEcho.shape
const page = <T extends z.ZodType>(citation: T) =>
  z.object({
    citations: z.array(citation),
    next,
    query: sentence.describe('The query as it was understood.'),
  })

/** Claims of a page: few enough for a model to read. */
const limit = limitOf(50, 10)
const { after } = listParameters(['position'])

/** A tool that lists claims of a type, or of any, under some of the filters of the API. */
function listing(
  about: Pick<Tool, 'name' | 'title' | 'description'>,
  type: Extract<ClaimType, 'figure' | 'quote'> | undefined,
  citation: z.ZodType,
  orders: readonly [string, ...string[]],
  filters: readonly string[],
): Tool {
  const path = `/v1/${type === undefined ? 'claims' : `${type}s`}`
  return {
    ...about,
    input: z.strictObject({
      ...pick(filterParameters(filtersOf(type)), filters),
      order: z.enum(orders).default(orders[0]).describe('Order; `-` reverses it. `relevance` needs `q`.'),
      limit,
      after: after!,
    }),
    output: page(citation),
    run: async (input, ask, base) => {
      type Page = {
        items: Claim[]
        next: string | null
        query: z.infer<typeof QueryEcho>
        articles: Article[]
      }
      const page = await ask<Page>({ path, query: { ...input, expand: 'article', query: 'true' } })
      const articles = new Map(page.articles.map((article) => [article.id, article]))
      const citations = page.items.map((claim) => cite(claim, articles.get(claim.articleId)!, base))
      const query = page.query.sentence
      return {
        data: { citations, next: page.next, query },
        text: `Query: ${query}\n${writeCitations(citations, page.next)}`,
      }
    },
  }
}

const published = ['published__gte', 'published__lt']

const getClaim: Tool = {
  name: 'get_claim',
  title: 'One claim with its words',
  description:
    'One claim by its id, with its exact words cut afresh from the stored text, the words around them and the hash of the text. Use it to verify a citation.',
  input: z.strictObject({ claimId: z.string().min(1).max(100).describe('Id of the claim, such as `clm_…`.') }),
  output: CheckedCitation,
  run: async ({ claimId }, ask, base) => {
    const path = `/v1/claims/${encodeURIComponent(claimId as string)}`
    const claim = await ask<Claim>({ path })
    const source = await ask<ClaimSource>({ path: `${path}/source` })
    const article = await ask<Article>({ path: `/v1/articles/${encodeURIComponent(claim.articleId)}` })
    const citation = cite(claim, article, base)
    return {
      data: { ...citation, source },
      text: `${writeCitation(citation)}\n  Context: …${source.prefix}[${source.exact}]${source.suffix}…\n  SHA-256 of the text: ${source.textHash}`,
    }
  },
}

const findActors: Tool = {
  name: 'find_actors',
  title: 'Find actors',
  description:
    'Persons, organizations, places and events named in the articles, most mentioned first. Use it to find the id of an actor whose name is shared or uncertain; other tools take that id or a name.',
  input: z.strictObject({
    ...pick(filterParameters(actorFilters), ['name', 'name__prefix', 'kind', 'affiliation']),
    limit,
    after: after!,
  }),
  output: z.object({ actors: z.array(Actor), next }),
  run: async (input, ask, base) => {
    const page = await ask<{ items: Actor[]; next: string | null }>({ path: '/v1/actors', query: input })
    return {
      data: { actors: page.items, next: page.next },
      text:
        page.items
          .map(
            ({ id, name, kind, affiliation }) =>
              `${name} (${[kind, affiliation].filter(Boolean).join(', ')}): ${id} ${base}/v1/actors/${id}/claims`,
          )
          .join('\n') || 'No actors match.',
    }
  },
}

const extractClaims: Tool = {
  name: 'extract_claims',
  title: 'Extract the claims of a text',
  description:
    'Reads an English text that you pass and gives its figures, dates, quotes and actors with exact offsets. Nothing is stored. Offsets are Unicode code points.',
  input: ExtractionRequest,
  output: Extraction,
  run: async (input, ask) => {
    const extraction = await ask<z.infer<typeof Extraction>>({ method: 'POST', path: '/v1/extract', body: input })
    const { claims } = extraction
    return {
      data: extraction,
      text:
        claims
          .map(
            (claim) =>
              `“${claim.surface}” (${claim.type}, ${claim.start}-${claim.end}: ${describeMeaning(claim)}) in “${claim.sentence.text.trim()}”`,
          )
          .join('\n') || 'The text has no claims.',
    }
  },
}

const storeArticle: Tool = {
  name: 'store_article',
  title: 'Store an article',
  description:
    'Stores an article with its claims, so that they can be searched and cited. The same text again changes nothing; another text under the same url replaces the article.',
  scope: 'ingest',
  input: ArticleRequest,
  output: Ingestion,
  run: async (input, ask, base) => {
    const stored = await ask<z.infer<typeof Ingestion>>({ method: 'POST', path: '/v1/articles', body: input })
    const { id, counts } = stored.article
    return {
      data: stored,
      text: `${stored.outcome}: ${id}, ${Object.entries(counts)
        .map(([type, count]) => `${count} ${type} claims`)
        .join(', ')}\n${base}/articles/${id}`,
    }
  },
}

/** The tools, one row each: what a model reads of them, what they take and give, what they ask of the API. */
export const tools: readonly Tool[] = [
  listing(
    {
      name: 'search_claims',
      title: 'Search claims',
      description:
        'Searches checkable claims of any type (figures, dates, quotes, mentions of actors) in stored news articles, by words, actors and time. Every result has the exact words and a link to check them.',
    },
    undefined,
    ClaimCitation,
    ['position', 'relevance', '-published'],
    ['q', 'type', 'actor', 'article', 'from', 'to', 'section', 'review', ...published],
  ),
  listing(
    {
      name: 'find_figures',
      title: 'Figures by measure',
      description:
        'Numbers that articles state: money, percentages, counts, ranks, measurements, by what they measure, whom they are about and the time they hold for. `modality` tells forecasts and plans from facts (`modality__exists=false` for facts alone).',
    },
    'figure',
    FigureCitation,
    ['position', 'relevance', '-published', 'number', '-number'],
    [
      'measure',
      'measureHead',
      'subject',
      'actor',
      'kind',
      'unit',
      'currency',
      'number__gte',
      'number__lt',
      'change',
      'from',
      'to',
      'modality',
      'modality__exists',
      'attributedTo',
      'q',
      ...published,
    ],
  ),
  listing(
    {
      name: 'find_quotes',
      title: 'Quotes of a speaker',
      description:
        'Who said what: direct, partial and indirect quotations with their source, by speaker (`source`: name or id), words and time.',
    },
    'quote',
    QuoteCitation,
    ['position', 'relevance', '-published'],
    ['source', 'source__exists', 'actor', 'kind', 'polarity', 'cue', 'q', ...published],
  ),
  getClaim,
  compareFigures,
  compareClaim,
  findActors,
  extractClaims,
  storeArticle,
]
