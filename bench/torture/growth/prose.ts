import { Choices, type Form } from './form.ts'

const given = ['Ada', 'Bo', 'Carla', 'David', 'Elena', 'Frank', 'Grace', 'Henry', 'Ines', 'Jonas', 'Karen', 'Luis']
const family = ['Berg', 'Dahl', 'Moreno', 'Okafor', 'Petrov', 'Quinn', 'Rossi', 'Sato', 'Tan', 'Ueda', 'Varga', 'Wu']
const bodies = [
  'Acme Corp',
  'the Bank of Norway',
  'the health ministry',
  'Nordea',
  'the European Union',
  'Walwyn Group',
]
const places = ['Norway', 'Paris', 'the United States', 'Kenya', 'Lima', 'the Czech Republic', 'Texas']
const roles = ['finance minister', 'chief executive', 'mayor', 'analyst', 'spokeswoman', 'professor']
const things = ['sales', 'exports', 'the deficit', 'unemployment', 'its share of the market', 'investment', 'rents']
const moves = ['rose', 'fell', 'climbed', 'dropped', 'was raised', 'is expected to grow']
const times = [
  'last year',
  'in May 2021',
  'on Monday',
  'since the end of 2019',
  'in the second quarter',
  'two years ago',
]

/** So many sentences as newspapers have them: figures, dates, names, speech in all its forms, no two alike. */
export function writeSentences(seed: number, count: number): string[] {
  const choices = new Choices(seed)
  const person = () => `${choices.of(given)} ${choices.of(family)}`
  const number = () =>
    choices.of(['5%', '$3.2bn', '1,250 people', 'more than a third', '€40m', '17 points', '2.5 million'])
  const change = () => `${choices.of(things)} ${choices.of(moves)} ${choices.of(['by', 'to'])} ${number()}`
  const kinds: readonly (() => string)[] = [
    () =>
      `${person()}, ${choices.of(['a', 'the', 'its'])} ${choices.of(roles)}, said ${change()} ${choices.of(times)}.`,
    () => `“We will not give up,” ${choices.of(['he', 'she'])} added, “until ${change()}.”`,
    () => `${choices.of(bodies)} reported that ${change()}, up from ${number()} ${choices.of(times)}.`,
    () =>
      `The ${choices.of(roles)} of ${choices.of(places)}, ${person()}, ${choices.of(['told reporters', 'wrote', 'denied'])} that ${change()}.`,
    () => `According to ${choices.of(bodies)}, ${change()} in ${choices.of(places)} ${choices.of(times)}.`,
    () =>
      `${choices.of(places)} and ${choices.of(places)} agreed ${choices.of(times)} to cut ${choices.of(things)} by ${number()}.`,
    () => `Mr ${choices.of(family)} called the plan “a mistake” and asked ${choices.of(bodies)} to stop it.`,
    () => `It was a cold morning, and nobody in the street seemed to know why the ${choices.of(roles)} had left.`,
  ]
  const written = new Set<string>()
  for (let turn = 0; written.size < count; turn++) written.add(kinds[turn % kinds.length]!())
  return [...written]
}

/** 200 varied sentences, again and again, as one paragraph and as many. */
export function proseForms(seed: number): Form[] {
  const sentences = writeSentences(seed, 200)
  const paragraphs = Array.from({ length: 50 }, (_, i) => sentences.slice(4 * i, 4 * i + 4).join(' '))
  const form = (name: string, piece: string): Form => ({ name, reader: 'text', before: '', pieces: [piece], after: '' })
  return [
    form('prose of 200 sentences', `${paragraphs.join('\n\n')}\n\n`),
    form('prose of 200 sentences, one paragraph', `${sentences.join(' ')} `),
    form(
      'prose whose names are always new',
      `${paragraphs.join('\n\n').replaceAll(/\b(?:Berg|Dahl|Moreno|Acme|Nordea)\b/g, '§')}\n\n`,
    ),
  ]
}
