import driver from 'postgres'
import sql, { type Sql } from 'sql-template-tag'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { ordersOf } from '../../src/query/orders.ts'
import { openStore } from '../../src/store/open.ts'
import { dropDatabase, listWorkers, makeDatabase } from '../postgres.ts'
import { startService } from '../serve/service.ts'

// What is Citus's alone. All the other tests of this project run on it too where CITUS_URL names a coordinator.

const server = inject('postgres')
const isCluster = Boolean(server && process.env.CITUS_URL)
const page = 3

describe.skipIf(!isCluster)('articles over several servers', async () => {
  if (!isCluster) return
  const { store, file, get } = await startService()
  const admin = driver(file, { max: 1, onnotice: () => {} })
  afterAll(() => admin.end())

  /** The plans of the queries that a request runs, and the cursor behind it. */
  async function plansOf(url: string): Promise<{ plans: string[]; next: string | null }> {
    const ran: Sql[] = []
    const { bounded } = store
    Object.assign(store, {
      bounded: (query: Sql) => {
        ran.push(query)
        return bounded(query)
      },
    })
    let next: string | null
    try {
      const { status, body } = await get(url)
      expect(status, JSON.stringify(body)).toBe(200)
      next = body.next
    } finally {
      Object.assign(store, { bounded })
    }
    const plans: string[] = []
    for (const query of ran) {
      const lines = await store.all<Record<string, string>>(sql`explain (verbose, costs off) ${query}`)
      plans.push(lines.map((line) => Object.values(line)[0]).join('\n'))
    }
    return { plans, next }
  }

  it('lie side by side with all that belongs to them', async () => {
    const groups = await admin<{ tables: string[] }[]>`
      select array_agg(logicalrelid::text order by 1) as tables from pg_dist_partition group by colocationid order by count(*) desc`
    expect(groups.map(({ tables }) => tables.length)).toEqual([13, 1])
    expect(groups[1]!.tables).toEqual(['places'])
  })

  const types = ['figure', 'date', 'quote'] as const
  it.each([
    ...ordersOf(undefined).flatMap((order) => (order === 'relevance' ? [] : [`/v1/claims?order=${order}`])),
    ...types.flatMap((type) =>
      ordersOf(type).flatMap((order) => (order === 'relevance' ? [] : [`/v1/${type}s?order=${order}`])),
    ),
    ...['number', '-date'].map((order) => `/v1/figures?order=${order}&unit=percent&number__gte=1&number__lt=90`),
    ...['position', 'published', '-published'].flatMap((order) =>
      [
        'publication=The+Diplomat',
        'author=Clerk',
        'language=en',
        'language=en-GB&author=Clerk',
        'q=trade',
        'actor=China',
      ].map((filter) => `/v1/claims?order=${order}&${filter}`),
    ),
    '/v1/claims?q=trade&order=relevance',
    '/v1/claims?q=trade&actor=China&section=any&review=any',
    '/v1/figures?actor=China&number__gte=5&unit=percent',
    '/v1/figures?subject=China&subject=Kazakhstan',
    '/v1/figures?measure=trade&from=2020&to=2023',
    '/v1/quotes?source=Tokayev',
    '/v1/quotes?cue=said&order=-published',
    '/v1/dates?iso__prefix=2022',
    '/v1/claims?review=confirmed',
    '/v1/articles?order=title',
    '/v1/articles?order=loaded',
    '/v1/articles?order=-published&publication=The+Diplomat',
    '/v1/articles?q=trade',
    '/v1/articles?q=trade&order=relevance',
    '/v1/articles?author=Clerk',
    '/v1/check-worthy',
    '/v1/check-worthy?checked=false&order=position',
  ])('%s asks no server for more than a page', async (url) => {
    const address = `${url}${url.includes('?') ? '&' : '?'}limit=${page}`
    const first = await plansOf(address)
    const behind = first.next === null ? [] : (await plansOf(`${address}&after=${first.next}`)).plans
    expect(first.plans.length).toBeGreaterThan(0)
    for (const plan of [...first.plans, ...behind]) {
      // what is sent to the servers: who goes by a name, and a page
      const sent = [...plan.matchAll(/^ *Query: (.*)$/gm)].map(([, query]) => query!)
      expect(sent.length).toBeGreaterThan(0)
      for (const query of sent)
        expect(query).toMatch(
          new RegExp(`^SELECT (?:unnest|DISTINCT actor_id)|LIMIT '?[1-${page + 1}]'?(?:::bigint)?$`),
        )
    }
  })

  it('are found by their ids and those of their claims at two servers, each asked alone', async () => {
    const [claim] = (await get('/v1/claims?limit=1')).body.items
    for (const query of [
      sql`select article from places where bucket = ${Number.parseInt(claim.id.slice(4, 8), 16)} and key = any(${[claim.id]})`,
      sql`select json from claims where id = ${claim.id} and article = ${0}`,
    ]) {
      const lines = await store.all<Record<string, string>>(sql`explain (costs off) ${query}`)
      expect(lines.map((line) => Object.values(line)[0]).join('\n')).toContain('Task Count: 1')
    }
    expect((await get(`/v1/claims/${claim.id}`)).body).toEqual(claim)
  })

  it('are seen when everything has been ended that the coordinator had decided before it was started anew', async () => {
    const [worker] = await listWorkers(file)
    const other = driver(worker!, { max: 1, onnotice: () => {} })
    const name = 'citus_0_1_1_1'
    await other.unsafe('create table decided (number int)')
    await other.unsafe(`begin; insert into decided values (1); prepare transaction '${name}'`)
    const { port } = new URL(worker!)
    await admin`
      insert into pg_dist_transaction (groupid, gid) select groupid, ${name} from pg_dist_node where nodeport = ${Number(port)}`
    await admin`update recovered set started = '-infinity'`
    await store.refresh()
    expect(await other`select number from decided`).toEqual([{ number: 1 }])
    expect(await admin`select 1 from pg_dist_transaction where gid = ${name}`).toEqual([])
    await other.end()
  })
})

describe.skipIf(!isCluster)('a database that gets the extension after its tables', () => {
  it('is refused with the way out', async () => {
    const address = await makeDatabase(server!)
    const admin = driver(address, { max: 1, onnotice: () => {} })
    await admin.unsafe('drop extension citus cascade')
    await (await openStore(address)).close()
    await admin.unsafe('create extension citus')
    await admin.end()
    await expect(openStore(address)).rejects.toThrow('it got the extension citus after its tables')
    await dropDatabase(address)
  })
})
