import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { sqliteOf } from '../../src/store/sqlite/store.ts'
import { startServiceWith } from './service.ts'

type Event = { id: string | undefined; event: string; data: string }

/** A service that listens, and a reader of its stream that follows the standard: an event counts when its empty line has come. */
async function start(settings: Record<string, string> = {}) {
  const service = await startServiceWith(settings)
  await service.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = service.app.server.address() as { port: number }
  const open = async (query = '', headers: Record<string, string> = {}) => {
    const sent = request({ port, path: `/v1/changes/stream${query}`, headers, agent: false })
    sent.on('error', () => {})
    sent.end()
    const [response] = (await once(sent, 'response')) as [IncomingMessage]
    const events: Event[] = []
    const comments: string[] = []
    const seen = { lastId: headers['last-event-id'] }
    let rest = ''
    response.on('error', () => {})
    response.on('data', (data) => {
      const blocks = (rest + data).split('\n\n')
      rest = blocks.pop()!
      for (const block of blocks) {
        const fields = new Map(
          block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
        )
        if (fields.has('')) comments.push(fields.get('')!)
        if (fields.has('id')) seen.lastId = fields.get('id')
        if (fields.has('data'))
          events.push({ id: fields.get('id'), event: fields.get('event')!, data: fields.get('data')! })
      }
    })
    return { response, events, comments, seen, cut: () => sent.destroy() }
  }
  const key = service.authorize('ingest', 'review')
  const save = (n: number, text: string) =>
    service.app.inject({
      method: 'POST',
      url: `/v1/articles?url=https://example.org/${n}`,
      headers: { ...key, 'content-type': 'text/plain' },
      payload: text,
    })
  return { ...service, key, open, save }
}
const until = async (is: () => boolean) => {
  while (!is()) await wait(10)
}

describe('GET /v1/changes/stream', () => {
  it('gives what there is, and then each change as it comes, as GET /v1/changes gives it', async () => {
    const { open, save, get, send, key } = await start()
    const stream = await open('?expand=article&expand=claims')
    expect(stream.response.headers['content-type']).toBe('text/event-stream')
    await until(() => stream.events.length === 1)
    const saved = (await save(1, 'It cost $24bn.')).json().article.id
    await until(() => stream.events.length === 2)
    const [claim] = (await get(`/v1/articles/${saved}/claims`)).body.items
    await send({
      method: 'PATCH',
      url: `/v1/claims/${claim.id}`,
      headers: { ...key, 'if-match': '*' },
      payload: { review: 'confirmed' },
    })
    await send({ method: 'DELETE', url: `/v1/articles/${saved}`, headers: key })
    await until(() => stream.events.some(({ data }) => data.includes('"deleted"')))
    const { items, next } = (await get('/v1/changes?expand=article&expand=claims')).body
    const deleted = JSON.parse(stream.events.at(-1)!.data)
    expect(deleted).toEqual(items.at(-1))
    expect(stream.events.at(-1)).toMatchObject({ event: 'change', id: next })
    expect(JSON.parse(stream.events[0]!.data)).toEqual(items[0])
    stream.cut()
    // what the cursor stands behind does not come again
    const later = await open(`?after=${next}`)
    await save(2, 'It cost $25bn.')
    await until(() => later.events.length === 1)
    expect(JSON.parse(later.events[0]!.data)).toMatchObject({ kind: 'article', change: 'saved' })
    later.cut()
  })

  it('loses nothing over a reconnect: cut a hundred times, a mirror ends as the database is', async () => {
    const { open, save, get, send, key } = await start()
    const mirror = new Set<string>()
    let lastId: string | undefined
    let writing = true
    const take = ({ events, seen }: Awaited<ReturnType<typeof open>>, from: number) => {
      for (const { data } of events.slice(from)) {
        const { kind, change, id } = JSON.parse(data)
        if (kind === 'article') change === 'saved' ? mirror.add(id) : mirror.delete(id)
      }
      lastId = seen.lastId
      return events.length
    }
    const writer = (async () => {
      const ids: string[] = []
      for (let n = 0; writing; n++) {
        ids.push((await save(n % 40, `It cost $${n}m in ${1900 + (n % 100)}.`)).json().article.id)
        if (n % 5 === 4) await send({ method: 'DELETE', url: `/v1/articles/${ids[n - 2]}`, headers: key })
        await wait(2)
      }
    })()
    let cuts = 0
    for (; cuts < 100; cuts++) {
      const stream = await open('', lastId === undefined ? {} : { 'last-event-id': lastId })
      // somewhere in the middle of what comes, also in the middle of an event
      await Promise.race([once(stream.response, 'data'), wait(50)])
      await wait((cuts * 7) % 23)
      stream.cut()
      take(stream, 0)
    }
    writing = false
    await writer
    const last = await open('', { 'last-event-id': lastId! })
    const { next } = await lastChange(get)
    let taken = 0
    await until(() => {
      taken = take(last, taken)
      return lastId === next
    })
    last.cut()
    const there = (await get('/v1/articles?limit=200')).body.items.map(({ id }: { id: string }) => id)
    expect([...mirror].sort()).toEqual(there.sort())
    expect(there.length).toBeGreaterThan(5)
  })

  it('sends signs of life, which carry the cursor', async () => {
    const { open, get } = await start({ STREAM_HEARTBEAT: '100' })
    const stream = await open()
    await until(() => stream.comments.length >= 2)
    expect(stream.seen.lastId).toBe((await get('/v1/changes')).body.next)
    stream.cut()
  })

  it('is open so many times a client, and for others all the same', async () => {
    const { open, authorize } = await start({ STREAMS: '2' })
    const [first, second] = [await open(), await open()]
    const third = await open()
    expect([third.response.statusCode, third.response.headers['retry-after']]).toEqual([503, '30'])
    const byKey = await open('', authorize('read'))
    expect(byKey.response.statusCode).toBe(200)
    first.cut()
    let again = await open()
    while (again.response.statusCode === 503) again = await open()
    expect(again.response.statusCode).toBe(200)
    for (const stream of [second, byKey, again]) stream.cut()
  })

  it('refuses a cursor that is none, and any other format, before it begins', async () => {
    const { get } = await start()
    const wrong = await get('/v1/changes/stream?after=nonsense')
    expect([wrong.status, wrong.body.type]).toEqual([400, '/problems/invalid-cursor'])
    expect((await get('/v1/changes/stream', { 'last-event-id': 'WzEsOTldCg' })).status).toBe(400)
    expect((await get('/v1/changes/stream', { accept: 'application/json' })).status).toBe(406)
  })

  it('ends with the key that it was opened with', async () => {
    const { open, store, authorize } = await start({ READ_REQUIRES_KEY: 'true', STREAM_HEARTBEAT: '100' })
    expect((await open()).response.statusCode).toBe(401)
    const key = authorize('read')
    const stream = await open('', key)
    expect(stream.response.statusCode).toBe(200)
    sqliteOf(store).prepare('UPDATE keys SET revoked_at = ?').run('2020-01-01T00:00:00.000Z')
    await once(stream.response, 'end')
  })

  it('ends in order when the service closes', async () => {
    const { app, open } = await start()
    const stream = await open()
    await until(() => stream.events.length > 0)
    const ended = once(stream.response, 'end')
    await app.close()
    await ended
    expect(stream.response.complete).toBe(true)
  })
})

const lastChange = async (get: Awaited<ReturnType<typeof start>>['get']) => {
  let body: { next: string; more: boolean } = (await get('/v1/changes?limit=200')).body
  while (body.more) body = (await get(`/v1/changes?limit=200&after=${body.next}`)).body
  return body
}
