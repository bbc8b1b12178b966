import sql, { raw } from 'sql-template-tag'
import { toSearchable } from '../../words/searchable.ts'
import type { Finding } from '../check.ts'
import type { Dialect } from '../dialect.ts'
import type { Sqlite } from './statements.ts'

// Full text keeps words as `toSearchable` makes them: FTS5 only tells them apart at spaces. Its tables keep no text.

/** Sentences whose words are kept for the next claim: the claims of one sentence follow one another. */
const mostKept = 32

/** Gives a connection the SQL function `searchable(text)`. */
export function addSearchable(database: Sqlite): void {
  const kept = new Map<string, string>()
  database.function('searchable', { deterministic: true }, (text: unknown) => {
    if (typeof text !== 'string' || text === '') return ''
    const known = kept.get(text)
    if (known !== undefined) return known
    const words = toSearchable(text)
    if (kept.size >= mostKept) kept.clear()
    kept.set(text, words)
    return words
  })
}

/** Gives a connection `claims_words` and `articles_words`, the words of full text in their order, one row an occurrence: https://sqlite.org/fts5.html#the_fts5vocab_virtual_table_module */
export function addVocabulary(database: Sqlite): void {
  for (const table of ['claims', 'articles'])
    database.exec(`create virtual table temp.${table}_words using fts5vocab('main', '${table}_text', 'instance')`)
}

/** One seek a word: a constraint on the next one, for `min` reads every occurrence. No word has the character 1. */
export const wordsBeginning: Dialect['wordsBeginning'] = async (reading, table, start, most) => {
  const end = `${start}\u{10FFFF}`
  const from = raw(`(select term from temp.${table}_words where term >=`)
  const rows = await reading.all<{ word: string }>(
    sql`with recursive words (word, place) as (
        select ${from} ${start} and term < ${end} limit 1), 1
        union all
        select ${from} word || char(1) and term < ${end} limit 1), place + 1 from words where word is not null and place < ${most})
      select word from words where word is not null`,
  )
  return rows.map(({ word }) => word)
}

/** Fills the words of all claims, and of all articles. */
const claimWords = raw(`insert into claims_text (rowid, surface, sentence, measure)
  select seq, searchable(json ->> '$.surface'), searchable(json ->> '$.sentence.text'), searchable(measure) from claims`)
const articleWords = raw(
  'insert into articles_text (rowid, title, text) select seq, searchable(title), searchable(text) from articles',
)
const tables = [
  { index: 'claims_text', of: 'claims', refill: claimWords },
  { index: 'articles_text', of: 'articles', refill: articleWords },
]
const empty = (index: string) => raw(`insert into ${index} (${index}) values ('delete-all')`)

type Upkeep = Pick<Dialect, 'fillWords' | 'updateWords' | 'removeWords' | 'refillWords' | 'checkWords'>

export const upkeep: Upkeep = {
  // one statement a transaction is several times faster than one a claim
  fillWords: async (tx, articles) => {
    const among = tx.dialect.anyOf(articles)
    await tx.run(sql`${articleWords} where seq ${among}`)
    await tx.run(sql`${claimWords} where article ${among}`)
  },
  updateWords: async (tx, seq, claim) => {
    const measure = (claim.type === 'figure' && claim.measure) || ''
    await tx.run(
      sql`update claims_text set surface = searchable(${claim.surface}), sentence = searchable(${claim.sentence.text}), measure = searchable(${measure}) where rowid = ${seq}`,
    )
  },
  removeWords: async (tx, article) => {
    await tx.run(sql`delete from claims_text where rowid in (select seq from claims where article = ${article})`)
    await tx.run(sql`delete from articles_text where rowid = ${article}`)
  },
  refillWords: async (tx) => {
    for (const { index, refill } of tables) {
      await tx.run(empty(index))
      await tx.run(refill)
    }
  },
  checkWords: async (tx, repair) => {
    const found: Finding[] = []
    for (const { index, of, refill } of tables) {
      const { wrong } = (await tx.first<{ wrong: number }>(
        raw(
          `select count(*) as wrong from (select seq from (select seq from ${of} except select rowid from ${index}) union all select * from (select rowid from ${index} except select seq from ${of}))`,
        ),
      ))!
      if (wrong === 0) continue
      if (repair) {
        await tx.run(empty(index))
        await tx.run(refill)
      }
      found.push({ what: `${wrong} rows of the full-text index ${index} are missing or too many`, repaired: repair })
    }
    return found
  },
}
