import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { getComparison } from '../../query/comparisons.ts'
import type { Store } from '../../store/open.ts'
import { findActors, findArticle, findClaim, toArticle } from '../../store/read.ts'
import type { App } from '../app.ts'
import { mayRead } from '../plugins/access.ts'
import {
  headOfActor,
  headOfArticle,
  headOfClaim,
  headOfComparison,
  headOfLibrary,
  headOfReviews,
  headOfTrying,
  type PageHead,
  renderHead,
} from '../present/page-head.ts'

/** Nothing from elsewhere, no script that is not a file of ours. Plots set styles of their own. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

type Asked = { readonly id: string; readonly query: Readonly<Record<string, unknown>>; readonly base: string }
type HeadOf = (store: Store, asked: Asked) => Promise<PageHead | undefined>

/** The views of the page, each with what a link to it unfurls to; undefined for something that is not there. */
const views: Readonly<Record<string, HeadOf>> = {
  '/': async (_, { query }) => headOfLibrary(text(query.q)),
  '/articles/:id': async (store, { id }) => {
    const row = await findArticle(store, id)
    return row && headOfArticle(toArticle(row))
  },
  '/claims/:id': async (store, { id, base }) => {
    const claim = await findClaim(store, id)
    const row = claim && (await findArticle(store, claim.articleId))
    return row && headOfClaim(claim, toArticle(row), `${base}/v1/claims/${claim.id}/card?format=png`)
  },
  '/actors/:id': async (store, { id }) => {
    const [actor] = await findActors(store, [id])
    return actor && headOfActor(actor)
  },
  '/compare': async (store, { query }) => {
    const id = text(query.id)
    return headOfComparison(id === undefined ? undefined : await getComparison(store, id))
  },
  '/review': async () => headOfReviews,
  '/try': async () => headOfTrying,
}
const text = (value: unknown) => (typeof value === 'string' && value.length <= 500 ? value : undefined)

/**
 * The page for people who look, which is a client of the API like any other.
 * @param folder where it is built to; while nothing is there, `/` leads to the documentation
 */
export async function pageRoutes(app: App, store: Store, folder: string, readRequiresKey: boolean): Promise<void> {
  await app.register(fastifyStatic, { root: folder, serve: false, suppressWarning: true })
  const headers = (reply: FastifyReply) =>
    reply
      .header('content-security-policy', policy)
      .header('referrer-policy', 'no-referrer')
      .header('x-content-type-options', 'nosniff')
  const file = join(folder, 'index.html')
  for (const [url, headOf] of Object.entries(views))
    app.get(url, {
      schema: { hide: true },
      handler: async (request, reply) => {
        if (!existsSync(file)) return reply.redirect(`${request.prefix}/docs`)
        const { id = '' } = request.params as { id?: string }
        const { base, query } = request
        // what needs a key to be read is not told to those who unfurl links without one
        const head = mayRead(request, readRequiresKey)
          ? await headOf(store, { id, base, query: query as Asked['query'] })
          : undefined
        return headers(reply)
          .header('cache-control', 'no-cache')
          .type('text/html; charset=utf-8')
          .send(placePage(readFileSync(file, 'utf8'), request, head))
      },
    })
  app.get('/page/*', {
    schema: { hide: true },
    // the names of these files hold a hash of what is in them
    handler: (request, reply) =>
      headers(reply).sendFile((request.params as { '*': string })['*'], { maxAge: '1y', immutable: true }),
  })
}

/** The page for where it is: its files lie beside it when it is built, and under /page/ when it is served. */
function placePage(html: string, { prefix, base, url }: FastifyRequest, head: PageHead | undefined): string {
  const placed = html.replace(/ (?<name>src|href)="\.\//g, ` $<name>="${prefix}/page/`)
  return head ? placed.replace(/<title>.*?<\/title>/, () => renderHead(head, base + url)) : placed
}
