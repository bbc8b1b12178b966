import { describe, expect, it } from 'vitest'
import { loadArticles } from '../../src/load/index.ts'

const story = [
  'The mill at Norrby ground 800 tonnes of rye last winter, its owner, Cy Dole, said on Friday, and will grind more of it this year if the river allows.',
  'By Christmas the weir will stand, the parish says, and Image 1 of the plan shows how it is to look when the water is high.',
  'Eleven people work there, two more than a year ago, and the baker of the town, who came from Oslo in 2019, buys half of all flour.',
]
const kindsOf = async (lines: readonly string[]) => {
  const html = `<html lang="en"><head><title>Mill grinds on</title></head><body><article><h1>Mill grinds on</h1>${[
    story[0],
    ...lines,
    ...story.slice(1),
  ]
    .map((line) => `<p>${line}</p>`)
    .join('')}</article></body></html>`
  const [item] = await loadArticles({ name: 'a', format: 'html', bytes: new TextEncoder().encode(html) })
  if (!item || 'failure' in item) throw new Error(item?.failure)
  const { text, sections = [] } = item.article
  return sections.map(({ kind, start, end }) => [text.slice(start, end), kind])
}

describe('lines of a page that are no body', () => {
  it.each([
    ['By Bo Dahl', 'boilerplate'],
    ['Von Bo Dahl und Ann Lee', 'boilerplate'],
    ['March 1, 2024 at 10:33 AM', 'dateline'],
    ['Stand: 01.03.2024, 10:33 Uhr', 'dateline'],
    ['Image 3 of 9', 'caption'],
    ['Foto: Bo Dahl/Imago', 'caption'],
    ['SEE MORE', 'boilerplate'],
    ['Kommentare (12)', 'boilerplate'],
    ['Lesen Sie auch', 'boilerplate'],
    ['<a href="/weir">Weir breaks for the second time this year</a>', 'boilerplate'],
    ['© 2024 The Miller. All rights reserved.', 'boilerplate'],
    ['Tags: rye, flour, weir', 'boilerplate'],
    ['FacebookTwitterLinkedInEmail', 'boilerplate'],
    ['https://mill.example/news/2024/mill', 'boilerplate'],
    ['Поделиться:', 'boilerplate'],
    ['06/10/2020', 'dateline'],
    ['Posted: Mar 1, 2024 / 05:25 PM CST / Updated: Mar 2, 2024 / 07:16 PM CST', 'dateline'],
  ])('%s: %s', async (line, kind) => {
    const words = line.replace(/<[^>]*>/g, '')
    expect((await kindsOf([line])).find(([text]) => text === words)?.[1]).toBe(kind)
  })

  it.each([
    ['By Friday the mill had ground it all.'],
    ['On March 1, 2024 the owner sold the mill to the parish.'],
    ['“Read more,” the teacher said.'],
    ['By train it is an hour to Norrby'],
    ['He wrote <a href="/a">a letter to the parish</a> in May.'],
  ])('%s is body', async (line) => expect(await kindsOf([line])).toEqual([]))

  it('are told of a brief, which is read', async () => {
    const html =
      '<html lang="en"><head><title>Mill burns</title></head><body><nav><a href="/">Home</a></nav><main><h1>Mill burns</h1><p>By Bo Dahl</p><p>The mill at Norrby burned down on Friday night, and nobody was hurt.</p><p>Its owner puts the damage at 90,000 euros.</p></main></body></html>'
    const [item] = await loadArticles({ name: 'a', format: 'html', bytes: new TextEncoder().encode(html) })
    expect(item).toMatchObject({ article: { text: expect.stringMatching(/nobody was hurt\.\n\nIts owner/) } })
    const teaser = html.replace(/<p>The mill.*<\/p>/, '<p>Log in</p>')
    await expect(loadArticles({ name: 'a', format: 'html', bytes: new TextEncoder().encode(teaser) })).rejects.toThrow(
      'no article',
    )
  })
})

describe('a feed', () => {
  const load = (text: string) => loadArticles({ name: 'f', format: 'feed', bytes: new TextEncoder().encode(text) })
  const rss = '<rss version="2.0"><channel><title>W</title><link>https://wire.example/</link>'

  it('resolves its links, by XML Base too', async () => {
    const items = await load(
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://wire.example/"><title>W</title><entry xml:base="b/"><title>A</title><link href="a"/><content type="html">Prices rose.</content></entry></feed>`,
    )
    expect(items[0]!.name).toBe('https://wire.example/b/a')
    expect(
      (await load(`${rss}<item><link>/c</link><description>Prices fell.</description></item></channel></rss>`))[0]!
        .name,
    ).toBe('https://wire.example/c')
  })

  it('gives the items before the place where it breaks off, and says that it does', async () => {
    const items = await load(
      `${rss}<item><title>A</title><description>Prices rose.</description></item><item><title>B</ti`,
    )
    expect(items).toMatchObject([
      { article: { text: 'Prices rose.' } },
      { failure: expect.stringContaining('breaks off') },
    ])
  })
})
