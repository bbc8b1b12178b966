import sql from 'sql-template-tag'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { ingestArticle, walk } from '../../src/ingest.ts'
import { readConfig } from '../../src/model/config.ts'
import { createApp } from '../../src/serve/app.ts'
import { createTasks } from '../../src/serve/tasks.ts'
import { openStore } from '../../src/store/open.ts'
import { saveArticle } from '../../src/store/save.ts'
import { makeDatabase, startPostgres } from '../postgres.ts'

const server = inject('postgres')
const record = (name: string) =>
  ingestArticle(
    { text: `Exports of ${name} rose by 4%, Mayor Ada Berg said.`, metadata: { url: `https://example.org/${name}` } },
    '2024-03-02T08:00:00.000Z',
  )
const patient = { timeout: 60_000, interval: 50 }

describe.skipIf(!server)('a standby that reads go to', { timeout: 300_000 }, async () => {
  if (!server) return
  const primary = await startPostgres()
  const address = await makeDatabase(primary.address)
  const standby = await primary.startStandby()
  const there = new URL(standby.address)
  there.pathname = new URL(address).pathname
  const [store, other] = [await openStore(address, there.toString()), await openStore(address)]
  const onStandby = await openPlain(there.toString())
  const app = await createApp({
    store,
    tasks: createTasks(store, () => walk),
    config: readConfig({ RATE_LIMIT: '0', RESPONSE_CACHE: '0' }),
  })
  afterAll(async () => {
    await app.close()
    for (const one of [store, other]) await one.close()
    await onStandby.end()
    standby.stop()
    primary.stop()
  })

  const reads = async () => (await store.first<{ is: boolean }>(sql`select pg_is_in_recovery() as is`))!.is
  const isThere = () => expect.poll(reads, patient).toBe(true)
  const get = async (url: string, headers = {}) => {
    const { statusCode, headers: answered, body } = await app.inject({ url, headers })
    return { status: statusCode, etag: String(answered.etag), json: body ? JSON.parse(body) : undefined, answered }
  }
  const count = async () => (await get('/v1/articles?count=true')).json.count.value

  it('is read from when it follows; what was written here is seen at once, though it is not there yet', async () => {
    await isThere()
    await saveArticle(store, record('Norway'))
    expect(await count()).toBe(1)
    await isThere()
    expect((await get('/readyz')).json.standby).toMatchObject({ status: 'following' })

    await onStandby.unsafe('select pg_wal_replay_pause()')
    const before = await get('/v1/articles')
    const cursor = (await get('/v1/changes')).json.next
    await saveArticle(other, record('Chile'))
    await expect.poll(async () => (await get('/readyz')).json.standby.lagSeconds, patient).toBeGreaterThan(0)
    // what others have written comes when it is there: nothing says that it is
    expect(await reads()).toBe(true)
    expect(await count()).toBe(1)
    expect((await get('/v1/articles', { 'if-none-match': before.etag })).status).toBe(304)
    expect((await get(`/v1/changes?after=${cursor}`)).json.items).toEqual([])

    await saveArticle(store, record('Ghana'))
    expect(await reads()).toBe(false)
    expect(await count()).toBe(3)
    expect((await get('/v1/articles', { 'if-none-match': before.etag })).status).toBe(200)
    expect((await get(`/v1/changes?after=${cursor}`)).json.items).toHaveLength(2)
    expect((await app.inject('/v1/claims/export')).body.split('\n')).toHaveLength(
      (await get('/v1/claims?section=body')).json.items.length + 2,
    )

    await onStandby.unsafe('select pg_wal_replay_resume()')
    await isThere()
    expect(await count()).toBe(3)
    expect((await get(`/v1/changes?after=${cursor}`)).json.items).toHaveLength(2)
  })

  it('answers while the primary is away, and the primary while it is', async () => {
    await isThere()
    primary.halt()
    for (const url of ['/v1/articles', '/v1/claims?q=exports', '/v1/changes', '/readyz'])
      expect((await get(url)).status, url).toBe(200)
    await expect(saveArticle(store, record('Peru'))).rejects.toMatchObject({ type: 'not-ready' })
    primary.resume()
    await expect.poll(() => saveArticle(store, record('Peru')).catch(() => undefined), patient).toBeDefined()
    expect(await count()).toBe(4)
    await isThere()

    standby.halt()
    expect(await count()).toBe(4)
    expect((await get('/readyz')).json).toMatchObject({ status: 'ok', standby: { status: 'unreachable' } })
    primary.halt()
    const { status, json, answered } = await get('/v1/articles')
    expect([status, json.type, answered['retry-after']]).toEqual([503, '/problems/not-ready', '5'])
    primary.resume()
    standby.resume()
    await isThere()
    expect(await count()).toBe(4)
  })

  it('is refused where it is none that can be', async () => {
    await expect(openStore(':memory:', address)).rejects.toThrow(/READ_DATABASE_URL/)
  })
})

/** A connection that asks what no store asks. */
async function openPlain(address: string) {
  const { default: driver } = await import('postgres')
  return driver(address, { max: 1, onnotice: () => {} })
}
