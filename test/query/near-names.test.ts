import sql from 'sql-template-tag'
import { expect, it } from 'vitest'
import { startService } from '../serve/service.ts'

const { get, store } = await startService()
// more names than are gathered, every third of them with the beginning that is asked for
const count = 4500
await store.write(async (tx) => {
  const article = (await tx.first<{ seq: number }>(sql`select seq from articles limit 1`))!.seq
  const some = Array.from({ length: count }, (_, i) => ({
    id: `act_${String(i).padStart(16, '0')}`,
    name: `${i % 3 ? 'Berg' : 'Öland'} ${i}`,
    mentions: (i * 7919) % 1009,
  }))
  await tx.insert(
    'actors',
    some.map(({ id, name, mentions }) => ({
      id,
      kind: name.startsWith('B') ? 'person' : 'place',
      name,
      mention_count: mentions,
      article_count: 1,
    })),
  )
  await tx.insert(
    'actor_aliases',
    some.map(({ id, name }) => ({ actor_id: id, alias: name.toLowerCase(), article })),
  )
})

it.each([
  ['name__prefix=öland'],
  ['name__prefix=Berg'],
  ['name__prefix=Berg&kind=person'],
  ['name__prefix=Berg&kind=place'],
])('actors by the beginning of a name that many have come in their order, each once: %s', async (query) => {
  const beginning = query.startsWith('name__prefix=B') ? 'Berg' : 'Öland'
  const rows = query.endsWith('place')
    ? []
    : await store.all<{ id: string }>(
        sql`select id from actors where name >= ${beginning} and name < ${`${beginning}~`} order by mention_count desc, id desc`,
      )
  const ids: string[] = []
  for (let next: string | null = ''; next !== null; ) {
    const { status, body } = await get(`/v1/actors?${encodeURI(query)}&limit=200${next && `&after=${next}`}`)
    expect(status).toBe(200)
    ids.push(...body.items.map(({ id }: { id: string }) => id))
    next = body.next
  }
  expect(ids).toEqual(rows.map(({ id }) => id))
})
