import type { Choices, Form, Reader } from './form.ts'
import { english } from './texts.ts'

const paragraph = `<p>${english.slice(0, 330)}</p>`
const tags =
  'p div span b i em a ul ol li table tr td th blockquote pre code h1 h2 section article aside form label figure figcaption sup br hr dl dt dd script style template svg nav footer time font center details option select'.split(
    ' ',
  )

const html = [
  ...tags.flatMap((tag) => [`<${tag}>`, `</${tag}>`]),
  ...['<', '>', '&', '&amp;', '&#8217;', '<!--', '-->', '<![CDATA[', ']]>', '<?', '</', '="', '"', "'", ' '],
  '<p>Ada Berg said it. ',
  '<p>a</p>',
  '<div class="a">',
  '<a href="/a">a</a> ',
  '<img src="a" alt="b">',
  '<br><br>',
  '<p class="caption byline share">',
  '<div style="display:none">',
  '<meta name="date" content="5 May 2020">',
  '<time datetime="2020-05-05">May</time>',
  '<span hidden>',
  paragraph,
]
const markdown = [
  ...[
    '#',
    '# a',
    '\n',
    '\n\n',
    ' ',
    '\t',
    'a',
    'a b',
    '*',
    '**',
    '_',
    '__',
    '~~',
    '`',
    '```\n',
    '~~~\n',
    '[',
    ']',
    '(',
    ')',
  ],
  ...[
    '![',
    '](',
    '](a)',
    '[a]',
    '[a][b]',
    '[a]: b\n',
    '[^1]',
    '[^1]: a\n',
    '<',
    '>',
    '> ',
    '- ',
    '* ',
    '+ ',
    '1. ',
    '  - ',
  ],
  ...[
    '    ',
    '|',
    '|a',
    '|-',
    '| a | b |\n',
    '|---|---|\n',
    '---\n',
    '===\n',
    '\\',
    '\\\n',
    '&',
    '&amp;',
    '<a>',
    '</a>',
    '<!--',
  ],
  ...[
    'a_b',
    'a*b',
    'http://a.b',
    'www.a.b ',
    'a@b.c ',
    '"',
    "'",
    '$',
    ':',
    '<?',
    '<![CDATA[',
    '!',
    '<div>\n',
    '*a ',
    '_a ',
  ],
  ...['**a*', '[a](b', '[a](<b', '![a](b "c', '- [ ] ', '`` ` ', 'a\n- ', '§ ', '[§]: a\n', '[§] '],
]
const item =
  '<item><title>A §</title><link>https://a.example/§</link><pubDate>Mon, 05 May 2020 10:00:00 GMT</pubDate><description>Ada Berg said it.</description></item>'
const feed = [
  item,
  ...[
    '<item>',
    '</item>',
    '<title>',
    '</title>',
    '<description>',
    '<![CDATA[',
    ']]>',
    '<dc:creator>Ada §</dc:creator>',
    '<author>',
  ],
  ...[
    '&lt;p&gt;',
    '&amp;',
    '&#38;',
    '&',
    '<',
    '>',
    '<!--',
    '-->',
    '<a:b>',
    '<category>a</category>',
    '<link>',
    'a ',
    '<p>',
    '"',
    '=',
  ],
  ...[
    '<enclosure url="a"/>',
    '<media:content url="a">',
    '<guid>',
    '<?xml version="1.0"?>',
    'xmlns:a="b" ',
    '<!DOCTYPE a [',
    '@',
    '@(',
    '(a) ',
  ],
]
const yaml = [
  ...[
    'a: b\n',
    '- a\n',
    '  - a\n',
    '- ',
    '  ',
    '? ',
    ': ',
    '[',
    ']',
    '{',
    '}',
    'a, ',
    '"',
    "'",
    '&a ',
    '*a ',
    '&§ a\n',
    '*§ ',
    '!!str ',
    '|\n',
  ],
  ...['>\n', '#', '%', '---\n', '...\n', 'title: a\n', 'date: 2020-05-05\n', 'author: [', 'a\n', '\n', '\\', ' '],
]

const kinds: Readonly<
  Record<Exclude<Reader, 'text'>, { atoms: readonly string[]; frames: readonly (readonly [string, string])[] }>
