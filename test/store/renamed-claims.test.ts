import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, describe, expect, it } from 'vitest'
import { walk } from '../../src/ingest.ts'
import type { Claim } from '../../src/model/claim/index.ts'
import { readConfig } from '../../src/model/config.ts'
import { createApp } from '../../src/serve/app.ts'
import { createTasks } from '../../src/serve/tasks.ts'
import { openStore } from '../../src/store/open.ts'
import { migrate, readMigrations } from '../../src/store/sqlite/migrate.ts'
import { sqliteOf } from '../../src/store/sqlite/store.ts'

const folder = mkdtempSync(join(tmpdir(), 'article-facts-renamed-'))
const file = join(folder, 'old.db')
const tricky = 'He wrote "id":"clm_0123456789abcdef" and "quoteId":"clm_0123456789abcdef".'

/** A database of the program before ids said which article they belong to, with reviews of claims that are there and of one that has gone. */
function makeOld() {
  const store = new Database(file)
  const migrations = readMigrations()
  migrate(store, migrations.slice(0, 3))
  store.exec(readFileSync(join(import.meta.dirname, 'first-version.sql'), 'utf8'))
  migrate(store, migrations.slice(0, 12))
  const claims = store
    .prepare<[], { id: string; article: string; json: string; text_hash: string }>(
      'SELECT claims.id, articles.id AS article, json, text_hash FROM claims JOIN articles ON articles.seq = claims.article ORDER BY claims.seq',
    )
    .all()
  const [first, quoted, gone] = claims as [(typeof claims)[0], (typeof claims)[0], (typeof claims)[0]]
  const quoteId = claims.at(-1)!.id
  const json = JSON.stringify({
    ...JSON.parse(quoted.json),
    sentence: { text: tricky, start: 0, end: 1 },
    attributedTo: { name: 'A', surface: 'A', quoteId },
  })
  store.prepare('UPDATE claims SET json = ?, extracted = ? WHERE id = ?').run(json, json, quoted.id)
  const review = store.prepare(
    `INSERT INTO reviews (id, claim_id, text_hash, status, corrections, reviewer, reviewed_at, sequence, reading) VALUES (?, ?, ?, 'confirmed', ?, 'Ada', '2024-03-01T08:00:00.000Z', 4, ?)`,
  )
  review.run('rev_1', first.id, first.text_hash, null, first.json)
  review.run(
    'rev_2',
    quoted.id,
    quoted.text_hash,
    JSON.stringify({ attributedTo: { name: 'A', surface: 'A', quoteId } }),
    json,
  )
  const reading = JSON.stringify({ ...JSON.parse(gone.json), id: 'clm_00000000000000ff' })
  review.run('rev_3', 'clm_00000000000000ff', 'a text that has gone', null, reading)
  store.exec(
    `INSERT INTO changes (kind, id, article_id, deleted, changed_at, sequence) VALUES ('claim', '${first.id}', '${first.article}', 0, '2024-03-01T08:00:00.000Z', 4)`,
  )
  store.exec(`UPDATE state SET value = 4 WHERE name = 'sequence'`)
  const identity = store.prepare(`SELECT value FROM state WHERE name = 'identity'`).pluck().get()
  store.close()
  return { claims, quoted, first, identity, quoteId, articleOfGone: gone.article }
}

const { claims, quoted, first, identity, quoteId, articleOfGone } = makeOld()
const opened = await openStore(file)
const store = sqliteOf(opened)
const app = await createApp({
  store: opened,
  tasks: createTasks(opened, () => walk),
  config: readConfig({ RATE_LIMIT: '0', BASE_PATH: '/facts' }),
})
afterAll(async () => {
  await app.close()
  await opened.close()
  rmSync(folder, { recursive: true })
})
const renamed = (old: string, article: string) => `clm_${article.slice(4, 8)}${old.slice(4)}`

describe('a database whose claims have ids of before', () => {
  it('gives each claim an id that begins as its article, wherever it is written', () => {
    for (const { id, article } of claims)
      expect(
        JSON.parse(String(store.prepare('SELECT json FROM claims WHERE id = ?').pluck().get(renamed(id, article)))).id,
      ).toBe(renamed(id, article))
    const row = store
      .prepare<[string], { json: string; extracted: string }>('SELECT json, extracted FROM claims WHERE id = ?')
      .get(renamed(quoted.id, quoted.article))!
    for (const json of [row.json, row.extracted]) {
      const claim = JSON.parse(json) as Extract<Claim, { type: 'actor' }>
      expect(claim.attributedTo!.quoteId).toBe(renamed(quoteId, quoted.article))
      expect(claim.sentence.text).toBe(tricky)
    }
    const reviews = store.prepare('SELECT claim_id FROM reviews ORDER BY id').pluck().all()
    expect(reviews).toEqual([
      renamed(first.id, first.article),
      renamed(quoted.id, quoted.article),
      renamed('clm_00000000000000ff', articleOfGone),
    ])
    expect(String(store.prepare(`SELECT corrections FROM reviews WHERE id = 'rev_2'`).pluck().get())).toContain(
      renamed(quoteId, quoted.article),
    )
    expect(store.prepare(`SELECT id FROM changes WHERE kind = 'claim'`).pluck().all()).toEqual([
      renamed(first.id, first.article),
    ])
    expect(store.prepare(`SELECT value FROM state WHERE name = 'identity'`).pluck().get()).not.toBe(identity)
  })

  it('leads from an old id to the new one', async () => {
    for (const path of ['', '/source', '/reviews?limit=1']) {
      const { statusCode, headers } = await app.inject(`/facts/v1/claims/${first.id}${path}`)
      expect([statusCode, headers.location]).toEqual([
        301,
        `/facts/v1/claims/${renamed(first.id, first.article)}${path}`,
      ])
      expect((await app.inject(headers.location as string)).statusCode).toBe(200)
    }
    const { statusCode } = await app.inject('/facts/v1/claims/clm_0123456789abcdef')
    expect(statusCode).toBe(404)
  })

  it('refuses a cursor of before, which a mirror would go on from with ids that are gone', async () => {
    const after = Buffer.from(JSON.stringify([identity, 4])).toString('base64url')
    const { statusCode, body } = await app.inject(`/facts/v1/changes?after=${after}`)
    expect([statusCode, body]).toEqual([400, expect.stringContaining('begin the mirror anew')])
  })
})
