import type { Choices, Form } from './form.ts'
import type { Vocabulary } from './vocabulary.ts'

// what names and quotations have to look around for stands behind a page of English: a text in no language is not read at all
export const english =
  'The mayor of the town has told the people that the new bridge over the river will be open before the winter. '.repeat(
    20,
  )

export const signs = [
  ...'.,;:!?…"\'“”‘’«»„()[]{}<>-–—−/\\&%$€£°#*_~@+=|^`•§1aA\n\t \u00A0\u202F\u2028\u0301\u200B\uD83D',
  '’s',
  '...',
  '. ',
  ', ',
  '\n\n',
  '\r\n',
  '"',
  '(a',
  '1,',
  '1.',
  '$1',
  '1%',
  '1/',
  '1-',
  '1:',
  'a.',
  'a-',
  'a’',
  'A.',
  "'a' ",
  '“a ',
  '«a» ',
  '“A b.” ',
  '(A) ',
  '— ',
  '🙂',
]
const names = [
  'Ada Berg',
  'Mr Berg',
  'Mrs Berg',
  'President Ada Berg',
  'Berg',
  'A. Berg',
  'U.S.',
  'NATO',
  'Norway',
  'Norwegian',
  'Paris',
  'Acme Corp',
  'Bank of',
  'Center for the',
  'Ministry of Foreign Affairs',
  '§',
  '§ Berg',
  'Ada §',
  'Mr §',
  '§ Bank',
  '§ Energy Agency',
  'NXA§',
  'minister §',
]
const pronouns = ['he', 'she', 'it', 'they', 'who', 'his', 'her', 'him', 'the minister', 'the company', 'the bloc']
const verbs = [
  'said',
  'told',
  'has said that',
  'wrote',
  'according to',
  'accused',
  'rose',
  'fell to',
  'is',
  'was',
  'and',
]
const amounts = ['5%', '$3bn', '¤ people', 'three', 'May 5', 'last year', '2019', '¤', 'a third', 'Monday', 'two years']
const common = [...names, ...pronouns, ...verbs, ...amounts]

const form = (pieces: readonly string[], before = english, after = ''): Form => ({
  name: pieces.map((piece) => JSON.stringify(piece)).join(' then '),
  reader: 'text',
  before,
  pieces,
  after,
})

/** Each sign by itself, in words and around them; each common word. */
export const simpleTexts = (): Form[] => [
  ...signs.flatMap((sign) => [form([sign]), form([`${sign} `]), form([`a${sign}b `]), form([`Ada ${sign}§ said`])]),
  ...common.map((word) => form([`${word} `])),
]

/** Mixtures: mostly words that one file's rules look for, with names, pronouns, signs and amounts. */
export function mixText(choices: Choices, vocabularies: readonly Vocabulary[]): Form {
  const vocabulary = choices.of(vocabularies)
  const atom = () => {
    const kind = choices.next()
    if (kind < 0.45) return choices.of(vocabulary.words)
    if (kind < 0.75) return choices.of(common)
    if (kind < 0.93) return choices.of(signs)
    return choices.of(choices.of(vocabularies).words)
  }
  const piece = () => {
    let written = ''
    for (let left = 1 + choices.below(6); left > 0; left--) written += atom() + (choices.next() < 0.8 ? ' ' : '')
    if (choices.next() < 0.25) written += choices.of(['. ', ', ', '.\n\n', '\n', '” ', '; '])
    return written
  }
  // two pieces one behind the other: many of one kind, and then many that look back at them
  return form(choices.next() < 0.3 ? [piece(), piece()] : [piece()])
}

/** Forms that once were slow, or that random mixtures hardly hit upon. */
export const knownTexts = (): Form[] =>
  [
    ...[
      '1,1,',
      '1.1.',
      '100 ',
      '((',
      '(5 ',
      '$5',
      'last ',
      'the last ',
      'between 5 and ',
      'from 5 to ',
      'twenty-one hundred ',
    ],
    ...[
      'tens of ',
      'more than ',
      'May June ',
      '8 June ',
      '1/2/',
      '5-',
      '10:30 ',
      'first ',
      'the end of ',
      '2 years 3 months ',
    ],
    ...[
      '2 days after ',
      'every other ',
      'Ada Berg ',
      'Hill, ',
      'Paris, London, ',
      'Ada’s x said ',
      'he said ',
      'said that ',
    ],
    ...[
      'said, he said, ',
      'the mayor (a) said ',
      'Hill, a head of ',
      'it was reported by the ',
      'accused the man of the ',
    ],
    ...[
      'urged him to ',
      '“A b.” — Ada ',
      '“a ',
      'a\n',
      'the Ada Center in ',
      'Bank of ',
      'Center for the ',
      'U.S. ',
      '«a» ',
      "'a' ",
    ],
    ...[
      'Sales rose 5% to $3m, Ada Berg said. “It is a good year,” he added. ',
      '§ Energy Agency (NX§) said. NX§ fell. ',
    ],
    ...[
      '§ Berg said. Berg said. ',
      'The Northern Water Board (NWB) met NWB. ',
      'Ada Berg met Otto Berg. Berg left. ',
      'Ada Berg, chief of Acme, ',
      'in London, Ontario, ',
      'MINISTER OF ROADS LEFT KANO. ',
      'The Ada said ',
      'Mr § said. He said. ',
      'said «A b.» ',
      'Minister § Berg said. The minister said. ',
    ],
  ]
    .map((piece) => form([piece]))
    .concat([
      form(['§ Berg said. ', 'Berg said. ']),
      form(['Mr § said. ', 'He said. ']),
      form(['§ Bank said. ', 'the company said. ']),
      form(['§ Energy Agency said. ', 'NXA§ said. ']),
      form(['§ ', '§ said. ']),
      form(['(', ')']),
      form(['“', '”']),
      form(['a '], english, '.'),
      form(['a'], `${english}Ada `, ' Berg said.'),
    ])
