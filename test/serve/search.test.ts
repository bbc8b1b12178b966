import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Claim } from '../../src/model/claim/index.ts'
import { sliceCodePoints } from '../../src/text/offsets.ts'
import { startService } from './service.ts'

const folder = join(mkdtempSync(join(tmpdir(), 'article-facts-search-')), 'news')
mkdirSync(folder)
const texts = [
  'The economy of Norway grew by 11% last year.',
  'Two economies grew by 12% last year, the ministry of Peru said.',
  'Voters elected 13 members of the council in May.',
  'The election cost $14m, the mayor said.',
  'Staff sent 15 e-mails a day.',
  'An email reached 16 people in Łódź.',
  'Straßen of 17 km were built in Ἀθῆναι.',
  'The ﬁnal bill was $18m in Đakovo.',
  'News of 19 new ships came on Monday.',
  'O’Brien sold 20 tonnes of copper to Peru.',
  'Trade in copper and coffee fell by 21% in May.',
]
for (const [i, text] of texts.entries()) writeFileSync(join(folder, `${String(i).padStart(2, '0')}.txt`), text)
const { get } = await startService(folder)
const list = async (q: string, more = '') => {
  const { status, body } = await get(`/v1/figures?limit=100&published__lt=9999-01-01${more}&q=${encodeURIComponent(q)}`)
  return { status, body }
}
/** The numbers of the sentences above, which tell them apart. */
const numbers = async (q: string, more = '') => {
  const { status, body } = await get(`/v1/figures?limit=100${more}&q=${encodeURIComponent(q)}`)
  expect([status, q]).toEqual([200, q])
  return (body.items as Claim[])
    .map((claim) => Number(/\d+/.exec(claim.surface)?.[0]))
    .filter((number) => number >= 11 && number <= 21)
}

describe('searching English', () => {
  it.each([
    ['economy', [11, 12]],
    ['economies', [11, 12]],
    ['elect', [13, 14]],
    ['elected', [13, 14]],
    ['"elected"', [13]],
    ['elect*', [13, 14]],
    ['electi*', [14]],
    ['"two econom*"', [12]],
    // news is no plural
    ['news', [19]],
    ['new', [19]],
    ['"new" ships', [19]],
    ['ship', [19]],
  ])('%s', async (q, found) => {
    expect(await numbers(q)).toEqual(found)
  })

  it('puts the words as they are written first', async () => {
    expect(await numbers('economies', '&order=relevance')).toEqual([12, 11])
    expect(await numbers('economy', '&order=relevance')).toEqual([11, 12])
    const paged: Claim[] = []
    for (let after = ''; ; ) {
      const { body } = await get(`/v1/claims?q=economy&order=relevance&limit=1${after}`)
      paged.push(...body.items)
      if (!body.next) break
      after = `&after=${body.next}`
    }
    const { body } = await get('/v1/claims?q=economy&order=relevance&limit=200')
    expect(paged).toEqual(body.items)
    const { body: byPosition } = await get('/v1/claims?q=economy&limit=200')
    const idsOf = (items: Claim[]) => items.map(({ id }) => id).sort()
    expect(idsOf(paged)).toEqual(idsOf(byPosition.items))
  })

  it.each([
    ['strassen', [17]],
    ['STRASSEN', [17]],
    ['lodz', [16]],
    ['Łodz', [16]],
    ['dakovo', [18]],
    ['final', [18]],
    ['αθηναι', [17]],
    ['email', [15, 16]],
    ['e-mail', [15, 16]],
    ['e-mails', [15, 16]],
    ['obrien', [20]],
    ["o'brien", [20]],
  ])('folds spellings: %s', async (q, found) => {
    expect(await numbers(q)).toEqual(found)
  })
})

