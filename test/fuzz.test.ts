import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { parse } from 'yaml'
import { findMisfit } from './fitting.ts'
import { operationsOf, requestsOf, valuesOf } from './requests.ts'
import { startServiceWith } from './serve/service.ts'
import { size } from './size.ts'

/** Requests an operation. */
const cases = Number(process.env.FUZZ_CASES ?? (inject('postgres') ? 300 : size(60, 2000)))
const document = parse(readFileSync(join(import.meta.dirname, '../openapi.yaml'), 'utf8'))
const { get, send, authorize, app } = await startServiceWith({ QUERY_TIMEOUT: '0' })
const first = async (url: string) => ((await get(url)).body.items as { id: string }[]).map(({ id }) => id)
const known = {
  ids: {
    claimId: await first('/v1/claims?limit=40'),
    articleId: await first('/v1/articles'),
    actorId: await first('/v1/actors?limit=10'),
  },
  values: valuesOf(
    (
      await Promise.all(
        ['figures', 'dates', 'quotes', 'claims?type=actor', 'articles', 'actors'].map((list) => get(`/v1/${list}`)),
      )
    ).flatMap(({ body }) => body.items),
  ),
  key: authorize('admin'),
}
/** Articles that may be deleted, so that the others are there for the rest. */
const deletable: string[] = []
for (let i = 0; i < 40; i++) {
  const payload = { text: `Output rose by ${i}% in ${1980 + i}, Mayor Ada Berg said.` }
  deletable.push((await send({ method: 'POST', url: '/v1/articles', payload, headers: known.key })).body.article.id)
}
const isClaimList = /^list(?:Claims|Figures|Dates|Quotes|ArticleClaims|ActorClaims)$/
/** Without end: it has tests of its own. */
const isEndless = (id: string) => id === 'streamChanges'
const counts: Record<string, Record<number, number>> = {}

describe('any request, as the document describes it or not', () => {
  it.each(
    operationsOf(document)
      .map((one) => [one.operation.operationId as string, one] as const)
      .filter(([id]) => !isEndless(id)),
  )(`%s answers what the document says, and never breaks (${cases} cases)`, { timeout: 600_000 }, async (id, one) => {
    const tally: Record<number, number> = {}
    counts[id] = tally
    await fc.assert(
      fc.asyncProperty(
        requestsOf(one, document, id === 'deleteArticle' ? { ...known, ids: { articleId: deletable } } : known),
        async (request) => {
          // `send` holds the answer to the document: its status, its media type, its schema
          const { status, text, body } = await send(request)
          tally[status] = (tally[status] ?? 0) + 1
          expect(status, text).toBeLessThan(500)
          expect(Object.keys(one.operation.responses), `${status} ${text.slice(0, 200)}`).toContain(String(status))
          if (status === 200 && isClaimList.test(id))
            for (const claim of body?.items ?? [])
              expect(
                findMisfit(claim, String(request.url)),
                `${claim.id} is no answer to ${request.url}`,
              ).toBeUndefined()
          expect(text).not.toMatch(/SQLITE|SqliteError|fts5:|\bat \S+ \(.*:\d+:\d+\)/)
        },
      ),
      { numRuns: cases },
    )
  })

  it('leaves the service whole', async () => {
    expect((await app.inject('/readyz')).statusCode).toBe(200)
    expect((await get('/v1/claims')).status).toBe(200)
  })

  afterAll(() => {
    if (cases < 1000) return
    for (const [id, tally] of Object.entries(counts))
      console.log(
        `${id.padEnd(20)} ${Object.values(tally).reduce((sum, count) => sum + count, 0)} cases: ${Object.entries(tally)
          .map(([status, count]) => `${status} ${count}`)
          .join(', ')}`,
      )
  })
})
