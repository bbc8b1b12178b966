import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { segmentText } from '../../src/segment/index.ts'
import {
  ancestorsOf,
  type Collapsed,
  caseOf,
  childOf,
  clauseOf,
  createTrees,
  headOfSpan,
  isNegated,
  isPassive,
  objectOf,
  phraseOf,
  prepositionals,
  spanOf,
  subjectOf,
  tokenAt,
} from '../../src/syntax/index.ts'
import { loadParser } from '../../src/weights/index.ts'

const parse = (text: string, collapsed: readonly Collapsed[] = []) =>
  loadParser()(text, { start: 0, end: text.length }, collapsed)
const at = (text: string, word: string, collapsed: readonly Collapsed[] = []) => {
  const tree = parse(text, collapsed)
  return { tree, token: tokenAt(tree, text.indexOf(word))! }
}

describe('questions to a tree', () => {
  it('finds subject, object and prepositions of a verb', () => {
    const { tree, token } = at('The company cut its costs in March.', 'cut')
    expect(subjectOf(tree, token)?.text).toBe('company')
    expect(objectOf(tree, token)?.text).toBe('costs')
    expect(prepositionals(tree, token, 'in').map(({ text }) => text)).toEqual(['March'])
  })

  it('finds the subject that a joined verb shares', () => {
    const { tree, token } = at('The shares rose on Monday and fell on Tuesday.', 'fell')
    expect(subjectOf(tree, token)?.text).toBe('shares')
  })

  it('gives a clause its subject, which looked like an object before its verb came', () => {
    const { tree, token } = at('Acme announced it has lost $6 million in the quarter.', 'lost')
    expect(subjectOf(tree, token)?.text).toBe('it')
  })

  it('knows the passive and the negated', () => {
    const passive = at('The bridge was built by the city.', 'built')
    expect(isPassive(passive.tree, passive.token)).toBe(true)
    const negated = at('The bank did not raise its rates.', 'raise')
    expect(isNegated(negated.tree, negated.token)).toBe(true)
  })

  it('climbs to the clause and to the root', () => {
    const text = 'The minister said that prices would fall next year.'
    const { tree, token } = at(text, 'prices')
    expect(clauseOf(tree, token).text).toBe('fall')
    expect(ancestorsOf(tree, token).map(({ text }) => text)).toEqual(['fall', 'said'])
    const clause = childOf(tree, tokenAt(tree, text.indexOf('said'))!, 'ccomp')!
    const { start, end } = spanOf(tree, clause)
    expect(text.slice(start, end)).toBe('that prices would fall next year')
  })

  it('gives a noun its phrase, without its preposition, apposition and relative clause', () => {
    const text = 'He spoke to the head of the agency, which runs the port.'
    const { tree, token } = at(text, 'head')
    const { start, end } = phraseOf(tree, token)
    expect(text.slice(start, end)).toBe('the head of the agency')
    expect(caseOf(tree, token)).toBe('to')
  })

  it('has names, dates and figures as one token each, with the span that was given', () => {
    const text = 'Sales of Acme Stores rose about 5 percent to $3 million last year.'
    const spans = (
      [
        ['Acme Stores', 'name'],
        ['about 5 percent', 'percent'],
        ['$3 million', 'money'],
        ['last year', 'date'],
      ] as const
    ).map(([words, as]) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length, as }))
    const { tree, token } = at(text, 'rose', spans)
    expect(tree.tokens.map(({ text }) => text)).toEqual([
      'Sales',
      'of',
      'Acme Stores',
      'rose',
      'about 5 percent',
      'to',
      '$3 million',
      'last year',
      '.',
    ])
    expect(tree.tokens[4]!.collapsed).toBe(spans[1])
    expect(subjectOf(tree, token)?.text).toBe('Sales')
    expect(headOfSpan(tree, spans[0]!)).toBe(tree.tokens[2])
  })
})

describe('any sentence', () => {
  it('is a forest: every token has its words, one head, and no circle above it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...'the a rose fell said that , . ( 5 % $ Berg of and was by'.split(' ')), {
          maxLength: 60,
        }),
        (words) => {
          const text = words.join(' ')
          const { tokens, children } = parse(text)
          for (const token of tokens) {
            expect(text.slice(token.start, token.end)).toBe(token.text)
            let steps = 0
            for (let head = token.head; head >= 0; head = tokens[head]!.head)
              expect(steps++).toBeLessThan(tokens.length)
            expect(token.label === 'root').toBe(token.head === -1)
          }
          expect(children.flat().length).toBe(tokens.filter(({ head }) => head >= 0).length)
        },
      ),
      { numRuns: 50 },
    )
  })

  it('that is too long is several trees, which share no word and leave none out', () => {
    const text = `${'The port and the city, which rose and fell, '.repeat(80)}said so.`
    const trees = createTrees(loadParser(), segmentText(text), [])
    let end = 0
    for (let offset = 0; offset < text.length; offset = end) {
      const tree = trees.at(offset)!
      expect(text.slice(end, tree.start)).toMatch(/^\s*$/)
      expect(tree.end - tree.start).toBeLessThan(1500)
      end = tree.end
      while (/\s/.test(text[end] ?? '')) end++
    }
  })
})
