import { searchVersion, toSearchable } from '../words/searchable.ts'
import { prepareOnce, type Store } from './open.ts'

// Full text keeps words as `toSearchable` makes them: FTS5 only tells them apart at spaces.

/** Sentences whose words are kept for the next claim: the claims of one sentence follow one another. */
const mostKept = 32

/** Gives a connection the SQL function `searchable(text)`. */
export function addSearchable(store: Store): void {
  const kept = new Map<string, string>()
  store.function('searchable', { deterministic: true }, (text: unknown) => {
    if (typeof text !== 'string' || text === '') return ''
    const known = kept.get(text)
    if (known !== undefined) return known
    const words = toSearchable(text)
    if (kept.size >= mostKept) kept.clear()
    kept.set(text, words)
    return words
  })
}

/** Fills the words of all claims, and of all articles. */
export const claimWords = `INSERT INTO claims_text (rowid, surface, sentence, measure)
  SELECT seq, searchable(json ->> '$.surface'), searchable(json ->> '$.sentence.text'), searchable(measure) FROM claims`
export const articleWords = `INSERT INTO articles_text (rowid, title, text) SELECT seq, searchable(title), searchable(text) FROM articles`

/** Words of new articles and their claims: one statement a transaction is several times faster than one a claim. */
export function fillWords(store: Store, articles: ReadonlySet<number>): void {
  const list = JSON.stringify([...articles])
  prepareOnce(store, `${articleWords} WHERE seq IN (SELECT value FROM json_each(?))`).run(list)
  prepareOnce(store, `${claimWords} WHERE article IN (SELECT value FROM json_each(?))`).run(list)
}

/** Makes all words anew where another version of folding and stemming made them. */
export function refillWords(store: Store): void {
  const versionOf = store.prepare(`SELECT value FROM state WHERE name = 'words'`).pluck()
  const isCurrent = () => versionOf.get() === searchVersion
  if (isCurrent()) return
  store
    .transaction(() => {
      if (isCurrent()) return
      for (const index of ['claims_text', 'articles_text'])
        store.exec(`INSERT INTO ${index} (${index}) VALUES ('delete-all')`)
      store.exec(articleWords)
      store.exec(claimWords)
      store.prepare(`UPDATE state SET value = ? WHERE name = 'words'`).run(searchVersion)
    })
    .immediate()
}
