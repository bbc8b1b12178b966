import { describe, expect, it } from 'vitest'
import { extractClaims } from '../../src/ingest.ts'
import { type LoadSource, loadArticles } from '../../src/load/index.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const load = async (bytes: string | Uint8Array, more: Partial<LoadSource> = {}) => {
  const [item] = await loadArticles({
    name: 'page.html',
    bytes: typeof bytes === 'string' ? encode(bytes) : bytes,
    format: 'html',
    ...more,
  })
  if (!item || 'failure' in item) throw new Error(item?.failure)
  return item.article
}

const story = `
<p>The port of Lindholm handled 4.2 million tonnes of grain last year, its director, Ada Berg, said on Tuesday. “We have never
seen such a summer,” she told reporters at the quay.</p>
<p>Exports rose by 12% to $3.1bn, according to the harbour board, which expects a further rise before winter. Ships waited
for up to nine days, and two of them turned back to Oslo with empty holds.</p>
<p>The board plans to build a third quay by 2026, although the money for it has not been found, and the town council wants
the work to begin only when the road along the river has been widened.</p>`

const page = (head: string, body: string, attributes = '') =>
  `<!doctype html><html ${attributes}><head>${head}</head><body><nav><a href="/">Home</a> <a href="/w">World</a></nav>${body}<footer>© Example Weekly</footer></body></html>`

