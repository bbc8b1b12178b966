import { readdirSync, readFileSync } from 'node:fs'
import { join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

// The rooms of src/ and what each may import of ours. One direction, no circles.
const all = [
  'model',
  'text',
  'words',
  'say',
  'compare',
  'fetch',
  'load',
  'segment',
  'syntax',
  'extract',
  'resolve',
  'store',
  'query',
  'serve',
  'client',
  'web',
  'cli',
  'threads',
  'weights',
  'ingest',
  'index',
  'main',
  'service',
]
const arrows: Record<string, string[]> = {
  text: [],
  // how words are written and inflected: what full text is made of and asked for
  words: [],
  model: ['text'],
  // values as people say them
  say: ['model'],
  // other people's servers; what comes from there is for others to read
  fetch: ['model'],
  load: ['model', 'text'],
  segment: ['model', 'text'],
  syntax: ['model', 'text'],
  extract: ['model', 'text', 'syntax'],
  resolve: ['model', 'text', 'syntax'],
  // reads the files of weights for whoever starts the walk
  weights: ['text', 'syntax', 'extract', 'resolve'],
  // what claims come to beside those of other articles
  compare: ['model', 'words'],
  store: ['model', 'words', 'compare'],
  query: ['model', 'text', 'words', 'compare', 'store'],
  serve: ['model', 'say', 'query', 'store'],
  ingest: ['model', 'text', 'load', 'segment', 'syntax', 'extract', 'resolve', 'weights'],
  // the client knows the service by its document alone
  client: [],
  web: ['client', 'say'],
  index: ['model', 'text', 'ingest'],
  // what the service does in other threads and processes
  threads: ['model', 'store', 'serve', 'ingest'],
  cli: all,
  main: all,
  service: all,
}

const src = join(import.meta.dirname, '../src')
const files = (readdirSync(src, { recursive: true }) as string[]).filter(
  (file) => file.endsWith('.ts') && !file.includes('generated'),
)
const roomOf = (file: string) => file.split('/')[0]!.replace(/\.tsx?$/, '')
const importsOf = (file: string) =>
  [...readFileSync(join(src, file), 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map((match) =>
    normalize(join(file, '..', match[1]!)),
  )

describe('the rooms of src/', () => {
  it.each(files)('%s imports only what its room may', (file) => {
    const room = roomOf(file)
    const allowed = arrows[room]
    expect(allowed, `src/${room} is no room of the house`).toBeDefined()
    for (const target of importsOf(file).filter((target) => /\.tsx?$/.test(target))) {
      const to = roomOf(target)
      if (to !== room) expect(allowed, `${file} imports ${target}`).toContain(to)
    }
  })

  it('is imported by nothing below: ingest, threads, service, main, cli and the library stand on top', () => {
    for (const file of files.filter((file) => !['cli', 'main', 'index', 'service', 'threads'].includes(roomOf(file))))
      for (const target of importsOf(file))
        expect(['ingest', 'main', 'cli', 'index', 'service', 'threads']).not.toContain(roomOf(target))
  })

  it('knows its databases by the waist: drivers are imported in the folders of the engines alone', () => {
    for (const file of files.filter((one) => !/^store\/(?:sqlite|postgres)\//.test(one)))
      expect(readFileSync(join(src, file), 'utf8'), file).not.toMatch(/from '(?:better-sqlite3|postgres)'/)
  })

  it('keeps the walk free of clock, chance and the file system', () => {
    for (const file of files.filter(
      (file) =>
        ['load', 'segment', 'syntax', 'extract', 'resolve', 'text', 'words'].includes(roomOf(file)) ||
        file === 'ingest.ts',
    )) {
      const code = readFileSync(join(src, file), 'utf8')
      expect(code, file).not.toMatch(/Date\.now|new Date\(\)|Math\.random|randomUUID|from 'node:fs|process\./)
    }
  })

  it('starts commands that read no text without the lists of words, which take half a second', () => {
    const reached = new Set<string>()
    const reach = (file: string) => {
      if (reached.has(file)) return
      reached.add(file)
      // what is brought in later is left out
      for (const [, target] of readFileSync(join(src, file), 'utf8').matchAll(
        /^(?:import|export) (?!type)[^'"]*?from '(\.[^']+)'/gm,
      ))
        reach(normalize(join(file, '..', target!)))
    }
    reach('cli/program.ts')
    expect(reached.size).toBeGreaterThan(20)
    expect(
      [...reached].filter((file) => /^(?:extract|resolve|syntax|segment|weights)\/|^text\/lexicon/.test(file)),
    ).toEqual([])
  })
})
