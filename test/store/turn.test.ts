import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import sql from 'sql-template-tag'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore, type Store } from '../../src/store/open.ts'

let folder: string
let store: Store
let other: Store

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'article-facts-'))
  store = await openStore(join(folder, 'facts.db'))
  other = await openStore(join(folder, 'facts.db'))
  store.serve(0)
})

afterEach(async () => {
  await store.close()
  await other.close()
  rmSync(folder, { recursive: true })
})

const write = (to: Store) =>
  to.write(async (tx) => {
    await tx.insert('keys', [
      { id: `key_${await tx.raise()}`, name: 'a', hash: `${Math.random()}`, scopes: '[]', created_at: '2026-01-01' },
    ])
  })
/** The version, and how much is stored. */
const look = async () => {
  const { sequence } = store.version()
  return [sequence, (await store.all(sql`select id from keys`)).length]
}

describe('what requests read in one turn of the event loop', () => {
  it('is of one state, whatever others write meanwhile; the next turn sees that', async () => {
    const before = await look()
    await write(other)
    expect(await look()).toEqual(before)
    await turn()
    expect(await look()).toEqual([before[0]! + 1, before[1]! + 1])
  })

  it('has in it what a task has just written, once the store was told', async () => {
    const [sequence, stored] = await look()
    await write(other)
    await store.refresh()
    expect(await look()).toEqual([sequence! + 1, stored! + 1])
  })

  it('has in it what the store itself has written', async () => {
    const [sequence, stored] = await look()
    await write(store)
    expect(await look()).toEqual([sequence! + 1, stored! + 1])
    await write(other)
    await turn()
    await write(store)
    expect(await look()).toEqual([sequence! + 3, stored! + 3])
  })
})
