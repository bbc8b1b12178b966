import fc from 'fast-check'
import { raw } from 'sql-template-tag'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { ingestArticle } from '../../src/ingest.ts'
import { checkStore } from '../../src/store/check.ts'
import { findFetched, listDue, noteFetched } from '../../src/store/fetched.ts'
import { openStore, type Store } from '../../src/store/open.ts'
import { clearProgress, readProgress, saveProgress } from '../../src/store/progress.ts'
import { reviewClaim } from '../../src/store/review-claim.ts'
import { deleteArticle, saveArticles } from '../../src/store/save.ts'
import { dropDatabase, makeDatabase } from '../postgres.ts'
import { size } from '../size.ts'

// What is stored does not depend on the engine: neither what follows at once, on SQLite, nor what is rolled up.

const server = inject('postgres')
const at = '2024-03-02T08:00:00.000Z'
const places = ['Norway', 'Chile', 'Ghana', 'Peru']
const record = (name: number, version: number) =>
  ingestArticle(
    {
      text: `Exports of ${places[version % 4]} rose by ${version + 4}% to $24bn last year, Mayor Ada Berg said. “We sold ${name % 2} ships and are proud of that,” Luis Rojas told reporters.`,
      metadata: { url: `https://example.org/${name}`, publishedAt: '2024-03-01', publication: `Wire ${name}` },
    },
    at,
  )

type Step =
  | { readonly do: 'save'; readonly articles: readonly (readonly [name: number, version: number])[] }
  | { readonly do: 'delete'; readonly name: number }
  | { readonly do: 'review'; readonly name: number; readonly claim: number; readonly reject: boolean }

const name = fc.nat(5)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('save' as const),
      articles: fc.array(fc.tuple(name, fc.nat(5)), { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete' as const), name }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('review' as const), name, claim: fc.nat(6), reject: fc.boolean() }),
  },
)

async function take(store: Store, steps: readonly Step[]): Promise<unknown[]> {
  const outcomes: unknown[] = []
  for (const one of steps)
    if (one.do === 'save')
      outcomes.push(
        await saveArticles(
          store,
          one.articles.map(([of, version]) => record(of, version)),
        ),
      )
    else if (one.do === 'delete') outcomes.push(await deleteArticle(store, record(one.name, 0).id, at))
    else {
      const claim = record(one.name, 0).claims[one.claim]!
      const review = one.reject ? 'rejected' : 'confirmed'
      outcomes.push(await reviewClaim(store, claim.id, { review }, { name: 'Ada', keyId: 'k', at }, () => {}))
    }
  return JSON.parse(JSON.stringify(outcomes, (key, value) => (key === 'version' ? undefined : value)))
}

const tables = {
  articles: 'select id, text_hash, actor_count, figure_count, checked_count from articles order by id',
  claims: 'select id, json, review from claims order by id',
  actors: 'select * from actors order by id',
  aliases: 'select actor_id, alias from actor_aliases order by actor_id, alias',
  counters: 'select facet, type, value, count from counters order by 1, 2, 3',
  changes: 'select kind, id, deleted from changes order by sequence',
}
const linksOf = ({ dialect }: Store) =>
  `select actor_id, claims.id, relation from claim_actors join claims on ${dialect.sameClaim('claim_actors.claim', 'claims.seq')} order by 1, 2, 3`
const contents = async (store: Store) =>
  Object.fromEntries(
    await Promise.all(
      Object.entries({ ...tables, links: linksOf(store) }).map(async ([table, query]) => [
        table,
        await store.all(raw(query)),
      ]),
    ),
  )

