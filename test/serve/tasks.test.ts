import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, describe, expect, it } from 'vitest'
import { readConfig } from '../../src/model/config.ts'
import { createApp } from '../../src/serve/app.ts'
import { checkStore } from '../../src/store/check.ts'
import { createKey } from '../../src/store/keys.ts'
import { openStore } from '../../src/store/open.ts'
import { sqliteOf } from '../../src/store/sqlite/store.ts'
import { startTasks } from '../../src/threads/index.ts'
import { startServiceWith } from './service.ts'

type Response = { status: number; body: { type?: string; detail?: string; outcome?: string; claims?: unknown[] } }
type Sending = { response: Promise<Response>; leave: () => void }

/** A service that listens, its tasks in their threads. */
async function start(settings: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'article-facts-'))
  const file = join(folder, 'test.db')
  const store = await openStore(file)
  const { token } = await createKey(store, { name: 'tester', scopes: ['admin'], at: new Date().toISOString() })
  const config = readConfig({ RATE_LIMIT: '0', EXTRACT_LIMIT: '0', ...settings })
  const { tasks, close } = startTasks(file, config.TASK_TIMEOUT, async () => {})
  const app = await createApp({ store, tasks, config })
  await app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = app.server.address() as { port: number }
  afterAll(async () => {
    await app.close()
    await close()
    await store.close()
    rmSync(folder, { recursive: true })
  })
  /** Sends a text from an address of this machine. */
  const send = (path: string, text: string, headers: Record<string, string> = {}, localAddress = '127.0.0.1') => {
    const sent = request({
      host: '127.0.0.1',
      port,
      path,
      method: 'POST',
      localAddress,
      headers: { 'content-type': 'text/plain', 'content-length': Buffer.byteLength(text), ...headers },
    })
    const response = new Promise<Response>((resolve, reject) => {
      sent.on('error', reject).on('response', (response) => {
        const chunks: Buffer[] = []
        response
          .on('data', (data) => chunks.push(data))
          .on('end', () =>
            resolve({ status: response.statusCode!, body: JSON.parse(Buffer.concat(chunks).toString()) }),
          )
      })
    })
    response.catch(() => {})
    sent.end(text)
    return { response, leave: () => sent.destroy() } satisfies Sending
  }
  const extract = (text: string, localAddress?: string) => send('/v1/extract', text, {}, localAddress)
  const save = (text: string, headers: Record<string, string> = {}) =>
    send('/v1/articles', text, { authorization: `Bearer ${token}`, ...headers }).response
  return { file, store, extract, save }
}

const sentence = 'Exports of Norway rose by 4% to $24bn last year, Mayor Ada Berg said. '
/** A busy machine may take its time with a short text too. */
async function untilInTime(ask: () => Promise<Response>): Promise<Response> {
  for (;;) {
    const response = await ask()
    if (response.body.type !== '/problems/task-limit') return response
  }
}
const dense = (bytes: number) => sentence.repeat(Math.ceil(bytes / sentence.length)).slice(0, bytes)

describe('a task that takes longer than TASK_TIMEOUT', () => {
  it('is given up with 503 and the reason, nothing of it is stored, and the next one is done', async () => {
    const { extract, save, store } = await start({ TASK_TIMEOUT: '1500', BODY_LIMIT: '3000000' })
    const slow = await extract(dense(3_000_000)).response
    expect([slow.status, slow.body.type]).toEqual([503, '/problems/task-limit'])
    expect(slow.body.detail).toContain('1500 ms')
    expect((await untilInTime(() => extract(sentence).response)).body.claims!.length).toBeGreaterThan(4)
    // with its Idempotency-Key: the same request may be sent again, and is no longer under way
    for (let i = 0; i < 2; i++) {
      const saved = await save(dense(3_000_000), { 'idempotency-key': 'a' })
      expect([saved.status, saved.body.type]).toEqual([503, '/problems/task-limit'])
    }
    expect(sqliteOf(store).prepare('SELECT count(*) FROM articles').pluck().get()).toBe(0)
    expect((await untilInTime(() => save(sentence))).status).toBe(201)
    expect(await checkStore(store, false)).toEqual([])
  })

  it('is given up too while it waits to write, and holds no lock afterwards', async () => {
    const { file, save, store } = await start({ TASK_TIMEOUT: '1500' })
    // so that the threads are there
    expect((await save(sentence)).status).toBe(201)
    const other = new Database(file)
    other.exec('BEGIN IMMEDIATE')
    const hindered = await save(`${sentence} It cost $5m.`)
    expect([hindered.status, hindered.body.type]).toEqual([503, '/problems/task-limit'])
    other.exec('COMMIT')
    other.close()
    expect((await save(`${sentence} It cost $6m.`)).status).toBe(201)
    expect(sqliteOf(store).prepare('SELECT count(*) FROM articles').pluck().get()).toBe(2)
    expect(await checkStore(store, false)).toEqual([])
  })
})

