import { brotliCompressSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { loadArticles, readArchive } from '../../src/load/index.ts'

const story =
  '<p>The mill at Norrby ground 800 tonnes of rye last winter, its owner, Cy Dole, said on Friday, and will grind more of it this year if the river allows.</p><p>Eleven people work there, two more than a year ago, and the baker buys half of all flour. Work begins in May.</p>'
const page = `<!doctype html><html lang="en"><head><title>Mill</title></head><body><article><h1>Mill</h1>${story}</article></body></html>`
const record = (path: string, headers: string, body: Uint8Array) =>
  plainRecord(path, Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\n${headers}\r\n`), body]))
function plainRecord(path: string, http: Buffer) {
  return Buffer.concat([
    Buffer.from(
      `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://mill.example/${path}\r\nWARC-Date: 2024-03-01T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:0>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${http.length}\r\n\r\n`,
    ),
    http,
    Buffer.from('\r\n\r\n'),
  ])
}
async function read(...records: Buffer[]): Promise<[string, string][]> {
  const found: [string, string][] = []
  for await (const entry of readArchive(
    (async function* () {
      yield Buffer.concat(records)
    })(),
  )) {
    const items = 'failure' in entry ? [entry] : await loadArticles(entry.source)
    for (const item of items) found.push([entry.name, 'failure' in item ? item.failure : item.article.text.slice(0, 8)])
  }
  return found
}
const html = 'Content-Type: text/html\r\n'

it('pages of archives come in packed, in charsets that nobody knows, and without a type', async () => {
  const latin = Buffer.from(page.replace('rye', 'ryé'), 'latin1')
  expect(
    await read(
      record('br', `${html}Content-Encoding: br\r\n`, brotliCompressSync(page)),
      record('label', 'Content-Type: text/html; charset=none\r\n', latin),
      record('untold', 'Server: mill\r\n', Buffer.from(page)),
      record('data', 'Server: mill\r\n', Buffer.from([1, 2, 3, 4])),
      record('png', 'Content-Type: image/png\r\n', Buffer.from('x')),
    ),
  ).toEqual([
    ['https://mill.example/br', 'The mill'],
    ['https://mill.example/label', 'The mill'],
    ['https://mill.example/untold', 'The mill'],
    ['https://mill.example/data', expect.stringContaining('no Content-Type')],
  ])
})

it('an answer without HTTP headers, with headers that do not end, or with none at all, does not stop an archive', async () => {
  expect(
    await read(
      plainRecord('bare', Buffer.from(page)),
      plainRecord('bytes', Buffer.from([1, 2, 3, 4, 5, 6])),
      plainRecord('empty', Buffer.alloc(0)),
      plainRecord('endless', Buffer.from(`HTTP/1.1 200 OK\r\nX: ${'y'.repeat(1_200_000)}`)),
      plainRecord('status', Buffer.from('HTTP/1.1 200 OK')),
      record('last', html, Buffer.from(page)),
    ),
  ).toEqual([
    ['https://mill.example/bare', 'The mill'],
    ['https://mill.example/bytes', expect.stringContaining('no HTML')],
    ['https://mill.example/empty', expect.stringContaining('no HTML')],
    ['https://mill.example/endless', expect.any(String)],
    ['https://mill.example/status', expect.stringContaining('no HTML')],
    ['https://mill.example/last', 'The mill'],
  ])
})
