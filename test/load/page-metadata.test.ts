import { describe, expect, it } from 'vitest'
import { loadArticles } from '../../src/load/index.ts'

const story = `<p>The mill at Norrby ground 800 tonnes of rye last winter, its owner, Cy Dole, said on Friday, and will grind more of it
this year if the river allows. Eleven people work there, two more than a year ago, and the baker of the town buys half of all flour.</p>
<p>The parish agreed to mend the weir for 90,000 euros. Work begins in May, when the water is low, and ends before the harvest.</p>`
const page = (head: string, body = '') =>
  `<!doctype html><html><head><title>Mill grinds on</title>${head}</head><body>${body}<article><h1>Mill grinds on</h1>${story}</article></body></html>`
const load = async (html: string | Uint8Array) => {
  const bytes = typeof html === 'string' ? new TextEncoder().encode(html) : html
  const [item] = await loadArticles({ name: 'a.html', bytes, format: 'html' })
  if (!item || 'failure' in item) throw new Error(item?.failure)
  return item.article
}
const linked = (json: string) => `<script type="application/ld+json">${json}</script>`
const dayOf = async (head: string, body?: string) => (await load(page(head, body))).metadata.publishedAt

describe('the day of a page', () => {
  it.each([
    ['year one', linked('{"@type":"NewsArticle","datePublished":"0001-01-01"}'), undefined],
    ['the epoch', '<meta name="date" content="1970-01-01T00:00:00Z">', undefined],
    ['slashes', '<meta name="publish_date" content="2023/4/9 08:15">', '2023-04-09'],
    ['figures of one reading', '<meta name="date" content="21/06/2023">', '2023-06-21'],
    ['figures of two readings', '<meta name="date" content="06/07/2023">', undefined],
    ['milliseconds', linked('{"@type":"Article","datePublished":1681027200000}'), '2023-04-09'],
    [
      'UTC in the evening of the place',
      `${linked('{"@type":"Article","datePublished":"2023-04-10T02:15:00Z"}')}<link rel="canonical" href="https://mill.example/2023/04/09/mill">`,
      '2023-04-09',
    ],
  ])('%s', async (_, head, day) => expect(await dayOf(head)).toBe(day))

  it.each([
    ['<abbr class="published" title="2023-04-09T08:00:00+02:00">8 AM</abbr>'],
    ['<p>Published: April 9, 2023</p>'],
    ['<div>Posted on 9 April 2023 by Bo Dahl</div>'],
  ])('on the page: %s', async (body) => expect(await dayOf('', body)).toBe('2023-04-09'))
})

describe('JSON-LD', () => {
  it('is read as its writer meant it', async () => {
    const { metadata } = await load(
      page(
        linked(
          '{"@type":"https://schema.org/NewsArticle","headline":"Rye &amp; wheat:\nthe mill","datePublished":"2023-04-09",}',
        ),
      ),
    )
    expect(metadata).toMatchObject({ title: 'Rye & wheat: the mill', publishedAt: '2023-04-09' })
  })

  it('tells the page apart from other articles, and the site from the page', async () => {
    const { metadata } = await load(
      page(
        linked(
          '[{"@type":"Article","headline":"Weir breaks","url":"https://mill.example/weir"},{"@type":"Article","headline":"Mill grinds on!","url":"http://www.mill.example/mill/","isPartOf":{"@id":"#page"}},{"@type":"WebPage","@id":"#page","name":"Mill grinds on","isPartOf":{"@type":"WebSite","name":"The Miller"}}]',
        ) +
          '<meta property="og:url" content="https://mill.example/"><link rel="canonical" href="https://mill.example/mill">',
      ),
    )
    expect(metadata).toMatchObject({ title: 'Mill grinds on!', publication: 'The Miller' })
    expect(metadata.url).toContain('mill.example/mill')
  })
})

it('takes no home page for the address of an article', async () => {
  expect((await load(page('<meta property="og:url" content="https://mill.example/">'))).metadata.url).toBeUndefined()
})

