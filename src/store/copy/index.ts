import sql, { raw } from 'sql-template-tag'
import { recount } from '../counters.ts'
import { type Snapshot, type Store, StoreError, type Writing } from '../database.ts'
import { joinActors } from '../link-actors.ts'
import { rollUp } from '../roll-up.ts'
import { deleteRows } from '../save.ts'
import { nextArticles, readBatch, writeBatch } from './batch.ts'
import { type CopyState, readCopyState, saveCopyState } from './progress.ts'
import { type Columns, findColumns, type Row, rowsOfTable, wholeTables } from './tables.ts'
import { compareStores, type Verdict } from './verify.ts'

/** Where the progress of a copy goes. */
export type CopyReporter = {
  /** @param step what is done now @param articles how many it has before it */
  start(step: 'copying' | 'comparing', articles: number): void
  moved(articles: number): void
  end(): void
  say(line: string): void
}

export type CopySummary = Verdict & {
  /** Articles that came now, and earlier. */
  readonly articles: number
  readonly before: number
  /** Whether the source has changed since it was read. */
  readonly outdated: boolean
}

/** Rows and actors that are written together. */
const atOnce = 500

/**
 * Copies a database into another, of either engine: articles, claims with their ids and reviews, keys, and the feed of changes in its order. What
 * was copied stays when it is broken off, and the next run goes on behind it; what has changed in the source since then is taken over.
 * @throws {StoreError} when the target holds something else, and when the copy is not what the source is
 */
export async function copyStore(source: Store, target: Store, reporter: CopyReporter): Promise<CopySummary> {
  await rollUp(source)
  const from = await source.snapshot(0)
  try {
    const columns = await findColumns(from, target)
    const state = await begin(from, target, reporter)
    const before = state.article < 0 ? 0 : await countArticles(target)
    reporter.start('copying', await countArticles(from))
    reporter.moved(before)
    await takeChanges(from, target, columns, state)
    await copyArticles(from, target, columns, state, reporter)
    await copyTables(from, target, columns)
    await settle(from, target)
    const articles = await countArticles(target)
    reporter.start('comparing', articles)
    const to = await target.snapshot(0)
    const verdict = await compareStores(from, to, columns, (count) => reporter.moved(count)).finally(() => to.close())
    if (verdict.differences.length)
      throw new StoreError(`the copy is not what the source is:\n${verdict.differences.join('\n')}`)
    await target.write((tx) => saveCopyState(tx, { unfinished: 0 }))
    await source.refresh()
    return { ...verdict, articles, before, outdated: source.version().sequence !== from.version().sequence }
  } finally {
    reporter.end()
    await from.close()
  }
}

const countArticles = async (reading: Snapshot | Store): Promise<number> =>
  (await reading.first<{ count: number }>(sql`select count(*) as count from articles`))!.count

/** Takes possession of the target, or goes on with what is there. */
async function begin(source: Snapshot, target: Store, { say }: CopyReporter): Promise<CopyState> {
  const { identity, sequence } = source.version()
  if (identity === target.version().identity) throw new StoreError('both are the same database')
  return target.write(async (tx) => {
    const known = await readCopyState(tx)
    const used = tx.version().sequence
    if (!known) {
      const isUsed =
        used > 0 ||
        (await tx.first(raw('select 1 from articles union all select 1 from reviews limit 1'))) !== undefined
      if (isUsed || (await tx.first(raw('select 1 from keys'))) !== undefined)
        throw new StoreError('the target is not empty: choose a new file or database')
      const state: CopyState = { source: identity, sequence, article: -1, settled: used, unfinished: 1 }
      await saveCopyState(tx, state)
      return state
    }
    if (known.source !== identity) throw new StoreError('the target is not empty: it is a copy of another database')
    // the version is set a moment before that is noted
    if (known.settled !== used && known.sequence !== used)
      throw new StoreError('the target has been written to since it was copied: choose a new file or database')
    await saveCopyState(tx, { unfinished: 1 })
    if (known.unfinished) say('goes on where the copy before was broken off')
    else if (known.sequence === sequence) say('is a copy already: nothing has changed in the source since')
    else say('is a copy already: what has changed in the source since is taken over')
    return known
  })
}

