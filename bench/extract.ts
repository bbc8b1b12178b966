// How fast are figures and dates read, beside chrono (which reads dates only) on the same texts in the same run; how fast is the whole walk
// beside compromise; and does the time grow with the text alone?
//   npm run bench             the seed article and the sentences of test/gold
//   npm run bench -- FILE...  texts of your own
import { readdirSync, readFileSync } from 'node:fs'
import * as chrono from 'chrono-node'
import { SingleBar } from 'cli-progress'
import compromise from 'compromise'
import { findDates } from '../src/extract/date/index.ts'
import { findFigures } from '../src/extract/figure/index.ts'
import { extractClaims } from '../src/ingest.ts'
import { anchorDates } from '../src/resolve/anchor-dates.ts'
import { dropOverlaps } from '../src/resolve/overlaps.ts'
import { segmentText } from '../src/segment/index.ts'
import { tokenize } from '../src/text/tokens.ts'
import { goldPublishedAt as publishedAt, readGoldSentences } from '../test/gold-sentences.ts'

const rounds = 7
const reference = new Date(`${publishedAt}T12:00:00Z`)

/** Texts by name: as articles come, and joined to one long text. */
function readTexts(files: readonly string[]): [name: string, texts: string[]][] {
  const join = (texts: readonly string[], size: number) => {
    const whole = texts.join('\n\n')
    return [whole.repeat(Math.ceil(size / whole.length)).slice(0, size)]
  }
  if (files.length > 0) {
    const texts = files.map((file) => readFileSync(file, 'utf8'))
    return [
      ['each file by itself', texts],
      ['joined to one text of 400 KB', join(texts, 400_000)],
    ]
  }
  const seeds = new URL('../seeds/', import.meta.url)
  const articles = readdirSync(seeds)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => readFileSync(new URL(file, seeds), 'utf8'))
  const sentences = Map.groupBy(readGoldSentences(), ({ file }) => file)
  const gold = [...sentences.values()].map((lines) => lines.map(({ text }) => text).join('\n\n'))
  return [
    ['an article of 6 KB', articles],
    ['the same as one text of 400 KB', join(articles, 400_000)],
    ['sentences dense with figures and dates', gold],
    ['these as one text of 400 KB', join(gold, 400_000)],
  ]
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
  ['figures and dates', readFiguresAndDates],
  ['chrono (dates)', (text) => chrono.parse(text, reference)],
  ['the whole walk', (text) => extractClaims(text, { publishedAt })],
]

function time(run: () => unknown): number {
  const start = process.hrtime.bigint()
  run()
  return Number(process.hrtime.bigint() - start) / 1e6
}
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]!

