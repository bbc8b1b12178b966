import { describe, expect, it } from 'vitest'
import { extractClaims } from '../../src/ingest.ts'

const actors = (text: string) => extractClaims(text).claims.filter((claim) => claim.type === 'actor')
const read = (text: string) => actors(text).map(({ surface, kind }) => `${surface} (${kind})`)

describe('names and their kinds', () => {
  it.each([
    [
      'President Kassym-Jomart Tokayev met Angela Merkel.',
      ['President Kassym-Jomart Tokayev (person)', 'Angela Merkel (person)'],
    ],
    [
      'The Center for European Policy Analysis (CEPA) is in Washington.',
      ['Center for European Policy Analysis (organization)', 'CEPA (organization)', 'Washington (place)'],
    ],
    [
      'Turkey and Singapore joined the Belt and Road Initiative.',
      ['Turkey (place)', 'Singapore (place)', 'Belt and Road Initiative (organization)'],
    ],
    [
      'The West and Russia met at the Munich Security Conference.',
      ['West (place)', 'Russia (place)', 'Munich Security Conference (event)'],
    ],
    ['It flows from the River Volga to Central Asia.', ['River Volga (place)', 'Central Asia (place)']],
    [
      'U.S. President Joe Biden spoke to the EU.',
      ['U.S. (place)', 'President Joe Biden (person)', 'EU (organization)'],
    ],
    [
      'Apple CEO Tim Cook visited the University of Oslo.',
      ['Apple (organization)', 'CEO Tim Cook (person)', 'University of Oslo (organization)'],
    ],
    ['Officials of the U.S.-China group met the Kremlin.', ['U.S. (place)', 'China (place)', 'Kremlin (organization)']],
    [
      'Ludwig van Beethoven and Mohammed bin Salman never met.',
      ['Ludwig van Beethoven (person)', 'Mohammed bin Salman (person)'],
    ],
    ['Mr. Smith, 42, lives in Irving, Texas.', ['Mr. Smith (person)', 'Irving (place)', 'Texas (place)']],
    ['Duke University beat the Boston Bruins.', ['Duke University (organization)', 'Boston Bruins (organization)']],
    ["The New People's Party lost.", ["New People's Party (organization)"]],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it('gives the country for its people', () => {
    expect(actors('Kazakh and Chinese firms met.')).toMatchObject([
      { surface: 'Kazakh', kind: 'place', name: 'Kazakhstan' },
      { surface: 'Chinese', name: 'China' },
    ])
  })

  it('reads role and affiliation from what stands around a name', () => {
    expect(actors('Mukhtar Tileuberdi, Kazakhstan’s Minister of Foreign Affairs, spoke.')[0]).toMatchObject({
      role: 'Minister of Foreign Affairs',
      affiliation: 'Kazakhstan',
    })
    expect(actors('Reese Hill is a research fellow at the Global Language Network.')[0]).toMatchObject({
      role: 'research fellow',
      affiliation: 'Global Language Network',
    })
    expect(actors('It was the idea of policy expert Niva Yau.')[0]).toMatchObject({ role: 'policy expert' })
  })
})

describe('one thing, one actor', () => {
  const groups = (text: string) =>
    Object.values(Object.groupBy(actors(text), ({ actorId }) => actorId)).map((group) =>
      group!.map(({ surface }) => surface),
    )

  it('full name, surname, title and surname', () => {
    expect(groups('President Ada Berg came. Berg spoke. Then President Berg left with Ada Berg.')).toEqual([
      ['President Ada Berg', 'Berg', 'President Berg', 'Ada Berg'],
    ])
  })

  it('acronym and full name, country and demonym and short form', () => {
    expect(
      groups(
        'The World Trade Organization (WTO) met. The WTO agreed with the United States. American exports to the U.S. of the US rose.',
      ),
    ).toEqual([
      ['World Trade Organization', 'WTO', 'WTO'],
      ['United States', 'American', 'U.S.', 'US'],
    ])
  })

  it('two persons of one surname stay two', () => {
    expect(groups('Ann Wu met John Wu.')).toEqual([['Ann Wu'], ['John Wu']])
  })

  it('is one over the end of a line, and by the first word of a company', () => {
    const [full, line, short] = actors(
      'Lindholm Realty Ltd sold a large piece of its land to Ada\nBerg last year. Lindholm said so.',
    )
    expect(line).toMatchObject({ surface: 'Ada\nBerg', name: 'Ada Berg', kind: 'person' })
    expect(short).toMatchObject({ surface: 'Lindholm', kind: 'organization', actorId: full!.actorId })
  })

  it('has one id in every article, but for persons: these only where what they belong to or do agrees', () => {
    const id = (text: string, name: string) => actors(text).find(({ surface }) => surface === name)!.actorId
    expect(id('It went to Norway.', 'Norway')).toBe(id('Norway is far, he said.', 'Norway'))
    expect(id('We met Ada Berg, the mayor.', 'Ada Berg')).toBe(id('Later Mayor Ada Berg left.', 'Mayor Ada Berg'))
    expect(id('We met Ada Berg, the mayor.', 'Ada Berg')).not.toBe(id('Ada Berg, a nurse, left.', 'Ada Berg'))
    expect(id('We met Ada Berg.', 'Ada Berg')).not.toBe(id('Later Ada Berg left.', 'Ada Berg'))
    expect(id('Then Mr. Berg left.', 'Mr. Berg')).not.toBe(id('Now Mr. Berg came.', 'Mr. Berg'))
  })
})

describe('what is no actor', () => {
  it.each([
    'Sales fell.',
    'Economic reforms are crucial.',
    'On Monday it rained in March.',
    'It saw a rise in GDP.',
    'Before joining they met.',
    'He became Minister of Foreign Affairs.',
    'I think so.',
    'What is the role of smaller nations?',
  ])('%s', (text) => {
    expect(read(text)).toEqual([])
  })
})

describe('names in the company of roles, lists and headlines', () => {
  it.each([
    [
      'Finance Minister Trygve Vedum met Railway Minister Ashwini Vaishnaw.',
      ['Finance Minister Trygve Vedum (person)', 'Railway Minister Ashwini Vaishnaw (person)'],
    ],
    [
      'It pleased Commission Vice-President Margrethe Vestager.',
      ['Commission (organization)', 'Vice-President Margrethe Vestager (person)'],
    ],
    ['The Delhi-bound express cost Rs 2 lakh.', ['Delhi (place)']],
    [
      'They wrote to companies such as Spotify and Epic Games.',
      ['Spotify (organization)', 'Epic Games (organization)'],
    ],
    [
      'Shares in Apple slipped. Apple Inc will act. Critics of Apple agree.',
      ['Apple (organization)', 'Apple Inc (organization)', 'Apple (organization)'],
    ],
    [
      'Central Bank Holds Rates as Inflation Cools\n\nThe bank kept its rate unchanged on Thursday, it said in a statement.',
      [],
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it('reads the owner of a role as affiliation, and no clause as a role', () => {
    expect(actors('It pleased Spotify’s chief executive Daniel Ek.').at(-1)).toMatchObject({
      role: 'chief executive',
      affiliation: 'Spotify',
    })
    expect(actors('Harjit Singh, who was travelling with his wife and two children, left.')[0]!.role).toBeUndefined()
  })
})

describe('places by the people who live there, and buildings by what stands around them', () => {
  it.each([
    ['Trucks left Kharkiv for Gdynia.', ['Kharkiv (place)', 'Gdynia (place)']],
    [
      'Valeska Paris, an Australian woman, left. Paris was born in Zurich.',
      ['Valeska Paris (person)', 'Australian (place)', 'Paris (person)', 'Zurich (place)'],
    ],
    ['The shuttle stands at the Kennedy Space Center.', ['Kennedy Space Center (place)']],
    ['The Pew Research Center said so.', ['Pew Research Center (organization)']],
    ['Profit fell and Revenue rose.', []],
    ['The office said Savage lives in Oslo with his wife.', ['Savage (person)', 'Oslo (place)']],
    ['It was denied by The Guardian.', ['Guardian (organization)']],
    [
      'Governor of Washington Chris Gregoire spoke to NASA.',
      ['Washington (place)', 'Chris Gregoire (person)', 'NASA (organization)'],
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })
})

describe('names of things', () => {
  it.each([
    'He sailed on the cruise ship Freewinds.',
    'They watched the film Bridesmaids.',
    'The USS Nimitz sailed.',
    'They use Internet Explorer 6 and like it.',
    'It was written in Arabic and Latin.',
    'Many Muslims fast.',
    'Space Shuttle Atlantis landed. Atlantis will be shown.',
  ])('are no actors: %s', (text) => {
    expect(read(text)).toEqual([])
  })
})
