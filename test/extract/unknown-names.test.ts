import { describe, expect, it } from 'vitest'
import { extractClaims } from '../../src/ingest.ts'

const actors = (text: string) => extractClaims(text).claims.filter((claim) => claim.type === 'actor')
const read = (text: string) => actors(text).map(({ name, kind }) => `${name} (${kind})`)

describe('a word that no list has is a name where it speaks', () => {
  it.each([
    ['“We trade within the rules,” Ndumbu said.', ['Ndumbu (person)']],
    ['“The drones work,” Ruzika told reporters in Kigali.', ['Ruzika (person)', 'Kigali (place)']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected)
  })

  it('and all through the article', () => {
    const text =
      '“The market is ours,” Ndumbu said. In Durban, Ndumbu runs a stall. Traders wrote to Ndumbu twice last year.'
    expect(actors(text).filter(({ name }) => name === 'Ndumbu')).toHaveLength(3)
  })

  it.each(['Conservationists said so.', 'Netizens told the minister.', 'Health and Wealth, said the pastor.'])(
    'but no noun is one: %s',
    (text) => {
      expect(read(text)).toEqual([])
    },
  )
})

describe('initials that no list has name a body', () => {
  it.each([
    ['The SIT said that three men were held.', 'SIT'],
    ['The visit is planned for May, reports UNB.', 'UNB'],
    ['A leader of the CPM was held.', 'CPM'],
    ['Kwok-kin Lau of DKV won the seat.', 'DKV'],
    ['The head of trade told DKV.', 'DKV'],
  ])('%s', (text, name) => {
    expect(actors(text).find((actor) => actor.name === name)?.kind).toBe('organization')
  })

  it.each(['The MLA said so.', 'The CEO said so.'])('but not: %s', (text) => {
    expect(read(text)).toEqual([])
  })
})

describe('names inside longer runs', () => {
  it('behind what only says that it is a body', () => {
    expect(read('The drowned were counted by the Spanish NGO Caminos Abiertos, the police said.')).toContain(
      'Caminos Abiertos (organization)',
    )
  })

  it('an office of a post is a body', () => {
    expect(read('Papers came from the State Attorney General’s Office.')).toEqual([
      'State Attorney General’s Office (organization)',
    ])
  })

  it('who stands behind a comma is no thing of that kind', () => {
    expect(read('According to the police probe, Sharif Hassan was abducted.')).toEqual(['Sharif Hassan (person)'])
  })
})

describe('what only bodies do tells that a name is one', () => {
  it.each([
    ['Wizorra said it would add 30 jets.', 'Wizorra'],
    ['Nukanda has 80 million customers.', 'Nukanda'],
    ['Ndovira, which makes solar lamps, raised $4 million.', 'Ndovira'],
    ['Zellira acquired Tanor for $40 million.', 'Zellira'],
    ['Temaro sold its stake in the bank.', 'Temaro'],
    ['Kleinbild, a classified ads portal, closed.', 'Kleinbild'],
    ['Kudara, a Nigerian fintech, closed.', 'Kudara'],
  ])('%s', (text, name) => {
    expect(actors(text).find((actor) => actor.name === name)?.kind).toBe('organization')
  })

  it('but a plural with a participle does nothing', () => {
    expect(read('The museum showed Daguerrotypes selected from its collection.')).toEqual([])
  })
})

describe('places and letters', () => {
  it('what is called a town is one wherever it is named', () => {
    const text = 'Musengara, a town in the south, has no power. The mayor of Musengara left.'
    expect(read(text)).toEqual(['Musengara (place)', 'Musengara (place)'])
  })

  it('a town that is named after its state is not the state', () => {
    const text = 'Oregon voted on Tuesday. Residents of Oregon City stayed at home.'
    expect(new Set(actors(text).map(({ actorId }) => actorId)).size).toBe(2)
  })

  it('a language model is no actor', () => {
    expect(read('ChatGPT has 200 million users.')).toEqual([])
  })

  it('the syllables of a body behind its name are a name of it', () => {
    const text = 'The Friends University College (Fruco) has grown. Fruco was founded in 1990.'
    expect(new Set(actors(text).map(({ actorId }) => actorId)).size).toBe(1)
  })

  it('an office of several words is one', () => {
    expect(actors('Deputy District Attorney Mark Lund said so.')).toMatchObject([
      { surface: 'Deputy District Attorney Mark Lund', role: 'Deputy District Attorney' },
    ])
  })
})

describe('short names of bodies', () => {
  const ids = (text: string) =>
    actors(text)
      .filter(({ kind }) => kind === 'organization')
      .map(({ actorId }) => actorId)
  it.each([
    ['The Church of the Open Door denied it. In a letter, the Church said the claims were false.', 2],
    ['The Ministry of Finance cut its forecast. Later the Finance Ministry raised it again.', 2],
    ['The Supreme Court of India struck the law down. Few had expected it of the Supreme Court.', 2],
  ])('%s', (text, mentions) => {
    expect(ids(text)).toHaveLength(mentions)
    expect(new Set(ids(text)).size).toBe(1)
  })

  it('of two churches, neither is meant for sure', () => {
    const text = 'The Church of the Open Door and the Church of the Hill merged. In a letter, the Church was silent.'
    expect(new Set(ids(text)).size).not.toBe(1)
  })
})
