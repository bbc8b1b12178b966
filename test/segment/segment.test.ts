import { describe, expect, it } from 'vitest'
import { segmentText } from '../../src/segment/index.ts'

const sections = (text: string) => segmentText(text).sections.map(({ kind }) => kind)
const sentences = (text: string) => segmentText(text).sentences.map(({ start, end }) => text.slice(start, end))
const quotations = (text: string) => segmentText(text).quotations.map(({ start, end }) => text.slice(start, end))
const prose = 'The port grew last year. Traffic rose by a third, the mayor said, and two new ships came from the north.'

describe('sections', () => {
  it.each([
    [
      'a sign-up box between paragraphs',
      `${prose}\n\nGet the Latest\nSign up to receive our newsletter.\n\n${prose}`,
      ['body', 'boilerplate', 'body'],
    ],
    ['a read-more link', `${prose}\n\nRead more: the harbour in pictures\n\n${prose}`, ['body', 'boilerplate', 'body']],
    [
      'a note on the author at the end',
      `${prose}\n\nAda Berg is a research fellow at the Harbour Institute. She holds a PhD in economics.`,
      ['body', 'author-note'],
    ],
    [
      'a disclaimer at the end',
      `${prose}\n\nThe views expressed are those of the author and do not necessarily reflect those of the institute.`,
      ['body', 'boilerplate'],
    ],
    [
      'a headline and a dateline',
      `Port traffic recovers\n\nFriday, March 1, 2024\n\n${prose}`,
      ['headline', 'dateline', 'body'],
    ],
    ['a caption', `${prose}\n\nPhoto: the harbour at night\n\n${prose}`, ['body', 'caption', 'body']],
    [
      'a person introduced in the middle of the story',
      `${prose}\n\nAda Berg is a fellow at the Harbour Institute. She disagrees.\n\n${prose}`,
      ['body'],
    ],
    [
      'words of a box inside a sentence of the story',
      `${prose}\n\nReaders who sign up for the newsletter get a map, the mayor said on Monday.`,
      ['body'],
    ],
    ['nothing but a box', 'Sign up for our newsletter', ['body']],
    ['nothing', ' \n ', []],
  ])('%s', (_name, text, expected) => {
    expect(sections(text)).toEqual(expected)
  })

  it('are the same with any line ends', () => {
    const text = `Port traffic recovers\n\n${prose}\n\nSubscribe\nGet our newsletter`
    expect(sections(text.replaceAll('\n', '\r\n'))).toEqual(sections(text))
    expect(sections(text.replaceAll('\n', '\r'))).toEqual(sections(text))
  })
})

describe('sentences', () => {
  it.each([
    ['One came. Two left.', ['One came.', 'Two left.']],
    [
      'The U.S. economy grew. Mr. Smith of the U.N. agreed.',
      ['The U.S. economy grew.', 'Mr. Smith of the U.N. agreed.'],
    ],
    ['It cost $1.5 million. Why? Nobody knows!', ['It cost $1.5 million.', 'Why?', 'Nobody knows!']],
    ['“It is over.” She left.', ['“It is over.”', 'She left.']],
    ['J. K. Rowling wrote it on Jan. 5. It sold.', ['J. K. Rowling wrote it on Jan. 5.', 'It sold.']],
    [
      'It left at 7 p.m. (1330 GMT) on Friday, and at 9 p.m. EDT. The game ended at 3 p.m. It rained.',
      ['It left at 7 p.m. (1330 GMT) on Friday, and at 9 p.m. EDT.', 'The game ended at 3 p.m.', 'It rained.'],
    ],
    ['First line\nSecond line', ['First line', 'Second line']],
  ])('%j', (text, expected) => {
    expect(sentences(text)).toEqual(expected)
  })
})

describe('sentences of any length', () => {
  it.each([
    ['with semicolons', 'Acme Corp (No. 7, $17 billion); '],
    ['with commas', 'Acme Corp (No. 7, $17 billion), '],
    ['with spaces', 'acme corp grew and '],
    ['without any', 'acmecorp'],
  ])('are cut, at a mark where they have one, so that no claim repeats a long text: %s', (_name, part) => {
    const text = part.repeat(3000).trim()
    const found = sentences(text)
    expect(Math.max(...found.map(({ length }) => length))).toBeLessThanOrEqual(2000)
    expect(Math.min(...found.slice(0, -1).map(({ length }) => length))).toBeGreaterThan(1900)
    expect(found.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
    const mark = /[;,](?= $)/.exec(part)?.[0] ?? ''
    expect(found.slice(0, -1).every((each) => each.endsWith(mark))).toBe(true)
  })

  it('never cuts a character in two', () => {
    for (const found of sentences('💶'.repeat(5001))) expect(found.isWellFormed()).toBe(true)
  })
})

describe('marked quotations', () => {
  it.each([
    ['He said “yes” and "no".', ['yes', 'no']],
    ["It's the workers' '90s, they don't say.", []],
    ["She called it 'a good day' for all.", ['a good day']],
    ['A «grand» plan', ['grand']],
    ["He called it ''a big deal'' for us. ''Not now,'' she said.", ['a big deal', 'Not now,']],
    ["a man of 6'2'' in a 10'' hat", []],
    ['a 6" pipe and a “new” one', ['new']],
    ['“Never closed', ['Never closed']],
  ])('%j', (text, expected) => {
    expect(quotations(text)).toEqual(expected)
  })
})

describe('hard-wrapped prose', () => {
  const wire = `    The port of Lindholm said its traffic had grown by a third since the
summer, when the new quay was opened.
    It added that two ships of the northern line would call there each
week.
    "We have never seen such a summer, and we do not expect another that
is like it," its director, Ada
Berg, said.`

  it('is read over the ends of its lines, and its paragraphs begin at indents', () => {
    const { paragraphs } = segmentText(wire)
    expect(paragraphs.map(({ start, end }) => wire.slice(start, end).split('\n').length)).toEqual([2, 2, 3])
    expect(sentences(wire)).toHaveLength(3)
    expect(quotations(wire)).toHaveLength(1)
  })

  it('leaves lines that are sentences, and short lines, apart', () => {
    for (const text of ['He rose.\nShe sat down.\nThey left.', 'Home\nWorld\nSports\nMoney'])
      expect(segmentText(text).paragraphs).toHaveLength(text.split('\n').length)
  })
})