describe.skipIf(!server)('what PostgreSQL stores', async () => {
  if (!server) return
  const opened: { store: Store; address: string }[] = []
  const open = async () => {
    const address = await makeDatabase(server)
    const store = await openStore(address)
    opened.push({ store, address })
    return store
  }
  afterAll(async () => {
    for (const { store, address } of opened) {
      await store.close()
      await dropDatabase(address)
    }
  })

  it('is what SQLite stores after any history, and what a check would make of it', async () => {
    const postgres = await open()
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const sqlite = await openStore(':memory:')
        const ids = await postgres.all<{ id: string }>(raw('select id from articles'))
        for (const { id } of ids) await deleteArticle(postgres, id, at)
        await postgres.write(async (tx) => {
          for (const table of ['reviews', 'changes']) await tx.run(raw(`delete from ${table}`))
        })
        expect(await take(postgres, steps)).toEqual(await take(sqlite, steps))
        expect(await contents(postgres)).toEqual(await contents(sqlite))
        expect(await checkStore(postgres, false)).toEqual([])
        await sqlite.close()
      }),
      { numRuns: size(4, 40) },
    )
  })

  it('is counted a moment later where much is loaded, and by the end of it', async () => {
    const [loader, reader] = [await open(), opened.at(-1)!.address]
    loader.defer()
    const counted = async (store: Store) =>
      (await store.all<{ name: string; mention_count: number }>(raw('select name, mention_count from actors'))).find(
        (actor) => actor.name === 'Ada Berg',
      )?.mention_count
    for (const i of [0, 1, 2]) await saveArticles(loader, [record(i, i)])
    await expect.poll(() => counted(loader), { timeout: 30_000 }).toBe(3)
    const other = await openStore(reader)
    other.defer()
    await saveArticles(other, [record(3, 3)])
    await other.close()
    expect(await counted(loader)).toBe(4)
    expect(await checkStore(loader, false)).toEqual([])
  })

  it('is found damaged, and mended', async () => {
    const store = await open()
    await saveArticles(
      store,
      [0, 1, 2].map((of) => record(of, of)),
    )
    const damages: [damage: string, found: RegExp][] = [
      ['update articles set figure_count = 9', /counted wrong/],
      [`update claims set words = ''`, /claims_by_words/],
      [`delete from actors where name = 'Norway'`, /rows of actors/],
      ['update actors set mention_count = 99', /rows of actors/],
      [`update claim_actors set actor_id = 'act_0' where relation = 'source'`, /claim_actors/],
      [`update counters set count = count + 1 where facet = 'unit'`, /counters/],
      [`insert into counter_changes values ('unit', '', 'furlong', 3)`, /counters/],
      [`delete from changes where kind = 'article'`, /missing from the changes/],
    ]
    for (const [damage] of damages) await store.write((tx) => tx.run(raw(damage)))
    const lines = (await checkStore(store, false)).map(({ what }) => what)
    for (const [, found] of damages) expect(lines.some((line) => found.test(line))).toBe(true)
    expect((await checkStore(store, true)).every(({ repaired }) => repaired)).toBe(true)
    expect(await checkStore(store, false)).toEqual([])
  })

  it('has what is known of archives and of addresses that were fetched', async () => {
    const store = await open()
    const archive = { path: '/data/a.warc.gz', size: 1234 }
    await store.write((tx) => saveProgress(tx, archive, 100))
    await store.write((tx) => saveProgress(tx, archive, 2 ** 40))
    expect(await readProgress(store, archive)).toBe(2 ** 40)
    expect(await readProgress(store, { ...archive, size: 1 })).toBe(0)
    await store.write((tx) => clearProgress(tx, archive))
    expect(await readProgress(store, archive)).toBe(0)
    const visit = { address: 'https://example.org/1', foundIn: 'https://example.org/feed', checkedAt: at, failures: 1 }
    const failed = { ...visit, nextTry: '2024-03-02T09:00:00.000Z', reason: 'responds with 404' }
    await store.write((tx) => noteFetched(tx, failed))
    expect(await listDue(store, visit.foundIn, at, 10)).toEqual([])
    expect(await listDue(store, visit.foundIn, '2024-03-02T09:00:00.000Z', 10)).toMatchObject([failed])
    const { foundIn: _, ...again } = { ...visit, failures: 0, etag: '"a"', article: 'art_1' }
    await store.write((tx) => noteFetched(tx, again))
    expect(await findFetched(store, visit.address)).toMatchObject({ ...again, foundIn: visit.foundIn })
    expect(await listDue(store, visit.foundIn, '2025-01-01T00:00:00.000Z', 10)).toEqual([])
  })
})
