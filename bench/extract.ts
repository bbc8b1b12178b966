// How fast are figures and dates read, beside chrono (which reads dates only) on the same texts in the same run; how fast is the whole walk
// beside compromise?
//   npm run bench             the seed article and the sentences of test/gold
//   npm run bench -- FILE...  texts of your own
import { readdirSync, readFileSync } from 'node:fs'
import * as chrono from 'chrono-node'
import compromise from 'compromise'
import { extractClaims } from '../src/ingest.ts'
import { goldPublishedAt as publishedAt, readGoldSentences } from '../test/gold-sentences.ts'
import { readFiguresAndDates } from './figures-and-dates.ts'
import { median, time } from './measure.ts'

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

const readers: readonly (readonly [string, (text: string) => unknown])[] = [
  ['figures and dates', readFiguresAndDates],
  ['chrono (dates)', (text) => chrono.parse(text, reference)],
  ['the whole walk', (text) => extractClaims(text, { publishedAt })],
]

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
      for (let copy = 0; copy < copies; copy++)
        for (const text of texts) {
          const document = compromise(text)
          for (const list of ['people', 'places', 'organizations', 'numbers'] as const)
            document[list]().json({ offset: true })
        }
    })
    if (round > 0) {
      ours.push(mine)
      theirs.push(other)
    }
  }
  const [us, them] = [(length * copies) / median(ours), (length * copies) / median(theirs)]
  console.log(
    `\n${name}: the whole walk, all four types, ${(us / 1000).toFixed(2)} MB/s; compromise's names and numbers ${them.toFixed(0)} KB/s: ${(us / them).toFixed(1)} x`,
  )
}

compareSpeed(process.argv.slice(2))
compareWalk(process.argv.slice(2))