it('tells authors from times, handles and asides', async () => {
  const body =
    '<aside><a rel="author">Ann Lee</a></aside><div itemprop="author">Bo Dahl <time>9 April 2023</time> @bo</div>'
  expect((await load(page('', body))).metadata.author).toBe('Bo Dahl')
})

it('reads documents as browsers build them', async () => {
  for (const html of [
    `<title>Mill</title><article>${story}</article>`,
    `<html><body><p>menu</p></body></html><article>${story}</article>`,
    `<HTML><BODY><DIV STYLE="display:none">${story.replaceAll('800', '900')}</DIV><DIV>${story}</DIV></BODY></HTML>`,
  ])
    expect((await load(html)).text).toMatch(/^The mill at Norrby ground 800[\s\S]*harvest\.$/)
  await expect(load(`<p ${Array.from({ length: 9000 }, (_, i) => `a${i}`).join(' ')}>${story}`)).rejects.toThrow(
    'attributes',
  )
})

it('keeps UTF-8 with a broken byte, and believes bytes before declarations', async () => {
  const utf8 = new TextEncoder().encode(page('', '').replace('rye', 'rÿe – “rye”'))
  const at = new TextDecoder('latin1').decode(utf8).indexOf('Norrby')
  utf8[at] = 0xe9
  expect((await load(utf8)).text).toContain('\uFFFDorrby ground 800 tonnes of rÿe – “rye”')
  const latin = Uint8Array.from(page('<meta charset="utf-8">').replace('rye', 'ryé'), (c) => c.charCodeAt(0))
  expect((await load(latin)).text).toContain('ryé')
})

it.each([
  ['<meta name="author" content="Foto: Dag Ek | Bo Dahl">', 'Bo Dahl'],
  ['<meta name="author" content="Bo Dahl (@bodahl)">', 'Bo Dahl'],
  ['<meta name="author" content="www.miller.example, Bo Dahl">', 'Bo Dahl'],
])('who wrote an article: %s', async (head, author) => expect((await load(page(head))).metadata.author).toBe(author))

it('a line with a day and a byline tells both', async () => {
  const { metadata } = await load(
    page(
      '',
      '<div class="post-meta">Updated: March 5, 2024 | Posted: March 1, 2024 by <a href="/bo">Bo Dahl</a></div>',
    ),
  )
  expect(metadata).toMatchObject({ author: 'Bo Dahl', publishedAt: '2024-03-01' })
})

it('what was escaped twice, or is a list or a typed value of JSON-LD, is read', async () => {
  const { metadata } = await load(
    page(
      '<meta property="og:site_name" content="Mill &amp;amp; Weir"><link rel="canonical" href="https://mill.example/2024/mar/01/mill">' +
        linked(
          '{"@type":"NewsArticle","headline":"Rye &amp;amp; wheat","mainEntityOfPage":"https://schema.org/WebPage","datePublished":[{"@value":"2024-03-02T02:00:00Z"}]}',
        ),
    ),
  )
  expect(metadata).toMatchObject({ title: 'Rye & wheat', publication: 'Mill & Weir', publishedAt: '2024-03-01' })
})

it('the address of a page is its canonical link, without the names of its parts', async () => {
  const { metadata } = await load(
    page(
      '<link rel="canonical" href="https://mill.example/news/mill"><meta property="og:url" content="https://mill.example/?id=7">' +
        linked(
          '{"@type":"NewsArticle","headline":"Mill grinds on","mainEntityOfPage":"https://search.example/article"}',
        ),
    ),
  )
  expect(metadata.url).toBe('https://mill.example/news/mill')
  const named = page(
    linked('{"@type":"NewsArticle","headline":"Mill","mainEntityOfPage":{"@id":"https://mill.example/mill/#webpage"}}'),
  )
  expect((await load(named)).metadata.url).toBe('https://mill.example/mill/')
})
