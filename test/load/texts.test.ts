import { describe, expect, it } from 'vitest'
import { LoadError, type LoadSource, loadArticles } from '../../src/load/index.ts'

const load = async (text: string, format: LoadSource['format'], more: Partial<LoadSource> = {}) =>
  loadArticles({ name: 'a', bytes: new TextEncoder().encode(text), format, ...more })
const loadOne = async (...given: Parameters<typeof load>) => {
  const [item] = await load(...given)
  if (!item || 'failure' in item) throw new Error(item?.failure)
  return item.article
}

describe('front matter', () => {
  const front =
    '---\ntitle: "Port: recovers"\ndate: 2024-03-01 09:00\nauthors:\n  - Bo Dahl\n  - name: Ann Lee\ntags: [a, b]\nlang: en\n---\n\nPrices rose 4%.\n'

  it('tells what is known of a text, and is no part of it', async () => {
    expect(await loadOne(front, 'text')).toEqual({
      text: 'Prices rose 4%.\n',
      metadata: {
        title: 'Port: recovers',
        publishedAt: '2024-03-01',
        author: 'Bo Dahl, Ann Lee',
        authors: ['Bo Dahl', 'Ann Lee'],
        language: 'en',
      },
      publishedAtSource: 'front-matter',
    })
    expect(await loadOne(front.replaceAll('\n', '\r\n'), 'text')).toMatchObject({ text: 'Prices rose 4%.\r\n' })
  })

  it('gives way to a sidecar', async () => {
    const { metadata } = await loadOne(front, 'text', { sidecar: '{"publishedAt": "2024-03-02"}' })
    expect(metadata).toMatchObject({ title: 'Port: recovers', publishedAt: '2024-03-02' })
  })

  it('is left in the text where it is none: a rule, a dash of speech', async () => {
    for (const text of ['---\nPrices rose.\n---\nAnd fell.', '--- Prices rose 4%.', 'Prices: x\n---\nfell'])
      expect(await loadOne(text, 'text')).toEqual({ text, metadata: {} })
  })

  it('is read as people write it, a colon in a title too', async () => {
    const text =
      '---\ntitle: Norway: exports rise\nauthor: @ada\npublication: "The Ledger"\nurl: https://example.org/a\n---\nPrices rose.'
    expect(await loadOne(text, 'text')).toMatchObject({
      text: 'Prices rose.',
      metadata: { title: 'Norway: exports rise', publication: 'The Ledger', url: 'https://example.org/a' },
    })
  })

  it('says when it is broken', async () => {
    await expect(load('---\ntitle: [a\n---\nPrices rose.', 'text')).rejects.toThrow('front matter that is not YAML')
  })

  it('may refer to itself', async () => {
    const { text, metadata } = await loadOne(
      '---\ntitle: Prices\nauthor: &a [*a, Ada Berg, [*a]]\npublication: &b {name: *b}\n---\nPrices rose.',
      'text',
    )
    expect([text, metadata]).toEqual(['Prices rose.', { title: 'Prices', author: 'Ada Berg', authors: ['Ada Berg'] }])
    const nested = `---\ntitle: ${'['.repeat(9000)}\n---\nPrices rose.`
    await expect(load(nested, 'text')).rejects.toThrow('front matter that is not YAML')
  })
})

describe('a Markdown text', () => {
  it('is read as its readers see it', async () => {
    const { text, metadata, sections } = await loadOne(
      '# Port *traffic* recovers\n\nThe **port** handled [4.2 million tonnes](https://x.org) of grain, _Ada Berg_ said.\n\n- Exports rose 12%\n- Imports fell\n\n![A quay](q.jpg)\n\n> “Never,” she said.\n',
      'markdown',
    )
    expect(text).toBe(
      'Port traffic recovers\n\nThe port handled 4.2 million tonnes of grain, Ada Berg said.\n\nExports rose 12%\n\nImports fell\n\n“Never,” she said.',
    )
    expect(metadata).toEqual({ title: 'Port traffic recovers' })
    expect(sections).toEqual([{ kind: 'headline', start: 0, end: 21 }])
  })

  it('keeps tables, tasks, code and the words of HTML', async () => {
    const { text, metadata } = await loadOne(
      'Port `report`\n===\n\n- [x] Exports rose\n- [ ] Imports [fell]\n\n| Port | Tonnes |\n|---|---|\n| Lindholm | 12 |\n\n~~Old~~ <em>New</em> words.\n\n<div>Prices rose.</div>\n',
      'markdown',
    )
    expect(text).toBe(
      'Port report\n\nExports rose\n\nImports [fell]\n\nPort Tonnes\n\nLindholm 12\n\nOld New words.\n\nPrices rose.',
    )
    expect(metadata).toEqual({ title: 'Port report' })
  })

  // rows of marks that parsers read again and again, or call themselves for: each comes to an end, as words or as a reason
  it.each([
    ['>', '>'.repeat(20_000)],
    ['> -', '> - '.repeat(20_000)],
    ['lists', Array.from({ length: 400 }, (_, i) => `${'  '.repeat(i)}- a`).join('\n')],
    ['brackets', '['.repeat(200_000)],
    ['underscores', 'a_b'.repeat(70_000)],
    ['stars', '**a*'.repeat(50_000)],
    ['spaces in a heading', `# a${' '.repeat(200_000)}b`],
  ])('comes to an end: %s', async (_, source) => {
    const outcome = await loadOne(`${source}\n\nPrices rose.`, 'markdown').catch((error: Error) => error)
    if ('text' in outcome) expect(outcome.text).toMatch(/Prices rose\.$/)
    else expect(outcome).toBeInstanceOf(LoadError)
  })
})

