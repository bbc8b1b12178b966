import { type Claim, listArticleClaims, streamClaims, walkItems } from '../../client/index.ts'
import { problemOf, take } from '../requests.ts'

/** Claims between two states that are shown: few steps, for each of them lays the text out anew. */
const step = 2000

/**
 * All claims of an article, those of its margins and the rejected ones too, as they come: the first page, which is all of most articles, then the rest in one
 * stream. Gives what there is so far.
 * @throws {ProblemError}
 */
export async function* loadClaims(id: string): AsyncGenerator<{ claims: readonly Claim[]; complete: boolean }> {
  const query = { section: ['any'], review: ['any'] } as { section: ['any']; review: ['any'] }
  const first = await take(listArticleClaims({ path: { articleId: id }, query: { ...query, limit: 200 } }))
  yield { claims: first.items, complete: first.next === null }
  if (first.next === null) return
  const known = new Map(first.items.map((claim) => [claim.id, claim]))
  let shown = known.size
  for await (const claim of streamed(id, query)) {
    known.set(claim.id, claim)
    if (known.size - shown < step) continue
    shown = known.size
    yield { claims: [...known.values()], complete: false }
  }
  yield { claims: [...known.values()], complete: true }
}

async function* streamed(id: string, query: { section: ['any']; review: ['any'] }): AsyncGenerator<Claim> {
  try {
    yield* streamClaims({ query: { ...query, article: [id] } })
  } catch (error) {
    // only so many exports run at a time: then page by page
    if (problemOf(error)?.status !== 503) throw error
    yield* walkItems(listArticleClaims, { path: { articleId: id }, query: { ...query, limit: 200 } })
  }
}
