import sql, { raw } from 'sql-template-tag'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { openStore } from '../../src/store/open.ts'
import { sqliteOf } from '../../src/store/sqlite/store.ts'
import { limitQueries, startClock } from '../../src/store/sqlite/time-limit.ts'

const store = await openStore(':memory:')

describe('a query that is asked again with other values', () => {
  afterEach(() => vi.unstubAllGlobals())

  const values = 'select value from counters'
  it.each([
    ['for an equal column', (type: string) => sql`${raw(values)} where facet = 'f' and type = ${type} order by value`],
    ['for one of a list', (type: string) => sql`${raw(values)} where type in (${type}, 'x') order by value`],
    ['up to a limit', (type: string) => sql`${raw(values)} where type <> '' order by value limit ${type.length}`],
  ])('is planned once: %s', async (_, query) => {
    const types = ['a', 'bb', 'ccc', 'dddd']
    for (const type of types)
      sqliteOf(store).exec(`insert or ignore into counters (facet, type, value, count) values ('f', '${type}', 'v', 1)`)
    // the driver makes a function for the rows of a statement each time that it was prepared
    const makeFunction = vi.fn(Function)
    vi.stubGlobal('Function', makeFunction)
    for (const type of types) expect(await store.all(query(type))).not.toEqual([])
    expect(makeFunction.mock.calls.length).toBeLessThan(2)
  })
})

describe('a limit of processor time', () => {
  it('does not count the time in which a query waits', () => {
    const database = sqliteOf(store)
    database.function(
      'wait',
      (milliseconds: unknown) =>
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds as number).length,
    )
    limitQueries(database, 400, true)
    startClock(database)
    const rows = database.prepare('select in_time(wait(value)) from json_each(?)').pluck().all('[250,250,1]')
    expect(rows).toEqual([1, 1, 1])
    limitQueries(database, 0)
  })
})