function compareSpeed(files: readonly string[]): void {
  console.log(`MB/s of English news, medians of ${rounds} interleaved rounds\n`)
  console.log(`${''.padEnd(42)}${readers.map(([name]) => name.padStart(20)).join('')}${'to chrono'.padStart(12)}`)
  for (const [name, texts] of readTexts(files)) {
    const length = texts.reduce((sum, text) => sum + text.length, 0)
    const copies = Math.ceil(400_000 / length)
    const times = readers.map(() => [] as number[])
    // interleaved, so that a slow moment of the machine hits all alike; the first round warms up
    for (let round = 0; round <= rounds; round++)
      readers.forEach(([, read], i) => {
        const spent = time(() => {
          for (let copy = 0; copy < copies; copy++) for (const text of texts) read(text)
        })
        if (round > 0) times[i]!.push(spent)
      })
    const speeds = times.map((spent) => (length * copies) / median(spent) / 1000)
    const ratio = `${(speeds[0]! / speeds[1]!).toFixed(2)} x`
    console.log(
      `${name.padEnd(42)}${speeds.map((speed) => speed.toFixed(2).padStart(20)).join('')}${ratio.padStart(12)}`,
    )
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

// what names and quotations have to look around for; each behind a page of English, since a text in no language is not read at all
const prose =
  'The mayor of the town has told the people that the new bridge over the river will be open before the winter. '.repeat(
    20,
  )
const hostileToNames: Readonly<Record<string, string>> = {
  'capital words': 'Ada Berg ',
  'names in a list': 'Hill, ',
  'cities in a list': 'Paris, London, ',
  'owners of owners': 'Ada’s x said ',
  'he said he said': 'he said ',
  'said that said that': 'said that ',
  'interrupted clauses': 'said, he said, ',
  'asides before verbs': 'the mayor (a) said ',
  'appositions without end': 'Hill, a head of ',
  'passives without end': 'it was reported by the ',
  verdicts: 'accused the man of the ',
  requests: 'urged him to ',
  signatures: '“A b.” — Ada ',
  'opening quotes': '“a ',
  'lines of a letter': 'a\n',
  buildings: 'the Ada Center in ',
}

/** The whole walk, and what compromise reads of names, dates and numbers, on the same article in turn. */
function compareWalk(files: readonly string[]): void {
  const [name, texts] = readTexts(files)[0]!
  const length = texts.reduce((sum, text) => sum + text.length, 0)
  const ours: number[] = []
  const theirs: number[] = []
  const copies = Math.ceil(200_000 / length)
  for (let round = 0; round <= rounds; round++) {
    const mine = time(() => {
      for (let copy = 0; copy < copies; copy++) for (const text of texts) extractClaims(text, { publishedAt })
    })
    const other = time(() => {
      for (const text of texts) {
        const document = compromise(text)
        for (const list of ['people', 'places', 'organizations', 'numbers'] as const)
          document[list]().json({ offset: true })
      }
    })
    if (round > 0) {
      ours.push(mine / copies)
      theirs.push(other)
    }
  }
  const [us, them] = [length / median(ours), length / median(theirs)]
  console.log(
    `\n${name}: the whole walk, all four types, ${(us / 1000).toFixed(2)} MB/s; compromise's names and numbers ${them.toFixed(0)} KB/s: ${(us / them).toFixed(0)} x`,
  )
}

/** Time at doubling lengths, and the worst growth of a doubling; one that looks worse than linear is measured again. */
function measureGrowth(
  what: string,
  hostile: Readonly<Record<string, string>>,
  read: (text: string) => unknown,
  largest: number,
  before = '',
): void {
  const sizes = [largest / 4, largest / 2, largest]
  const bar = new SingleBar({
    format: `${what} [{bar}] {value}/{total} | {eta_formatted} left`,
    hideCursor: true,
  })
  bar.start(Object.keys(hostile).length, 0)
  const results = Object.entries(hostile).map(([name, unit]) => {
    const texts = sizes.map((size) => before + unit.repeat(Math.ceil(size / unit.length)).slice(0, size))
    const growthOf = (spent: readonly number[]) => Math.max(...spent.slice(1).map((value, i) => value / spent[i]!))
    let spent = texts.map((text) => time(() => read(text)))
    for (let again = 0; again < 6 && growthOf(spent) > 2.1; again++)
      spent = texts.map((text, i) =>
        Math.min(
          spent[i]!,
          time(() => read(text)),
        ),
      )
    bar.increment()
    return { name, growth: growthOf(spent), last: spent.at(-1)! }
  })
  bar.stop()
  results.sort((a, b) => b.growth - a.growth)
  const megabytes = (size: number) => `${size / 1_000_000} MB`
  console.log(
    `\n${what}, ${sizes.map(megabytes).join(', ')}: the worst growth for a doubling (at most 2.2 is linear)\n`,
  )
  for (const { name, growth, last } of results.slice(0, 8))
    console.log(`${name.padEnd(42)}${growth.toFixed(2).padStart(8)}   ${megabytes(largest)} in ${Math.round(last)} ms`)
  const slowest = results.reduce((a, b) => (b.last > a.last ? b : a))
  console.log(
    `\nworst: ${results[0]!.name} (${results[0]!.growth.toFixed(2)}); slowest: ${slowest.name} (${megabytes(largest)} in ${Math.round(slowest.last)} ms)`,
  )
}

compareSpeed(process.argv.slice(2))
compareWalk(process.argv.slice(2))
measureGrowth('hostile to figures and dates', hostile, readFiguresAndDates, 4_000_000)
measureGrowth('hostile to names and quotations, the whole walk', hostileToNames, extractClaims, 1_000_000, prose)
