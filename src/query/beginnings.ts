import type { Reading } from '../store/database.ts'
import type { SearchTable } from '../store/dialect.ts'
import type { Expression, Term } from '../words/expression.ts'
import { searchOf, type UsedFilter } from './conditions.ts'

/** Words that a beginning is taken apart into; one of more stays as it is. */
const mostWords = 40

/**
 * Filters of words with those that a beginning (`elect*`) stands for in its place, where the engine would gather all that it finds before it tells
 * the first: single words are read along the full text, each as far as it is asked for.
 */
export async function spellOut(
  reading: Reading,
  used: readonly UsedFilter[],
  table: SearchTable,
): Promise<readonly UsedFilter[]> {
  if (!reading.dialect.wordsBeginning || !used.some(hasStar)) return used
  return Promise.all(
    used.map(async (one) =>
      hasStar(one) ? { ...one, expression: await spell(reading, searchOf(one).expression, table) } : one,
    ),
  )
}

const hasStar = ({ filter, operator, values }: UsedFilter) =>
  filter.value === 'words' && operator === '' && String(values[0]).includes('*')

async function spell(reading: Reading, expression: Expression, table: SearchTable): Promise<Expression> {
  const all = (of: readonly Expression[]) => Promise.all(of.map((one) => spell(reading, one, table)))
  if (expression.kind === 'any') return { ...expression, of: await all(expression.of) }
  if (expression.kind === 'all')
    return { ...expression, of: await all(expression.of), without: await all(expression.without) }
  if (!expression.term.isPrefix) return expression
  return (await spellTerm(reading, expression.term, table)) ?? expression
}

async function spellTerm(
  reading: Reading,
  { words, compound }: Term,
  table: SearchTable,
): Promise<Expression | undefined> {
  const found: string[][] = []
  for (const start of [words, ...(compound === undefined ? [] : [[compound]])]) {
    const before = start.slice(0, -1)
    const last = await reading.dialect.wordsBeginning!(reading, table, start.at(-1)!, mostWords + 1)
    found.push(...last.map((word) => [...before, word]))
    if (found.length > mostWords) return undefined
  }
  if (found.length === 0) return undefined
  return {
    kind: 'any',
    of: found.map((one) => ({
      kind: 'term',
      term: { words: one, compound: undefined, isExact: true, isPrefix: false },
    })),
  }
}
