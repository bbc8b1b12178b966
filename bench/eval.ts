// How well are dates and figures read, beside other libraries on the same texts in the same run?
//   npm run eval               the sentences of test/gold, which are our own
//   npm run eval -- FOLDER     also suites with human annotation: FOLDER/suites/*.jsonl, scored by FOLDER/score-spans.mjs
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { SingleBar } from 'cli-progress'
import { goldPublishedAt, readGoldSentences } from '../test/gold-sentences.ts'
import { type Reader, type Reading, readers } from './peers.ts'

type Gold = Omit<Reading, 'value'> & { readonly value: Reading['value'] }
type Case = { readonly id: string; readonly text: string; readonly reference?: string; readonly gold: readonly Gold[] }
/** Shares from 0 to 100: of spans that overlap, and of spans whose value is right as well. */
type Score = { readonly overlap: number; readonly claim: number }

const dateModifiers = /^(?:about|before|after|more-than|less-than|start|mid|end)$/
const isoLike = /^(?:-|P|PAST_REF|PRESENT_REF|FUTURE_REF|X|T\d|FY|BC|\d{2}XX|\d{3}X|\d{4}(?:[-/T]|$))/

/** What a line of gold says of `{words|meaning}`, as `test/extract/gold.test.ts` writes it. */
function readMeaning(start: number, end: number, meaning: string): Gold {
  const [head, second, ...rest] = meaning.split(' ') as [string, ...string[]]
  const date = isoLike.test(head) && (second === undefined || (dateModifiers.test(second) && rest.length === 0))
  if (date) return { type: 'date', start, end, value: { iso: head === '-' ? undefined : head } }
  const [low, high] = head.split('..').map((part) => (part === '?' ? Number.NaN : Number.parseFloat(part)))
  const unit = second ?? ''
  const money = /^[A-Z]{3}$/.test(unit) ? { currency: unit } : unit === 'percent' ? { percent: true } : {}
  return { type: 'figure', start, end, value: high === undefined ? { number: low, ...money } : { low, high, ...money } }
}

const readGold = (): Case[] =>
  readGoldSentences().map(({ file, text, marks }, i) => ({
    id: `${file}:${i + 1}`,
    text,
    reference: goldPublishedAt,
    gold: marks.map(({ start, end, meaning }) => readMeaning(start, end, meaning)),
  }))

const near = (a: number | undefined, b: number | undefined) =>
  a !== undefined && b !== undefined && Math.abs(a - b) <= Math.max(1e-9, Math.abs(b) * 1e-3)
/** An end that gold leaves open (`?`) has to be open. */
const isBound = (found: number | undefined, gold: number | undefined) =>
  Number.isNaN(gold) ? found === undefined : near(found, gold)
const withoutClock = (iso: string | undefined) => iso?.replace(/T\d[^/]*/g, '')

function isRight({ type, value }: Gold, found: Reading['value']): boolean {
  if (type === 'date') return value.iso === found.iso || withoutClock(value.iso) === withoutClock(found.iso)
  const number =
    value.low === undefined
      ? near(found.number, value.number)
      : isBound(found.low, value.low) && isBound(found.high, value.high)
  const unknown = Number.isNaN(value.number) && found.number === undefined
  return (
    (number || unknown) &&
    (!value.currency || found.currency === value.currency) &&
    (!value.percent || Boolean(found.percent))
  )
}

/** Greedy, the largest overlap first; one reading for one place of the gold. */
function scoreGold(
  cases: readonly Case[],
  answers: ReadonlyMap<string, readonly Reading[]>,
  type: Gold['type'],
): Score {
  let [expected, given, overlapping, right] = [0, 0, 0, 0]
  for (const { id, gold } of cases) {
    const wanted = gold.filter((each) => each.type === type)
    const found = answers.get(id)!.filter((each) => each.type === type && !each.inDate)
    expected += wanted.length
    given += found.length
    const pairs = wanted
      .flatMap((want) =>
        found.map((got) => ({ want, got, shared: Math.min(want.end, got.end) - Math.max(want.start, got.start) })),
      )
      .filter(({ shared }) => shared > 0)
      .sort((a, b) => b.shared - a.shared)
    const used = new Set<object>()
    for (const { want, got } of pairs) {
      if (used.has(want) || used.has(got)) continue
      used.add(want).add(got)
      overlapping++
      if (isRight(want, got.value)) right++
    }
  }
  const f1 = (hits: number) => (hits === 0 ? 0 : (200 * hits) / (expected + given))
  return { overlap: f1(overlapping), claim: f1(right) }
}

