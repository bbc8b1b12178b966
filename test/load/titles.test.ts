import { expect, it } from 'vitest'
import { loadArticles } from '../../src/load/index.ts'

const story =
  '<p>The mill at Norrby ground 800 tonnes of rye last winter, its owner, Cy Dole, said on Friday, and will grind more of it this year if the river allows.</p><p>Eleven people work there, two more than a year ago, and the baker buys half of all flour. Work begins in May.</p><p>Rain has been scarce in the valley since the autumn, and nobody expects more before March.</p>'
const titleOf = async (head: string, body: string) => {
  const html = `<html><head>${head}</head><body>${body}<article>${story}</article></body></html>`
  const [item] = await loadArticles({ name: 'a', format: 'html', bytes: new TextEncoder().encode(html) })
  return item && 'article' in item ? item.article.metadata.title : undefined
}

it.each([
  ['<title>Mill grinds on | The Miller</title>', '<h1>The Miller</h1><h2>Mill grinds on</h2>'],
  ['<title>The Miller</title>', '<h1><a href="/">The Miller</a></h1><h2 class="entry-title">Mill grinds on</h2>'],
  ['<title>The Miller | Mill grinds on</title>', '<h1>Mill grinds on</h1>'],
  ['<title>Mill grinds on | The Miller</title>', '<h1>The Miller</h1>'],
  ['<title>News</title>', '<h1>Mill grinds on</h1>'],
  ['<meta property="og:title" content="Mill grinds on - The Miller">', '<h1>Mill grinds on</h1>'],
  // what begins with the name of the site, in one way or another
  ['<title>Cy Dole | Mill grinds on</title>', '<h2>Mill grinds on</h2><h2>The mill and its home</h2>'],
  ['<title>miller.example.com // &raquo; Mill grinds on</title>', ''],
  ['<title>Mill grinds on | Norrby</title>', '<h1><a href="/?lang=en">Norrby, where mills grind on</a></h1>'],
  // a voice that says the name of the site gives way to one that says the title
  [
    '<meta property="og:site_name" content="The Miller"><meta property="og:title" content="The Miller"><title>News</title>',
    '<h1>Mill grinds on</h1>',
  ],
  // of two titles the one that is shown
  [
    '<meta property="og:title" content="Mill grinds"><meta name="twitter:title" content="Mill grinds on">',
    '<h1>Mill grinds on</h1>',
  ],
  // the title of two lines
  [
    '<title>Mill grinds on - The river at Norrby falls</title>',
    '<h1>Mill grinds on</h1><h2>The river at Norrby falls</h2>',
  ],
])('the title of a page is that of its article: %s %s', async (head, body) =>
  expect(await titleOf(head, body)).toBe('Mill grinds on'),
)

it.each([
  // told to search engines in other words than it is shown
  [
    '<meta property="og:title" content="Mill grinds on as river falls">',
    '<h1>The mill at Norrby grinds on while the river falls</h1>',
    'The mill at Norrby grinds on while the river falls',
  ],
  ['<title>Milling today</title>', '<h1>How Norrby keeps grinding</h1>', 'How Norrby keeps grinding'],
  // what is marked as the title and shares nothing with the page's one h1
  ['<meta property="og:title" content="Mill grinds on">', '<h1>Section for news</h1>', 'Mill grinds on'],
  [
    '<meta property="og:title" content="Mill grinds on">',
    '<main><h1>Section: mills and rivers</h1></main>',
    'Mill grinds on',
  ],
  [
    '<meta property="og:title" content="Mill grinds on"><title>The Miller</title>',
    '<h1>The Miller</h1>',
    'Mill grinds on',
  ],
  // shares more with the tab than with what is marked
  [
    '<meta property="og:title" content="Press releases"><title>River at Norrby falls below its mark</title>',
    '<main><h1>Norrby town: river falls far below its mark</h1></main>',
    'Norrby town: river falls far below its mark',
  ],
  // names of themes around the page, or of the builder of it, set nothing apart
  [
    '<meta property="og:title" content="Mill grinds on as river falls">',
    '<div class="sidebar-off"><header><div class="elementor-widget-wrap"><h1>The mill grinds on while the river falls</h1></div></header></div>',
    'The mill grinds on while the river falls',
  ],
  // the h1 of the article before a heading of one of its parts
  [
    '<title>Mills in winter: when does a river fall?</title>',
    '<main><h1>How do I keep mills going in winter?</h1><p>Slowly.</p><h2>Do rivers fall?</h2></main>',
    'How do I keep mills going in winter?',
  ],
  // headings of boxes, and of the site
  [
    '<meta property="og:title" content="Mill grinds on as river falls">',
    '<div class="related-posts"><h1>As river falls, mill grinds</h1></div>',
    'Mill grinds on as river falls',
  ],
])('the title is the one that readers see, where it is told in other words: %s %s', async (head, body, title) =>
  expect(await titleOf(head, body)).toBe(title),
)
