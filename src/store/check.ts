import sql, { raw } from 'sql-template-tag'
import { countClaims } from '../model/article.ts'
import type { Claim } from '../model/claim/index.ts'
import { findWrongCounters, recount } from './counters.ts'
import type { Store, Writing } from './database.ts'
import { holdWriters } from './hold-writers.ts'
import { joinActors, linkActors } from './link-actors.ts'
import { foldAll } from './roll-up.ts'

/** Something that is not as it has to be. `repaired`: it was made anew from the claims. */
export type Finding = { readonly what: string; readonly repaired: boolean }

type ArticleRow = {
  seq: number
  id: string
  text: string
  actor_count: number
  date_count: number
  figure_count: number
  quote_count: number
  checked_count: number
}
type ClaimRow = { seq: number; id: string; start_at: number; end_at: number; type: string; json: string }

/**
 * Recounts everything: the file itself, every claim's span against its text, the counts of articles, the full-text index, what is known of
 * actors, and the changes for mirrors. What follows from the claims can be made anew; a text, a claim or a file that is damaged cannot.
 * @param repair whether to do so, in one transaction
 * @param onArticle called for each article, with how many there are
 */
export async function checkStore(
  store: Store,
  repair: boolean,
  onArticle: (total: number) => void = () => {},
): Promise<Finding[]> {
  try {
    const damage = (await store.findDamage()).map((what) => ({ what, repaired: false }))
    if (damage.some(({ what }) => what.startsWith('the file'))) return damage
    return await store.write(async (tx) => {
      await holdWriters(tx)
      await foldAll(tx)
      return [
        ...damage,
        ...(await checkArticles(tx, repair, onArticle)),
        ...(await tx.dialect.checkWords(tx, repair)),
        ...(await checkActors(tx, repair)),
        ...(await checkChanges(tx, repair)),
        ...(await checkCounters(tx, repair)),
      ]
    })
  } catch (error) {
    const what = store.explainDamage(error)
    if (what === undefined) throw error
    return [{ what, repaired: false }]
  }
}

async function checkArticles(tx: Writing, repair: boolean, onArticle: (total: number) => void): Promise<Finding[]> {
  const found: Finding[] = []
  const { total } = (await tx.first<{ total: number }>(sql`select count(*) as total from articles`))!
  const next = (after: number) =>
    tx.first<ArticleRow>(sql`select * from articles where seq > ${after} order by seq limit 1`)
  for (let article = await next(-1); article; article = await next(article.seq)) {
    const claims: Claim[] = []
    const points = [...article.text]
    for (const row of await tx.all<ClaimRow>(
      sql`select seq, id, start_at, end_at, type, json from claims where article = ${article.seq} order by seq`,
    )) {
      const claim = parse(row.json)
      const words = points.slice(row.start_at, row.end_at).join('')
      if (!claim || claim.id !== row.id || claim.type !== row.type)
        found.push({ what: `claim ${row.id} of article ${article.id} cannot be read`, repaired: false })
      else if (claim.start !== row.start_at || claim.end !== row.end_at || claim.surface !== words)
        found.push({
          what: `claim ${row.id} of article ${article.id} is not what the text says there`,
          repaired: false,
        })
      if (claim) claims.push(claim)
    }
    const { actor, date, figure, quote } = countClaims(claims)
    const checked = claims.filter(({ section, review }) => section === 'body' && review).length
    const stored = [
      article.actor_count,
      article.date_count,
      article.figure_count,
      article.quote_count,
      article.checked_count,
    ]
    if (stored.join() !== [actor, date, figure, quote, checked].join()) {
      if (repair)
        await tx.run(
          sql`update articles set actor_count = ${actor}, date_count = ${date}, figure_count = ${figure}, quote_count = ${quote}, checked_count = ${checked} where seq = ${article.seq}`,
        )
      found.push({ what: `article ${article.id} is counted wrong`, repaired: repair })
    }
    onArticle(total)
  }
  return found
}

function parse(json: string): Claim | undefined {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

const actorTables = ['claim_actors', 'article_actors', 'actor_aliases', 'actors'] as const
const run = (tx: Writing, statement: string) => tx.run(raw(statement))

/** What is known of actors is made anew beside what is stored, and compared. */
async function checkActors(tx: Writing, repair: boolean): Promise<Finding[]> {
  for (const table of actorTables) await run(tx, `create temp table before_${table} as select * from ${table}`)
  await run(tx, 'savepoint actors')
  for (const table of actorTables) await run(tx, `delete from ${table}`)
  const actors = new Set<string>()
  for (const { seq } of await tx.all<{ seq: number }>(sql`select seq from articles order by seq`)) {
    const rows = await tx.all<{ seq: number; json: string }>(
      sql`select seq, json from claims where article = ${seq} order by seq`,
    )
    const read = rows.flatMap(({ seq: row, json }) => {
      const claim = parse(json)
      return claim ? [{ seq: row, claim }] : []
    })
    for (const actor of await linkActors(tx, seq, read)) actors.add(actor)
  }
  await joinActors(tx, actors)
  const found: Finding[] = []
  for (const table of actorTables) {
    const wrong =
      (await countMissing(tx, table, `before_${table}`)) + (await countMissing(tx, `before_${table}`, table))
    if (wrong > 0) found.push({ what: `${wrong} rows of ${table} do not follow from the claims`, repaired: repair })
  }
  if (!repair || found.length === 0) await run(tx, 'rollback to savepoint actors')
  await run(tx, 'release savepoint actors')
  for (const table of actorTables) await run(tx, `drop table before_${table}`)
  return found
}

/** Rows of one table that another does not have. */
const countMissing = async (tx: Writing, one: string, other: string): Promise<number> =>
  (await tx.first<{ count: number }>(
    raw(`select count(*) as count from (select * from ${one} except select * from ${other}) as missing`),
  ))!.count

async function checkChanges(tx: Writing, repair: boolean): Promise<Finding[]> {
  const missing = raw(
    `from articles where id in (select id from articles except select id from changes where kind = 'article' and deleted = 0)`,
  )
  const { wrong } = (await tx.first<{ wrong: number }>(sql`select count(*) as wrong ${missing}`))!
  if (wrong === 0) return []
  if (repair)
    await tx.run(
      sql`insert into changes (kind, id, article_id, deleted, changed_at, sequence)
        select 'article', id, id, 0, loaded_at, sequence ${missing}
        on conflict (kind, id) do update set deleted = 0, changed_at = excluded.changed_at`,
    )
  return [{ what: `${wrong} articles are missing from the changes`, repaired: repair }]
}

/** Last, for it counts by what was put in order before. */
async function checkCounters(tx: Writing, repair: boolean): Promise<Finding[]> {
  const wrong = await findWrongCounters(tx)
  if (wrong === 0) return []
  if (repair) await recount(tx)
  return [{ what: `${wrong} counters are not what a recount gives`, repaired: repair }]
}
