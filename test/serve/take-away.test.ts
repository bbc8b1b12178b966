import fc from 'fast-check'
import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { escapeMarkup } from '../../src/serve/present/card.ts'
import { linkPassage } from '../../src/serve/present/passage.ts'
import { startService } from './service.ts'

const { app, send, get, authorize } = await startService()
const writer = authorize('ingest')
const publish = async (payload: object) =>
  (await send({ method: 'POST', url: '/v1/articles', payload, headers: writer })).body.article.id as string
const plain = await publish({
  text: 'Exports of Norway rose by 4% to $24bn last year, Mayor Ada Berg said. “We are proud of it,” she said.',
  title: 'Port traffic recovers',
  author: 'Luis Rojas',
  publication: 'Example Weekly',
  url: 'https://example.org/port-traffic',
  publishedAt: '2024-03-01',
})
const hostile =
  '</text><script>alert(1)</script>" onload="alert(2)\' <img src=x onerror=alert(3)>&lt;&#60;]]>--><!--\u202E'
const evil = await publish({
  text: `${hostile} Exports of Norway rose by 4% to $24bn last year ${hostile} said Mayor Ada Berg of "Evil" <b>Town</b>.`,
  title: hostile,
  author: hostile,
  publication: hostile,
  url: "https://example.org/?q='onload=alert(4)'&x=%22%3E",
  publishedAt: '2024-03-01',
})
const claimsOf = async (article: string, query = '') =>
  (await get(`/v1/articles/${article}/claims?section=any&limit=200&${query}`)).body.items as {
    id: string
    surface: string
  }[]
const money = (await claimsOf(plain, 'kind=money'))[0]!
const tagsOf = (markup: string) => new Set([...markup.matchAll(/<\/?([a-zA-Z!?][\w:-]*)/g)].map((match) => match[1]))

describe('GET /v1/claims/{id}/card', () => {
  it('is a picture of the claim in its sentence, with source and proof', async () => {
    const { status, text, headers } = await get(`/v1/claims/${money.id}/card`)
    expect(status).toBe(200)
    expect(headers['content-type']).toBe('image/svg+xml; charset=utf-8')
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'.*sandbox/)
    for (const words of ['$24bn', 'Exports of Norway rose by', 'Ada Berg', 'Example Weekly', '2024-03-01'])
      expect(text).toContain(words)
    expect(tagsOf(text)).toEqual(new Set(['svg', 'title', 'rect', 'text']))
    const dark = await get(`/v1/claims/${money.id}/card?theme=dark`)
    expect(dark.text).not.toBe(text)
  })

  it('is a PNG for what shows no SVG where a link is pasted, with the same words', async () => {
    const picture = async (query: string) => {
      const { statusCode, headers, rawPayload } = await app.inject(`/v1/claims/${money.id}/card?format=png${query}`)
      expect([statusCode, headers['content-type']]).toEqual([200, 'image/png'])
      expect(rawPayload.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
      expect(rawPayload.readUInt32BE(16)).toBe(1280)
      return rawPayload
    }
    const light = await picture('')
    // letters are drawn: nothing but paper would be a few hundred bytes
    expect(light.length).toBeGreaterThan(10_000)
    expect(light.equals(await picture('&theme=dark'))).toBe(false)
    expect(
      (await app.inject({ url: `/v1/claims/${money.id}/card`, headers: { accept: 'image/png' } })).headers[
        'content-type'
      ],
    ).toBe('image/png')
  })

  it('is an element of HTML, with links to the claim and into the original', async () => {
    const { text, headers } = await get(`/v1/claims/${money.id}/card`, { accept: 'text/html' })
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect((await get(`/v1/claims/${money.id}/card?format=html`)).text).toBe(text)
    const { document } = parseHTML(`<html><body>${text}</body></html>`)
    expect(document.querySelector('mark')!.textContent).toBe('$24bn')
    expect(document.querySelector('blockquote')!.textContent).toContain(
      'Exports of Norway rose by 4% to $24bn last year',
    )
    const links = [...document.querySelectorAll('a')].map((link) => link.getAttribute('href')!)
    expect(links[0]).toMatch(new RegExp(`/claims/${money.id}$`))
    expect(links[1]).toMatch(/^https:\/\/example\.org\/port-traffic#:~:text=/)
  })

  it('escapes everything, whatever an article, a title or a reviewer says', async () => {
    const [first] = await claimsOf(evil)
    await send({
      method: 'PATCH',
      url: `/v1/claims/${first!.id}`,
      payload: { review: 'confirmed', by: hostile, note: hostile },
      headers: { ...authorize('review'), 'if-match': '*' },
    })
    for (const { id } of await claimsOf(evil)) {
      const svg = (await get(`/v1/claims/${id}/card`)).text
      expect(tagsOf(svg)).toEqual(new Set(['svg', 'title', 'rect', 'text']))
      expect(svg).not.toContain('\u202E')
      for (const element of parseHTML(`<html><body>${svg}</body></html>`).document.querySelectorAll('svg, svg *'))
        for (const { name } of element.attributes) expect(name).not.toMatch(/^on|href/i)
      const html = (await get(`/v1/claims/${id}/card?format=html`)).text
      const { document } = parseHTML(`<html><body>${html}</body></html>`)
      for (const element of document.querySelectorAll('*'))
        for (const { name } of element.attributes)
          expect(['style', 'href', 'rel', 'cite', 'data-claim']).toContain(name)
      expect(tagsOf(html)).toEqual(new Set(['figure', 'blockquote', 'mark', 'p', 'figcaption', 'br', 'a']))
    }
  })

  it('leaves nothing of any text that is markup, or no character of XML', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = escapeMarkup(text)
        expect(escaped).not.toMatch(/[<>"'`]|&(?!#\d+;)/)
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these have no place in XML 1.0
        expect(escaped).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/u)
      }),
    )
  })

  it('names what is wrong', async () => {
    expect((await get(`/v1/claims/${money.id}/card?theme=pink`)).body.errors[0]).toMatchObject({ parameter: 'theme' })
    expect((await get(`/v1/claims/${money.id}/card`, { accept: 'application/pdf' })).status).toBe(406)
    expect((await get('/v1/claims/clm_none/card')).status).toBe(404)
  })
})

