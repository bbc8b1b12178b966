import { spawnSync } from 'node:child_process'
import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { runHere } from './run-here.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'article-facts-hostile-'))
const load = (...paths: string[]) => runHere(['load', '--db', join(folder(), 'a.db'), '--workers', '0', ...paths])
const story = 'The port handled 4 million tonnes of grain last year, its director, Ada Berg, said on Tuesday.'

describe('files that are not what they seem', () => {
  it('takes only a regular file of limited size for a sidecar', async () => {
    const here = folder()
    for (const name of ['pipe', 'link', 'large', 'good']) writeFileSync(join(here, `${name}.txt`), story)
    spawnSync('mkfifo', [join(here, 'pipe.json')])
    writeFileSync(join(here, 'secret'), 'hunter2hunter2')
    symlinkSync(join(here, 'secret'), join(here, 'link.json'))
    writeFileSync(join(here, 'large.json'), `{"title": "${'a'.repeat(100_000)}"}`)
    writeFileSync(join(here, 'good.json'), '{"title": "Grain"}')
    const { status, stdout, stderr } = await load(here)
    expect(stdout).toContain('1 added, 0 replaced, 0 unchanged, 3 failed')
    expect(stderr).toContain('pipe.json is not a regular file')
    expect(stderr).toContain('link.json is a symbolic link')
    expect(stderr).toContain('large.json is over the limit of 64 KB')
    expect(stderr).not.toContain('hunter')
    expect(status).toBe(1)
  })

  it('waits for no pipe among the articles', async () => {
    const here = folder()
    spawnSync('mkfifo', [join(here, 'a.txt'), join(here, 'b.json')])
    writeFileSync(join(here, 'c.txt'), story)
    const { stdout, stderr } = await load(join(here, 'a.txt'), join(here, '*.{json,txt}'))
    expect(stdout).toContain('1 added, 0 replaced, 0 unchanged, 2 failed')
    expect(stderr).toContain('a.txt: is not a regular file')
  })

  it('shows control characters of names and titles as what they are', async () => {
    const here = folder()
    writeFileSync(join(here, 'a\u001b[2Jb\nc.txt'), story)
    writeFileSync(
      join(here, 'feed.xml'),
      '<rss version="2.0"><channel><item><title>&#x9b;31m\u202Eevil</title></item><item><title>x</title></item></channel></rss>',
    )
    const { stdout, stderr } = await load(here)
    expect(stdout).toContain('a\\u{1b}[2Jb\\u{a}c.txt: added')
    expect(stderr).toContain('\\u{202e}evil: has no text')
    for (const character of ['\u001b', '\u009b', '\u202E']) expect(stdout + stderr).not.toContain(character)
  })

  it('reports headers of an archive that have no end, or none within their record', async () => {
    const here = folder()
    const record = (http: string, length = http.length) =>
      `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://a.example/\r\nContent-Type: application/http\r\nContent-Length: ${length}\r\n\r\n${http}\r\n\r\n`
    const page = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>${story.repeat(3)}</p>`
    const headers = (size: number) => `HTTP/1.1 200 OK\r\nX: ${'a'.repeat(size)}\r\n\r\n`
    const archives: Record<string, string> = {
      'large.warc': record(page) + record(headers(5_000_000)) + record(page),
      'endless.warc': `${record(page)}WARC/1.0\r\nX: ${'a'.repeat(5_000_000)}`,
      'open.warc': record(page) + record('HTTP/1.1 200 OK\r\nX: a') + record(page),
      'unmeasured.warc':
        record(page) + record(page).replace(/Content-Length: \d+/, 'Content-Length: many') + record(page),
    }
    for (const [name, bytes] of Object.entries(archives)) {
      writeFileSync(join(here, name), bytes)
      writeFileSync(join(here, `${name}.gz`), gzipSync(bytes))
    }
    const { status, stdout, stderr } = await load(here)
    // the pages before and, where the record tells its length, behind are kept, under one address
    expect(stdout).toContain('1 added, 0 replaced, 11 unchanged, 8 failed')
    for (const name of Object.keys(archives).flatMap((name) => [name, `${name}.gz`]))
      expect(stderr).toMatch(
        new RegExp(
          `${name}: (?:https://a.example/: )?has (?:a record with headers over the limit of 1 MB|HTTP headers that do not end|no Content-Type|a record of no known length)`,
        ),
      )
    expect(status).toBe(1)
  })
})
