// Eight write to a PostgreSQL server for ten minutes while two follow its feed; one holds its transactions open, one dies in them, and the server is
// cut off each minute: nothing may be lost.
import { setTimeout as sleep } from 'node:timers/promises'
import { checkStore } from '../../src/store/check.ts'
import { openStore } from '../../src/store/open.ts'
import { makeDatabase, startPostgres } from '../../test/postgres.ts'
import { tryFeed } from './feed-trial.ts'

const seconds = Number(process.env.FEED_SECONDS ?? 600)
const writers = 8
const server = await startPostgres({ durable: true })
try {
  const address = await makeDatabase(server.address)
  const end = Date.now() + seconds * 1000
  let cuts = 0
  const { lost, articles, changes } = await tryFeed(
    address,
    writers,
    () => Date.now() < end,
    async () => {
      for (;;) {
        await sleep(Math.min(60_000, seconds * 250))
        if (Date.now() > end - 5000) return
        server.halt()
        await sleep(500)
        server.resume()
        cuts++
      }
    },
  )
  const store = await openStore(address)
  const wrong = await checkStore(store, false)
  await store.close()
  console.log(
    `${writers} writers, ${seconds} s, ${cuts} cuts: ${articles} articles, ${changes} changes seen, ${lost.length} lost, ${wrong.length} findings of the check`,
  )
  for (const line of [...lost, ...wrong.map(({ what }) => what)].slice(0, 20)) console.log(`  ${line}`)
  process.exitCode = lost.length + wrong.length > 0 ? 1 : 0
} finally {
  server.stop()
}
