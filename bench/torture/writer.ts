// Loads, reloads, deletes and reviews without end, saying before each what it begins and behind it that it is done. Killed by kill.ts.
import { readFileSync, writeSync } from 'node:fs'
import type { ArticleRecord } from '../../src/model/article.ts'
import { openStore } from '../../src/store/open.ts'
import { reviewClaim } from '../../src/store/review-claim.ts'
import { deleteArticle, saveArticles } from '../../src/store/save.ts'
import { sqliteOf } from '../../src/store/sqlite/store.ts'

/** What is done to the database; `n` is the number of an article, `version` that of its text. */
export type Operation =
  | {
      readonly kind: 'save'
      readonly articles: readonly {
        readonly n: number
        readonly id: string
        readonly hash: string
        readonly claims: number
      }[]
    }
  | { readonly kind: 'delete'; readonly id: string }
  | { readonly kind: 'review'; readonly claimId: string; readonly hash: string; readonly note: string }

const [file, articles, seed] = process.argv.slice(2) as [string, string, string]
let state = Number(seed)
/** A number below a bound (an LCG: the same for the same seed). */
const random = (bound: number) => {
  state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
  return Math.floor((state / 0x7fffffff) * bound) % bound
}
const at = '2024-03-02T08:00:00.000Z'
const records = JSON.parse(readFileSync(articles, 'utf8')) as ArticleRecord[]
const store = await openStore(file)

async function run(operation: Operation, work: () => Promise<unknown>): Promise<void> {
  writeSync(1, `begin ${JSON.stringify(operation)}\n`)
  await work()
  writeSync(1, 'done\n')
}

for (let turn = 0; ; turn++) {
  const kind = random(10)
  if (kind < 6) {
    // a load of new articles, or of other texts under the addresses of those that are there
    const chosen = Array.from({ length: 1 + random(6) }, () => {
      const record = records[random(records.length)]!
      const ending = random(3)
      // the text as it was, or another one, which is another article under the same address
      return ending === 0
        ? record
        : {
            ...record,
            text: `${record.text} ${ending}`,
            textHash: `${record.textHash.slice(0, -1)}${ending}`,
            length: record.length + 2,
          }
    })
    const unique = [...new Map(chosen.map((record) => [record.id, record])).values()]
    await run(
      {
        kind: 'save',
        articles: unique.map(({ id, textHash, claims }) => ({ n: 0, id, hash: textHash, claims: claims.length })),
      },
      () => saveArticles(store, unique),
    )
  } else if (kind < 8) {
    const { id } = records[random(records.length)]!
    await run({ kind: 'delete', id }, () => deleteArticle(store, id, at))
  } else {
    const row = sqliteOf(store)
      .prepare(
        'SELECT claims.id, text_hash AS hash FROM claims JOIN articles ON articles.seq = article WHERE claims.seq >= ? LIMIT 1',
      )
      .get(random(5000)) as { id: string; hash: string } | undefined
    if (!row) continue
    const note = `${seed}-${turn}`
    await run({ kind: 'review', claimId: row.id, hash: row.hash, note }, () =>
      reviewClaim(
        store,
        row.id,
        { review: random(2) ? 'rejected' : 'confirmed', note },
        { name: 'tester', keyId: 'k', at },
        () => {},
      ),
    )
  }
}
