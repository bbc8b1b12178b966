import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { ProblemError } from '../../model/problem.ts'
import { listChangesOneByOne } from '../../query/changes.ts'
import type { Store } from '../../store/database.ts'
import { findKey } from '../../store/keys.ts'
import type { App } from '../app.ts'
import { clientOf } from '../caller.ts'
import { ChangeWatch } from '../change-watch.ts'
import { tokenOf } from '../plugins/access.ts'
import { presentChange } from '../present/page.ts'
import { responses } from '../responses.ts'
import { ChangeStream } from '../schemas/sync.ts'
import { changesParameters } from './changes.ts'

export const eventStream = 'text/event-stream'
/** Changes that are read at a time. */
const atOnce = 20
/** Milliseconds after which a client that was cut off comes again. */
const retry = 2000
/** A client that takes nothing for so many milliseconds has gone. */
const patience = 60_000
/** Streams of all clients together. */
const mostOfAll = 500

export type StreamLimits = {
  /** Streams of one client. */
  readonly streams: number
  /** Milliseconds without a change after which a sign of life is sent. */
  readonly heartbeat: number
}

/** The changes as they come: https://html.spec.whatwg.org/multipage/server-sent-events.html */
export function changeStreamRoutes(app: App, store: Store, { streams, heartbeat }: StreamLimits): void {
  const watch = new ChangeWatch(store)
  const open = new Map<AbortController, string>()
  app.addHook('preClose', async () => {
    for (const end of open.keys()) end.abort()
  })
  app.get('/v1/changes/stream', {
    exposeHeadRoute: false,
    config: { mediaTypes: [eventStream], cache: false },
    schema: {
      operationId: 'streamChanges',
      tags: ['sync'],
      summary: 'Follow what changes',
      description:
        'The changes of GET /v1/changes as Server-Sent Events, as they come: `event: change`, `data` is a `ChangeRecord` as JSON, `id` a cursor. A client that was cut off sends the last `id` as `Last-Event-ID`, as browsers do by themselves, and misses nothing. Comments come as signs of life. Without a cursor it begins at the beginning; `next` of an export, or of the changes, is a cursor too.',
      querystring: z.strictObject(changesParameters),
      headers: z.object({
        'last-event-id': z
          .string()
          .max(4000)
          .optional()
          .describe('The `id` of the last event that came; it has the last word over `after`.'),
      }),
      response: responses('Events, without end.', ChangeStream, { mediaTypes: [eventStream] }),
    },
    handler: async (request, reply) => {
      const { after, expand } = request.query as { after?: string; expand?: string[] }
      const from = (request.headers['last-event-id'] as string | undefined) || after
      const client = clientOf(request)
      const own = [...open.values()].filter((one) => one === client).length
      if (own >= streams || open.size >= mostOfAll)
        throw new ProblemError(
          'busy',
          own >= streams
            ? `${streams} streams are open, which is as many as one client may have.`
            : 'Too many streams are open.',
          [],
          { 'retry-after': '30' },
        )
      const end = new AbortController()
      const mayGoOn = keyCheck(store, request)
      const write = async function* () {
        let { changes, next, more, version } = first
        yield `retry: ${retry}\n\n`
        for (;;) {
          if (changes.length) yield changes.map(toEvent).join('')
          if (end.signal.aborted) return
          // others are served in between
          if (more) await setImmediate()
          else {
            // the version that this page was read at: whatever came since is another
            await watch.wait(version, heartbeat, end.signal)
            if (end.signal.aborted || !(await mayGoOn())) return
            if (store.version().sequence === version) yield `: nothing new\nid: ${next}\n\n`
          }
          ;({ changes, next, more, version } = await listChangesOneByOne(store, {
            after: next,
            limit: atOnce,
            ...(expand && { expand }),
          }))
        }
      }
      // what is wrong with the cursor is said before anything begins
      const first = await listChangesOneByOne(store, {
        ...(from !== undefined && { after: from }),
        limit: atOnce,
        ...(expand && { expand }),
      })
      open.set(end, client)
      const stream = Readable.from(write(), { objectMode: true, highWaterMark: 1 })
      reply.raw.once('close', () => {
        end.abort()
        open.delete(end)
        stream.destroy()
      })
      reply.raw.setTimeout(Math.max(patience, 2 * heartbeat), () => reply.raw.destroy())
      reply.removeHeader('etag')
      // a proxy that collects what it passes on would keep changes back
      return reply
        .header('content-type', eventStream)
        .header('cache-control', 'no-store')
        .header('x-accel-buffering', 'no')
        .send(stream)
    },
  })
}

const toEvent = ({ cursor, change }: Awaited<ReturnType<typeof listChangesOneByOne>>['changes'][number]) =>
  `${cursor === undefined ? '' : `id: ${cursor}\n`}event: change\ndata: ${presentChange(change)}\n\n`

/** A key may expire or be revoked while its stream is open. */
function keyCheck(store: Store, request: FastifyRequest): () => Promise<boolean> {
  const token = tokenOf(request)
  return async () => token === undefined || (await findKey(store.latest, token, new Date().toISOString())) !== undefined
}
