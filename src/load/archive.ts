import { brotliDecompressSync, zstdDecompressSync } from 'node:zlib'
// warcio (Webrecorder, Apache-2.0, typed, maintained) streams WARC records out of gzip members.
import { AsyncIterReader, LimitReader, StatusAndHeadersParser, WARCParser, type WARCRecord } from 'warcio'
import { LoadError, mostBytes, overLimit } from './failure.ts'
import type { LoadSource } from './formats.ts'

/** Longest headers of a record, its own and those of the response in it, in bytes; no server and no crawler writes a tenth of it. */
const mostHeaders = 1024 * 1024

/** Gives up where headers have no end: warcio would gather all that is left of the archive in search of it. */
class BoundedReader extends AsyncIterReader {
  #until = Number.POSITIVE_INFINITY

  /** Headers begin here; `false`: they are over. */
  bound(headers: boolean): void {
    this.#until = headers ? this.getReadOffset() + mostHeaders : Number.POSITIVE_INFINITY
  }

  override async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    const chunks = super[Symbol.asyncIterator]()
    for (;;) {
      if (this.getReadOffset() > this.#until)
        throw new LoadError(`has a record with headers over the limit of ${mostHeaders / 1024 / 1024} MB`)
      const { value, done } = await chunks.next()
      if (done) return
      yield value
    }
  }
}

type Page = { readonly name: string } & ({ readonly source: LoadSource } | { readonly failure: string })

/** A page of a web archive, or why there is none. `next` is the byte behind its record: where reading can be taken up again. */
export type ArchiveEntry = Page & { readonly next: number }

/**
 * The pages of a WARC or WET archive, in its order, one record in memory at a time: responses of status 200 that hold HTML, and the plain
 * texts of WET. Requests, images, redirects and the like are passed over; a page over the limit is a failure of its own.
 * @param bytes the archive from a record's first byte on, gzipped by record (as Common Crawl does) or not
 * @param from the offset of that byte in the archive: what `next` counts from
 * @throws {LoadError} when the bytes are no archive, or end or break in the middle of a record; the pages before that have been given
 */
export async function* readArchive(bytes: AsyncIterable<Uint8Array>, from = 0): AsyncGenerator<ArchiveEntry> {
  let read = 0
  const counted = (async function* () {
    for await (const chunk of bytes) {
      read += chunk.length
      yield chunk
    }
  })()
  const reader = new BoundedReader(counted)
  // it would look for HTTP headers in the records behind one that has none
  const parser = new WARCParser(reader, { parseHttp: false })
  let pending: Page | undefined
  let records = 0
  let zipped = false
  for (;;) {
    const { record, fault, page } = await readRecord(parser, reader, records === 0)
    // the record before ends where this one begins, and only now is that known
    if (pending) yield { ...pending, next: from + (record || fault ? parser.offset : read) }
    pending = page
    if (records === 0) zipped = parser._reader.compressed !== null
    const unzipped = zipped && (parser._reader.compressed === null || (!record && parser._reader.getRawOffset() < read))
    if (fault || unzipped) {
      if (records === 0) throw new LoadError(fault ?? 'is a broken gzip file')
      throw new LoadError(
        `${fault ?? 'is truncated or damaged: its gzip data end or fail'} near byte ${from + parser.offset}; the rest of the archive cannot be read`,
      )
    }
    if (!record) break
    records++
  }
  if (records === 0) throw new LoadError('is an archive without records')
}

/** The next record, read to its end; its page, if it holds one; what is wrong with it, if something is. */
async function readRecord(
  parser: WARCParser,
  reader: BoundedReader,
  first: boolean,
): Promise<{ record: WARCRecord | null; fault?: string; page?: Page }> {
  try {
    reader.bound(true)
    const record = await parser.parse()
    reader.bound(false)
    if (!record) return { record }
    if (!/^WARC\/\d/.test(record.warcHeaders.statusline))
      return {
        record,
        fault: first
          ? 'is not a web archive: it does not begin with a WARC record'
          : 'breaks off: no record begins where one should',
      }
    const name = record.warcTargetURI ?? record.warcHeader('WARC-Record-ID') ?? 'a record'
    const rest = record._reader
    const { start, whole } = await peek(rest)
    const body = new AsyncIterReader(whole, null)
    const isHttp = record.warcType === 'response' && start === 'HTTP/'
    const headers = isHttp && (await readHeaders(record, body, reader))
    const kind = headers === 'endless' ? undefined : pageOf(record)
    const content = kind && (await readContent(record, body))
    for await (const _ of rest);
    if (rest instanceof LimitReader && rest.limit > 0) return { record, fault: 'breaks off in the middle of a record' }
    if (rest instanceof LimitReader && rest.limit !== 0) return { record, fault: 'has a record of no known length' }
    if (headers === 'endless') return { record, page: { name, failure: 'has HTTP headers that do not end' } }
    if (!kind) return { record }
    const address = record.warcTargetURI
    const { isUntold, ...told } = kind
    if (typeof content === 'string') return { record, page: { name, failure: content } }
    if (isUntold && !isPage(content!))
      return { record, page: { name, failure: 'has no Content-Type, and is no HTML that can be told' } }
    return { record, page: { name, source: { name, bytes: content!, ...told, ...(address && { address }) } } }
  } catch (error) {
    if (error instanceof LoadError) return { record: null, fault: error.message }
    return { record: null, fault: `cannot be read as an archive (${(error as Error).message})` }
  }
}

