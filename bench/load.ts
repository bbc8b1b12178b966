// How many articles a second go from disk to searchable claims, with no worker, one, and more, beside what one core can extract?
//   npm run bench:load            10,000 articles of 5 KB (some minutes)
//   npm run bench:load -- 1000    as many as you like
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { SingleBar } from 'cli-progress'
import { loadPaths } from '../src/cli/load-paths.ts'
import type { Reporter } from '../src/cli/load-reporter.ts'
import { ingestArticle } from '../src/ingest.ts'
import { openStore } from '../src/store/open.ts'
import { makeTexts } from './database.ts'

const count = Number(process.argv[2] ?? 10_000)
const size = 5_000

function writeArticles(folder: string): string[] {
  const texts = makeTexts(count, size)
  for (const [i, text] of texts.entries()) {
    writeFileSync(join(folder, `${i}.txt`), text)
    writeFileSync(
      join(folder, `${i}.json`),
      JSON.stringify({ url: `https://example.org/${i}`, publishedAt: '2024-03-01' }),
    )
  }
  return texts
}

function quietReporter(label: string): Reporter {
  const bar = new SingleBar({ format: `${label} {bar} {percentage}% | {eta_formatted} left`, clearOnComplete: true })
  return {
    start: (bytes) => bar.start(bytes, 0),
    moved: (bytes) => bar.update(bytes),
    done() {},
    failed: (name, reason) => console.error(`${name}: ${reason}`),
    warn: (name, what) => console.error(`${name}: ${what}`),
    end: () => bar.stop(),
  }
}

const folder = mkdtempSync(join(tmpdir(), 'article-facts-bench-'))
const articles = join(folder, 'articles')
mkdirSync(articles)
const texts = writeArticles(articles)

// the limit of one core: the walk alone, nothing read or saved, warm
const sample = texts.slice(0, 1500)
for (const text of sample.slice(0, 300)) ingestArticle({ text, metadata: { publishedAt: '2024-03-01' } }, 'now')
const begun = performance.now()
for (const text of sample) ingestArticle({ text, metadata: { publishedAt: '2024-03-01' } }, 'now')
const limit = (1000 * sample.length) / (performance.now() - begun)
console.log(`${count} articles of ${size / 1000} KB; the walk alone, one core: ${limit.toFixed(0)} articles/s\n`)

for (let workers = 0; workers <= availableParallelism(); workers++) {
  const file = join(folder, `${workers}.db`)
  const store = await openStore(file)
  const start = performance.now()
  const { added, claims } = await loadPaths(store, [articles], quietReporter(`${workers} workers`), workers)
  const rate = (1000 * added) / (performance.now() - start)
  await store.close()
  console.log(
    `${workers === 0 ? 'no worker ' : `${workers} worker${workers === 1 ? ' ' : 's'}`}  ${rate.toFixed(0).padStart(4)} articles/s, ${(rate / limit).toFixed(2)} of one core's walk; ${claims} claims, ${(statSync(file).size / 1e6).toFixed(0)} MB`,
  )
  rmSync(file)
}
rmSync(folder, { recursive: true })
