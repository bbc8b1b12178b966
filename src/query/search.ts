import { ProblemError } from '../model/problem.ts'
import type { Expression } from '../words/expression.ts'
import { foldWords, joinCompounds } from '../words/fold.ts'

// What people write into a search box: words, "phrases", -word, word*, OR, and parentheses. Nothing of it is ignored in silence: what cannot be
// searched is refused with the way to say it, or noted.

export type Search = { readonly expression: Expression; readonly notes: readonly string[] }

/** Letters that the beginning of a word must have: shorter ones stand in nearly every text. */
const shortestPrefix = 3
/** Parentheses within parentheses. */
const deepest = 10

/**
 * AND, OR and NOT (also for a minus), parentheses, phrases with their marks, and words. A hyphen in or behind a word is no minus; NUL ends a
 * string of FTS5 wherever it stands.
 */
const split = (text: string): string[] =>
  [...text.replaceAll('\u0000', ' ').matchAll(/(?<minus>(?<![^\s(])-(?=[^\s-]))|[()]|"[^"]*(?:"\*?)?|[^\s"()]+/g)].map(
    ({ 0: token, groups }) => (groups!.minus === undefined ? token : 'NOT'),
  )

/**
 * Reads a search. OR binds tighter than what stands next to each other: `china trade OR exports` wants china, and one of the others.
 * @param parameter that has it, for errors
 * @param names of parameters, which people try as `name:value`
 * @throws {ProblemError} invalid-parameter, where nothing is left to look for, or something cannot be looked for
 */
export function parseSearch(parameter: string, text: string, names: ReadonlySet<string> = new Set()): Search {
  const refuse = (code: string, detail: string): never => {
    throw new ProblemError('invalid-parameter', `"${parameter}": ${detail}`, [{ parameter, code, detail }])
  }
  const notes: string[] = []
  const tokens = split(text)
  let at = 0

  function readTerm(token: string): Expression | undefined {
    const isQuoted = token.startsWith('"')
    const inner = isQuoted ? token.slice(1).replace(/"?(?<star>\*?)$/, '$<star>') : token
    const [, name, value] = /^(?<name>[A-Za-z_]+):(?<value>.+)$/.exec(token) ?? []
    if (name !== undefined && names.has(name))
      refuse('not-a-field', `"${token}" is not searched by field here. Use the parameter: ${name}=${value}.`)
    const words = foldWords(inner)
    if (!words.length) {
      if (inner.trim()) notes.push(`${parameter}: "${inner.trim()}" has no letter or digit and was left out.`)
      return undefined
    }
    if (isQuoted && !/"\*?$/.test(token.slice(1)))
      notes.push(
        `${parameter}: the quotation mark before ${inner.trim()} is not closed; all behind it was taken for the phrase.`,
      )
    const isPrefix = /[\p{L}\p{N}\p{M}]\*+$/u.test(inner)
    if (/\*/.test(inner.replace(/\*+$/, '')) || (!isPrefix && inner.endsWith('*')))
      refuse('misplaced-star', `"${inner}": a star stands at the end of a word, for words that begin so (elect*).`)
    const last = words.at(-1)!.form
    if (isPrefix && [...last].length < shortestPrefix)
      refuse('short-prefix', `"${inner}": the beginning of a word has at least ${shortestPrefix} letters.`)
    const [compound, ...others] = joinCompounds(inner, words)
    const isOne = compound && !others.length && compound.start === words[0]!.start && compound.end === words.at(-1)!.end
    return {
      kind: 'term',
      term: {
        words: words.map(({ form }) => form),
        compound: isOne ? compound.form : undefined,
        isExact: isQuoted,
        isPrefix,
      },
    }
  }

  /** A term or a group; undefined for what was left out. */
  function readOne(depth: number): Expression | undefined {
    const token = tokens[at++]!
    if (token !== '(') return readTerm(token)
    if (depth >= deepest) refuse('too-deep', `Parentheses are nested more than ${deepest} deep.`)
    const inside = readAll(depth + 1)
    if (tokens[at] === ')') at++
    else notes.push(`${parameter}: a parenthesis is not closed; it was taken to close at the end.`)
    return inside
  }

  const isOperand = (token: string | undefined) =>
    token !== undefined && token !== ')' && token !== 'OR' && token !== 'AND'

  function readAny(depth: number): Expression | undefined {
    const first = readOne(depth)
    const of = first ? [first] : []
    while (tokens[at] === 'OR') {
      at++
      if (!isOperand(tokens[at]) || tokens[at] === 'NOT')
        refuse(
          'no-operand',
          '"OR" needs something to look for on either side; the word itself is searched in quotation marks: "or".',
        )
      const next = readOne(depth)
      if (next) of.push(next)
    }
    return of.length > 1 ? { kind: 'any', of } : of[0]
  }

  function readAll(depth: number): Expression | undefined {
    const of: Expression[] = []
    const without: Expression[] = []
    while (at < tokens.length && !(tokens[at] === ')' && depth > 0)) {
      const token = tokens[at]!
      if (token === ')') {
        notes.push(`${parameter}: a parenthesis was never opened and was left out.`)
        at++
      } else if (token === 'OR')
        refuse(
          'no-operand',
          '"OR" needs something to look for on either side; the word itself is searched in quotation marks: "or".',
        )
      else if (token === 'AND') {
        at++
        if (!isOperand(tokens[at]))
          refuse(
            'no-operand',
            '"AND" needs something to look for on either side; the word itself is searched in quotation marks: "and".',
          )
      } else if (token === 'NOT') {
        at++
        if (!isOperand(tokens[at])) refuse('no-operand', 'A minus, or "NOT", needs something to leave out.')
        const unwanted = readOne(depth)
        if (tokens[at] === 'OR')
          refuse('no-operand', 'What is left out cannot be one side of "OR": use parentheses, -(one OR other).')
        if (unwanted) without.push(unwanted)
      } else {
        const wanted = readAny(depth)
        if (wanted) of.push(wanted)
      }
    }
    if (!of.length) {
      if (without.length) refuse('no-words', 'A search needs a word to look for, not only words to leave out.')
      return undefined
    }
    return of.length === 1 && !without.length ? of[0] : { kind: 'all', of, without }
  }

  const expression = readAll(0)
  if (!expression) return refuse('no-words', 'A search needs at least one letter or digit.')
  return { expression, notes }
}