/** Puts articles in order that have changed in the source since they were copied, or have gone. */
async function takeChanges(source: Snapshot, target: Store, columns: Columns, state: CopyState): Promise<void> {
  const { sequence } = source.version()
  if (state.sequence === sequence) return
  const changed = (behind: string) =>
    source.all<{ id: string }>(
      sql`select distinct article_id as id from changes where sequence > ${state.sequence} and article_id > ${behind} order by 1 limit ${atOnce}`,
    )
  // all of them go before any comes: a text or an address may have moved from one to another
  for (let ids = await changed(''); ids.length; ids = await changed(ids.at(-1)!.id))
    await target.write(async (tx) => {
      for (const { seq } of await tx.all<{ seq: number }>(
        sql`select seq from articles where id ${tx.dialect.anyOf(ids.map(({ id }) => id))}`,
      ))
        await deleteRows(tx, seq)
    })
  for (let ids = await changed(''); ids.length; ids = await changed(ids.at(-1)!.id)) {
    const rows = await source.all<{ seq: number }>(
      sql`select seq from articles where id ${source.dialect.anyOf(ids.map(({ id }) => id))} and seq <= ${state.article} order by seq`,
    )
    for (const { seq } of rows) {
      const batch = await readBatch(source, columns, [seq])
      await target.write((tx) => writeBatch(tx, batch))
    }
  }
  await target.write((tx) => saveCopyState(tx, { sequence }))
}

async function copyArticles(
  source: Snapshot,
  target: Store,
  columns: Columns,
  { article }: CopyState,
  reporter: CopyReporter,
): Promise<void> {
  let behind = article
  for (let next = await nextArticles(source, behind); next.length; next = await nextArticles(source, behind)) {
    const batch = await readBatch(source, columns, next)
    const last = next.at(-1)!
    await target.write(async (tx) => {
      if ((await readCopyState(tx))?.article !== behind)
        throw new StoreError('another copy into this database is under way')
      await writeBatch(tx, batch)
      await saveCopyState(tx, { article: last })
    })
    behind = last
    reporter.moved(next.length)
  }
}

/** What is of all articles, in place of what there was. */
async function copyTables(source: Snapshot, target: Store, columns: Columns): Promise<void> {
  for (const table of wholeTables) {
    await target.write((tx) => tx.run(raw(`delete from ${table.name}`)))
    if (table.follows) continue
    for await (const rows of source.each<Row>(rowsOfTable(table, columns), atOnce))
      await target.write((tx) => tx.insert(table.name, rows))
  }
  await target.write(recount)
  for (let behind = ''; ; ) {
    const ids = (
      await target.all<{ id: string }>(
        sql`select distinct actor_id as id from article_actors where actor_id > ${behind} order by 1 limit ${atOnce}`,
      )
    ).map(({ id }) => id)
    if (ids.length === 0) return
    await target.write((tx) => joinActors(tx, new Set(ids)))
    behind = ids.at(-1)!
  }
}

/** The target goes on from the version of the source, as a database of its own. */
async function settle(source: Snapshot, target: Store): Promise<void> {
  const { sequence } = source.version()
  const seeds = await source.first<{ value: number }>(sql`select value from state where name = 'seeds'`)
  await target.write(async (tx: Writing) => {
    if (seeds)
      await tx.insert(
        'state',
        [{ name: 'seeds', value: seeds.value }],
        'on conflict (name) do update set value = excluded.value',
      )
    await tx.dialect.goOnFrom(tx, sequence)
    await saveCopyState(tx, { settled: sequence })
  })
  await target.refresh()
}