function answer(cases: readonly Case[], read: Reader, bar: SingleBar): Map<string, readonly Reading[]> {
  return new Map(
    cases.map(({ id, text, reference }) => {
      bar.increment()
      // a reader that breaks on a text has found nothing in it
      try {
        return [id, read(text, reference)]
      } catch {
        return [id, []]
      }
    }),
  )
}

type Row = {
  readonly name: string
  readonly type: Gold['type']
  readonly count: number
  readonly scores: readonly Score[]
}
function printTable(title: string, rows: readonly Row[]): void {
  console.log(`\n${title}: overlap F1 / claim F1\n`)
  const cell = ({ overlap, claim }: Score, i: number, type: Gold['type']) =>
    (type === 'figure' && readers[i]![2] ? '-' : `${overlap.toFixed(1)} / ${claim.toFixed(1)}`).padStart(17)
  console.log(`${''.padEnd(24)}${'gold'.padStart(6)}${readers.map(([name]) => name.padStart(17)).join('')}`)
  for (const { name, type, count, scores } of rows)
    console.log(
      `${name.padEnd(24)}${String(count).padStart(6)}${scores.map((score, i) => cell(score, i, type)).join('')}`,
    )
}

type SpanScorer = {
  scoreSuite(
    suite: string,
    gold: readonly Case[],
    answers: readonly { id: string; claims: readonly Reading[] }[],
  ): object
  metrics(scored: object): { gold: number; overF1: number; valueF1: number }
}

async function main(folder: string | undefined): Promise<void> {
  const kit = folder === undefined ? undefined : resolve(folder)
  const scorerPath = kit && join(kit, 'score-spans.mjs')
  if (scorerPath && !existsSync(scorerPath)) {
    console.error(`${folder} holds no suites: score-spans.mjs is not in it.`)
    process.exitCode = 1
    return
  }
  const gold = readGold()
  const suites: [name: string, cases: Case[]][] = []
  if (kit) {
    const known = JSON.parse(readFileSync(join(kit, 'suites.json'), 'utf8')) as Record<string, unknown>
    for (const file of readdirSync(join(kit, 'suites')).sort()) {
      const name = file.replace(/\.jsonl$/, '')
      if (!(name in known)) continue
      const lines = readFileSync(join(kit, 'suites', file), 'utf8')
        .split('\n')
        .filter(Boolean)
      const cases = lines.map((line) => JSON.parse(line) as Case & { reference?: string | null })
      suites.push([
        name,
        cases.map(({ reference, ...rest }) => ({
          ...rest,
          ...(/^\d{4}-\d\d-\d\d/.test(reference ?? '') && { reference: reference! }),
        })),
      ])
    }
  }
  const total = (gold.length + suites.reduce((sum, [, cases]) => sum + cases.length, 0)) * readers.length
  const bar = new SingleBar({
    format: 'reading [{bar}] {percentage}% | {eta_formatted} left',
    hideCursor: true,
    noTTYOutput: false,
  })
  bar.start(total, 0)
  const ownRows = ['date', 'figure'] as const
  const ownAnswers = readers.map(([, read]) => answer(gold, read, bar))
  const suiteAnswers = suites.map(([, cases]) => readers.map(([, read]) => answer(cases, read, bar)))
  bar.stop()
  printTable(
    `Our own ${gold.length} sentences (test/gold)`,
    ownRows.map((type) => ({
      name: `${type}s`,
      type,
      count: gold.reduce((sum, each) => sum + each.gold.filter((one) => one.type === type).length, 0),
      scores: ownAnswers.map((answers) => scoreGold(gold, answers, type)),
    })),
  )
  if (!scorerPath) return
  const scorer = (await import(pathToFileURL(scorerPath).href)) as SpanScorer
  printTable(
    'Suites with human annotation',
    suites.map(([name, cases], i) => {
      const measured = suiteAnswers[i]!.map((answers) =>
        scorer.metrics(
          scorer.scoreSuite(
            name,
            cases,
            [...answers].map(([id, claims]) => ({ id, claims })),
          ),
        ),
      )
      return {
        name,
        type: cases.find(({ gold }) => gold.length > 0)?.gold[0]?.type ?? 'date',
        count: measured[0]!.gold,
        scores: measured.map(({ overF1, valueF1 }) => ({ overlap: overF1 || 0, claim: valueF1 || 0 })),
      }
    }),
  )
}

await main(process.argv[2])
