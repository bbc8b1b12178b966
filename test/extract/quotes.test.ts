import { describe, expect, it } from 'vitest'
import { extractClaims } from '../../src/ingest.ts'

const quotes = (text: string) =>
  extractClaims(text, { publishedAt: '2024-03-15' }).claims.filter((claim) => claim.type === 'quote')
/** kind, content, cue, source as written, name of its actor */
const read = (text: string) =>
  quotes(text).map(({ kind, surface, content, cue, source }) => [
    kind,
    content ?? surface,
    cue,
    source?.surface,
    source?.name,
  ])

describe('direct quotations', () => {
  it.each([
    ['“We won,” the minister told reporters.', ['direct', 'We won,', 'told', 'the minister', undefined]],
    ['“It is fine,” said Ann Wu, who leads the team.', ['direct', 'It is fine,', 'said', 'Ann Wu', 'Ann Wu']],
    ['Ann Wu said: “It is fine.”', ['direct', 'It is fine.', 'said', 'Ann Wu', 'Ann Wu']],
    ['"It is fine," Ann Wu said.', ['direct', 'It is fine,', 'said', 'Ann Wu', 'Ann Wu']],
    ['“It is fine,” Hugh Hill, a doctor, said.', ['direct', 'It is fine,', 'said', 'Hugh Hill', 'Hugh Hill']],
    [
      'According to Ann Wu, “It is a very good plan.”',
      ['direct', 'It is a very good plan.', 'According to', 'Ann Wu', 'Ann Wu'],
    ],
    ['“No,” Ann Wu said, “never.”', ['direct', 'No, never.', 'said', 'Ann Wu', 'Ann Wu']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected])
  })

  it('interrupted by its attribution is one claim with parts', () => {
    const text = '“No,” Ann Wu said, “never.”'
    const [quote] = quotes(text)
    expect(text.slice(quote!.start, quote!.end)).toBe('No,” Ann Wu said, “never.')
    expect(quote!.parts!.map(({ start, end }) => text.slice(start, end))).toEqual(['No,', 'never.'])
    expect(quote!.content).toBe('No, never.')
  })

  it('over several paragraphs is one claim', () => {
    const text = 'Ann Wu said: “The first thing is this.\n\n“The second thing is that.”\n\nThen she left.'
    const [quote, ...rest] = quotes(text)
    expect(rest).toEqual([])
    expect(quote!.content).toBe('The first thing is this. The second thing is that.')
    expect(quote!.source!.name).toBe('Ann Wu')
  })

  it('goes on with the same speaker', () => {
    expect(read('“It is fine,” said Ann Wu. “I agree.”').map(([, , , , name]) => name)).toEqual(['Ann Wu', 'Ann Wu'])
  })
})

describe('partial, indirect and scare quotations', () => {
  it.each([
    ['Ann Wu called the plan a “disaster” for the town.', ['partial', 'disaster', 'called', 'Ann Wu', 'Ann Wu']],
    [
      'The firm, he wrote, had a policy “which has served us well.”',
      ['partial', 'which has served us well.', 'wrote', 'he', undefined],
    ],
    ['Ann Wu said that exports would fall.', ['indirect', 'that exports would fall', 'said', 'Ann Wu', 'Ann Wu']],
    [
      'The ministry said on Monday that exports fell.',
      ['indirect', 'that exports fell', 'said', 'The ministry', undefined],
    ],
    ['Hugh Hill, a doctor, said the plan was bad.', ['indirect', 'the plan was bad', 'said', 'Hugh Hill', 'Hugh Hill']],
    ['Prices rose in May, officials said.', ['indirect', 'Prices rose in May', 'said', 'officials', undefined]],
    [
      'According to trade expert, Niva Yau, the main aim is growth.',
      ['indirect', 'the main aim is growth', 'According to', 'Niva Yau', 'Niva Yau'],
    ],
    [
      'In 2019, according to the bank, profits doubled.',
      ['indirect', 'In 2019 profits doubled', 'according to', 'the bank', undefined],
    ],
    ['What happens when “major powers” lock horns?', ['scare', 'major powers', undefined, undefined, undefined]],
    ['It became a “listening state” of sorts.', ['scare', 'listening state', undefined, undefined, undefined]],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected])
  })

  it('resolves a pronoun, a surname and a title to the person', () => {
    const names = (text: string) => read(text).map(([, , , , name]) => name)
    expect(names('President Ada Berg opened the port. She said it would grow.')).toEqual(['Ada Berg'])
    expect(names('Ada Berg opened the port. Berg said it would grow.')).toEqual(['Ada Berg'])
    expect(names('President Ada Berg opened the port. The president said it would grow.')).toEqual(['Ada Berg'])
    expect(names('Mr John Hill and Ms Ann Wu met. He said it went well.')).toEqual(['John Hill'])
  })

  it('takes the subject of the first verb for the second', () => {
    expect(
      read('Ann Wu said that exports fell and warned that imports would follow.').map(([, , cue, source]) => [
        cue,
        source,
      ]),
    ).toEqual([
      ['said', 'Ann Wu'],
      ['warned', 'Ann Wu'],
    ])
  })
})

describe('what is no quotation', () => {
  it.each([
    "It doesn't matter, they don't know.",
    "The '90s were the workers' best years.",
    'He announced the forum in February.',
    'They expressed their interest in trade.',
    'The July pledge of more oil was welcome.',
    'The claim was false and the report was late.',
    'It has been said.',
    'A 6" pipe burst.',
  ])('%s', (text) => {
    expect(read(text)).toEqual([])
  })
})

describe('sources with a role, an age or a preposition', () => {
  it.each([
    [
      '"I heard a bang," survivor Ramesh Kumar, 42, told the BBC.',
      ['direct', 'I heard a bang,', 'told', 'Ramesh Kumar', 'Ramesh Kumar'],
    ],
    [
      '“It is the banks that drive up rates,” party leader Erna Solberg wrote on Facebook.',
      ['direct', 'It is the banks that drive up rates,', 'wrote', 'Erna Solberg', 'Erna Solberg'],
    ],
    [
      'Economists at Nordea said they would wait.',
      ['indirect', 'they would wait', 'said', 'Economists at Nordea', undefined],
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected])
  })
})