describe('GET /v1/claims/{id}/citations', () => {
  it('cites in three styles, with the speaker before the author, the day of access and the hash', async () => {
    const { body } = await get(`/v1/claims/${money.id}/citations?accessed=2026-11-26`)
    const { textHash } = (await get(`/v1/articles/${plain}`)).body
    expect(body).toMatchObject({ claimId: money.id, speaker: 'Ada Berg', accessed: '2026-11-26', textHash })
    const texts = Object.fromEntries(
      body.citations.map(({ style, text }: { style: string; text: string }) => [style, text]),
    )
    expect(texts.apa).toContain(
      '(Ada Berg, as cited in Luis Rojas, 2024). Luis Rojas. (2024, March 1). Port traffic recovers.',
    )
    expect(texts.apa).toContain('Retrieved November 26, 2026, from https://example.org/port-traffic')
    expect(texts.mla).toContain('Ada Berg, qtd. in Luis Rojas. “Port traffic recovers.” Example Weekly, 1 Mar. 2024,')
    expect(texts.mla).toContain('Accessed 26 Nov. 2026.')
    expect(texts.chicago).toContain(
      'Ada Berg, quoted in Luis Rojas, “Port traffic recovers,” Example Weekly, March 1, 2024,',
    )
    for (const text of Object.values(texts)) expect(text).toContain(textHash)
    expect((await get(`/v1/claims/${money.id}/citations`)).body.accessed).toBeUndefined()
    expect((await get(`/v1/claims/${money.id}/citations?accessed=tomorrow`)).body.errors[0].parameter).toBe('accessed')
  })

  it('names the speaker of a quotation, never the author as if they had said it', async () => {
    const [quote] = await claimsOf(plain, 'type=quote&kind=direct')
    const { body } = await get(`/v1/claims/${quote!.id}/citations`)
    expect(body.speaker).toBe('Ada Berg')
    expect(body.citations[2].text).toMatch(/^“We are proud of it,?” Ada Berg, quoted in Luis Rojas/)
  })

  it('links to where the client sees the service', async () => {
    const of = async (host: string) => (await get(`/v1/claims/${money.id}/citations`, { host })).body.permalink
    expect(await of('facts.example')).toBe(`http://facts.example/claims/${money.id}`)
    expect(await of('other.example')).toBe(`http://other.example/claims/${money.id}`)
  })
})

describe('links into the original', () => {
  it('give the words with whole words around them, encoded as the fragment wants it', () => {
    expect(
      linkPassage('https://example.org/a', {
        exact: '$24bn',
        prefix: 'orts rose by 4% to ',
        suffix: ' last year, she sai',
      }),
    ).toBe('https://example.org/a#:~:text=rose%20by%204%25%20to-,%2424bn,-last%20year%2C%20she')
    expect(linkPassage('https://example.org/a#top', { exact: 'well-known', prefix: '', suffix: '' })).toBe(
      'https://example.org/a#top:~:text=well%2Dknown',
    )
  })

  it('give long passages by their ends, and no words of another paragraph', () => {
    const exact = `One two three four five ${'and so on '.repeat(30)}nine ten eleven twelve thirteen`
    expect(linkPassage('https://example.org/a', { exact, prefix: 'before.\n\nHe said: ', suffix: '.\n\nNext' })).toBe(
      'https://example.org/a#:~:text=He%20said%3A-,One%20two%20three%20four%20five,nine%20ten%20eleven%20twelve%20thirteen,-.',
    )
  })

  it('lead nowhere without an address of the web', () => {
    for (const url of [undefined, 'javascript:alert(1)', 'file:///etc/passwd'])
      expect(linkPassage(url, { exact: 'a', prefix: '', suffix: '' })).toBeUndefined()
  })
})
