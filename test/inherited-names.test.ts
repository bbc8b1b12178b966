import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { extractClaims } from '../src/ingest.ts'
import type { LoadSource } from '../src/load/formats.ts'
import { loadArticles } from '../src/load/index.ts'
import { operationsOf } from './requests.ts'
import { startService } from './serve/service.ts'

// `table[word]` finds what every object inherits where the word is `constructor`. A name that exists nowhere is put on the prototype of
// all objects: whoever asks a plain object for a word of a text, a page or a request is caught in the act.

const name = 'zzprobe'
const asked = new Set<string>()
const service = await startService()
const document = parse(readFileSync(join(import.meta.dirname, '../openapi.yaml'), 'utf8'))
const ids: Record<string, string> = {
  articleId: (await service.get('/v1/articles')).body.items[0].id,
  claimId: (await service.get('/v1/figures')).body.items[0].id,
  actorId: (await service.get('/v1/actors')).body.items[0].id,
}
const key = service.authorize('admin')
const ask = (options: object) => service.app.inject(options)

Object.defineProperty(Object.prototype, name, {
  configurable: true,
  get() {
    const line = new Error().stack?.split('\n')[2] ?? ''
    const place = /\/src\/([\w/-]+\.ts):\d+/.exec(line)
    if (place) asked.add(place[0])
    return undefined
  },
  // a parser that writes to what it made: as if the name were nowhere
  set(value) {
    Object.defineProperty(this, name, { value, writable: true, enumerable: true, configurable: true })
  },
})
beforeEach(() => asked.clear())
afterAll(() => void delete (Object.prototype as Record<string, unknown>)[name])

const text = `Zzprobe said zzprobe of zzprobe rose 5 zzprobe to 10 zzprobes in zzprobe 2020. "Zzprobe is zzprobe," said Zzprobe Zzprobe, zzprobe of Zzprobe.
On 5 zzprobe 2020, 3 zzprobe zzprobe, $5 zzprobe, 5zzprobe, zzprobe5, ZZPROBE (zzprobe). zzprobe-zzprobe five-zzprobe zzprobe-five zzprobe's. Twenty zzprobe.
zzprobe 5. Last zzprobe, next zzprobe, two zzprobe ago; zzprobe per cent, zzprobe million. 12:30 zzprobe. Zzprobe, Zzprobe and Zzprobe. According to zzprobe,
zzprobes zzprobed. The zzprobe of Zzprobe fell by 3 zzprobe a zzprobe. zzprobe times zzprobe; 5 zzprobe of 10 zzprobe. Zzprobe Inc. (ZZPROBE) zzprobe.
US zzprobe $5. 5 zzprobe $. 20 dollars zzprobe. Every zzprobe. He is Mr Zzprobe, president of Zzprobe. He added: "Yes, it is as good as zzprobe." 7 km zzprobe.`

const page = `<html lang=zzprobe><head><meta name=zzprobe content=zzprobe><meta property="og:zzprobe" content=x><meta name=author content=zzprobe><title>zzprobe</title>
<script type="application/ld+json">{"@type":"NewsArticle","zzprobe":1,"author":{"@id":"zzprobe"},"datePublished":"5 zzprobe 2020","inLanguage":"zzprobe"}</script></head>
<body><article><h1>Zzprobe</h1><time datetime=zzprobe>zzprobe</time><p>Posted on 3 zzprobe 2020<p class=zzprobe id=zzprobe>${text}<zzprobe zzprobe=zzprobe>${text}</zzprobe></article>`
const feed = `<rss><channel><zzprobe>zzprobe</zzprobe><item><title>zzprobe</title><pubDate>3 zzprobe 2020</pubDate><zzprobe zzprobe="zzprobe">x</zzprobe><description>${text}</description></item></channel></rss>`
const markdown = `---\nzzprobe: zzprobe\nauthor: zzprobe\nlanguage: zzprobe\ndate: 3 zzprobe 2020\n---\n# zzprobe\n\n${text}\n\n[zzprobe]: zzprobe\n`
const sources: Omit<LoadSource, 'bytes'>[] = [
  { name: 'page', format: 'html', charset: name },
  { name: 'feed', format: 'feed' },
  { name: 'markdown', format: 'markdown', sidecar: `{"zzprobe":"zzprobe","author":"zzprobe"}` },
  { name: 'text', format: 'text' },
]
const contents: Record<string, string> = { page, feed, markdown, text }

describe('no table of ours is asked for a word from outside', () => {
  it('by the extractor', () => {
    for (const form of [text, text.toLowerCase(), text.toUpperCase()])
      extractClaims(form, { publishedAt: '2021-03-04', language: 'en' })
    expect([...asked]).toEqual([])
  })

  it('by the readers of files', async () => {
    for (const source of sources)
      await loadArticles({ ...source, bytes: Buffer.from(contents[source.name]!) } as LoadSource).catch(() => [])
    expect([...asked]).toEqual([])
  })

  it('by the service', async () => {
    for (const { method, path, operation } of operationsOf(document)) {
      if (operation.operationId === 'streamChanges') continue
      const filled = path.replaceAll(/\{(\w+)\}/g, (_, parameter: string) => ids[parameter] ?? name)
      const given = (operation.parameters ?? []) as { name?: string; $ref?: string }[]
      for (const one of given) {
        const parameter = one.name ?? document.components.parameters[one.$ref!.split('/').at(-1)!].name
        await ask({ method, url: `${filled}?${parameter}=${name}` })
      }
      const headers = { accept: name, 'accept-language': name, 'accept-encoding': name, 'if-none-match': name }
      await ask({ method, url: `${filled}?${name}=${name}`, headers: { ...key, ...headers } })
      if (method !== 'get')
        await ask({ method, url: filled, headers: key, payload: { [name]: name, text, type: name, language: name } })
    }
    expect([...asked]).toEqual([])
  })
})
