// How right is what pages come in as, by the measures of four public sets?
//   npm run eval:pages -- FOLDER            FOLDER holds checkouts of any of scrapinghub/article-extraction-benchmark, adbar/trafilatura,
//                                           adbar/htmldate and mozilla/readability, or is one of them
//   npm run eval:pages -- FOLDER --work     only the pages that rules are made on
import { resolve } from 'node:path'
import { type Reading, readPage } from './read-page.ts'
import { type Scores, type Share, score } from './scores.ts'
import { findSets } from './sets.ts'

const [folder = '.', ...options] = process.argv.slice(2)
const sets = findSets(resolve(folder))
if (sets.length === 0) {
  console.error(`${resolve(folder)} holds none of the sets: see docs/quality.md for where they are.`)
  process.exit(2)
}

const columns = ['set and part', 'pages', 'refused', 'text', 'all text', 'days', 'titles', 'urls', 'publications', 'ms']
console.log(`| ${columns.join(' | ')} |\n| ${columns.map((_, i) => (i ? '---:' : '---')).join(' | ')} |`)
for (const { name, folder, read } of sets) {
  const readings: Reading[] = []
  for (const page of read(folder))
    if (page.part === 'work' || !options.includes('--work')) readings.push(await readPage(page))
  for (const part of options.includes('--work') ? (['work'] as const) : (['work', 'kept', 'all'] as const))
    print(`${name}, ${part}`, score(readings.filter(({ page }) => part === 'all' || page.part === part)))
}

function print(label: string, { pages, refused, article, all, days, title, url, publication, time }: Scores): void {
  const tenth = (share: number | undefined) => (share === undefined ? '' : (100 * share).toFixed(1))
  const wrong = ({ wrong, of }: Share) => (of === 0 ? '' : `${wrong} of ${of}`)
  const cells = [label, pages, refused, tenth(article), tenth(all), tenth(days)]
  console.log(`| ${[...cells, wrong(title), wrong(url), wrong(publication), time.toFixed(1)].join(' | ')} |`)
}