describe('what can be said in a search', () => {
  it.each([
    ['copper OR economy', [11, 12, 20, 21]],
    ['peru copper OR economy', [12, 20]],
    ['peru AND copper', [20]],
    ['(peru copper) OR (norway economy)', [11, 20]],
    ['copper -peru', [21]],
    ['copper NOT peru', [21]],
    ['copper -(peru OR norway)', [21]],
    ['"copper and coffee"', [21]],
    ['copper "and"', [21]],
  ])('%s', async (q, found) => {
    expect(await numbers(q)).toEqual(found)
  })

  it.each([
    ['OR copper', 'no-operand', /"or"/],
    ['copper OR', 'no-operand', /"or"/],
    ['copper OR OR peru', 'no-operand', /either side/],
    ['copper OR -peru', 'no-operand', /either side/],
    ['copper AND', 'no-operand', /"and"/],
    ['el*ct', 'misplaced-star', /end of a word/],
    ['*lected', 'misplaced-star', /end of a word/],
    ['el*', 'short-prefix', /3 letters/],
    ['measure:trade', 'not-a-field', /measure=trade/],
    ['-copper', 'no-words', /leave out/],
    ['copper -', 'ok', undefined],
    ['%', 'no-words', /letter or digit/],
    ['()', 'no-words', /letter or digit/],
    [`${'('.repeat(40)}copper`, 'too-deep', /nested/],
  ])('says what cannot be searched: %s', async (q, code, detail) => {
    const { status, body } = await list(q)
    if (detail === undefined) return expect(status).toBe(200)
    expect(status).toBe(400)
    expect(body.errors[0]).toMatchObject({ parameter: 'q', code })
    expect(body.detail).toMatch(detail)
  })

  it('says how it understood a search', async () => {
    const { body } = await get(
      `/v1/claims?query=true&q=${encodeURIComponent('china trade OR export* -"foreign policy"')}`,
    )
    expect(body.query.sentence).toContain('q has china and (trade or export*) and not "foreign policy"')
  })

  it('marks what it found, in any form', async () => {
    for (const [q, ...marked] of [
      ['economy', 'economies'],
      ['email', 'e-mails'],
      ['e-mail', 'email'],
      ['copper OR peru', 'copper', 'Peru'],
      ['"copper and cof*"', 'copper and coffee'],
      ['strassen', 'Straßen'],
    ] as const) {
      const { body } = await get(`/v1/claims?highlight=true&limit=200&q=${encodeURIComponent(q)}`)
      const words = body.highlights.map(
        ({ id, field, start, end }: { id: string; field: string; start: number; end: number }) => {
          const claim = (body.items as Claim[]).find((one) => one.id === id)!
          return sliceCodePoints(field === 'surface' ? claim.surface : claim.sentence.text, start, end)
        },
      )
      for (const word of marked) expect(words, q).toContain(word)
    }
  })
})

describe('what is said beside a result', () => {
  const notes = async (url: string) => (await get(url)).body.notes as string[] | undefined

  it('says nothing where all is as it is written', async () => {
    for (const url of [
      '/v1/claims?q=copper&unit=percent',
      '/v1/articles?q=copper',
      '/v1/actors?name=Peru',
      '/v1/claims?actor=Peru',
      '/v1/claims/facets?by=unit',
    ])
      expect(await notes(url), url).toBeUndefined()
  })

  it.each([
    ['/v1/claims?q=copper %26 coffee', 'q: "&" has no letter or digit and was left out.'],
    [
      '/v1/claims?q="copper and',
      'q: the quotation mark before copper and is not closed; all behind it was taken for the phrase.',
    ],
    ['/v1/claims?q=(copper', 'q: a parenthesis is not closed; it was taken to close at the end.'],
    ['/v1/claims?q=copper)', 'q: a parenthesis was never opened and was left out.'],
    ['/v1/articles?q=copper %26 coffee', 'q: "&" has no letter or digit and was left out.'],
    ['/v1/claims?unit=%25', 'unit: "%" was taken for "percent".'],
    ['/v1/figures?unit=people', 'unit: "people" was taken for "person".'],
    ['/v1/figures?unit=members', 'unit: "members" was taken for "member".'],
    ['/v1/figures?unit=kilometres', 'unit: "kilometres" was taken for "km".'],
    ['/v1/figures?currency=usd', 'currency: "usd" was taken for "USD".'],
    ['/v1/claims/facets?by=unit&currency=usd', 'currency: "usd" was taken for "USD".'],
    ['/v1/claims?actor=Norwey', 'actor: no actor goes by "Norwey". The nearest name is "Norway".'],
    ['/v1/claims?actor=Norwey&actor=Peru', 'actor: no actor goes by "Norwey". The nearest name is "Norway".'],
    ['/v1/quotes?source=Kazakstan', 'source: no actor goes by "Kazakstan". The nearest name is "Kazakhstan".'],
    ['/v1/claims?actor=Xyzzy', 'actor: no actor goes by "Xyzzy".'],
    ['/v1/actors?name=Kazakstan', 'name: no actor goes by "Kazakstan". The nearest name is "Kazakhstan".'],
    [
      '/v1/claims/facets?by=unit&actor=Kazakstan',
      'actor: no actor goes by "Kazakstan". The nearest name is "Kazakhstan".',
    ],
    ['/v1/figures?unit=tone', 'unit: no claim has "tone". The nearest name is "tonne".'],
  ])('%s', async (url, note) => {
    expect(await notes(url)).toEqual([note])
  })

  it('comes in a header where the body is not JSON, and in the last line of an export', async () => {
    const header = async (url: string) => (await get(url)).headers.notes
    // proxies keep some thousand bytes for all headers together, and other letters take up to six times their place
    for (const letter of ['a', 'ж', '中', '😀', '%', '"']) {
      const value = encodeURIComponent(letter.repeat(250))
      const said = (await header(`/v1/claims?actor=${value}&source=${value}&format=csv`)) as string
      expect(said.length, letter).toBeLessThanOrEqual(2000)
      expect(said, letter).toMatch(/^%?"actor: no actor goes by .*"$/)
      // no letter is cut in two
      if (said.startsWith('%')) expect(() => decodeURIComponent(said.slice(2, -1)), letter).not.toThrow()
    }
    const note = '"unit: \\"%\\" was taken for \\"percent\\"."'
    for (const format of ['csv', 'ndjson']) {
      expect(await header(`/v1/figures?unit=%25&format=${format}`)).toBe(note)
      expect(await header(`/v1/claims/export?unit=%25&format=${format}`)).toBe(note)
      expect(await header(`/v1/figures?unit=percent&format=${format}`)).toBeUndefined()
    }
    expect(await header('/v1/claims/export?actor=Norwey&format=csv')).toContain('The nearest name is')
    expect(await header('/v1/claims?actor=Norwëy&format=csv')).toContain('%"actor: no actor goes by %22Norw%c3%aby%22')
    const { text } = await get('/v1/claims/export?currency=usd&format=ndjson')
    expect(JSON.parse(text.trim().split('\n').at(-1)!).notes).toEqual(['currency: "usd" was taken for "USD".'])
  })

  it('finds what the values were taken for', async () => {
    for (const [given, meant] of [
      ['unit=%25', 'unit=percent'],
      ['unit=people', 'unit=person'],
      ['currency=usd', 'currency=USD'],
      ['unit__not=%25', 'unit__not=percent'],
    ]) {
      const items = (await get(`/v1/figures?limit=200&${given}`)).body.items
      expect(items.length, given).toBeGreaterThan(0)
      expect(items).toEqual((await get(`/v1/figures?limit=200&${meant}`)).body.items)
    }
  })

  it('refuses what is no currency, with the one that is meant', async () => {
    for (const [given, meant] of [
      ['dollars', 'USD'],
      ['$', 'USD'],
      ['€', 'EUR'],
      ['euro', 'EUR'],
      ['XQQ', undefined],
    ] as const) {
      const { status, body } = await get(`/v1/figures?currency=${encodeURIComponent(given)}`)
      expect([status, body.errors[0].parameter, body.errors[0].didYouMean]).toEqual([400, 'currency', meant])
    }
  })
})