> = {
  html: {
    atoms: html,
    frames: [
      [`<html><head><title>A</title></head><body><article>${paragraph}`, '</article></body></html>'],
      [`<html><body><article>${paragraph.repeat(4)}`, `${paragraph}</article></body></html>`],
      ['<html><head><meta name="author" content="', `"></head><body>${paragraph.repeat(4)}</body></html>`],
      ['<html><head><meta name="date" content="', `"></head><body>${paragraph.repeat(4)}</body></html>`],
      ['<html><head><title>', `</title></head><body>${paragraph.repeat(4)}</body></html>`],
      ['<html><body><h1>', `</h1>${paragraph.repeat(4)}</body></html>`],
      ['<html><body><time datetime="', `">a</time>${paragraph.repeat(4)}</body></html>`],
    ],
  },
  markdown: {
    atoms: markdown,
    frames: [
      ['', ''],
      [`# A\n\n${english}\n\n`, ''],
      ['# a', ' b'],
      ['| a | b |\n|---|---|\n', ''],
    ],
  },
  feed: {
    atoms: feed,
    frames: [
      ['<rss version="2.0"><channel><title>A</title>', '</channel></rss>'],
      ['<rss version="2.0"><channel><title>A</title><item><title>', '</title></item></channel></rss>'],
      ['<rss version="2.0"><channel><item><description><![CDATA[', ']]></description></item></channel></rss>'],
      ['<rss version="2.0"><channel><item><pubDate>', '</pubDate><description>a</description></item></channel></rss>'],
      ['<rss version="2.0"><channel><item><author>', '</author><description>a</description></item></channel></rss>'],
      ['<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="html">', '</content></entry></feed>'],
    ],
  },
  'front-matter': {
    atoms: yaml,
    frames: [
      ['---\ntitle: A\n', `\n---\n${english}`],
      ['---\ntitle: ', `\n---\n${english}`],
      ['---\n', ''],
    ],
  },
}

const linked = (before: string, piece: string, after: string, name: string): Form => ({
  name,
  reader: 'html',
  before: `<html><head><script type="application/ld+json">${before}`,
  pieces: [piece],
  after: `${after}</script></head><body>${paragraph.repeat(4)}</body></html>`,
})

/** Linked data, days, nests and lists that random mixtures hardly hit upon. */
export const knownMarkup = (): Form[] => {
  const form = (reader: Reader, name: string, before: string, pieces: readonly string[], after: string): Form => ({
    reader,
    name,
    before,
    pieces,
    after,
  })
  return [
    linked(
      '{"@graph":[{"@type":"NewsArticle","author":[{"@id":"a1"}]}',
      ',{"@id":"a¤","name":"Ada §"}',
      ']}',
      'JSON-LD graph',
    ),
    {
      ...linked('{"@graph":[', '', ']}', 'JSON-LD authors as references into a graph'),
      pieces: [
        '{"@id":"a¤","name":"Ada §"},',
        '{"@type":"Person","@id":"b"},',
        '{"@type":"NewsArticle","author":[{"@id":"a¤"}]},',
      ],
      after: `{"@id":"z"}]}</script></head><body>${paragraph.repeat(4)}</body></html>`,
    },
    linked('{"@type":"NewsArticle","author":["z"', ',{"@id":"a¤"}', ']}', 'JSON-LD authors'),
    linked('{"@type":"NewsArticle","headline":"', 'a - ', '"}', 'JSON-LD headline'),
    linked('{"@type":"NewsArticle","datePublished":"', 'a', '"}', 'JSON-LD day of letters'),
    linked('', '[', '', 'JSON-LD brackets'),
    form('html', 'nested div around paragraphs', `<html><body>${'<div>'.repeat(140)}`, [paragraph], ''),
    form('html', 'nested div, each with words', '<html><body>', [`<div>${paragraph}`, '</div>'], ''),
    form('html', 'nested lists', `<html><body>${paragraph}`, ['<ul><li>a'], ''),
    form('html', 'links in a paragraph', `<html><body><p>${english}`, ['<a href="a">b</a> '], ''),
    form('html', 'rows of a table', `<html><body>${paragraph}<table>`, ['<tr><td>a<td>b'], ''),
    form('markdown', 'spaces in a heading', '# a', [' '], 'b'),
    form('markdown', 'deep lists', '', ['- '], 'a'),
    form('markdown', 'deep quotations', '', ['>'], 'a'),
    form('feed', 'items', '<rss version="2.0"><channel>', [item], '</channel></rss>'),
    form(
      'feed',
      'authors of an item',
      '<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><item>',
      ['<dc:creator>Ada §</dc:creator>'],
      '<description>a</description></item></channel></rss>',
    ),
    form(
      'feed',
      'items of a JSON Feed',
      '{"version":"https://jsonfeed.org/version/1.1","title":"a","items":[',
      ['{"id":"¤","content_text":"Ada Berg said it."},'],
      '{"id":"z","content_text":"a"}]}',
    ),
    form(
      'feed',
      'authors of a JSON Feed',
      '{"version":"https://jsonfeed.org/version/1.1","title":"a","items":[{"id":"z","content_text":"a","authors":[',
      ['{"name":"Ada §"},'],
      '{"name":"a"}]}]}',
    ),
  ]
}

/** A mixture of marks of one format. */
export function mixMarkup(choices: Choices): Form {
  const reader = choices.of(['html', 'html', 'markdown', 'markdown', 'feed', 'front-matter'] as const)
  const { atoms, frames } = kinds[reader]
  const [before, after] = choices.of(frames)
  const piece = () => Array.from({ length: 1 + choices.below(4) }, () => choices.of(atoms)).join('')
  const pieces = choices.next() < 0.25 ? [piece(), piece()] : [piece()]
  return {
    name: `${reader} ${before.slice(-20)} … ${pieces.map((each) => JSON.stringify(each.slice(0, 80))).join(' then ')}`,
    reader,
    before,
    pieces,
    after,
  }
}
