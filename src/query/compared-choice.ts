import sql, { raw, type Sql } from 'sql-template-tag'
import type { Store } from '../store/database.ts'
import type { Dialect } from '../store/dialect.ts'
import { chooseClaims, linksOf, withArticles } from './access.ts'
import { type ClaimChoice, leadConditions } from './choice.ts'
import type { Condition } from './conditions.ts'
import { mostSampled, where } from './page.ts'
import { runQuery } from './run.ts'
import { wordConditions } from './words.ts'

/** The claims that are compared, and what they are compared in. */
const comparisonsOf = { comparables: 'comparisons', quotations: 'quote_comparisons' } as const
type Compared = keyof typeof comparisonsOf
/** Along the claims, with little beside their comparisons. */
const byClaim = { comparables: 'comparables indexed by comparables_by_claim', quotations: 'quotations' } as const

/**
 * That one of the claims of a comparison is under the filters.
 * @returns the condition, and how many claims it goes by where more fit: the latest stored
 */
export async function ofChosen(
  store: Store,
  choice: ClaimChoice,
  table: Compared,
): Promise<{ conditions: Condition[]; sample?: number }> {
  if (choice.used.length === 0) return { conditions: [] }
  const found = await runQuery<{ id: string; claims: number }>(store, gather(store.dialect, choice, table))
  const claims = found.reduce((sum, one) => sum + one.claims, 0)
  const ids = store.dialect.anyOf(found.map(({ id }) => id))
  return {
    conditions: [sql`${raw(`${comparisonsOf[table]}.id`)} ${ids}`],
    ...(claims >= mostSampled && { sample: mostSampled }),
  }
}

/** The comparisons of the latest claims that fit, each with how many of these it has. */
function gather(dialect: Dialect, choice: ClaimChoice, table: Compared): Sql {
  const { from, row, along, byWords } = chooseCompared(dialect, choice, table)
  // one row a claim along the links: cheaper for SQLite than to look for an earlier link at each
  const isGrouped = along && dialect.engine === 'sqlite'
  const conditions = [
    raw(`${table}.comparison is not null`),
    ...(byWords ? wordConditions(dialect, choice, true) : []),
    ...leadConditions(dialect, choice, along, !along, isGrouped),
    // those of actors are claims of their own, which nothing compares
    ...(along ? [raw("claim_actors.relation <> 'mention'")] : []),
    ...choice.conditions,
  ]
  return sql`select comparison as id, count(*) as claims
    from (select comparison from ${raw(dialect.along(from))} ${where(dialect, conditions, `${table}.claim`)}
      ${raw(isGrouped ? 'group by claim_actors.claim' : '')} order by ${raw(row)} limit ${mostSampled}) as latest
    group by comparison`
}

/** The way to the claims that are compared: by what a list of them would be found by, but with little read of those that are not compared. */
function chooseCompared(dialect: Dialect, choice: ClaimChoice, table: Compared) {
  const { words, lead, byArticles } = choice
  const { sameClaim } = dialect
  const ofClaims = sameClaim('claims.seq', `${table}.claim`)
  const compared = byClaim[table]
  const byWords = words.length > 0
  const along = !byWords && lead?.outdone === false
  const to = (tables: string, claim: string) =>
    withArticles(
      choice,
      `${tables} cross join ${compared} on ${sameClaim(`${table}.claim`, claim)} cross join claims indexed by claims_counted on ${ofClaims}`,
    )
  const found = { along, byWords }
  if (byWords) {
    const { alone, row } = dialect.lead.claims
    // where claims have their words in their own row, these are the tables already
    const from =
      alone === 'claims' ? withArticles(choice, `${compared} cross join claims on ${ofClaims}`) : to(alone, row)
    return { ...found, from, row: `${row} desc` }
  }
  if (along) return { ...found, from: to(linksOf(choice), 'claim_actors.claim'), row: 'claim_actors.claim desc' }
  const way = chooseClaims(dialect, choice, false, 'position')
  if (byArticles !== undefined && way.startsWith(byArticles)) {
    const from = `${byArticles} cross join ${table} indexed by ${table}_by_article on ${table}.article = articles.seq cross join claims indexed by claims_counted on ${ofClaims}`
    return { ...found, from, row: `articles.seq desc, ${table}.claim desc` }
  }
  if (/indexed by claims_by_(?!type)/.test(way))
    return { ...found, from: `${way} cross join ${compared} on ${ofClaims}`, row: 'claims.seq desc' }
  return {
    ...found,
    from: withArticles(choice, `${compared} cross join claims indexed by claims_counted on ${ofClaims}`),
    row: `${table}.claim desc`,
  }
}
