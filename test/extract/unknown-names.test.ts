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
