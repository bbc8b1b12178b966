import { describe, expect, it } from 'vitest'
import { extractClaims } from '../../src/ingest.ts'

const persons = (text: string) =>
  extractClaims(text)
    .claims.filter((claim) => claim.type === 'actor')
    .filter(({ kind }) => kind === 'person')

describe('a role is what somebody is, without the words around it', () => {
  it.each([
    ['The only independent lawmaker Ruth Dahl voted against it.', 'independent lawmaker'],
    ['Ivo Brandt, and the Country Director of Oxfam Ghana, left early.', 'Country Director of Oxfam Ghana'],
    ['Ada Berg, today a teacher, remembers the school.', 'teacher'],
    ['Ada Berg, president of the board reported, was late.', 'president of the board'],
    ['Her running mate Martha Dahl won the debate.', 'running mate'],
    ['Political scientist Edward Dahl disagreed.', 'Political scientist'],
    ['Chief Election Commissioner Paul Dahl spoke on Monday.', 'Chief Election Commissioner'],
    ['Dr Ahmed Dahl, the chief executive of Zenith Bank, spoke on Monday.', 'chief executive of Zenith Bank'],
  ])('%s', (text, role) => {
    expect(persons(text)[0]?.role).toBe(role)
  })

  it.each([
    'In general, Ada Berg said, prices fell.',
    'Dr Ada Berg said prices fell.',
    'Ada Berg, trained first as a lawyer, said prices fell.',
    'Ada Berg, reportedly the richest woman in Oslo, said prices fell.',
  ])('none: %s', (text) => {
    expect(persons(text)[0]).not.toHaveProperty('role')
  })
})

describe('what a person belongs to', () => {
  it.each([
    ['United Nations Secretary-General Antonio Guterres left.', 'United Nations'],
    ['Ada Berg, director of Ullevål University Hospital in Oslo, left.', 'Ullevål University Hospital'],
    ['Ada Berg, head of the Trade and Culture Office in Oslo, left.', 'Trade and Culture Office'],
  ])('%s', (text, affiliation) => {
    expect(persons(text)[0]?.affiliation).toBe(affiliation)
  })

  it.each(['Ada Berg, mother of Ivo Brandt, left.', 'Ada Berg, half-sister of Ivo Brandt, left.'])(
    'is not their kin: %s',
    (text) => {
      expect(persons(text)[0]?.role).toMatch(/of Ivo Brandt$/)
      expect(persons(text)[0]).not.toHaveProperty('affiliation')
    },
  )
})
