import { describe, expect, it } from 'vitest'
import { extractClaims } from '../../src/ingest.ts'

const told = (text: string) =>
  extractClaims(text, { publishedAt: '2024-03-15' }).claims.flatMap((claim) =>
    claim.type === 'quote' && claim.source
      ? [`${claim.source.surface} | ${claim.cue ?? '-'} | ${claim.content ?? claim.surface}`]
      : [],
  )

describe('who speaks', () => {
  it.each<[string, ...string[]]>([
    // behind a party and state, brackets, a time
    [
      'Sen. Ruth Amery, D-Utah, standing outside the clinic, said the ward had been shut.',
      'Sen. Ruth Amery | said | the ward had been shut',
    ],
    ['Rep. Ben Odell (R-Utah) last month said the ward was empty.', 'Rep. Ben Odell | said | the ward was empty'],
    [
      'Councillor Ruth Amery in May accused the contractor of cutting corners.',
      'Councillor Ruth Amery | accused | the contractor of cutting corners',
    ],
    ['Former mayor Ben Odell, who on Friday left hospital, said Monday he was well.', 'Ben Odell | said | he was well'],
    // the name beside what it is one of
    ['One teacher at the school, Ana Lund of Oslo in Norway, said it was empty.', 'Ana Lund | said | it was empty'],
    ['“It shook,” one of the guests, Ana Lund, said.', 'Ana Lund | said | It shook,'],
    // who issues a paper
    [
      'The ferry company put out a notice saying that boats would sail.',
      'The ferry company | saying | that boats would sail',
    ],
    ['Dr Lund wrote a letter to the board arguing it had lied.', 'Dr Lund | arguing | it had lied'],
    // so many in so many
    ['Seven in 10 say they sleep badly in summer.', 'Seven in 10 | say | they sleep badly in summer'],
    // a relative clause behind who speaks
    ['Residents who have lived beside the plant say they were never asked.', 'Residents | say | they were never asked'],
    // several with what they are of
    ['Opponents of the dam argue it is unsafe.', 'Opponents of the dam | argue | it is unsafe'],
    ['Nurses at the clinic said it would close.', 'Nurses at the clinic | said | it would close'],
    [
      'Tenants in the block, some of them pensioners, say the lift is broken.',
      'Tenants in the block | say | the lift is broken',
    ],
    // names with `and`
    [
      'According to the Water and Land Use Commission the well was dry.',
      'the Water and Land Use Commission | According to | the well was dry',
    ],
    // each its own
    [
      'Of the guests, 40 percent said “too cold” and 9 percent said “too warm.”',
      '40 percent | said | too cold',
      '9 percent | said | too warm.',
    ],
    ['“Why?” the clerk asked. She answered, “I was ill.”', 'the clerk | asked | Why?', 'She | answered | I was ill.'],
    // the sentence behind
    ['“I lost it all.”\n\nSo said Ana Lund, the owner, on Friday.', 'Ana Lund | - | I lost it all.'],
    ['“I lost it all.” The owner, Ana Lund, was speaking at a hearing.', 'Ana Lund | - | I lost it all.'],
    ['Odell says nobody has to answer for that.', 'Odell | says | nobody has to answer for that'],
  ])('%s', (text, ...expected) => {
    expect(told(text)).toEqual(expected)
  })

  it.each<[string, ...string[]]>([
    ['Leaders of the June protest march claim victory.'],
    ['Rents doubled, after a third of tenants said so in March.'],
    ['He rose early, called her unfair and left.'],
    ['Utah, the most sheep-rich state in the union, has lost its wool market.'],
    ['“I lost it all.” The judge was speaking softly.'],
    [
      'Ana Lund said the talks were odd, considering the port is shut.',
      'Ana Lund | said | the talks were odd, considering the port is shut',
    ],
    [
      'Critics say that as readers learn more about it, the paper will lose them.',
      'Critics | say | that as readers learn more about it, the paper will lose them',
    ],
  ])('guard: %s', (text, ...expected) => {
    expect(told(text)).toEqual(expected)
  })
})