describe('whoever sends many texts', async () => {
  const text = dense(12_000)
  const { extract, save } = await start({ TASK_TIMEOUT: '0' })

  it('keeps no save waiting: it is done while texts still wait to be read', async () => {
    // so that the threads are there
    await save(sentence)
    let done = 0
    const all = Array.from({ length: 12 }, () => extract(text).response.finally(() => done++))
    expect((await save(`${sentence} It cost $5m.`)).status).toBe(201)
    expect(done).toBeLessThan(12)
    for (const { status } of await Promise.all(all)) expect(status).toBe(200)
  })

  it('keeps no other client waiting for all of them: clients take turns', async () => {
    // so that the thread is there
    await extract(sentence).response
    let done = 0
    const all = Array.from({ length: 12 }, () => extract(text, '127.0.0.2').response.finally(() => done++))
    await Promise.race(all)
    expect((await extract(sentence, '127.0.0.3').response).status).toBe(200)
    expect(done).toBeLessThan(6)
    await Promise.all(all)
  })

  it('may have twenty waiting, and what nobody waits for any more is dropped', async () => {
    const first = extract(dense(100_000))
    const waiting = Array.from({ length: 20 }, () => extract(sentence))
    // each is on a connection of its own: some come behind the next one
    const tooMany = await Promise.all(Array.from({ length: 3 }, () => extract(sentence).response))
    const refused = tooMany.find(({ status }) => status === 503)
    expect(refused?.body.type).toBe('/problems/busy')
    for (const { leave } of waiting) leave()
    // the service hears of it in a moment, long before it comes to their turn
    let next: Response
    do next = await extract(sentence).response
    while (next.status === 503)
    expect(next.status).toBe(200)
    expect((await first.response).status).toBe(200)
  })

  it('reaches the limit of bytes a minute, for itself alone', async () => {
    const { app, authorize } = await startServiceWith({ EXTRACT_LIMIT: '1000' })
    const post = (bytes: number, remoteAddress: string, headers: Record<string, string> = {}, url = '/v1/extract') =>
      app.inject({
        method: 'POST',
        url,
        remoteAddress,
        headers: { 'content-type': 'text/plain', ...headers },
        payload: dense(bytes),
      })
    expect((await post(600, '192.0.2.1')).statusCode).toBe(200)
    const refused = await post(600, '192.0.2.1')
    expect([refused.statusCode, refused.json().type]).toEqual([429, '/problems/rate-limited'])
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect((await post(600, '192.0.2.2')).statusCode).toBe(200)
    // what is stored by key is the operator's own
    const key = authorize('ingest')
    for (let i = 0; i < 3; i++) expect((await post(600 + i, '192.0.2.1', key, '/v1/articles')).statusCode).toBe(201)
  })
})

describe('a body that does not say its length', () => {
  it('counts all the same', async () => {
    const { app } = await startServiceWith({ EXTRACT_LIMIT: '1000' })
    await app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = app.server.address() as { port: number }
    const statuses: number[] = []
    for (let i = 0; i < 2; i++) {
      const sent = request({ port, path: '/v1/extract', method: 'POST', headers: { 'content-type': 'text/plain' } })
      sent.write(dense(300))
      sent.end(dense(300))
      const [response] = await once(sent, 'response')
      statuses.push(response.resume().statusCode)
    }
    expect(statuses).toEqual([200, 429])
  })
})
