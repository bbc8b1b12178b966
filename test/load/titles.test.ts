import { expect, it } from 'vitest'
import { loadArticles } from '../../src/load/index.ts'

const story =
  '<p>The mill at Norrby ground 800 tonnes of rye last winter, its owner, Cy Dole, said on Friday, and will grind more of it this year if the river allows.</p><p>Eleven people work there, two more than a year ago, and the baker buys half of all flour. Work begins in May.</p>'
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
  // headings of boxes, and of the site
  [
    '<meta property="og:title" content="Mill grinds on as river falls">',
    '<div class="related-posts"><h1>As river falls, mill grinds</h1></div>',
    'Mill grinds on as river falls',
  ],
])('the title is the one that readers see, where it is told in other words: %s %s', async (head, body, title) =>
  expect(await titleOf(head, body)).toBe(title),
)
