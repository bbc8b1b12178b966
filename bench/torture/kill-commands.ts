import { type ChildProcess, spawn } from 'node:child_process'
import { copyFileSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { SingleBar } from 'cli-progress'
import { ingestArticle } from '../../src/ingest.ts'
import { checkStore } from '../../src/store/check.ts'
import { openStore, type Store } from '../../src/store/open.ts'
import { saveArticles } from '../../src/store/save.ts'
import { sidecars } from '../../src/store/sqlite/identify.ts'
import { sqliteOf } from '../../src/store/sqlite/store.ts'
import { makeTexts } from '../database.ts'
import type { Report } from './report.ts'

/** A command that is killed while it works on a file, and what must be there then. */
type Victim = {
  readonly name: string
  readonly args: readonly string[]
  /** Makes its files as they are before. */
  readonly prepare: () => void
  /** Whether its work has begun. */
  readonly isUnderWay: () => boolean
  /** Looks at what it left; says of a fault. */
  readonly verify: (lost: (what: string) => void) => Promise<void>
}

const now = '2024-03-02T08:00:00.000Z'
const root = join(import.meta.dirname, '../..')

async function save(file: string, texts: readonly string[], share = 1): Promise<void> {
  const store = await openStore(file)
  await saveArticles(
    store,
    texts.map((text, i) => {
      const url = `https://example.org/${i}`
      const record = ingestArticle({ text, metadata: { url, publishedAt: '2024-03-01' } }, now)
      return share === 1 ? record : { ...record, claims: record.claims.filter((_, k) => k % share > 0) }
    }),
  )
  sqliteOf(store).pragma('wal_checkpoint(TRUNCATE)')
  await store.close()
}

/** What is in a database, in a string. */
const contentsOf = (store: Store) =>
  JSON.stringify(sqliteOf(store).prepare('SELECT id, text_hash FROM articles ORDER BY id').all()) +
  JSON.stringify(sqliteOf(store).prepare('SELECT json FROM claims ORDER BY id').pluck().all())

async function look<T>(file: string, read: (store: Store) => T | Promise<T>): Promise<T> {
  const store = await openStore(file)
  try {
    return await read(store)
  } finally {
    await store.close()
  }
}
const claimsOf = (store: Store): Map<string, string> =>
  new Map(
    sqliteOf(store)
      .prepare(
        `SELECT articles.id, (SELECT group_concat(json, char(10)) FROM (SELECT json FROM claims WHERE article = articles.seq ORDER BY seq)) FROM articles`,
      )
      .raw()
      .all() as [string, string][],
  )

function put(from: string, to: string): void {
  for (const ending of ['', ...sidecars]) rmSync(to + ending, { force: true })
  copyFileSync(from, to)
}

/** Kills `backup`, `restore`, `check --repair` and `reread` at random moments between the begin and the end of their work. */
export async function killCommands(report: Report, folder: string, times: number): Promise<void> {
  const at = (name: string) => join(folder, name)
  const texts = makeTexts(90)
  await save(at('one'), texts.slice(0, 30))
  await save(at('two'), texts)
  await save(at('aged'), texts, 3)
  await look(at('aged'), (store) => sqliteOf(store).exec(`UPDATE readings SET rules = 'older'`))
  copyFileSync(at('two'), at('damaged'))
  await look(at('damaged'), (store) =>
    sqliteOf(store).exec(
      `DELETE FROM actors WHERE mention_count < 3; UPDATE counters SET count = count + 1; UPDATE articles SET date_count = 7; DELETE FROM claims_text WHERE rowid % 2; DELETE FROM changes`,
    ),
  )
  const [one, two] = [await look(at('one'), contentsOf), await look(at('two'), contentsOf)]
  const [before, after] = [await look(at('aged'), claimsOf), await look(at('two'), claimsOf)]
  const target = at('target.db')
  const isPartial = (name: string) => name.startsWith(`${basename(target)}.partial`)
  const isBegun = () => existsSync(`${target}-wal`) && statSync(`${target}-wal`).size > 0
  const oneOrOther = async (lost: (what: string) => void) => {
    for (const name of readdirSync(folder)) if (isPartial(name)) lost(`${name} was left behind`)
    const [contents, found] = await look(
      target,
      async (store) => [contentsOf(store), await checkStore(store, false)] as const,
    )
    if (contents !== one && contents !== two) lost('neither what was there nor what was to come')
    for (const { what } of found) lost(what)
  }
  const victims: Victim[] = [
    {
      name: 'backup',
      args: ['backup', target, '--force', '--db', at('two')],
      prepare: () => put(at('one'), target),
      isUnderWay: () => readdirSync(folder).some(isPartial),
      verify: async (lost) => {
        await oneOrOther(lost)
        if ((await look(at('two'), contentsOf)) !== two) lost('the database itself is another one')
      },
    },
    {
      name: 'restore',
      args: ['restore', at('two'), '--force', '--db', target],
      prepare: () => put(at('one'), target),
      isUnderWay: () => readdirSync(folder).some(isPartial),
      verify: oneOrOther,
    },
    {
      name: 'check --repair',
      args: ['check', '--repair', '--db', target],
      prepare: () => put(at('damaged'), target),
      isUnderWay: () => existsSync(`${target}-shm`),
      verify: async (lost) => {
        const found = await look(target, async (store) => await checkStore(store, false))
        const unrepaired = await look(at('damaged'), async (store) => await checkStore(store, false))
        if (found.length > 0 && JSON.stringify(found) !== JSON.stringify(unrepaired)) lost('repaired by halves')
        await look(target, async (store) => await checkStore(store, true))
        if ((await look(target, contentsOf)) !== two) lost('a claim or an article is another one')
        for (const { what } of await look(target, async (store) => await checkStore(store, false)))
          lost(`once more: ${what}`)
      },
    },
    {
      name: 'reread',
      args: ['reread', '--db', target],
      prepare: () => put(at('aged'), target),
      isUnderWay: isBegun,
      verify: async (lost) =>
        await look(target, async (store) => {
          const older = new Set(
            sqliteOf(store)
              .prepare(`SELECT articles.id FROM readings JOIN articles ON seq = article WHERE rules = 'older'`)
              .pluck()
              .all(),
          )
          if (older.size > 0 && older.size < before.size) report.tried('reread by a part')
          for (const [id, claims] of claimsOf(store))
            if (claims !== (older.has(id) ? before : after).get(id))
              lost(`article ${id} has neither its old nor its new claims`)
          for (const { what } of await checkStore(store, false)) lost(what)
        }),
    },
  ]
  for (const victim of victims) {
    const whole = await time(victim)
    const bar = new SingleBar({ format: `${victim.name} {bar} {value}/{total}`, clearOnComplete: true })
    bar.start(times, 0)
    for (let i = 0; i < times; i++) {
      victim.prepare()
      const { child, ended } = start(victim)
      await begin(victim, child)
      // each kill a little later in its work than the one before
      await setTimeout((whole * (i + Math.random())) / times)
      const wasThere = child.kill('SIGKILL')
      const code = await ended
      report.tried(`kills of ${victim.name}`)
      if (wasThere && code === null) report.tried(`of them in its work`)
      await gone(folder, isPartial)
      await victim.verify((what) => report.lost(`${victim.name}, kill ${i}: ${what}`))
      bar.increment()
    }
    bar.stop()
  }
}

function start({ args }: Victim) {
  const child = spawn(process.execPath, ['src/cli/index.ts', ...args], { cwd: root, stdio: 'ignore' })
  return { child, ended: new Promise<number | null>((resolve) => child.on('close', resolve)) }
}

async function begin({ isUnderWay }: Victim, child: ChildProcess): Promise<void> {
  while (!isUnderWay() && child.exitCode === null) await setTimeout(1)
}

/** Milliseconds from the begin of its work to its end. */
async function time(victim: Victim): Promise<number> {
  victim.prepare()
  const { child, ended } = start(victim)
  await begin(victim, child)
  const begun = performance.now()
  if ((await ended) !== 0) throw new Error(`${victim.name} does not even work when it is left alone`)
  return performance.now() - begun
}

/** What a command was writing is removed a moment after it was killed. */
async function gone(folder: string, isPartial: (name: string) => boolean): Promise<void> {
  for (let i = 0; i < 200 && readdirSync(folder).some(isPartial); i++) await setTimeout(25)
}
