import { describe, expect, it } from 'vitest'
import { extractClaims } from '../../src/ingest.ts'

const told = (text: string) =>
  extractClaims(text, { publishedAt: '2024-03-15' }).claims.flatMap((claim) =>
    claim.type === 'quote' && claim.source
      ? [`${claim.source.surface} | ${claim.cue ?? '-'} | ${claim.content ?? claim.surface}`]
      : [],
  )

describe('who says it where much stands between the name and the verb', () => {
  it.each<[string, ...string[]]>([
    [
      '“It works,” Ada Berg, a fellow at the Curie Institute in Lyon, France, and co-author of the paper, said in a statement.',
      'Ada Berg | said | It works,',
    ],
    [
      '“It works,” Ada Berg, an analyst at the Council on Trade, Food and Water think tank told reporters.',
      'Ada Berg | told | It works,',
    ],
    // what follows the attribution only adds to the words before it
    [
      'It has revoked 6,000 visas since January, a spokesman said, two-thirds of them for minor crimes.',
      'a spokesman | said | It has revoked 6,000 visas since January',
    ],
    [
      'Warming was the killer, according to the study in Genome Biology.',
      'the study in Genome Biology | according to | Warming was the killer',
    ],
    [
      '“It costs half our pay,” Emma Berg of the union Living Wage told reporters.',
      'Emma Berg | told | It costs half our pay,',
    ],
    // names that are also verbs
    ['Theresa May told MPs that she would go.', 'Theresa May | told | that she would go'],
    ['George Will said that it was over.', 'George Will | said | that it was over'],
    // what only looks like a verb of saying
    [
      'Ana Ruiz, the mayor, said Acme had imposed unfair terms on rivals.',
      'Ana Ruiz | said | Acme had imposed unfair terms on rivals',
    ],
    [
      'The plan would fail, according to a study of more than 195,000 people published in May.',
      'a study of more than 195,000 people | according to | The plan would fail',
    ],
    [
      'Tom P. Reed Jr., the attorney for the Northern District, said the ruling was fair.',
      'Tom P. Reed Jr. | said | the ruling was fair',
    ],
    [
      'But Ada Berg, director of the fund, which wrote the letter, said Ms. Wu’s answer was late.',
      'Ada Berg | said | Ms. Wu’s answer was late',
    ],
    ['The firm that owns most of the shares, Big Pond, says it will sell.', 'Big Pond | says | it will sell'],
    ['Norway’s envoy to Chad said he would go.', 'Norway’s envoy to Chad | said | he would go'],
    [
      'The authors of the paper published in the journal Soil argued that rain was scarce.',
      'The authors of the paper | argued | that rain was scarce',
    ],
    ['Officials who spoke with the Tribune said the plan was dead.', 'Officials | said | the plan was dead'],
    ['The clerk who took the call recalled that he laughed.', 'The clerk | recalled | that he laughed'],
    [
      '“They have no spine,” reads a Friday editorial in the Tribune.',
      'a Friday editorial in the Tribune | reads | They have no spine,',
    ],
    [
      'The list says that people who were asked, which was a third of the town, reported a cough.',
      'The list | says | that people who were asked, which was a third of the town, reported a cough',
    ],
  ])('%s', (text, ...expected) => {
    expect(told(text)).toEqual(expected)
  })

  it.each([
    'They watch films and TV shows from Denmark, “Borgen” and “Rita” among them.',
    'The town saw the pro-reform protests that began in May.',
    'It was lifted in a landmark Supreme Court ruling that shook the state.',
    'The most telling detail was that he left.',
    'A trial was held in May, and appeals in that case are likely.',
    'Never urged the town to pay.',
    'You can say all you want that there are cheaper ones.',
    'He saw a victim of Hill’s alleged crimes.',
    'The governors, who had filed in, tweeted their approval.',
  ])('nobody says anything in: %s', (text) => {
    expect(told(text)).toEqual([])
  })
})

describe('what is said without a verb of saying right beside it', () => {
  it.each<[string, ...string[]]>([
    ['As the Tribune reported, rents fell in May.', 'Tribune | reported | rents fell in May'],
    ['Rents fell in May, the survey found.', 'the survey | found | Rents fell in May'],
    ['Sixty percent say that the plan was wrong.', 'Sixty percent | say | that the plan was wrong'],
    [
      'Despite Mr. Hill’s Oct. 11 announcement that the two towns had made peace, nothing has changed.',
      'Mr. Hill | announcement | that the two towns had made peace',
    ],
    ['The mayor rejected the ministry’s claim that rents fell.', 'the ministry | claim | that rents fell'],
    ['They laughed at her insistence that she would stay.', 'her | insistence | that she would stay'],
  ])('%s', (text, ...expected) => {
    expect(told(text)).toEqual(expected)
  })

  it.each(['His claim that he was ill was false.', 'They read the paper’s statement that shocked the town.'])(
    'nobody says anything in: %s',
    (text) => {
      expect(told(text)).toEqual([])
    },
  )
})

it.each([
  'Ivan Berg said no leader should make remarks that go against the party.',
  'Complaints are handled according to the exhibition guidelines.',
  'They quote an old popular saying among farmers.',
  'The presence of so much cash in these accounts is telling.',
])('no source that nobody can be: %s', (text) =>
  expect(told(text).filter((line) => !line.startsWith('Ivan Berg'))).toEqual([]),
)
