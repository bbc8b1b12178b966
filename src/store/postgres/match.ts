import sql, { raw, type Sql } from 'sql-template-tag'
import type { Expression, Term } from '../../words/expression.ts'
import { formsOf } from '../../words/searchable.ts'
import type { RelevancePart, Search, SearchTable } from '../dialect.ts'

// A search as a tsquery. Fields are told apart by weights; every word is quoted: nothing that a user writes is syntax.

/** Weights of the fields: a claim's words A, its measure B, its sentence C; an article's title A, its text C. */
export const weights = { surface: 'A', measure: 'B', sentence: 'C', title: 'A', text: 'C' } as const
/** What is a claim's or an article's own. */
const own: Readonly<Record<SearchTable, string>> = { claims: 'AB', articles: 'A' }

/** `exact`: words as they are written; `all`: in any of their forms. */
type Forms = 'exact' | 'all'

/** The query for searches that all have to hold; undefined for a part of the results that there cannot be. */
export function queryOf(table: SearchTable, searches: readonly Search[], part?: RelevancePart): string | undefined {
  const all = expressAll(searches, 'all')
  if (part === undefined) return all
  const exact = expressAll(searches, 'exact')
  if (part === 'own') return expressAll(searches, 'exact', own[table])
  if (part === 'rest') return `(${exact}) & !(${expressAll(searches, 'exact', own[table])})`
  if (exact === all) return undefined
  const ownForms = expressAll(searches, 'all', own[table])
  return part === 'own-forms' ? `(${ownForms}) & !(${exact})` : `(${all}) & !(${exact}) & !(${ownForms})`
}

/** Titles alone, as an index has them: GIN knows no weights, and every text that has a word would be looked into for where it stands. */
const titles = raw(`ts_filter(articles.words, '{a}')`)

/** That articles are in a part of the results; undefined for one that there cannot be. */
export function articlesOf(searches: readonly Search[], part: RelevancePart): Sql | undefined {
  const [exact, all] = [expressAll(searches, 'exact'), expressAll(searches, 'all')]
  const has = (words: Sql, query: string) => sql`${words} @@ ${query}::tsquery`
  const anywhere = raw('articles.words')
  if (part === 'own') return has(titles, exact)
  if (part === 'rest') return sql`${has(anywhere, exact)} and not ${has(titles, exact)}`
  if (exact === all) return undefined
  if (part === 'own-forms') return sql`${has(titles, all)} and not ${has(anywhere, exact)}`
  return sql`${has(anywhere, all)} and not ${has(anywhere, exact)} and not ${has(titles, all)}`
}

const expressAll = (searches: readonly Search[], forms: Forms, among?: string): string =>
  searches.map(({ expression, field }) => `(${express(expression, forms, weightsOf(field, among))})`).join(' & ')

/** The weights of a field that is named, among those that are its own. */
function weightsOf(field: string | undefined, among = ''): string {
  if (field === undefined) return among
  return weights[field as keyof typeof weights]
}

function express(expression: Expression, forms: Forms, among: string): string {
  if (expression.kind === 'term') return `(${alternatives(expression.term, forms, among).join(' | ')})`
  if (expression.kind === 'any') return `(${expression.of.map((one) => express(one, forms, among)).join(' | ')})`
  const wanted = expression.of.map((one) => express(one, forms, among))
  // what is left out is left out in all its forms
  const unwanted = expression.without.map((one) => `!${express(one, 'all', among)}`)
  return `(${[...wanted, ...unwanted].join(' & ')})`
}

function alternatives({ words, compound, isExact, isPrefix }: Term, forms: Forms, among: string): string[] {
  const word = (form: string, isStart = false) => {
    const marks = `${isStart ? '*' : ''}${among}`
    return `${quote(form)}${marks ? `:${marks}` : ''}`
  }
  const last = words.length - 1
  const phrase = words.map((form, i) => word(form, isPrefix && i === last)).join(' <-> ')
  const plain = [
    words.length > 1 ? `(${phrase})` : phrase,
    ...(compound === undefined ? [] : [word(compound, isPrefix)]),
  ]
  const form = words.length === 1 ? words[0] : compound
  if (forms === 'exact' || isExact || isPrefix || form === undefined) return plain
  return [
    ...plain,
    ...formsOf(form)
      .slice(1)
      .map((other) => word(other)),
  ]
}

/** A word as tsquery and tsvector write it; longer ones than PostgreSQL takes are cut, in the text as in the question. */
export const quote = (word: string): string =>
  `'${(word.length > longest ? word.slice(0, longest) : word).replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
/** Letters of a word: four bytes each are within the 2,046 that a lexeme may have. */
const longest = 500
