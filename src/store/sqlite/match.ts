import type { Expression, Term } from '../../words/expression.ts'
import { formsOf } from '../../words/searchable.ts'
import type { RelevancePart, Search, SearchTable } from '../dialect.ts'

// A search as an expression of FTS5. Every word is quoted: nothing that a user writes is syntax.

/** `exact`: words as they are written; `all`: in any of their forms. */
type Forms = 'exact' | 'all'

/** The expression. `column` limits it to one column. */
function toMatch(expression: Expression, forms: Forms = 'all', column?: string): string {
  const match = express(expression, forms)
  return column ? `${column} : (${match})` : match
}

/** An expression that finds at least what `all` finds and `exact` does not; undefined where that is nothing. One word has others that are rarer than itself. */
function toOtherForms(expression: Expression): string | undefined {
  const exact = express(expression, 'exact')
  const all = express(expression, 'all')
  if (exact === all) return undefined
  if (expression.kind !== 'term') return all
  const others = alternatives(expression.term, 'all').slice(alternatives(expression.term, 'exact').length)
  return others.join(' OR ')
}

function express(expression: Expression, forms: Forms): string {
  if (expression.kind === 'term') return `(${alternatives(expression.term, forms).join(' OR ')})`
  if (expression.kind === 'any') return `(${expression.of.map((one) => express(one, forms)).join(' OR ')})`
  const wanted = expression.of.map((one) => express(one, forms)).join(' AND ')
  // what is left out is left out in all its forms
  const unwanted = expression.without.map((one) => express(one, 'all')).join(' OR ')
  return unwanted ? `((${wanted}) NOT (${unwanted}))` : `(${wanted})`
}

const quote = (words: string, isPrefix = false) => `"${words}"${isPrefix ? ' *' : ''}`

function alternatives({ words, compound, isExact, isPrefix }: Term, forms: Forms): string[] {
  const own = [quote(words.join(' '), isPrefix), ...(compound === undefined ? [] : [quote(compound, isPrefix)])]
  const form = words.length === 1 ? words[0] : compound
  if (forms === 'exact' || isExact || isPrefix || form === undefined) return own
  return [
    ...own,
    ...formsOf(form)
      .slice(1)
      .map((other) => quote(other)),
  ]
}

/** What is a claim's or an article's own: a claim's words and what it measures, not the rest of its sentence; an article's title. */
export const own: Readonly<Record<SearchTable, string>> = { claims: '{surface measure}', articles: '{title}' }

/** The expression for searches that all have to hold. */
export const matchOf = (searches: readonly Search[], forms: Forms = 'all'): string =>
  searches.map(({ expression, field }) => `(${toMatch(expression, forms, field)})`).join(' AND ')

/**
 * The expression for one part of the results; undefined where there can be none in it.
 * @param own columns, as FTS5 lists them
 */
export function matchPart(searches: readonly Search[], part: RelevancePart, own: string): string | undefined {
  const exact = matchOf(searches, 'exact')
  if (part === 'own') return `${own} : (${exact})`
  if (part === 'rest') return `(${exact}) NOT (${own} : (${exact}))`
  const others =
    searches.length === 1 ? toOtherForms(searches[0]!.expression) : differing(exact, matchOf(searches, 'all'))
  if (others === undefined) return undefined
  return part === 'own-forms'
    ? `(${own} : (${others})) NOT (${exact})`
    : `((${others}) NOT (${exact})) NOT (${own} : (${others}))`
}

const differing = (exact: string, all: string) => (exact === all ? undefined : all)
