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
    // as German, Danish and Polish papers mark them
    ['„We will not pay“, Ann Wu said.', ['direct', 'We will not pay', 'said', 'Ann Wu', 'Ann Wu']],
    ['»We will not pay«, Ann Wu said.', ['direct', 'We will not pay', 'said', 'Ann Wu', 'Ann Wu']],
    ['‚We will not pay‘, Ann Wu said.', ['direct', 'We will not pay', 'said', 'Ann Wu', 'Ann Wu']],
    ['„We will not pay,” Ann Wu said.', ['direct', 'We will not pay,', 'said', 'Ann Wu', 'Ann Wu']],
    ['“He called it »a mess«,” Ann Wu said.', ['direct', 'He called it »a mess«,', 'said', 'Ann Wu', 'Ann Wu']],
    // a dateline is no part of the words, and speaks none
    [
      'NEW DELHI: The bank will not pay, Ann Wu said.',
      ['indirect', 'The bank will not pay', 'said', 'Ann Wu', 'Ann Wu'],
    ],
    [
      'MOSCOW. March 3 (Interfax) - The bank will not pay, Ann Wu said.',
      ['indirect', 'The bank will not pay', 'said', 'Ann Wu', 'Ann Wu'],
    ],
    ['KARACHI: “We will not pay.” Nobody was named.', ['direct', 'We will not pay.', undefined, undefined, undefined]],
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
    expect(read('„It is fine.“ „I agree.“ Ann Wu said so.').map(([, content]) => content)).toEqual([
      'It is fine.',
      'I agree.',
    ])
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

describe('attribution, wherever it stands', () => {
  it.each([
    [
      'The plan, Ann Wu said, would fail within months.',
      ['indirect', 'The plan would fail within months', 'said', 'Ann Wu', 'Ann Wu'],
    ],
    ['The plan, Ann Wu said on Monday, would fail.', ['indirect', 'The plan would fail', 'said', 'Ann Wu', 'Ann Wu']],
    ['It was reported by the BBC that prices rose.', ['indirect', 'that prices rose', 'reported', 'the BBC', 'BBC']],
    ['They met Ann Wu, who had told them it would rain.', ['indirect', 'it would rain', 'told', 'Ann Wu', 'Ann Wu']],
    [
      'The poll shows Ann Wu leads by four points.',
      ['indirect', 'Ann Wu leads by four points', 'shows', 'The poll', undefined],
    ],
    [
      'According to Ann Wu the house was sold by then.',
      ['indirect', 'the house was sold by then', 'According to', 'Ann Wu', 'Ann Wu'],
    ],
    ['He told the crowd she would run again.', ['indirect', 'she would run again', 'told', 'He', undefined]],
    ['The mayor (pictured) said he would go.', ['indirect', 'he would go', 'said', 'The mayor', undefined]],
    [
      'Sites such as Gawker.com have stated that they will stay.',
      ['indirect', 'that they will stay', 'stated', 'Sites such as Gawker.com', 'Gawker.com'],
    ],
    [
      'Ann Wu tweeted using her account: “It is a cool clock.”',
      ['direct', 'It is a cool clock.', 'tweeted', 'Ann Wu', 'Ann Wu'],
    ],
    ['Ann Wu tapped him on the shoulder and said, “I am here.”', ['direct', 'I am here.', 'said', 'Ann Wu', 'Ann Wu']],
    [
      'In the end, Ann Wu shut him down, saying, “We heard you.”',
      ['direct', 'We heard you.', 'saying', 'Ann Wu', 'Ann Wu'],
    ],
    [
      '“It is what it is,” White House spokesman Bo Gibbs said.',
      ['direct', 'It is what it is,', 'said', 'Bo Gibbs', 'Bo Gibbs'],
    ],
    [
      '“We expect Iran to meet all of its many duties” under the pact, Ann Wu said.',
      ['direct', 'We expect Iran to meet all of its many duties', 'said', 'Ann Wu', 'Ann Wu'],
    ],
    [
      '“It is a long game. We will win.” — Ann Wu, mayor',
      ['direct', 'It is a long game. We will win.', undefined, 'Ann Wu', 'Ann Wu'],
    ],
    [
      '“It is a long game. We will win.”\n\n— Ann Wu, mayor',
      ['direct', 'It is a long game. We will win.', undefined, 'Ann Wu', 'Ann Wu'],
    ],
    [
      'In the words of Ann Wu, “It was a very long winter.”',
      ['direct', 'It was a very long winter.', 'In the words of', 'Ann Wu', 'Ann Wu'],
    ],
    [
      'Ann Wu, curator and director of exhibits at the University of Oslo, Norway, said, “It is art.”',
      ['direct', 'It is art.', 'said', 'Ann Wu', 'Ann Wu'],
    ],
    ['“Why now?” asked Ann Wu.', ['direct', 'Why now?', 'asked', 'Ann Wu', 'Ann Wu']],
    [
      'Norway’s information minister, Bo Dahl, said the ports were open.',
      ['indirect', 'the ports were open', 'said', 'Norway’s information minister', 'Bo Dahl'],
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected])
  })

  it('of the sentence before holds for a whole quotation behind it', () => {
    expect(read('It was a given, Ann Wu wrote. “Larry was not about to wait for anyone.”')).toEqual([
      ['indirect', 'It was a given', 'wrote', 'Ann Wu', 'Ann Wu'],
      ['direct', 'Larry was not about to wait for anyone.', 'wrote', 'Ann Wu', 'Ann Wu'],
    ])
  })

  it('of somebody else ends what is reported', () => {
    expect(
      read('Officials have said why it failed, but Ann Wu says there were other reasons.').map(
        ([, content]) => content,
      ),
    ).toEqual(['why it failed', 'there were other reasons'])
  })

  it('to two together means neither', () => {
    expect(read('Ann Wu and Bo Dahl said it was over.')).toEqual([
      ['indirect', 'it was over', 'said', 'Ann Wu and Bo Dahl', undefined],
    ])
  })
})

