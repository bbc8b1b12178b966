import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { Command, InvalidArgumentError } from 'commander'
import { z } from 'zod'
import { LoadError } from '../load/failure.ts'
import { formatOf, type LoadSource } from '../load/formats.ts'
import type { LoadedArticle } from '../model/article.ts'
import { fail } from './failure.ts'
import { readSource, reasonOf } from './files.ts'
import { printable } from './terminal.ts'

const BatchLine = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  reference: z.string().nullish(),
  url: z.string().nullish(),
})

/** `article-facts extract`: claims of one text, or of many, as JSON lines on standard output. */
export const extractCommand = new Command('extract')
  .summary('print the claims of a text as JSON lines')
  .description(
    'Reads an article from FILE (with its JSON sidecar, if there is one) or standard input and prints its claims as JSON lines in text order. Stores nothing.',
  )
  .argument('[FILE]', 'a text, Markdown file or HTML page; - for a text on standard input', '-')
  .option('--published-at <date>', 'day of publication (YYYY-MM-DD), from which `last year` is resolved', parseDay)
  .option('--batch', 'read JSON lines {id, text, reference?} and write {id, claims} for each, in the same order')
  .addHelpText(
    'after',
    `
Examples:
  $ echo 'Exports rose 4% to $24bn last year, Mayor Ada Berg said.' | article-facts extract --published-at 2024-03-01
  $ article-facts extract article.txt | jq -c 'select(.type == "figure") | [.surface, .number, .currency]'
  $ article-facts extract --batch < texts.jsonl > claims.jsonl`,
  )
  .action(async (file: string, options: { publishedAt?: string; batch?: boolean }) => {
    if (options.batch) return extractBatch(file)
    const { text, metadata, sections } = await readInput(file)
    const [{ extractClaims }, { isEnglish }] = await bringWalk()
    const about = { ...metadata, ...(options.publishedAt !== undefined && { publishedAt: options.publishedAt }) }
    const { claims, language } = extractClaims(text, about, sections)
    if (!isEnglish(language))
      process.stderr.write(`article-facts: the text is in "${language}"; claims are read from English only\n`)
    for (const claim of claims) await print(claim)
  })

/** Brought in when it is wanted: it takes half a second to start, which other commands need not wait for. */
const bringWalk = () => Promise.all([import('../ingest.ts'), import('../text/language.ts')])

async function extractBatch(file: string): Promise<void> {
  const source: Readable = file === '-' ? process.stdin : createReadStream(file)
  source.on('error', (error: Error) => fail(`cannot read ${file}: ${error.message}`))
  const [{ extractClaims }] = await bringWalk()
  let number = 0
  for await (const line of readLines(source)) {
    number++
    if (!line.trim()) continue
    let json: unknown
    try {
      json = JSON.parse(line)
    } catch (error) {
      fail(`line ${number} is not JSON: ${(error as Error).message}`)
    }
    const parsed = BatchLine.safeParse(json)
    if (!parsed.success) fail(`line ${number}: ${z.prettifyError(parsed.error).replaceAll('\n', ' ')}`)
    const { id, text, reference, url } = parsed.data
    const publishedAt = reference ?? undefined
    const known = publishedAt === undefined || z.iso.date().safeParse(publishedAt.slice(0, 10)).success
    if (!known)
      process.stderr.write(
        `article-facts: line ${number}: the reference "${printable(reference!)}" is not an ISO 8601 date; relative dates stay unresolved\n`,
      )
    await print({ id, claims: extractClaims(text, { ...(known && { publishedAt }), url: url ?? undefined }).claims })
  }
}

/** Lines up to each line feed and nothing else: a string of JSON may hold U+2028 and U+2029, at which `node:readline` ends a line. */
async function* readLines(source: Readable): AsyncGenerator<string> {
  let begun: string[] = []
  for await (const chunk of source.setEncoding('utf8') as AsyncIterable<string>) {
    const [first, ...rest] = chunk.split('\n')
    begun.push(first!)
    for (const part of rest) {
      yield begun.join('')
      begun = [part]
    }
  }
  yield begun.join('')
}

/** The article of a file, with what its sidecar says of it, or of standard input. */
async function readInput(file: string): Promise<LoadedArticle> {
  try {
    const { loadArticles } = await import('../load/index.ts')
    const items = await loadArticles(await readBytes(file))
    if (items.length > 1) throw new LoadError(`is a feed of ${items.length} articles: use load`)
    const [item] = items
    if ('failure' in item!) throw new LoadError(item.failure)
    return item!.article
  } catch (error) {
    fail(`cannot read ${file === '-' ? 'standard input' : file}: ${reasonOf(error)}`)
  }
}

async function readBytes(file: string): Promise<LoadSource> {
  if (file === '-') return { name: file, bytes: await buffer(process.stdin), format: 'text' }
  const format = formatOf(file) ?? 'text'
  if (format === 'archive') throw new LoadError('is a web archive: use load')
  return readSource(file, format)
}

async function print(value: unknown): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(value)}\n`)) await once(process.stdout, 'drain')
}

function parseDay(value: string): string {
  if (!z.iso.date().safeParse(value).success) throw new InvalidArgumentError('must be a date, YYYY-MM-DD.')
  return value
}
