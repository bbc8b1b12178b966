// How right the fields of figures are: measure, subject, change, period, baseline, speaker, modality.
//   npm run eval:figures -- FOLDER     suites with every field annotated: FOLDER/suites/*binding.jsonl, scored by FOLDER/score-binding.mjs

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { extractClaims } from '../src/ingest.ts'

type Doc = { id: string; suite: string; text: string; reference?: string }
type Scorer = {
  scoreBinding(docs: readonly Doc[], found: ReadonlyMap<string, readonly object[]>): object
  tableOf(suite: string, scores: object): string
}

const folder = resolve(process.argv[2] ?? '.')
const scorer = join(folder, 'score-binding.mjs')
if (!existsSync(scorer)) {
  console.error(`${folder} holds no suites of figures: score-binding.mjs is not in it.`)
  process.exit(2)
}
const { scoreBinding, tableOf } = (await import(pathToFileURL(scorer).href)) as Scorer
for (const file of readdirSync(join(folder, 'suites')).filter((name) => name.endsWith('binding.jsonl'))) {
  const docs = readFileSync(join(folder, 'suites', file), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Doc)
  const found = new Map(
    docs.map(({ id, text, reference }) => [id, extractClaims(text, { publishedAt: reference }).claims] as const),
  )
  console.log(tableOf(file.replace('.jsonl', ''), scoreBinding(docs, found)))
}