describe('speech acts without a clause', () => {
  it.each([
    ['Ann Wu accused the president of lying to voters.', 'the president of lying to voters', 'accused'],
    ['Ann Wu called on Congress to pass the bill.', 'Congress to pass the bill', 'called'],
    ['Ann Wu called for an inquiry into the deal.', 'an inquiry into the deal', 'called'],
    ['Ann Wu urged voters to stay home.', 'voters to stay home', 'urged'],
    ['Ann Wu promised to cut taxes.', 'to cut taxes', 'promised'],
    ['Ann Wu denied having met him.', 'having met him', 'denied'],
    ['Ann Wu described the law as a disaster.', 'the law as a disaster', 'described'],
    ['Ann Wu called the law a disaster.', 'the law a disaster', 'called'],
    ['Ann Wu warned of floods in the valley.', 'floods in the valley', 'warned'],
  ])('%s', (text, content, cue) => {
    expect(read(text)).toEqual([['indirect', content, cue, 'Ann Wu', 'Ann Wu']])
  })

  it.each([
    'Ann Wu called the police.',
    'Ann Wu called a meeting.',
    'Ann Wu asked a question.',
    'Ann Wu does not claim to belong to them.',
    'Ann Wu hopes to win.',
    'Ann Wu told the truth.',
    'The parents are also accused of fraud.',
  ])('no words are reported in: %s', (text) => {
    expect(read(text)).toEqual([])
  })
})

describe('a warning', () => {
  it.each([
    ['The minister issued a statement warning that prices would rise.', 'that prices would rise'],
    ['The talks ended with Minister Ada Berg warning of “a new war in the region”.', 'a new war in the region'],
  ])('is a verb behind whoever speaks: %s', (text, content) => {
    const quote = extractClaims(text).claims.find(({ type }) => type === 'quote')
    expect(quote?.surface).toBe(content)
  })

  it('is a noun behind an adjective', () => {
    expect(extractClaims('It was a friendly warning not to go.').claims).toEqual([])
  })
})
