import sql, { raw } from 'sql-template-tag'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { tryFeed } from '../../bench/torture/feed-trial.ts'
import { ingestArticle, walk } from '../../src/ingest.ts'
import { readConfig } from '../../src/model/config.ts'
import { createApp } from '../../src/serve/app.ts'
import { createTasks } from '../../src/serve/tasks.ts'
import { checkStore } from '../../src/store/check.ts'
import { claimIdempotencyKey } from '../../src/store/idempotency.ts'
import { openStore, type Store } from '../../src/store/open.ts'
import { saveArticle } from '../../src/store/save.ts'
import { dropDatabase, makeDatabase, startPostgres } from '../postgres.ts'
import { size } from '../size.ts'

const server = inject('postgres')
const now = '2024-03-02T08:00:00.000Z'
const record = (name: string, version = 0) =>
  ingestArticle(
    {
      text: `Exports of Norway rose by ${version + 4}% to $24bn last year, Mayor Ada Berg said. Plant ${name} sold ${version} ships.`,
      metadata: { url: `https://example.org/${name}`, publishedAt: '2024-03-01' },
    },
    now,
  )

describe.skipIf(!server)('a PostgreSQL server', async () => {
  if (!server) return
  const opened: Store[] = []
  const open = async (address: string) => {
    const store = await openStore(address)
    opened.push(store)
    return store
  }
  const databases: string[] = []
  const fresh = async () => {
    databases.push(await makeDatabase(server))
    return databases.at(-1)!
  }
  afterAll(async () => {
    for (const store of opened) await store.close()
    for (const address of databases) await dropDatabase(address)
  })

  it('is made ready by several services at the same moment', async () => {
    const address = await fresh()
    const stores = await Promise.all([1, 2, 3, 4].map(() => open(address)))
    expect(new Set(stores.map((store) => store.version().identity)).size).toBe(1)
  })

  it('gives an idempotency key to one of those who come at once', async () => {
    const address = await fresh()
    const stores = await Promise.all([1, 2, 3].map(() => open(address)))
    const outcomes = await Promise.all(
      stores.map((store) => claimIdempotencyKey(store, 'k', 'one', 'hash', Date.now())),
    )
    expect(outcomes.sort()).toEqual(['running', 'running', 'taken'])
  })

  it('takes texts and titles without a word', async () => {
    const store = await open(await fresh())
    await saveArticle(store, ingestArticle({ text: '!', metadata: { title: '…' } }, now))
    expect(await checkStore(store, false)).toEqual([])
  })

  it('takes no word and no value too long for it in half', async () => {
    const store = await open(await fresh())
    const long = 'x'.repeat(5000)
    const text = `${long} rose by 4% last year, Mayor Ada Berg said.`
    await saveArticle(store, ingestArticle({ text, metadata: {} }, now))
    const words = Array.from({ length: 30_000 }, (_, i) => `w${i.toString(36)}q`).join(' ')
    await saveArticle(store, ingestArticle({ text: `It cost $5m. ${words}.`, metadata: {} }, now))
    expect(await checkStore(store, false)).toEqual([])
  })
  it('says with 503 that all connections are in use, and that a query took too long', async () => {
    const store = await open(await fresh())
    await saveArticle(store, record('one'))
    const app = await createApp({
      store,
      tasks: createTasks(store, () => walk),
      config: readConfig({ RATE_LIMIT: '0', RESPONSE_CACHE: '0', QUERY_TIMEOUT: '2000' }),
    })
    const { id } = (await store.first<{ id: string }>(sql`select id from articles`))!
    const urls = [
      '/v1/claims',
      '/v1/articles?count=true',
      `/v1/articles/${id}`,
      '/v1/claims/facets?by=type',
      '/v1/actors',
    ]
    const ask = async (url: string) => {
      const { statusCode, headers, body } = await app.inject(url)
      return [url, statusCode, JSON.parse(body).type, headers['retry-after']]
    }
    const { promise: held, resolve: release } = Promise.withResolvers<void>()
    const { promise: locked, resolve: isLocked } = Promise.withResolvers<void>()
    const holding = store.write(async (tx) => {
      await tx.run(raw('lock table articles, claims, counters, actors in access exclusive mode'))
      isLocked()
      await held
    })
    await locked
    const all = (type: string, after: string) => urls.map((url) => [url, 503, `/problems/${type}`, after])
    expect(await Promise.all(urls.map(ask))).toEqual(all('query-timeout', '10'))
    const crowd = Array.from({ length: 300 }, (_, i) =>
      store.all(raw(`select pg_sleep(${i < 10 ? 1.5 : 0})`)).catch(({ type }) => type),
    )
    expect(await Promise.all(urls.map(ask))).toEqual(all('busy', '5'))
    release()
    await holding
    expect(new Set((await Promise.all(crowd)).filter((one) => typeof one === 'string'))).toEqual(new Set(['busy']))
    for (const url of urls) expect((await app.inject(url)).statusCode, url).toBe(200)
    await app.close()
  })
})

describe.skipIf(!server)('a PostgreSQL server that goes', () => {
  it('loses nothing of the feed under eight writers, one of which holds its transaction open and one of which dies in it', async () => {
    const own = await startPostgres()
    try {
      const address = await makeDatabase(own.address)
      const [writers, rounds] = [8, size(3, 60)]
      let begun = 0
      const { promise: halfway, resolve: isHalfway } = Promise.withResolvers<void>()
      const { lost, articles } = await tryFeed(
        address,
        writers,
        (round) => {
          if (++begun === (writers * rounds) / 2) isHalfway()
          return round < rounds
        },
        async () => {
          await halfway
          own.halt()
          own.resume()
        },
      )
      expect(lost).toEqual([])
      expect(articles).toBeGreaterThan(rounds * writers)
      const store = await openStore(address)
      expect(await checkStore(store, false)).toEqual([])
      await store.close()
    } finally {
      own.stop()
    }
  })
  it('is said to be gone with 503, in reading and writing, and used again when it is back; nothing is stored in part', async () => {
    const own = await startPostgres()
    const address = await makeDatabase(own.address)
    const store = await openStore(address)
    const app = await createApp({
      store,
      tasks: createTasks(store, () => walk),
      config: readConfig({ RATE_LIMIT: '0', RESPONSE_CACHE: '0' }),
    })
    try {
      await saveArticle(store, record('one'))
      expect((await app.inject('/v1/claims')).statusCode).toBe(200)
      own.halt()
      for (const url of ['/v1/claims', '/v1/articles?count=true', '/v1/changes', '/v1/claims/export', '/readyz']) {
        const { statusCode, headers, body } = await app.inject(url)
        expect([statusCode, JSON.parse(body).type], url).toEqual([503, '/problems/not-ready'])
        if (url !== '/readyz') expect(headers['retry-after'], url).toBe('5')
      }
      await expect(saveArticle(store, record('two'))).rejects.toMatchObject({ type: 'not-ready' })
      await expect(openStore(address)).rejects.toThrow(
        /^cannot use the database postgres:\/\/postgres@127.*cannot be reached$/,
      )
      own.resume()
      await expect.poll(async () => (await app.inject('/v1/claims')).statusCode).toBe(200)
      await saveArticle(store, record('two'))
      const { body } = await app.inject('/v1/articles?count=true')
      expect(JSON.parse(body).count.value).toBe(2)
      expect(await checkStore(store, false)).toEqual([])
    } finally {
      await app.close()
      await store.close()
      own.stop()
    }
  })
})
