import { describe, expect, it } from 'vitest'
import { startService } from '../serve/service.ts'
import { type Planted, readStories } from './read-stories.ts'

const { send, get, authorize } = await startService()
const writer = authorize('ingest')
const stories = readStories()
const planted = new Map<string, readonly Planted[]>()
for (const { planted: figures, ...payload } of stories) {
  const { body } = await send({ method: 'POST', url: '/v1/articles', payload, headers: writer })
  planted.set(body.article.id, figures)
}

type Shown = { claimId: string; articleId: string; surface: string; sentence: string; admits: object }
type Pair = { readonly a: Shown; readonly b: Shown; readonly of: [Planted?, Planted?] }

/** All pairs of figures of different articles that are shown as comparable. */
async function findPairs(): Promise<Pair[]> {
  const pairs: Pair[] = []
  for (let next: string | null = ''; next !== null; ) {
    const { body } = await get(`/v1/comparisons?limit=200${next && `&after=${next}`}`)
    for (const { id } of body.items)
      for (const { claims } of (await get(`/v1/comparisons/${id}`)).body.periods as { claims: Shown[] }[])
        for (const [i, a] of claims.entries())
          for (const b of claims.slice(i + 1))
            if (a.articleId !== b.articleId) pairs.push({ a, b, of: [await plantedOf(a), await plantedOf(b)] })
    next = body.next
  }
  return pairs
}

async function plantedOf({ claimId, articleId }: Shown): Promise<Planted | undefined> {
  const { start, end } = (await get(`/v1/claims/${claimId}`)).body
  return planted.get(articleId)?.find((one) => one.start < end && start < one.end)
}

const pairs = await findPairs()
const isRight = ({ of: [a, b] }: Pair) => a !== undefined && a.thing === b?.thing
const right = pairs.filter(isRight)

/** All pairs that could be found, by what they come to. */
const wanted = { agree: 0, differ: 0 }
const all = [...planted].flatMap(([article, figures]) => figures.map((figure) => ({ article, figure })))
for (const [i, a] of all.entries())
  for (const b of all.slice(i + 1))
    if (a.article !== b.article && a.figure.thing === b.figure.thing)
      wanted[a.figure.version === b.figure.version ? 'agree' : 'differ']++
const found = {
  agree: right.filter(({ of: [a, b] }) => a!.version === b!.version).length,
  differ: right.filter(({ of: [a, b] }) => a!.version !== b!.version).length,
}

describe('comparisons of ten stories in the words of four newsrooms each', () => {
  it('has at least 60 agreements and 40 contradictions to find', () => {
    expect(stories.length).toBe(40)
    expect(wanted.agree).toBeGreaterThanOrEqual(60)
    expect(wanted.differ).toBeGreaterThanOrEqual(40)
  })

  it('shows as comparable what is, nine times of ten', () => {
    expect(right.length / pairs.length).toBeGreaterThanOrEqual(0.9)
  })

  it('finds six of ten, of agreements and of contradictions', () => {
    expect(right.length / (wanted.agree + wanted.differ)).toBeGreaterThanOrEqual(0.6)
    expect(found.agree / wanted.agree).toBeGreaterThanOrEqual(0.6)
    expect(found.differ / wanted.differ).toBeGreaterThanOrEqual(0.6)
  })
})
// what is wrong: SHOW=1 npx vitest run --config test/vitest.config.ts test/comparisons/stories
if (process.env.SHOW) {
  console.log({ shown: pairs.length, right: right.length, found, wanted })
  for (const { a, b, of } of pairs.filter((pair) => !isRight(pair)))
    console.log(`${of.map((one) => one?.thing)}\n  ${a.surface}: ${a.sentence}\n  ${b.surface}: ${b.sentence}`)
}
