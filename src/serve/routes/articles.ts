import { z } from 'zod'
import { Article } from '../../model/article.ts'
import { countArticleFacets, listArticles } from '../../query/articles.ts'
import type { Query } from '../../query/conditions.ts'
import { articleFilters } from '../../query/filters.ts'
import { articleOrders } from '../../query/orders.ts'
import { facetParameters, filterParameters, listParameters } from '../../query/parameters.ts'
import { articleFacets } from '../../store/counters.ts'
import type { Store } from '../../store/database.ts'
import { findArticle, hasArticle, toArticle } from '../../store/read.ts'
import type { App } from '../app.ts'
import { listFor, sendPage } from '../present/claims.ts'
import { alsoAsRows, listMediaTypes, sendList, tableOf } from '../present/list.ts'
import { alsoAs, claimMediaTypes, formatParameter } from '../present/media-types.ts'
import { responses } from '../responses.ts'
import { ArticleText } from '../schemas/ingestion.ts'
import { ArticleFacets, ArticlePage, ClaimPage } from '../schemas/lists.ts'
import { anyClaims, missing } from './claims.ts'

const expand = ['text', 'sections'] as const
const articleId = z.object({ articleId: z.string().max(100).describe('Id of an article.') })
const tags = ['articles']
const table = tableOf(Article, undefined, expand)
const expandOne = z.strictObject({ expand: listParameters(['position'], { expand }).expand! })

export function articleRoutes(app: App, store: Store): void {
  app.get('/v1/articles', {
    config: { mediaTypes: listMediaTypes },
    schema: {
      operationId: 'listArticles',
      tags,
      summary: 'List articles',
      description: `Articles with their metadata and counts of claims by type, newest first. ${alsoAsRows}`,
      querystring: z.strictObject({
        ...filterParameters(articleFilters),
        ...listParameters(Object.keys(articleOrders), { fields: Object.keys(Article.shape), expand }),
        ...formatParameter(listMediaTypes),
      }),
      response: responses('A page of articles.', ArticlePage, { mediaTypes: listMediaTypes }),
    },
    handler: async (request, reply) => {
      const page = await listArticles(store, request.query as Record<string, unknown>)
      return sendList(request, reply, page, table)
    },
  })
  app.get('/v1/articles/facets', {
    schema: {
      operationId: 'listArticleFacets',
      tags,
      summary: 'Count articles by their properties',
      description: 'Counts by publication, author, language and year, under the same filters as the list of articles.',
      querystring: z.strictObject({
        ...filterParameters(articleFilters),
        ...facetParameters(Object.keys(articleFacets)),
      }),
      response: responses('Counts, the most frequent value first.', ArticleFacets),
    },
    handler: (request) => countArticleFacets(store, request.query as Query),
  })
  app.get<{ Params: { articleId: string } }>('/v1/articles/:articleId', {
    schema: {
      operationId: 'getArticle',
      tags,
      summary: 'Get one article',
      params: articleId,
      querystring: expandOne,
      response: responses('The article.', Article, { refusals: [404] }),
    },
    handler: async (request) => {
      const { expand: wanted = [] } = request.query as { expand?: string[] }
      const row = (await findArticle(store, request.params.articleId)) ?? missing('article', request.params.articleId)
      return toArticle(row, { text: wanted.includes('text'), sections: wanted.includes('sections') })
    },
  })
  app.get<{ Params: { articleId: string } }>('/v1/articles/:articleId/text', {
    config: { mediaTypes: ['text/plain'] },
    schema: {
      operationId: 'getArticleText',
      tags,
      summary: "Get an article's text",
      description: 'The stored text, which all offsets refer to, in Unicode code points.',
      params: articleId,
      querystring: z.strictObject({}),
      response: responses('The text.', ArticleText, { mediaTypes: ['text/plain'], refusals: [404] }),
    },
    handler: async (request, reply) => {
      const { text } =
        (await findArticle(store, request.params.articleId)) ?? missing('article', request.params.articleId)
      return reply.type('text/plain; charset=utf-8').send(text)
    },
  })
  app.get<{ Params: { articleId: string } }>('/v1/articles/:articleId/claims', {
    config: { mediaTypes: claimMediaTypes },
    schema: {
      operationId: 'listArticleClaims',
      tags,
      summary: 'List the claims of an article',
      description: `All claims of one article, in text order unless another is asked for. ${alsoAs}`,
      params: articleId,
      querystring: anyClaims,
      response: responses('A page of claims.', ClaimPage, { mediaTypes: claimMediaTypes, refusals: [404] }),
    },
    handler: async (request, reply) => {
      const { articleId: id } = request.params
      if (!(await hasArticle(store, id))) missing('article', id)
      return sendPage(
        store,
        request,
        reply,
        await listFor(store, request, { operation: 'listArticleClaims', articleId: id }),
      )
    },
  })
}
