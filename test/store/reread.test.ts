import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ingestArticle, rereadArticle } from '../../src/ingest.ts'
import { readRules } from '../../src/model/rules-version.ts'
import { checkStore } from '../../src/store/check.ts'
import { openStore, type Store } from '../../src/store/open.ts'
import { findStoredArticle } from '../../src/store/readings.ts'
import { reviewClaim } from '../../src/store/review-claim.ts'
import { saveArticle } from '../../src/store/save.ts'
import { sqliteOf } from '../../src/store/sqlite/store.ts'
import { mapToCodePoints, mapToCodeUnits } from '../../src/text/offsets.ts'
import { runHere } from '../cli/run-here.ts'
import { size } from '../size.ts'

const root = join(import.meta.dirname, '../..')
const folder = () => mkdtempSync(join(tmpdir(), 'article-facts-reread-'))
/** A command of a program that stands somewhere else. */
const runThere = (program: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/index.ts', ...args], {
    cwd: program,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

/** The sources somewhere else, where a rule can be another one. */
function copyProgram(): string {
  const copy = folder()
  for (const name of ['src', 'migrations', 'seeds', 'package.json'])
    cpSync(join(root, name), join(copy, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  return copy
}

function edit(file: string, from: string, to: string): void {
  const before = readFileSync(file, 'utf8')
  expect(before).toContain(from)
  writeFileSync(file, before.replaceAll(from, to))
}

const texts = [
  'Exports of Norway rose by 4% to $24bn last year, Mayor Ada Berg said 😀. Chile sold 3 ships.',
  'Exports of Peru fell by 9% last year, Senator Luis Rojas said.',
  'Imports of Ghana rose by 12% in 2020, Mayor Kofi Adu said.',
]

async function makeStore(file: string): Promise<Store> {
  const store = await openStore(file)
  for (const [i, text] of texts.entries())
    await saveArticle(
      store,
      ingestArticle(
        { text, metadata: { url: `https://example.org/${i}`, publication: `Paper ${i}`, publishedAt: '2024-03-01' } },
        '2024-03-02T08:00:00.000Z',
      ),
    )
  return store
}

/** Everything that follows from the texts, in its order. */
const contents = (store: Store) => ({
  claims: sqliteOf(store).prepare('SELECT json FROM claims ORDER BY seq').pluck().all(),
  articles: sqliteOf(store).prepare('SELECT id, sections, language, loaded_at FROM articles ORDER BY seq').all(),
  actors: sqliteOf(store).prepare('SELECT * FROM actors ORDER BY id').all(),
})
const sequenceOf = (store: Store) =>
  sqliteOf(store).prepare(`SELECT value FROM state WHERE name = 'sequence'`).pluck().get()
/** As if other rules had read them. */
const age = (store: Store, change = '') => sqliteOf(store).exec(`UPDATE readings SET rules = 'older'; ${change}`)
const idOf = (store: Store, surface: string) =>
  sqliteOf(store).prepare(`SELECT id FROM claims WHERE json ->> '$.surface' = ?`).pluck().get(surface) as string
const reviewer = { name: 'Ada Berg', keyId: 'k', at: '2024-03-03T08:00:00.000Z' }

describe('the version of the rules', () => {
  it('is another one for whatever changes in a rule, a word list or a new room, and for nothing else', () => {
    const copy = join(copyProgram(), 'src')
    const { digest, packages } = readRules()
    expect(readRules(copy)).toEqual({ digest, packages })
    expect(packages).toEqual(expect.arrayContaining(['compromise', 'world-countries', 'date-easter']))
    for (const file of ['serve/app.ts', 'cli/load.ts', 'store/save.ts', 'load/html.ts'])
      writeFileSync(join(copy, file), '')
    expect(readRules(copy).digest).toBe(digest)
    const seen = new Set([digest])
    for (const file of [
      'extract/figure/amount.ts',
      'text/units.ts',
      'resolve/index.ts',
      'ingest.ts',
      'newroom.ts',
      'weights/other.bin',
    ]) {
      writeFileSync(join(copy, file), `// ${file}`)
      seen.add(readRules(copy).digest)
    }
    expect(seen.size).toBe(7)
  })
})

describe('article-facts reread', () => {
  it('brings articles that other rules read up to those of today, under the same ids, and says before that they are behind', async () => {
    const copy = copyProgram()
    // rules that take every dollar for a Canadian one
    edit(
      join(copy, 'src/ingest.ts'),
      'language, sections, claims }\n}',
      "language, sections, claims: claims.map((claim) => 'currency' in claim ? { ...claim, currency: 'CAD' } : claim) }\n}",
    )
    const file = join(folder(), 'a.db')
    const articles = folder()
    texts.forEach((text, i) => {
      writeFileSync(join(articles, `${i}.txt`), text)
      writeFileSync(
        join(articles, `${i}.json`),
        JSON.stringify({ url: `https://example.org/${i}`, publication: `Paper ${i}`, publishedAt: '2024-03-01' }),
      )
    })
    expect(runThere(copy, 'load', '--db', file, articles)).toMatchObject({ status: 0, stderr: '' })
    const store = await openStore(file)
    const before = sqliteOf(store).prepare(`SELECT id FROM claims WHERE currency = 'CAD'`).pluck().all()
    expect(before).toHaveLength(1)
    expect(await runHere(['check', '--db', file])).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(
        /no problems found\n3 of 3 articles were read by another version of the rules; `article-facts reread` updates them\n$/,
      ),
      stderr: '',
    })
    expect(runThere(copy, 'check', '--db', file).stdout).not.toContain('version')
    expect(await runHere(['reread', '--db', file])).toMatchObject({
      status: 0,
      stdout: '3 articles read anew: 1 changed, 2 as they were\n',
      stderr: '',
    })
    expect(sqliteOf(store).prepare(`SELECT id FROM claims WHERE currency = 'USD'`).pluck().all()).toEqual(before)
    const fresh = await makeStore(':memory:')
    const claims = (one: Store) =>
      contents(one)
        .claims.map((json) => json)
        .sort()
    expect(claims(store)).toEqual(claims(fresh))
    expect(await checkStore(store, false)).toEqual([])
    expect((await runHere(['check', '--db', file])).stdout).not.toContain('version')
    expect((await runHere(['reread', '--db', file])).stdout).toBe('0 articles read anew: 0 changed, 0 as they were\n')
    expect((await runHere(['reread', '--db', file, '--every'])).stdout).toContain('3 articles read anew: 0 changed')
    await store.close()
  })

  it('tells mirrors of what changed, and of nothing else', async () => {
    const file = join(folder(), 'a.db')
    const store = await makeStore(file)
    const before = contents(store)
    age(store)
    const sequence = sequenceOf(store)
    expect((await runHere(['reread', '--db', file])).stdout).toBe('3 articles read anew: 0 changed, 3 as they were\n')
    expect(sequenceOf(store)).toBe(sequence)
    expect(contents(store)).toEqual(before)
    age(store, `DELETE FROM claims WHERE id = '${idOf(store, '9%')}'`)
    expect((await runHere(['reread', '--db', file])).stdout).toContain('1 changed, 2 as they were')
    expect(contents(store).claims.sort()).toEqual(before.claims.sort())
    expect(
      sqliteOf(store).prepare('SELECT article_id FROM changes WHERE sequence > ?').pluck().all(sequence),
    ).toHaveLength(1)
    await store.close()
  })

  it('takes the filters of the list of articles, and refuses what is none', async () => {
    const file = join(folder(), 'a.db')
    const store = await makeStore(file)
    age(store)
    expect(
      (await runHere(['reread', '--db', file, 'publication=paper 1', 'published__gte=2024-01-01'])).stdout,
    ).toContain('1 articles')
    expect((await runHere(['reread', '--db', file, 'q=Ghana'])).stdout).toContain('1 articles')
    await store.close()
    for (const [filter, message] of [
      ['publicaton=x', /"publicaton" is .*publication/],
      ['published__gte=May', /published__gte/],
      ['foo=bar', /"foo" is not a parameter .*publication.*published__gte/],
      ['foo', /"foo" is .*NAME=VALUE.*publication.*published__gte/],
    ] as const) {
      const { status, stderr } = await runHere(['reread', '--db', file, filter])
      expect([status, stderr.trim().split('\n').length]).toEqual([1, 1])
      expect(stderr).toMatch(message)
    }
  })

  it('carries reviews over to the same words, and lists those that do not fit any more', async () => {
    const file = join(folder(), 'a.db')
    const store = await makeStore(file)
    const say = async (surface: string, review: 'confirmed' | 'rejected' | 'corrected', corrections?: object) => {
      const id = idOf(store, surface)
      await reviewClaim(
        store,
        id,
        { review, ...(corrections && { corrections: corrections as Record<string, unknown> }) },
        reviewer,
        () => {},
      )
      return id
    }
    const confirmed = await say('4%', 'confirmed')
    const rejected = await say('Chile', 'rejected')
    const corrected = await say('$24bn', 'corrected', { measure: 'imports' })
    const otherwise = await say('9%', 'confirmed')
    const gone = await say('12%', 'confirmed')
    // the rules of then had read more words, and another number; what they confirmed was that
    age(
      store,
      `UPDATE claims SET id = 'clm_gone' WHERE id = '${gone}'; UPDATE reviews SET claim_id = 'clm_gone' WHERE claim_id = '${gone}';
       UPDATE claims SET json = json_set(json, '$.id', 'clm_gone'), extracted = json_set(extracted, '$.id', 'clm_gone') WHERE id = 'clm_gone';
       UPDATE reviews SET reading = json_set(reading, '$.number', 900) WHERE claim_id = '${otherwise}';
       UPDATE claims SET extracted = json_set(extracted, '$.number', 900) WHERE id = '${otherwise}';
       UPDATE claims SET extracted = json_remove(extracted, '$.kind') WHERE id IN ('${confirmed}', '${corrected}', '${rejected}');`,
    )
    const { status, stdout } = await runHere(['reread', '--db', file])
    expect(status).toBe(0)
    expect(stdout.split('\n').slice(0, -1)).toEqual([
      `figure ${otherwise} "9%", confirmed by Ada Berg on 2024-03-03: they are read otherwise now, so that it is unreviewed again`,
      'figure clm_gone "12%", confirmed by Ada Berg on 2024-03-03: no claim has these words any more',
      '3 articles read anew: 3 changed, 0 as they were; 2 reviews do not fit any more',
    ])
    const statusOf = (id: string) => sqliteOf(store).prepare('SELECT review FROM claims WHERE id = ?').pluck().get(id)
    expect([confirmed, rejected, corrected, otherwise, gone].map(statusOf)).toEqual([
      'confirmed',
      'rejected',
      'corrected',
      'none',
      'none',
    ])
    expect(sqliteOf(store).prepare('SELECT measure FROM claims WHERE id = ?').pluck().get(corrected)).toBe('imports')
    // every word that was said is still in the history
    expect(sqliteOf(store).prepare('SELECT count(*) FROM reviews').pluck().get()).toBe(5)
    expect(await checkStore(store, false)).toEqual([])
    await store.close()
  })

  it('reads parts whose kind the markup told as it told them, also where an older program did not keep what it told', async () => {
    const store = await openStore(':memory:')
    const text = 'A photo 😀 of 7 ships\n\nExports rose by 4%.'
    const end = text.indexOf('\n')
    const record = ingestArticle({ text, metadata: {}, sections: [{ kind: 'caption', start: 0, end }] }, 'now')
    expect(record.claims[0]).toMatchObject({ surface: '7 ships', section: 'caption' })
    await saveArticle(store, record)
    expect(rereadArticle((await findStoredArticle(store, 1))!)).toEqual(record)
    sqliteOf(store).exec('DELETE FROM readings')
    const { given, ...rest } = record
    expect(rereadArticle((await findStoredArticle(store, 1))!)).toMatchObject(rest)
    expect(given?.sections).toEqual([{ kind: 'caption', start: 0, end: end - 1 }])
  })

  it('goes on where it was killed', async () => {
    const file = join(folder(), 'a.db')
    const store = await openStore(file)
    const count = size(150, 400)
    for (let i = 0; i < count; i++)
      await saveArticle(
        store,
        ingestArticle({ text: `Plant ${i} made ${i + 2} ships, said Ada Berg. `.repeat(8), metadata: {} }, 'now'),
      )
    age(store)
    const left = () =>
      sqliteOf(store).prepare(`SELECT count(*) FROM readings WHERE rules = 'older'`).pluck().get() as number
    for (let round = 0; left() === count && round < 20; round++) {
      const child = spawn(process.execPath, ['src/cli/index.ts', 'reread', '--db', file], {
        cwd: root,
        stdio: 'ignore',
      })
      const ended = new Promise((resolve) => child.on('close', resolve))
      while (left() === count && child.exitCode === null) await new Promise((resolve) => setTimeout(resolve, 2))
      child.kill('SIGKILL')
      await ended
    }
    const rest = left()
    expect(rest).toBeLessThan(count)
    expect((await runHere(['reread', '--db', file])).stdout).toContain(`${rest} articles read anew: 0 changed`)
    expect(await checkStore(store, false)).toEqual([])
    await store.close()
  })
})

describe('loading an article again that other rules had read', () => {
  it('replaces its claims where they are others now, and changes nothing where they are not', async () => {
    const store = await makeStore(':memory:')
    const record = ingestArticle(
      {
        text: texts[0]!,
        metadata: { url: 'https://example.org/0', publication: 'Paper 0', publishedAt: '2024-03-01' },
      },
      '2024-03-02T08:00:00.000Z',
    )
    expect((await saveArticle(store, record)).outcome).toBe('unchanged')
    age(store)
    const sequence = sequenceOf(store)
    expect((await saveArticle(store, record)).outcome).toBe('unchanged')
    expect(sequenceOf(store)).toBe(sequence)
    age(store, `DELETE FROM claims WHERE id = '${idOf(store, '4%')}'`)
    expect((await saveArticle(store, record)).outcome).toBe('replaced')
    expect(idOf(store, '4%')).toMatch(/^clm_/)
  })
})

describe('offsets', () => {
  it('go to code points and back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(50), (text, nth) => {
        const points = [...text]
        const point = Math.min(nth, points.length)
        expect(mapToCodeUnits(text)(point)).toBe(points.slice(0, point).join('').length)
        expect(mapToCodePoints(text)(mapToCodeUnits(text)(point))).toBe(point)
      }),
    )
  })
})