describe('articles', () => {
  const texts = async (url: string) =>
    (await get(`${url}&fields=text&fields=title&limit=200`)).body.selected.map(
      ({ title, text }: { title?: string; text: string }) => title ?? text.slice(0, 24),
    )

  it('are sorted by relevance: titles before texts, words as written before their other forms', async () => {
    expect(await texts('/v1/articles?q=economies&order=relevance')).toEqual([
      'Two economies grew by 12',
      'The economy of Norway gr',
    ])
    const { status, body } = await get('/v1/articles?order=relevance')
    expect([status, body.errors[0].parameter]).toEqual([400, 'order'])
    const all = (await get('/v1/articles?q=copper OR trade&order=relevance')).body.items
    const paged = []
    for (let after = ''; ; ) {
      const { body } = await get(`/v1/articles?q=copper OR trade&order=relevance&limit=1&count=true${after}`)
      expect(body.count).toEqual({ value: all.length, relation: 'eq' })
      paged.push(...body.items)
      if (!body.next) break
      after = `&after=${body.next}`
    }
    expect(paged).toEqual(all)
    expect(all.length).toBeGreaterThan(1)
  })

  it('are counted by publication, author, language and year, under the filters of their list', async () => {
    const by = 'by=publication&by=author&by=language&by=year'
    for (const filter of ['', 'q=copper', 'q=economy OR trade', 'language=en', 'publication=Nobody'])
      for (const { by: name, values } of (await get(`/v1/articles/facets?${by}&${filter}`)).body.facets)
        for (const { value, count } of values) {
          const same =
            name === 'year'
              ? `published__gte=${value}-01-01&published__lt=${Number(value) + 1}-01-01`
              : `${name}=${value}`
          const { body } = await get(`/v1/articles?count=true&limit=1&${filter}&${same}`)
          expect(body.count, `${name} ${value} ${filter}`).toEqual({ value: count, relation: 'eq' })
        }
    const { body } = await get(`/v1/articles/facets?by=language&limit=1`)
    expect(body.facets).toEqual([{ by: 'language', values: [{ value: 'en', count: 1 }], more: false }])
  })
})
