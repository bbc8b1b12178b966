import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ingestArticle } from '../../src/ingest.ts'
import { checkStore } from '../../src/store/check.ts'
import { openStore } from '../../src/store/open.ts'
import { reviewClaim } from '../../src/store/review-claim.ts'
import { deleteArticle, saveArticle } from '../../src/store/save.ts'
import { sqliteOf } from '../../src/store/sqlite/store.ts'
import { runHere } from '../cli/run-here.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'article-facts-'))

/** A database with a history: articles added, replaced and deleted, claims reviewed. */
async function makeStore(file = ':memory:') {
  const store = await openStore(file)
  const save = async (i: number, text: string) =>
    (
      await saveArticle(
        store,
        ingestArticle(
          { text, metadata: { url: `https://example.org/${i}`, publishedAt: '2024-03-01' } },
          '2024-03-02T08:00:00.000Z',
        ),
      )
    ).id
  const ids: string[] = []
  for (const i of [0, 1, 2, 3])
    ids.push(
      await save(
        i,
        `Exports of Norway rose by ${i + 2}% to $${i}4bn last year, Mayor Ada Berg said 😀. Chile sold ${i} ships.`,
      ),
    )
  await save(1, 'Exports of Peru fell by 9% last year, Senator Luis Rojas said.')
  await deleteArticle(store, ids[2]!, '2024-03-03T08:00:00.000Z')
  const reviewer = { name: 'tester', keyId: 'k', at: '2024-03-03T08:00:00.000Z' }
  const [figure, actor] = ['figure', 'actor'].map(
    (type) => sqliteOf(store).prepare('SELECT id FROM claims WHERE type = ? LIMIT 1').pluck().get(type) as string,
  )
  await reviewClaim(store, figure!, { review: 'corrected', corrections: { measure: 'imports' } }, reviewer, () => {})
  await reviewClaim(store, actor!, { review: 'rejected' }, reviewer, () => {})
  return store
}

describe('checking a database', () => {
  it('finds nothing wrong with one that was written, replaced, deleted from and reviewed', async () => {
    const store = await makeStore()
    const before = sqliteOf(store).serialize()
    expect(await checkStore(store, false)).toEqual([])
    expect(await checkStore(store, true)).toEqual([])
    expect(sqliteOf(store).serialize().equals(before)).toBe(true)
  })

  it.each([
    ['a count', `UPDATE articles SET figure_count = 9 WHERE seq = 1`, /counted wrong/],
    [
      'a claim missing from the full text',
      `DELETE FROM claims_text WHERE rowid = (SELECT min(seq) FROM claims)`,
      /claims_text/,
    ],
    [
      'words in the full text that nothing has',
      `INSERT INTO claims_text (rowid, surface, sentence, measure) VALUES (9999, 'a', 'b', 'c')`,
      /claims_text/,
    ],
    ['an article missing from the full text', `DELETE FROM articles_text WHERE rowid = 1`, /articles_text/],
    ['an actor that is gone', `DELETE FROM actors WHERE id = (SELECT min(id) FROM actors)`, /rows of actors/],
    ['a wrong count of mentions', `UPDATE actors SET mention_count = 99`, /rows of actors/],
    [
      'a link to the wrong actor',
      `UPDATE claim_actors SET actor_id = 'act_0' WHERE relation = 'source'`,
      /claim_actors/,
    ],
    [
      'a name that nobody has',
      `UPDATE actor_aliases SET alias = 'Zebulon' WHERE alias = 'Chile' AND article = 1`,
      /actor_aliases/,
    ],
    ['a wrong counter', `UPDATE counters SET count = count + 1 WHERE facet = 'unit'`, /counters/],
    ['a counter of nothing', `INSERT INTO counters VALUES ('unit', '', 'furlong', 3)`, /counters/],
    ['a counter that is gone', `DELETE FROM counters WHERE facet = 'actor'`, /counters/],
    ['a change that mirrors would miss', `DELETE FROM changes WHERE kind = 'article'`, /missing from the changes/],
  ])('finds and repairs %s', async (_what, damage, message) => {
    const store = await makeStore()
    sqliteOf(store).exec(damage)
    const found = await checkStore(store, false)
    expect(found.some(({ what }) => message.test(what))).toBe(true)
    expect(found.every(({ repaired }) => !repaired)).toBe(true)
    expect((await checkStore(store, true)).every(({ repaired }) => repaired)).toBe(true)
    expect(await checkStore(store, false)).toEqual([])
  })

  it.each([
    [
      'a text that was changed',
      `UPDATE articles SET text = replace(text, 'rose', 'fell by far') WHERE seq = 1`,
      /not what the text says/,
    ],
    [
      'a span that was moved',
      `UPDATE claims SET start_at = start_at + 1 WHERE seq = (SELECT min(seq) FROM claims)`,
      /not what the text says/,
    ],
    [
      'a claim that is no JSON',
      `UPDATE claims SET json = '{' WHERE seq = (SELECT min(seq) FROM claims)`,
      /cannot be read/,
    ],
  ])('finds %s, and does not pretend to repair it', async (_what, damage, message) => {
    const store = await makeStore()
    sqliteOf(store).exec(damage)
    const found = await checkStore(store, true)
    expect(found.some(({ what, repaired }) => message.test(what) && !repaired)).toBe(true)
  })

  it('says what is wrong, line by line, and ends with 1', async () => {
    const file = join(folder(), 'a.db')
    const store = await makeStore(file)
    sqliteOf(store).exec('UPDATE articles SET date_count = 7')
    await store.close()
    const found = await runHere(['check', '--db', file])
    expect([found.status, found.stdout]).toEqual([
      1,
      expect.stringMatching(/counted wrong\n[\s\S]*3 problems found, 0 repaired\n$/),
    ])
    expect(await runHere(['check', '--db', file, '--repair'])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('3 repaired'),
    })
    expect((await runHere(['check', '--db', file])).stdout).toBe('Checked 3 articles: no problems found\n')
  })

  it('finds a file whose pages were overwritten', async () => {
    const file = join(folder(), 'a.db')
    const store = await makeStore(file)
    sqliteOf(store).pragma('wal_checkpoint(TRUNCATE)')
    await store.close()
    const bytes = readFileSync(file)
    bytes.fill(0xff, 12_288, 40_960)
    writeFileSync(file, bytes)
    const { status, stdout, stderr } = await runHere(['check', '--db', file])
    expect(status).toBe(1)
    expect(stdout + stderr).toMatch(/damaged|malformed/)
    expect(stdout + stderr).not.toMatch(/at .*:\d+:\d+/)
  })
})
