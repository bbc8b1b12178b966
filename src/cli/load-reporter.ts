import { Presets, SingleBar } from 'cli-progress'
import type { ArticleRecord } from '../model/article.ts'
import type { SaveOutcome } from '../store/save.ts'
import { printable } from './terminal.ts'

export type LoadSummary = { added: number; replaced: number; unchanged: number; failed: number; claims: number }

/** Where the progress of a load goes. */
export type Reporter = {
  /** @param bytes of all files together */
  start(bytes: number): void
  /** `record` is absent for what is as it was, without having been read. */
  done(name: string, outcome: SaveOutcome['outcome'], record?: ArticleRecord): void
  failed(name: string, reason: string): void
  /** Something that a person should know and that is no failure. */
  warn(name: string, what: string): void
  /** @param bytes how many are behind us */
  moved(bytes: number): void
  end(summary: LoadSummary): void
}

const sentence = ({ added, replaced, unchanged, failed, claims }: LoadSummary) =>
  `${added} added, ${replaced} replaced, ${unchanged} unchanged, ${failed} failed; ${claims} claims\n`

/**
 * One line an article, for logs and pipes.
 * @param explain whether more lines tell what is known of it
 */
export function lineReporter(explain = false): Reporter {
  return {
    start: () => {},
    done: (name, outcome, record) => {
      process.stdout.write(`${printable(name)}: ${outcome}${record ? `, ${record.claims.length} claims` : ''}\n`)
      if (explain && record) for (const line of explainArticle(record)) process.stdout.write(`  ${printable(line)}\n`)
    },
    failed: (name, reason) => process.stderr.write(`article-facts: ${printable(`${name}: ${reason}`)}\n`),
    warn: (name, what) => process.stderr.write(`article-facts: ${printable(`${name}: ${what}`)}\n`),
    moved: () => {},
    end: (summary) => process.stdout.write(sentence(summary)),
  }
}

/** What is known of an article, a line a field. */
function explainArticle({ id, metadata, length, publishedAtSource }: ArticleRecord): string[] {
  const { title, url, publication, publisher, authors, publishedAt, language } = metadata
  const day = publishedAt && (publishedAtSource ? `${publishedAt} (${publishedAtSource})` : publishedAt)
  const fields = {
    id,
    title,
    url,
    publication,
    publisher,
    authors: authors?.join('; '),
    publishedAt: day ?? 'unknown',
    language,
    length,
  }
  return Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]))
}

/** A bar with rate and time left, for people at a terminal; failures and warnings stand above it. */
export function barReporter(): Reporter {
  const bar = new SingleBar(
    {
      format: '{bar} {percentage}% | {articles} articles, {rate}/s | {eta_formatted} left | {name}',
      hideCursor: true,
      etaBuffer: 50,
      stream: process.stdout,
    },
    Presets.shades_classic,
  )
  let begun = 0
  let articles = 0
  let last = ''
  let said: string[] = []
  const above = (line: string) => said.push(`article-facts: ${printable(line)}`)
  return {
    start: (bytes) => {
      begun = performance.now()
      bar.start(Math.max(bytes, 1), 0, { articles: 0, rate: 0, name: '' })
    },
    done: (name) => {
      articles++
      last = printable(name)
    },
    failed: (name, reason) => above(`${name}: ${reason}`),
    warn: (name, what) => above(`${name}: ${what}`),
    moved: (bytes) => {
      if (said.length) {
        process.stdout.write(`\r\u001B[K${said.join('\n')}\n`)
        said = []
      }
      const rate = Math.round((1000 * articles) / Math.max(1, performance.now() - begun))
      bar.update(bytes, { articles, rate, name: last.length > 40 ? `…${last.slice(-39)}` : last })
    },
    end: (summary) => {
      bar.stop()
      for (const line of said) process.stdout.write(`${line}\n`)
      process.stdout.write(sentence(summary))
    },
  }
}
