// Texts that are hostile to the rules, at doubling sizes up to 4 MB: no exception, and the time of a doubling at most 2.2-fold.
import { SingleBar } from 'cli-progress'
import { extractClaims } from '../../src/ingest.ts'
import { readFiguresAndDates } from '../figures-and-dates.ts'
import { time } from '../measure.ts'
import { Report } from './report.ts'

const report = new Report('hostile texts')
const linear = 2.2

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
  report.tried('forms', results.length)
  for (const { name, growth } of results) report.holds(`${name}: linear`, growth <= linear, growth)
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

measureGrowth('hostile to figures and dates', hostile, readFiguresAndDates, 4_000_000)
measureGrowth('hostile to names and quotations, the whole walk', hostileToNames, extractClaims, 4_000_000, prose)
report.end()
