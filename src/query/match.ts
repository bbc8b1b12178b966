import { formsOf } from '../words/searchable.ts'
import type { Expression, Term } from './search.ts'

// A search as an expression of FTS5. Every word is quoted: nothing that a user writes is syntax.

/** `exact`: words as they are written; `all`: in any of their forms. */
export type Forms = 'exact' | 'all'

/** The expression. `column` limits it to one column. */
export function toMatch(expression: Expression, forms: Forms = 'all', column?: string): string {
  const match = express(expression, forms)
  return column ? `${column} : (${match})` : match
}

/** An expression that finds at least what `all` finds and `exact` does not; undefined where that is nothing. One word has others that are rarer than itself. */
export function toOtherForms(expression: Expression): string | undefined {
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
