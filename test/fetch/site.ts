import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll } from 'vitest'

/** A request as the site saw it. */
export type Seen = {
  readonly path: string
  readonly headers: IncomingMessage['headers']
  readonly at: number
  /** When its answer was through. */
  ended: number
}

/** How an address of the site answers. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void

export type Site = {
  readonly origin: string
  readonly port: number
  readonly seen: Seen[]
  /** What each path answers; others are 404. May be changed while it runs. */
  readonly pages: Record<string, Answer>
  readonly close: () => void
}

/** A news site on a loopback address, which notes who asks for what. */
export async function openSite(pages: Record<string, Answer>, host = '127.0.0.1'): Promise<Site> {
  const seen: Seen[] = []
  const listener: RequestListener = (request, response) => {
    const path = request.url ?? ''
    const one: Seen = { path, headers: request.headers, at: Date.now(), ended: 0 }
    seen.push(one)
    response.on('close', () => {
      one.ended = Date.now()
    })
    const answer = pages[path]
    if (answer) answer(request, response)
    else response.writeHead(404, { 'content-type': 'text/plain' }).end('not here')
  }
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  const { port } = server.address() as AddressInfo
  const close = () => {
    server.closeAllConnections()
    server.close()
  }
  afterAll(close)
  return { origin: `http://${host}:${port}`, port, seen, pages, close }
}

/** An answer that stays as it is, with a tag that a second request can name. */
export function send(
  body: string | Buffer,
  type = 'text/html; charset=utf-8',
  headers: Record<string, string> = {},
): Answer {
  return (request, response) => {
    const etag = headers.etag
    if (etag && request.headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end()
    response.writeHead(200, { 'content-type': type, ...headers }).end(body)
  }
}

export const redirect =
  (location: string, status = 302): Answer =>
  (_request, response) =>
    void response.writeHead(status, { location }).end()

/** The page of an article, as newspapers write them. */
export const pageOf = (
  title: string,
  ...paragraphs: string[]
): string => `<!doctype html><html lang="en"><head><title>${title} | The Loopback Times</title>
<meta property="og:title" content="${title}"><meta property="og:site_name" content="The Loopback Times">
<meta property="article:published_time" content="2024-03-01T08:00:00Z"></head><body><nav><a href="/">Home</a></nav>
<article><h1>${title}</h1>${paragraphs.map((words) => `<p>${words}</p>`).join('\n')}</article></body></html>`

export const filler =
  'The harbour board met on Friday and heard from its engineers, who had measured the quay walls over the winter and found them sound. Members asked how long the works would take and what they would cost the town.'

export const feedOf = (...items: { link: string; title: string; text?: string; date?: string }[]): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>The Loopback Times</title><link>/</link>${items
    .map(
      ({ link, title, text = 'In short &#8230;', date = 'Fri, 01 Mar 2024 08:00:00 GMT' }) =>
        `<item><title>${title}</title><link>${link}</link><pubDate>${date}</pubDate><description>${text}</description></item>`,
    )
    .join('')}</channel></rss>`
