import { describe, expect, it } from 'vitest'
import { extractClaims } from '../../src/ingest.ts'

const told = (text: string) =>
  extractClaims(text, { publishedAt: '2024-03-15' }).claims.flatMap((claim) =>
    claim.type === 'quote' && claim.source
      ? [`${claim.kind} | ${claim.source.surface} | ${claim.cue ?? '-'} | ${claim.content ?? claim.surface}`]
      : [],
  )

describe('reports by what leads to them', () => {
  it.each([
    // a verb of saying that hangs on another
    ['Odell continued to say he had never touched the file.', 'Odell | say | he had never touched the file'],
    ['The port went so far as to say the deal was over.', 'The port | say | the deal was over'],
    ['The ministry was quick to say that nobody was hurt.', 'The ministry | say | that nobody was hurt'],
    ['The union demanded to know whether wages would rise.', 'The union | know | whether wages would rise'],
    ['The minister has since said she would support a rise.', 'The minister | said | she would support a rise'],
    // what somebody is sure or afraid of
    ['She is sure that the bridge will hold.', 'She | sure | that the bridge will hold'],
    ['Odell was confident the bank would lend.', 'Odell | confident | the bank would lend'],
    // whom it is told or asked
    ['The mayor asked Odell what he thought of the plan.', 'The mayor | asked | what he thought of the plan'],
    ['The company assured customers it would refund them.', 'The company | assured | it would refund them'],
    ['Mr Odell told the court Ms Amery was looking for a flat.', 'Mr Odell | told | Ms Amery was looking for a flat'],
    // what begins with a verb in -ing
    [
      'Odell said taking part in trials offers many chances.',
      'Odell | said | taking part in trials offers many chances',
    ],
    // nouns that end like adverbs, and numbers
    ['The family believes he continues to trap victims.', 'The family | believes | he continues to trap victims'],
    ['A close ally said the vote would be lost.', 'A close ally | said | the vote would be lost'],
    ['About one in five say they would not vote.', 'About one in five | say | they would not vote'],
    // the noun that a relative pronoun stands for
    ['The policy, which he said had harmed the economy, was dropped.', 'he | said | had harmed the economy'],
    ['They fear a strike that officials said could shut the port.', 'officials | said | could shut the port'],
    ['The tool, which the firm says cuts costs by half, is on sale.', 'the firm | says | cuts costs by half'],
    // cited at the start
    ['As reported by the Tribune, the mayor knew of the leak.', 'the Tribune | reported | the mayor knew of the leak'],
    ['Lund was quoted by the Tribune as saying the plan was dead.', 'Lund | saying | the plan was dead'],
    ['In the view of the bank, rents will fall.', 'the bank | In the view of | rents will fall'],
    [
      'In a statement, one of the lawyers, Cem Ak, said the videos show a man leaving his car.',
      'one of the lawyers | said | the videos show a man leaving his car',
    ],
    [
      'Over 200,000 citizens of Rask have asked that the walks be freed.',
      'citizens of Rask | asked | that the walks be freed',
    ],
    // the subject of the clause before
    ['The union filed a motion, arguing the move was needed.', 'The union | arguing | the move was needed'],
  ])('%s', (text, expected) => {
    expect(told(text)).toEqual([`indirect | ${expected}`])
  })

  it.each([
    // the clause around a few marked words
    [
      'The judge said he was “torn” between the two rules on bail.',
      'indirect | The judge | said | he was “torn” between the two rules on bail',
      'partial | The judge | said | torn',
    ],
    [
      'The army fought “rather well” in the hills of the north that year, Berg said.',
      'indirect | Berg | said | The army fought “rather well” in the hills of the north that year',
      'partial | Berg | said | rather well',
    ],
    [
      'According to the mayor, the plan is “dead” and nobody will bring it back.',
      'indirect | the mayor | According to | the plan is “dead” and nobody will bring it back',
      'partial | the mayor | According to | dead',
    ],
    ['The premier said “we will build it”.', 'partial | The premier | said | we will build it'],
    // a paragraph of its own behind a report
    [
      'Amery said the bill would take rights away.\n\n“Nobody has told voters why that is.”\n\nIt is in its second reading.',
      'indirect | Amery | said | the bill would take rights away',
      'direct | Amery | said | Nobody has told voters why that is.',
    ],
    ['“We need more tents.” Rask says.', 'direct | Rask | says | We need more tents.'],
    ['Lund is quoted as saying, “We never sleep.”', 'direct | Lund | saying | We never sleep.'],
    ['As Lund put it, “We never sleep.”', 'direct | Lund | put it | We never sleep.'],
    ['“I was there,” said 9/11 widow Terry Lund.', 'direct | Terry Lund | said | I was there,'],
    // whom it was told, not what
    ['“It is over,” the boss told “Fox and Friends” on Monday.', 'direct | the boss | told | It is over,'],
    // who speaks, in the clause before
    [
      'Following her visit, she gave the host a drum, saying, “In the old days we danced.”',
      'direct | she | saying | In the old days we danced.',
    ],
    [
      'After his speech he returned to his old lines: “It is called courage.”',
      'direct | he | - | It is called courage.',
    ],
    [
      'Ana Lund, the former head of the bank, shared her thoughts on the plan: “I have a clear view.”',
      'direct | Ana Lund | - | I have a clear view.',
    ],
  ])('%s', (text, ...expected) => {
    expect(told(text)).toEqual(expected)
  })

  it.each([
    'The port refused to say that the deal was over.',
    'It is certain that the bridge will hold.',
    'She is not sure that the bridge will hold.',
    'If you are sure that the bridge will hold, cross it.',
    'They are sceptical of the economy that their parents built.',
    'The premier launched a drive dubbed “outstretched hands” in May.',
    'In rallies and protests that have continued after June, the signs are everywhere.',
    'No sooner had he heard that warning than he was up the stairs.',
    'State media reported the deaths on Monday and a spokesman later confirmed the sentences to the Voice.',
    'Asked if she was honest, 75 percent of voters said yes.',
    'State A: Ann Wu, Ben Ode, Cem Ak, Dan Lo.\n\nState B: Eva Moe, Finn Nes, Gus Orr, Hal Poe.\n\nState C: Ida Oe, Jo Ray, Kit Sun, Lou Ty.',
    'The book tells the story of an old widow who dares to break with custom.',
  ])('is not: %s', (text) => {
    expect(told(text)).toEqual([])
  })
})