describe('a page of HTML', () => {
  it('gives the article without what stands around it', async () => {
    const { text } = await load(
      page(
        '<title>Port traffic recovers</title><script>var price = 500</script>',
        `<article><h1>Port traffic recovers</h1>${story}</article><aside class="most-read"><a href="/1">Mayor resigns over 40 ducks</a></aside>`,
      ),
    )
    expect(text).toMatch(/^The port of Lindholm/)
    expect(text.split('\n\n')).toHaveLength(3)
    expect(text).not.toMatch(/Home|ducks|price|Example Weekly/)
  })

  it('takes white space as a browser shows it', async () => {
    const { text } = await load(page('', `<article>${story}<p>One<br>two  and\n\tthree<b>four</b>.</p></article>`))
    expect(text).toContain('“We have never seen such a summer,” she told reporters')
    expect(text).toMatch(/One\ntwo and threefour\.$/)
    const inForm = await load(
      page('', `<form action="/all"><div>${story}</div><input value="Search 400 stories"></form>`),
    )
    expect(inForm.text).toMatch(/^The port of Lindholm/)
  })

  it('believes JSON-LD before Open Graph, and Open Graph before the elements', async () => {
    const { metadata } = await load(
      page(
        `<title>Title of the tab | Example Weekly</title>
         <script type="application/ld+json">{"@context":"https://schema.org","@graph":[
           {"@type":"Organization","@id":"#org","name":"Example Media"},
           {"@type":"NewsArticle","headline":"Port traffic recovers","author":[{"@type":"Person","name":"Bo Dahl"},{"@type":"Person","name":"Ann Lee"}],
            "publisher":{"@id":"#org"},"datePublished":"2024-03-01T23:30:00-05:00","inLanguage":"en-GB","isPartOf":{"name":"Example Weekly"}}]}</script>
         <meta property="og:title" content="Shared title"><meta property="og:url" content="https://example.org/port?x=1">
         <meta property="article:published_time" content="2024-03-05">
         <link rel="canonical" href="https://example.org/port">`,
        `<article>${story}</article>`,
      ),
    )
    expect(metadata).toEqual({
      title: 'Port traffic recovers',
      author: 'Bo Dahl, Ann Lee',
      authors: ['Bo Dahl', 'Ann Lee'],
      publisher: 'Example Media',
      publication: 'Example Weekly',
      publishedAt: '2024-03-01',
      language: 'en-GB',
      url: 'https://example.org/port',
    })
  })

  it('reads what older pages say in meta tags and elements', async () => {
    const { metadata } = await load(
      page(
        `<title>Port traffic recovers - Example Weekly</title><meta name="author" content="By Bo Dahl">
         <meta property="og:site_name" content="Example Weekly"><meta name="pubdate" content="Fri, 01 Mar 2024 09:00:00 GMT">
         <link rel="canonical" href="/port">`,
        `<article>${story}</article>`,
        'lang="en_GB"',
      ),
      { address: 'https://www.example.org/port?utm=1' },
    )
    expect(metadata).toEqual({
      title: 'Port traffic recovers',
      author: 'Bo Dahl',
      authors: ['Bo Dahl'],
      publication: 'Example Weekly',
      publishedAt: '2024-03-01',
      language: 'en-GB',
      url: 'https://www.example.org/port',
    })
  })

  it('leaves a day that could be two, and an address of another site, alone', async () => {
    const { metadata } = await load(
      page(
        '<meta name="date" content="05/06/2024"><link rel="canonical" href="https://elsewhere.example/">',
        `<article>${story}</article>`,
      ),
      { address: 'https://example.org/port' },
    )
    expect(metadata.publishedAt).toBeUndefined()
    expect(metadata.url).toBe('https://example.org/port')
  })

  it('makes sections of captions, subheads, boxes, embedded posts and notes on the author', async () => {
    const {
      text,
      sections = [],
      metadata,
    } = await load(
      page(
        '',
        `<article>${story}
        <figure><img src="a.jpg"><figcaption>The quay in May. Photo: Cy Dole</figcaption></figure>
        <h2>Nine days of waiting</h2>
        <p>Captains paid 900 euros a day to wait, the board said, and some of them sailed on to other ports of the gulf instead.</p>
        <blockquote class="twitter-tweet"><p>Nobody can wait for 90 days! — Cap Haddock (@cap)</p></blockquote>
        <p>Sign up for our newsletter to get the latest stories</p>
        <div class="author-bio"><p>Bo Dahl is a reporter at Example Weekly.</p></div></article>`,
      ),
    )
    const kinds = new Map(
      extractClaims(text, metadata, sections).sections.map(({ kind, start, end }) => [text.slice(start, end), kind]),
    )
    expect(kinds.get('The quay in May. Photo: Cy Dole')).toBe('caption')
    expect(kinds.get('Nine days of waiting')).toBe('headline')
    for (const [words, kind] of kinds) {
      if (words.includes('90 days')) expect(kind).toBe('embedded-post')
      if (words.includes('newsletter')) expect(kind).toBe('boilerplate')
      if (words.includes('Captains')) expect(kind).toBe('body')
    }
  })

  it('says when a page contains no article', async () => {
    await expect(load(page('<title>Login</title>', '<form><p>Log in to go on</p></form>'))).rejects.toThrow(
      'contains no article',
    )
    await expect(load('<html></html>')).rejects.toThrow('contains no article')
    await expect(load('')).rejects.toThrow('is empty')
  })

  it('reads the charset that the server, the page or the bytes tell, and says when nobody knows it', async () => {
    const words = 'Café owners paid €20 more'
    const html = (meta: string) => page(meta, `<article>${story}<p>${words}.</p></article>`)
    const latin = (meta: string) =>
      Uint8Array.from(html(meta), (c) => ({ '€': 0x80, é: 0xe9, '“': 0x93, '”': 0x94 })[c] ?? c.charCodeAt(0))
    expect((await load(html(''))).text).toContain(words)
    expect((await load(latin(''))).text).toContain(words)
    expect((await load(latin('<meta charset="windows-1252">'))).text).toContain(words)
    expect((await load(latin(''), { charset: 'cp1252' })).text).toContain(words)
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from(html(''), (c) => c.charCodeAt(0)).buffer),
    ])
    expect((await load(utf16)).text).toContain(words)
    // a page in UTF-8 that says it is something else
    expect((await load(html('<meta charset="x-klingon">'))).text).toContain(words)
    await expect(load(latin('<meta charset="x-klingon">'))).rejects.toThrow('charset "x-klingon", which is unknown')
  })

  it('gives claims or a clear error for broken markup', async () => {
    for (const html of [
      '<p>'.repeat(60_000),
      '<'.repeat(5000),
      '<div>'.repeat(3000) + story,
      `<table><tr><td>${story}`,
      '\u0000'.repeat(900),
      '<p>x</p>'.repeat(1_200_000),
    ])
      await load(html).then(
        ({ text, metadata, sections }) => extractClaims(text, metadata, sections),
        (error: Error) => expect(error.message).toMatch(/^(?:contains no article|is a binary file)/),
      )
  })
})
