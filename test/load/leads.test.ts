import { expect, it } from 'vitest'
import { loadArticles } from '../../src/load/index.ts'

const lead = 'The mill at Norrby grinds more rye than ever, and its owner wants to build a second one.'
const story = Array.from(
  { length: 6 },
  (_, i) =>
    `<p>The mill ground ${800 + i} tonnes of rye in winter ${i + 1}, its owner, Cy Dole, said on Friday, and will grind more of it this year if the river allows.</p>`,
).join('')
const read = async (body: string) => {
  const html = `<html lang="en"><head><title>Mill grinds on</title></head><body>${body}</body></html>`
  const [item] = await loadArticles({ name: 'a', format: 'html', bytes: new TextEncoder().encode(html) })
  if (!item || 'failure' in item) throw new Error(item?.failure)
  const { text, sections = [] } = item.article
  return sections.filter(({ kind }) => kind === 'lead').map(({ start, end }) => text.slice(start, end))
}

it('a lead between title and text, in a box of its own, is a section of its own', async () => {
  expect(
    await read(
      `<header class="top"><h1>Mill grinds on</h1><h2 class="deck">${lead}</h2></header><div class="story">${story}</div>`,
    ),
  ).toEqual([lead])
})

it.each([
  ['none', `<h1>Mill grinds on</h1><div class="story">${story}</div>`],
  [
    'a teaser of another article',
    `<h1>Mill grinds on</h1><aside><p>${lead}</p></aside><div class="story">${story}</div>`,
  ],
  [
    'a day with what the article is filed under',
    `<h1>Mill grinds on</h1><div>March 1, 2024 Ada Berg Audio, Local News, Media, Mills, Rivers and Weather.</div><div class="story">${story}</div>`,
  ],
  ['a line of links', `<h1>Mill grinds on</h1><p><a href="/x">${lead}</a></p><div class="story">${story}</div>`],
  [
    'a stamp',
    `<h1>Mill grinds on</h1><p>Posted on Friday, March 1, 2024 at 10:33 AM by Ada Berg</p><div>${story}</div>`,
  ],
  [
    'pages of text',
    `<h1>Mill grinds on</h1><div class="a"><p>${lead.repeat(30)}</p></div><div class="b">${story}</div>`,
  ],
])('%s is no lead', async (_, body) => expect(await read(body)).toEqual([]))
