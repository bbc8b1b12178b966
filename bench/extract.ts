// How fast are figures and dates read, beside chrono (which reads dates only) on the same texts in the same run, and does the time grow
// with the text alone? `npm run bench`.
import { readdirSync, readFileSync } from 'node:fs'
import * as chrono from 'chrono-node'
import { findDates } from '../src/extract/date/index.ts'
import { findFigures } from '../src/extract/figure/index.ts'
import { extractClaims } from '../src/ingest.ts'
import { anchorDates } from '../src/resolve/anchor-dates.ts'
import { dropOverlaps } from '../src/resolve/overlaps.ts'
import { segmentText } from '../src/segment/index.ts'
import { tokenize } from '../src/text/tokens.ts'

const rounds = 7
const publishedAt = '2023-05-27'
const reference = new Date(`${publishedAt}T12:00:00Z`)

/** News: the seed article, and the gold sentences as paragraphs. */
function readTexts(): string[] {
  const seeds = new URL('../seeds/', import.meta.url)
  const gold = new URL('../test/gold/', import.meta.url)
  const articles = readdirSync(seeds)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => readFileSync(new URL(file, seeds), 'utf8'))
  const sentences = readdirSync(gold).map((file) =>
    readFileSync(new URL(file, gold), 'utf8')
      .replace(/\{([^|}]*)\|[^}]*\}/g, '$1')
      .replaceAll('\n', '\n\n'),
  )
  return [...articles, ...sentences]
}

/** Figures and dates with their values, without actors and quotes. */
function readFiguresAndDates(text: string): number {
  const document = segmentText(text)
  const tokens = tokenize(text)
  const kept = dropOverlaps([...findDates(tokens), ...findFigures(tokens, document)])
  const dates = kept.filter((mention) => mention.type === 'date')
  return kept.length + anchorDates(dates, document, { publishedAt }).length
}

const readers: readonly (readonly [string, (text: string) => unknown])[] = [
  ['article-facts: figures and dates', readFiguresAndDates],
  ['chrono: dates', (text) => chrono.parse(text, reference)],
  ['article-facts: the whole walk', (text) => extractClaims(text, { publishedAt })],
]

function time(run: () => unknown): number {
  const start = process.hrtime.bigint()
  run()
  return Number(process.hrtime.bigint() - start) / 1e6
}
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]!

function compareSpeed(): void {
  const texts = readTexts()
  const copies = Math.ceil(400_000 / texts.join('').length)
  const size = texts.join('').length * copies
  const times = readers.map(() => [] as number[])
  // interleaved, so that a slow moment of the machine hits all alike; the first round warms up
  for (let round = 0; round <= rounds; round++)
    readers.forEach(([, read], i) => {
      const spent = time(() => {
        for (let copy = 0; copy < copies; copy++) for (const text of texts) read(text)
      })
      if (round > 0) times[i]!.push(spent)
    })
  console.log(`Reading ${Math.round(size / 1000)} KB of English news, medians of ${rounds} rounds\n`)
  const base = median(times[1]!)
  for (const [i, [name]] of readers.entries()) {
    const spent = median(times[i]!)
    const ratio = `${(base / spent).toFixed(2)} x chrono`
    console.log(`  ${name.padEnd(36)} ${(size / spent / 1000).toFixed(2).padStart(6)} MB/s   ${ratio}`)
  }
}

const hostile: Readonly<Record<string, string>> = {
  'digit run': '1',
  '1,1,1,': '1,',
  '1.1.1.': '1.',
  'spaced groups': '100 ',
  'nested brackets': '((',
  'open brackets with numbers': '(5 ',
  'dollar signs': '$',
  'dollar signs and digits': '$5',
  'last last last': 'last ',
  'the last the last': 'the last ',
  spaces: ' ',
  'unclosed ranges': 'between 5 and ',
  'from from': 'from 5 to ',
  'number words': 'twenty-one hundred ',
  'tens of tens of': 'tens of ',
  hedges: 'more than ',
  'months in a row': 'May June ',
  'days in a row': '8 June ',
  'slashes and digits': '1/2/',
  'dashed digits': '5-',
  'clock after clock': '10:30 ',
  'first first': 'first ',
  'of of': 'the end of ',
  'units in a row': '2 years 3 months ',
  'after after': '2 days after ',
  every: 'every other ',
  percent: '5% ',
  letters: 'a',
  apostrophes: "'",
  hyphens: 'a-',
}

/** Time at doubling lengths up to 4 MB; the worst growth of any doubling from 1 MB on, where the clock is fine enough. */
function measureGrowth(): void {
  const sizes = [1, 2, 4].map((megabytes) => megabytes * 1_000_000)
  const results = Object.entries(hostile).map(([name, unit]) => {
    const spent = sizes.map((size) => {
      const text = unit.repeat(Math.ceil(size / unit.length)).slice(0, size)
      return Math.min(...[0, 1, 2].map(() => time(() => readFiguresAndDates(text))))
    })
    const growth = Math.max(...spent.slice(1).map((value, i) => value / spent[i]!))
    return { name, growth, last: spent.at(-1)! }
  })
  results.sort((a, b) => b.growth - a.growth)
  console.log(`\nHostile texts of 1, 2 and 4 MB: the worst growth for a doubling (at most 2.2 is linear)\n`)
  for (const { name, growth, last } of results.slice(0, 8))
    console.log(`  ${name.padEnd(36)} ${growth.toFixed(2).padStart(6)}   4 MB in ${Math.round(last)} ms`)
  const slowest = results.reduce((a, b) => (b.last > a.last ? b : a))
  console.log(
    `\n  worst: ${results[0]!.name} (${results[0]!.growth.toFixed(2)}); slowest: ${slowest.name} (4 MB in ${Math.round(slowest.last)} ms)`,
  )
}

compareSpeed()
measureGrowth()
