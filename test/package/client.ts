// What a user of the client writes, in a folder where the package is installed. Compiled under strict and run by package.test.ts.
import {
  client,
  createArticle,
  getClaim,
  listChanges,
  listClaims,
  listFigures,
  ProblemError,
  reviewClaim,
  streamClaims,
  walkItems,
  walkPages,
} from 'article-facts/client'

const [baseUrl, key] = process.argv.slice(2)
client.setConfig({ baseUrl: baseUrl!, auth: key! })

const posted = await createArticle({
  body: { text: 'Exports of Norway rose by 4% to $26bn last year, Mayor Ada Berg said.', publishedAt: '2024-03-01' },
})
const quotes: string[] = []
for await (const claim of walkItems(listClaims, { query: { type: ['quote'], limit: 3 } }))
  if (claim.type === 'quote') quotes.push(claim.source?.name ?? 'nobody')
const pages: number[] = []
for await (const { items } of walkPages(listFigures, { query: { limit: 5 } })) pages.push(items.length)
const money: (number | undefined)[] = []
for await (const figure of walkItems(listFigures, { query: { currency: ['USD'] } })) money.push(figure.number)

const { data: figures } = await listFigures({ query: { currency: ['USD'] } })
const claimId = figures!.items[0]!.id
const { response } = await getClaim({ path: { claimId } })
const { data: reviewed } = await reviewClaim({
  path: { claimId },
  headers: { 'if-match': response!.headers.get('etag')! },
  body: { review: 'confirmed', note: 'Read it myself.' },
})

const walk = streamClaims({ query: { type: ['figure'] } })
let streamed = 0
let end = await walk.next()
for (; !end.done; end = await walk.next()) streamed++
const { data: changes } = await listChanges({ query: { after: end.value } })

let refused: string | undefined
try {
  for await (const _ of walkItems(listFigures, { query: { number__gte: 5 } }));
} catch (error) {
  refused = error instanceof ProblemError ? error.problem?.type : undefined
}
console.log(
  JSON.stringify({
    outcome: posted.data?.outcome,
    quotes,
    pages,
    money,
    reviewed: reviewed?.review?.status,
    streamed,
    changes: changes?.items.length,
    refused,
  }),
)
