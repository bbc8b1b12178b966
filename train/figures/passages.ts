import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { readCorpus } from '../corpora.ts'

/** What a figure of a passage is of, as people wrote it down: `docs/claims.md` says what the fields mean. The first of several is the best. */
export type AnnotatedFigure = {
  /** Code points from the beginning of the passage. */
  readonly start: number
  readonly end: number
  readonly measure?: readonly string[]
  readonly subject?: readonly string[]
  /** Fields that may as well be left out; `figure` where it may count as none. */
  readonly optional?: readonly string[]
}

export type Passage = {
  readonly id: string
  readonly text: string
  /** The day of publication. */
  readonly reference: string
  readonly figures: readonly AnnotatedFigure[]
}

type Annotation = Omit<Passage, 'text'> & { readonly source: string; readonly start: number; readonly end: number }

/** The article of a wiki as a text: its title, then what it says, without the line of its day. */
function toText(title: string, wiki: string): string {
  const text = wiki
    .normalize('NFC')
    .replaceAll('\u00a0', ' ')
    .replaceAll('\r', '')
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .replace(/^\w+day, \w+ \d+, \d{4}\s*\n+/, '')
  return `${title}\n\n${text}`
}

/**
 * The annotated passages, with their texts out of the corpora of a folder, and the SHA-256 of those.
 * @throws {Error} when a corpus or an article is not there
 */
export function readPassages(folder: string): { passages: Passage[]; sha256: Readonly<Record<string, string>> } {
  const wikinews = readCorpus(folder, /(?:^|\/)wikinews_20\d\d\.csv$/)
  const pages = readCorpus(folder, /(?:^|\/)ground-truth\.json$/)
  const topics = readCorpus(folder, /(?:^|\/)wikinews_topics\.jsonl$/)
  const texts = new Map<string, string>()
  for (const { text } of wikinews.files)
    for (const { url, title, text: wiki } of parse(text, { columns: true }) as Record<string, string>[])
      texts.set(url!, toText(title!, wiki!))
  for (const { text } of pages.files)
    for (const [id, { articleBody }] of Object.entries(JSON.parse(text) as Record<string, { articleBody: string }>))
      texts.set(id, articleBody)
  for (const { text } of topics.files)
    for (const line of text.split('\n').filter(Boolean)) {
      const { id, title, text: body } = JSON.parse(line) as Record<string, string>
      texts.set(id!, `${title}\n\n${body}`)
    }
  const passages = readFileSync(new URL('annotations.jsonl', import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const { id, reference, start, end, figures } = JSON.parse(line) as Annotation
      const text = texts.get(id)
      if (text === undefined) throw new Error(`${folder} does not hold the article ${id}`)
      return { id, reference, figures, text: [...text].slice(start, end).join('') }
    })
  return { passages, sha256: { wikinews: wikinews.sha256, pages: pages.sha256, topics: topics.sha256 } }
}
