import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ingestArticle } from '../../src/ingest.ts'
import { openStore } from '../../src/store/open.ts'
import { sqliteOf } from '../../src/store/sqlite/store.ts'
import { size } from '../size.ts'

const root = join(import.meta.dirname, '../..')
const kills = size(2, 40)

describe('a process killed in the middle of a load', () => {
  it(`leaves every article whole or absent, ${kills} times over`, { timeout: 900_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'article-facts-kill-'))
    const texts = join(folder, 'texts')
    mkdirSync(texts)
    const expected = new Map<string, number>()
    for (let i = 0; i < 60; i++) {
      const text = Array.from(
        { length: 12 },
        (_, k) =>
          `Output of plant ${i} rose by ${k + 2}% to $${i + k}m last year, Mayor Ada Berg${k} said. “We will build ${i + 3} ships in Norway,” she added.`,
      ).join('\n\n')
      writeFileSync(join(texts, `${i}.txt`), text)
      writeFileSync(
        join(texts, `${i}.json`),
        JSON.stringify({ url: `https://example.org/${i}`, publishedAt: '2024-03-01' }),
      )
      const record = ingestArticle(
        { text, metadata: { url: `https://example.org/${i}`, publishedAt: '2024-03-01' } },
        'now',
      )
      expected.set(record.id, record.claims.length)
    }
    const file = join(folder, 'killed.db')
    let partly = 0
    for (let round = 0; round < kills; round++) {
      if (round % 3 === 0) rmSync(file, { force: true })
      const child = spawn(process.execPath, ['src/cli/index.ts', 'load', '--db', file, texts], {
        cwd: root,
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
      // from the first line on, the load is under way
      await new Promise<void>((resolve) => {
        child.stdout.once('data', () => resolve())
        child.on('close', () => resolve())
      })
      await new Promise((resolve) => setTimeout(resolve, (round * 67) % 190))
      child.kill('SIGKILL')
      await ended
      const store = await openStore(file)
      expect(sqliteOf(store).pragma('integrity_check', { simple: true })).toBe('ok')
      expect(sqliteOf(store).pragma('foreign_key_check')).toEqual([])
      const articles = sqliteOf(store)
        .prepare(
          'SELECT articles.id, count(claims.seq) AS claims, (SELECT count(*) FROM articles_text WHERE rowid = articles.seq) AS texts FROM articles LEFT JOIN claims ON claims.article = articles.seq GROUP BY articles.seq',
        )
        .all() as { id: string; claims: number; texts: number }[]
      for (const { id, claims, texts: indexed } of articles)
        expect([id, claims, indexed]).toEqual([id, expected.get(id), 1])
      expect(sqliteOf(store).prepare('SELECT count(*) FROM claims_text').pluck().get()).toBe(
        sqliteOf(store).prepare('SELECT count(*) FROM claims').pluck().get(),
      )
      if (articles.length < expected.size) partly++
      await store.close()
    }
    expect(partly).toBeGreaterThan(0)
    rmSync(folder, { recursive: true })
  })
})
