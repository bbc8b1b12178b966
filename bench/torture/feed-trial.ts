import { setTimeout as sleep } from 'node:timers/promises'
import sql from 'sql-template-tag'
import { ingestArticle } from '../../src/ingest.ts'
import { listChanges } from '../../src/query/changes.ts'
import { openStore, type Store } from '../../src/store/open.ts'
import { deleteArticle, saveArticles } from '../../src/store/save.ts'

// Many write to one PostgreSQL server while others follow its feed: what these have seen at the end has to be what is stored.

const now = '2024-03-02T08:00:00.000Z'
/** An article with names and figures that all have, under addresses that are given. */
const record = (name: string, version: number) =>
  ingestArticle(
    {
      text: `Exports of Norway rose by ${version + 4}% to $24bn last year, Mayor Ada Berg said. Plant ${name} sold ${version} ships.`,
      metadata: { url: `https://example.org/${name}`, publishedAt: '2024-03-01' },
    },
    now,
  )

/** What a follower knows of articles: their texts' hashes, '' for one that was deleted. */
type Mirror = Map<string, string>
export type FeedTrial = {
  /** What the followers missed, or took for what it is not: one line each. */
  readonly lost: string[]
  readonly articles: number
  readonly changes: number
}

/** Does something again while the server is away. */
async function persist<T>(run: () => Promise<T>): Promise<T> {
  for (;;)
    try {
      return await run()
    } catch (error) {
      if ((error as { type?: string }).type !== 'not-ready') throw error
      await sleep(50)
    }
}

/**
 * @param address of an empty database
 * @param writers how many write at a time, each with connections of its own
 * @param mayGoOn asked before each round of a writer
 * @param restart called in the middle, for a server that goes and comes back
 */
export async function tryFeed(
  address: string,
  writers: number,
  mayGoOn: (round: number) => boolean,
  restart: () => Promise<void> = async () => {},
): Promise<FeedTrial> {
  const stores = await Promise.all(Array.from({ length: writers }, () => openStore(address)))
  const readers = await Promise.all([openStore(address), openStore(address)])
  readers[0]!.serve(0)
  // one of them loads, and leaves to others what follows
  stores[2]?.defer()
  let left = writers
  let changes = 0
  try {
    const work = stores.map(async (store, w) => {
      for (let i = 0; mayGoOn(i); i++) {
        // addresses that several writers have, too, some of them again and again
        const shared = i % 3 === 0 ? `shared-${i}` : i % 3 === 1 ? `again-${i % 7}` : `${w}-${i}`
        await persist(() => saveArticles(store, [record(shared, i % 2 ? w : i), record(`${w}-more-${i}`, i)]))
        if (i % 4 === 3) await persist(() => deleteArticle(store, record(`${w}-more-${i - 1}`, i - 1).id, now))
        if (w === 0 && i % 10 === 2) await persist(() => hold(store))
        if (w === 1 && i % 10 === 2) await die(store)
      }
      left--
    })
    const follow = async (reader: Store): Promise<Mirror> => {
      const mirror: Mirror = new Map()
      let after: string | undefined
      const step = async () => {
        const page = await persist(() =>
          listChanges(reader, { ...(after !== undefined && { after }), limit: 7, expand: ['article'] }),
        )
        after = page.next
        changes += page.items.length
        for (const { id, article } of page.items) mirror.set(id, article?.textHash ?? '')
        return page.more
      }
      while (left > 0) if (!(await step())) await sleep(5)
      while (await step());
      return mirror
    }
    const following = readers.map(follow)
    await Promise.all([...work, restart()])
    const mirrors = await Promise.all(following)
    // the server may have been cut off behind the last that was written
    const rows = await persist(() =>
      readers[0]!.all<{ id: string; text_hash: string }>(sql`select id, text_hash from articles`),
    )
    const stored = new Map(rows.map((row) => [row.id, row.text_hash]))
    return { lost: mirrors.flatMap((mirror) => compare(mirror, stored)), articles: stored.size, changes }
  } finally {
    for (const store of [...stores, ...readers]) await store.close()
  }
}

function compare(mirror: Mirror, stored: ReadonlyMap<string, string>): string[] {
  const wrong = [...stored]
    .filter(([id, hash]) => mirror.get(id) !== hash)
    .map(([id]) => `${id} is not as it is stored`)
  const gone = [...mirror].filter(([id, hash]) => hash !== '' && !stored.has(id)).map(([id]) => `${id} is deleted`)
  return [...wrong, ...gone]
}

/** Holds a transaction with a number open, while others go on. */
const hold = (store: Store) =>
  store.write(async (tx) => {
    await tx.raise()
    await sleep(400)
  })

/** Dies in the middle of a transaction. */
async function die(store: Store): Promise<void> {
  const killed = store.write(async (tx) => {
    await tx.raise()
    await tx.run(sql`delete from changes`)
    await tx.run(sql`select pg_terminate_backend(pg_backend_pid())`)
  })
  await killed.then(
    () => {
      throw new Error('a transaction that was killed says that it has ended well')
    },
    (error) => {
      if (error.type !== 'not-ready') throw error
    },
  )
}
