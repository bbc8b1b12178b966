import { expect, it } from 'vitest'
import { ingestArticle } from '../../src/ingest.ts'
import { saveArticles } from '../../src/store/save.ts'
import { startService } from '../serve/service.ts'

const { get, store } = await startService()
// more articles of one beginning than are few
await saveArticles(
  store,
  Array.from({ length: 330 }, (_, i) =>
    ingestArticle(
      {
        text: `Norway sold ${i + 2} ships in May ${2000 + (i % 20)}.`,
        metadata: { publishedAt: '2024-01-01', authors: [`Clerk ${i % 40}`, ...(i % 100 === 0 ? ['Ada Berg'] : [])] },
      },
      '2024-01-01T00:00:00.000Z',
    ),
  ),
)

type Item = { readonly id: string; readonly articleId: string }
const listOf = async (path: string): Promise<Item[]> => {
  const items: Item[] = []
  for (let next: string | null = ''; next !== null; ) {
    const { status, body } = await get(`${path}${path.includes('?') ? '&' : '?'}limit=200${next && `&after=${next}`}`)
    expect(status, JSON.stringify(body)).toBe(200)
    items.push(...body.items)
    next = body.next
  }
  return items
}

it.each([
  ['author__prefix=Clerk', (authors: readonly string[]) => authors.some((name) => name.startsWith('Clerk'))],
  ['author__prefix=clerk 7', (authors: readonly string[]) => authors.includes('Clerk 7')],
  ['author=Ada Berg', (authors: readonly string[]) => authors.includes('Ada Berg')],
  ['author=Ada Berg&author=Clerk 3', (authors: readonly string[]) => /Ada Berg|Clerk 3$/m.test(authors.join('\n'))],
  ['author=Ada Berg&author__prefix=Clerk 2', (authors: readonly string[]) => authors.join() === 'Clerk 20,Ada Berg'],
  ['author__prefix=Nobody', () => false],
] as const)('claims of %s are those of the articles that have such an author, in any order', async (filter, has) => {
  const articles = new Map(
    ((await listOf('/v1/articles')) as unknown as { id: string; authors?: string[] }[]).map(({ id, authors = [] }) => [
      id,
      has(authors),
    ]),
  )
  for (const others of [
    '',
    '&order=-date',
    '&order=published',
    '&actor=Norway',
    '&actor=Norway&order=date',
    '&q=ships',
  ])
    expect(await listOf(`/v1/claims?${encodeURI(filter)}${others}`), others).toEqual(
      (await listOf(`/v1/claims?${others.slice(1)}`)).filter(({ articleId }) => articles.get(articleId)),
    )
})