/** How a record begins, and the whole of it still to be read. */
async function peek(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) {
  const iterator = (async function* () {
    yield* chunks
  })()
  let start = Buffer.alloc(0)
  while (start.length < 5) {
    const { value, done } = await iterator.next()
    if (done) break
    start = Buffer.concat([start, value])
  }
  const whole = (async function* () {
    if (start.length) yield start
    yield* iterator
  })()
  return { start: start.subarray(0, 5).toString('latin1'), whole }
}

/** Reads the HTTP headers of a response and leaves its body. */
async function readHeaders(
  record: WARCRecord,
  body: AsyncIterReader,
  reader: BoundedReader,
): Promise<'told' | 'endless'> {
  reader.bound(true)
  try {
    record.httpHeaders = await new StatusAndHeadersParser().parse(body, { headersClass: Headers })
    return 'told'
  } catch (error) {
    if (error instanceof LoadError) return 'endless'
    throw error
  } finally {
    reader.bound(false)
  }
}

/** Encodings of contents that warcio leaves packed (RFC 7932, RFC 8878). Node 20 knows no zstd. */
const unpackers: Readonly<Record<string, typeof brotliDecompressSync | undefined>> = {
  br: brotliDecompressSync,
  zstd: zstdDecompressSync as typeof zstdDecompressSync | undefined,
}

/** The body of a response, unpacked; what is wrong with it, where it cannot be. */
async function readContent(record: WARCRecord, body: AsyncIterReader): Promise<Uint8Array | string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of record.httpHeaders ? record._createDecodingReader(body) : body) {
    size += chunk.length
    if (size > mostBytes) return overLimit
    chunks.push(chunk)
  }
  const content = Buffer.concat(chunks)
  const encoding = record.httpHeaders?.headers.get('Content-Encoding')?.trim().toLowerCase() ?? ''
  const unpack = Object.hasOwn(unpackers, encoding) ? unpackers[encoding] : undefined
  if (!unpack) return content
  try {
    return unpack(content, { maxOutputLength: mostBytes })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return overLimit
    // crawlers that unpack what they store often leave the header as it was
    return looksPacked(content) ? `has a body that is no ${encoding}, as its header says it is` : content
  }
}

/** Markup begins with white space, a mark or a byte order mark. */
const looksPacked = (content: Uint8Array) =>
  !/^(?:\xEF\xBB\xBF)?\s*</.test(Buffer.from(content.subarray(0, 100)).toString('latin1'))

/** Whether bytes of which no type is told begin as pages do (WHATWG MIME Sniffing, 7.1). */
const isPage = (content: Uint8Array) =>
  /^(?:\xEF\xBB\xBF)?\s*(?:<!--[\s\S]*?-->\s*)?<(?:!doctype html|html|head|body|title|script|meta|h1|div|p|br|table|a|b|font|iframe|style)[\s>]/i.test(
    Buffer.from(content.subarray(0, 1445)).toString('latin1'),
  )

/** What kind of page a record holds; undefined for what is no page. */
function pageOf(record: WARCRecord): (Pick<LoadSource, 'format' | 'charset'> & { isUntold?: true }) | undefined {
  if (record.warcType === 'conversion') return { format: 'text' }
  const http = record.httpHeaders
  if (record.warcType === 'response' && http && http.statusCode !== 200) return undefined
  if (record.warcType !== 'response' && record.warcType !== 'resource') return undefined
  // of a response without HTTP headers, those of its record tell no type
  const type = http ? http.headers.get('Content-Type') : record.warcType === 'resource' ? record.warcContentType : ''
  if (!type?.trim()) return { format: 'html', isUntold: true }
  if (!/^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(type)) return undefined
  const charset = /charset\s*=\s*["']?([\w.:-]+)/i.exec(type)?.[1]
  return { format: 'html', ...(charset && { charset }) }
}