describe('a feed', () => {
  const rss = (items: string) =>
    `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Wire</title><language>en-gb</language>${items}</channel></rss>`

  it('gives an article an item: RSS', async () => {
    expect(
      await load(
        rss(
          `<item><title>Ducks &amp;amp; geese</title><link>https://wire.example/1</link><dc:creator>Bo Dahl</dc:creator><pubDate>Fri, 01 Mar 2024 23:00:00 +0100</pubDate><description>Short</description><content:encoded><![CDATA[<p>Prices rose 4%.</p><p>And fell.</p>]]></content:encoded></item>
           <item><title>Summary only</title><guid>https://wire.example/2</guid><description>Imports fell.&lt;br&gt;&lt;br&gt;Nobody knew why.</description></item>
           <item><title>Nothing</title></item>`,
        ),
        'feed',
      ),
    ).toEqual([
      {
        name: 'https://wire.example/1',
        article: {
          text: 'Prices rose 4%.\n\nAnd fell.',
          sections: [],
          metadata: {
            title: 'Ducks & geese',
            url: 'https://wire.example/1',
            publishedAt: '2024-03-01',
            author: 'Bo Dahl',
            authors: ['Bo Dahl'],
            publication: 'The Wire',
            language: 'en-GB',
          },
          publishedAtSource: 'feed',
        },
      },
      {
        name: 'https://wire.example/2',
        article: {
          text: 'Imports fell.\n\nNobody knew why.',
          sections: [],
          metadata: {
            title: 'Summary only',
            url: 'https://wire.example/2',
            publication: 'The Wire',
            language: 'en-GB',
          },
        },
      },
      { name: 'Nothing', failure: 'has no text in the feed' },
    ])
  })

  it('Atom, RDF and JSON Feed', async () => {
    const one = {
      article: {
        text: 'Prices rose 4%.',
        metadata: {
          title: 'Prices',
          url: 'https://wire.example/1',
          publishedAt: '2024-03-01',
          author: 'Bo Dahl',
          authors: ['Bo Dahl'],
          publication: 'The Wire',
        },
      },
    }
    expect(
      await load(
        `<feed xmlns="http://www.w3.org/2005/Atom"><title type="text">The Wire</title><entry><title type="html">Prices</title><link rel="alternate" href="https://wire.example/1"/><published>2024-03-01T09:00:00Z</published><author><name>Bo Dahl</name></author><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Prices <b>rose</b> 4%.</p></div></content></entry></feed>`,
        'feed',
      ),
    ).toMatchObject([one])
    expect(
      await load(
        `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Wire</title></channel><item><title>Prices</title><link>https://wire.example/1</link><description>Prices rose 4%.</description><dc:date>2024-03-01</dc:date><dc:creator>Bo Dahl</dc:creator></item></rdf:RDF>`,
        'feed',
      ),
    ).toMatchObject([one])
    expect(
      await load(
        JSON.stringify({
          version: 'https://jsonfeed.org/version/1.1',
          title: 'The Wire',
          items: [
            {
              id: '1',
              url: 'https://wire.example/1',
              title: 'Prices',
              content_html: '<p>Prices rose 4%.</p>',
              date_published: '2024-03-01T09:00:00Z',
              authors: [{ name: 'Bo Dahl' }],
            },
          ],
        }),
        'feed',
      ),
    ).toMatchObject([one])
  })

  it('says when it is none', async () => {
    await expect(load('<note>Prices</note>', 'feed')).rejects.toThrow('is not a feed')
    await expect(load('{"a": 1}', 'feed')).rejects.toThrow('is not a feed')
    await expect(load(rss(''), 'feed')).rejects.toThrow('without items')
  })
})
