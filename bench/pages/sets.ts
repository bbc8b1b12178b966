import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gunzipSync } from 'node:zlib'

/** A page of a public set and what its annotators say of it. */
export type Page = {
  readonly file: string
  readonly bytes: Uint8Array
  /** Pages to work on, or those kept back. */
  readonly part: 'work' | 'kept'
  readonly address?: string
  readonly body?: string
  readonly chunks?: { readonly with: readonly string[]; readonly without: readonly string[] }
  readonly day?: string
  readonly title?: string
}

export type PageSet = { readonly name: string; readonly folder: string; readonly read: (folder: string) => Page[] }

/** The 60% of a set whose names' SHA-1 says so are for work: nothing is tuned on the others. */
export const partOf = (file: string): Page['part'] =>
  BigInt(`0x${createHash('sha1').update(file).digest('hex')}`) % 100n < 60n ? 'work' : 'kept'

/** Python writes NaN into JSON. */
const readJson = <T>(...path: string[]) =>
  JSON.parse(readFileSync(join(...path), 'utf8').replaceAll(': NaN', ': null')) as T
const page = (path: string, given: Omit<Page, 'file' | 'bytes' | 'part'>): Page => {
  const bytes = readFileSync(path)
  const file = basename(path)
  return { file, bytes: path.endsWith('.gz') ? gunzipSync(bytes) : bytes, part: partOf(file), ...given }
}

function readExtractionBenchmark(folder: string): Page[] {
  const truth = readJson<Record<string, { articleBody: string; url: string }>>(folder, 'ground-truth.json')
  return Object.entries(truth).map(([key, { articleBody, url }]) =>
    page(join(folder, 'html', `${key}.html.gz`), { address: url, body: articleBody }),
  )
}

const findFile = (folder: string, places: readonly string[], file: string) =>
  places.map((place) => join(folder, 'tests', place, file)).find((path) => existsSync(path))

type Annotated = { file: string; with: string[]; without: string[]; title?: string | null; date?: string | null }

function readTrafilatura(folder: string): Page[] {
  return Object.entries(readJson<Record<string, Annotated>>(folder, 'tests', 'evaldata.json')).flatMap(
    ([address, { file, title, ...chunks }]) => {
      const path = findFile(folder, ['cache', 'eval'], file)
      return path ? [page(path, { address, chunks, ...(title && { title }) })] : []
    },
  )
}

function readHtmldate(folder: string): Page[] {
  return ['eval_mediacloud_2020.json', 'eval_default.json'].flatMap((list) =>
    Object.entries(readJson<Record<string, { file: string; date: string | null }>>(folder, 'tests', list)).flatMap(
      ([address, { file, date }]) => {
        const path = findFile(folder, ['test_set', 'cache', 'eval'], file)
        // a page without a day counts as missing one (its `evaluate_result`)
        return path ? [page(path, { address, day: date ?? 'none' })] : []
      },
    ),
  )
}

function readReadability(folder: string): Page[] {
  const pages = join(folder, 'test', 'test-pages')
  return readdirSync(pages).map((name) => ({
    ...page(join(pages, name, 'source.html'), {
      body: readWords(readFileSync(join(pages, name, 'expected.html'), 'utf8')),
    }),
    file: name,
    part: partOf(name),
  }))
}

/** The words of a piece of HTML, whatever they stand in. */
const readWords = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&#x27;|&apos;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')

const kinds: readonly (Omit<PageSet, 'folder'> & { readonly mark: string })[] = [
  { name: 'article-extraction-benchmark', mark: 'ground-truth.json', read: readExtractionBenchmark },
  { name: 'trafilatura', mark: 'tests/evaldata.json', read: readTrafilatura },
  { name: 'htmldate', mark: 'tests/eval_default.json', read: readHtmldate },
  { name: 'readability', mark: 'test/test-pages', read: readReadability },
]

/** The sets that a folder is, or holds in folders of its own. */
export function findSets(folder: string): PageSet[] {
  const folders = [
    folder,
    ...readdirSync(folder, { withFileTypes: true })
      .filter((each) => each.isDirectory())
      .map(({ name }) => join(folder, name)),
  ]
  return kinds.flatMap(({ name, mark, read }) => {
    const found = folders.find((each) => existsSync(join(each, mark)))
    return found === undefined ? [] : [{ name, folder: found, read }]
  })
}
