import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyReply } from 'fastify'
import type { App } from '../app.ts'

/** Nothing from elsewhere, no script that is not a file of ours. Plots set styles of their own. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const views = ['/', '/articles/:articleId', '/actors/:actorId', '/compare', '/try']

/**
 * The page for people who look, which is a client of the API like any other.
 * @param folder where it is built to; while nothing is there, `/` leads to the documentation
 */
export async function pageRoutes(app: App, folder: string): Promise<void> {
  await app.register(fastifyStatic, { root: folder, serve: false, suppressWarning: true })
  const headers = (reply: FastifyReply) =>
    reply
      .header('content-security-policy', policy)
      .header('referrer-policy', 'no-referrer')
      .header('x-content-type-options', 'nosniff')
  for (const url of views)
    app.get(url, {
      schema: { hide: true },
      handler: (request, reply) =>
        existsSync(join(folder, 'index.html'))
          ? headers(reply)
              .header('cache-control', 'no-cache')
              .type('text/html; charset=utf-8')
              .send(placePage(readFileSync(join(folder, 'index.html'), 'utf8'), request.prefix))
          : reply.redirect(`${request.prefix}/docs`),
    })
  app.get('/page/*', {
    schema: { hide: true },
    // the names of these files hold a hash of what is in them
    handler: (request, reply) =>
      headers(reply).sendFile((request.params as { '*': string })['*'], { maxAge: '1y', immutable: true }),
  })
}

/** The page for where it is: its files lie beside it when it is built, and under /page/ when it is served. */
const placePage = (html: string, prefix: string): string =>
  html.replace(/ (?<name>src|href)="\.\//g, ` $<name>="${prefix}/page/`)
