import { describe, expect, it } from 'vitest'
import { Choices, writeForm } from '../../bench/torture/growth/form.ts'
import { knownMarkup, mixMarkup } from '../../bench/torture/growth/markup.ts'
import { proseForms } from '../../bench/torture/growth/prose.ts'
import { knownTexts, mixText } from '../../bench/torture/growth/texts.ts'
import { readVocabularies } from '../../bench/torture/growth/vocabulary.ts'
import { extractClaims } from '../../src/ingest.ts'
import { LoadError, loadArticles } from '../../src/load/index.ts'
import { size } from '../size.ts'

// Inputs that make careless rules look again and again. Nothing is timed here (`npm run torture -- growth` does, up to 4 MB): what grows with
// the cube of its text, or faster, does not come to an end within the test's limit, nor does what calls itself for each mark.
const length = size(8_000, 24_000)
const mixtures = 24
const choices = new Choices(1)
const vocabularies = readVocabularies()

it('reads a text of so many lines that no list of them may be spread into a call', () => {
  const prose = 'The mayor of the town has told the people that the new bridge will be open before the winter. '
  expect(extractClaims(prose.repeat(20) + 'a\n'.repeat(size(150_000, 1_000_000))).language).toBe('en')
})

describe('hostile texts come to an end', () => {
  const forms = [
    ...proseForms(1),
    ...knownTexts(),
    ...Array.from({ length: mixtures }, () => mixText(choices, vocabularies)),
  ]
  it.each(forms.map((form) => [form.name, form] as const))('%s', (_, form) => {
    const text = writeForm(form, length).toWellFormed()
    expect(extractClaims(text, { publishedAt: '2024-03-01' }).text).toBe(text)
  })
})

describe('hostile markup comes to an end, with an article or a reason', () => {
  const forms = [...knownMarkup(), ...Array.from({ length: mixtures }, () => mixMarkup(choices))]
  it.each(forms.map((form) => [form.name, form] as const))('%s', async (_, form) => {
    const bytes = new TextEncoder().encode(writeForm(form, 2 * length))
    const format = form.reader === 'front-matter' ? 'text' : form.reader
    const found = await loadArticles({ name: 'form', bytes, format }).catch((error: Error) => error)
    if (found instanceof Error) expect(found).toBeInstanceOf(LoadError)
    else expect(found.length).toBeGreaterThan(0)
  })
})
