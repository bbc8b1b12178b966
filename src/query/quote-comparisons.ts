import { contentOf, wordsOf } from '../compare/quotation.ts'
import { diffWords } from '../compare/word-diff.ts'
import type { QuoteClaim } from '../model/claim/quote.ts'
import type { ComparedQuote, QuoteComparison } from '../model/quote-comparison.ts'
import type { Store } from '../store/database.ts'
import {
  findQuotationsOf,
  findQuoteComparisonOf,
  type QuotationRow,
  type QuoteComparisonRow,
} from '../store/quotations.ts'
import { choose } from './choice.ts'
import { ofChosen } from './compared-choice.ts'
import type { Query } from './conditions.ts'
import { readExtras } from './extras.ts'
import { quoteComparisonOrders } from './orders.ts'
import { type ListPlan, readPage } from './page.ts'

/** Quotations of a comparison that are shown. */
export const mostQuotes = 20

/** A page of comparisons of quotations: those in which one is that the filters choose. */
export async function listQuoteComparisons(store: Store, query: Query) {
  const choice = await choose(store, query, { operation: 'listQuoteComparisons', type: 'quote' })
  const { conditions, ...sample } = await ofChosen(store, choice, 'quotations')
  const plan: ListPlan = {
    operation: 'listQuoteComparisons',
    columns: 'quote_comparisons.*',
    from: () => 'quote_comparisons',
    row: 'quote_comparisons.claims * 64',
    conditions: () => conditions,
    order: quoteComparisonOrders[query.order as string]!,
    query,
  }
  const { rows, next } = await readPage<QuoteComparisonRow>(store, plan)
  const items = await Promise.all(rows.map((row) => readQuotes(store, row)))
  return { items, next, ...sample, ...(await readExtras(store, plan, 'comparisons of quotes', choice.used)) }
}

/** The comparison that a quotation is in; undefined where it is in none. */
export async function findQuotesBeside(store: Store, claimId: string): Promise<QuoteComparison | undefined> {
  const row = await findQuoteComparisonOf(store, claimId)
  return row && readQuotes(store, row)
}

async function readQuotes(
  store: Store,
  { id, outlets, articles, claims }: QuoteComparisonRow,
): Promise<QuoteComparison> {
  const rows = (await findQuotationsOf(store, id)).map((row) => ({ row, claim: JSON.parse(row.json) as QuoteClaim }))
  const longest = rows.reduce((best, one) => (lengthOf(one.claim) > lengthOf(best.claim) ? one : best))
  const { source } = longest.claim
  const shown = [longest, ...rows.filter((one) => one !== longest)].slice(0, mostQuotes)
  return {
    id,
    speaker: source!.name ?? source!.surface,
    ...(source!.actorId !== undefined && { speakerId: source!.actorId }),
    longest: contentOf(longest.claim),
    claimCount: claims,
    articleCount: articles,
    outletCount: outlets,
    claims: shown
      .sort((a, b) => compare(a.row.published_at ?? '', b.row.published_at ?? '') || a.row.claim - b.row.claim)
      .map(({ row, claim }) => present(row, claim, contentOf(longest.claim))),
  }
}

const lengthOf = (claim: QuoteClaim) => wordsOf(contentOf(claim)).length
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function present(
  { title, url, publication, published_at }: QuotationRow,
  claim: QuoteClaim,
  longest: string,
): ComparedQuote {
  return {
    claimId: claim.id,
    articleId: claim.articleId,
    ...(title !== null && { title }),
    ...(url !== null && { url }),
    ...(publication !== null && { publication }),
    ...(published_at !== null && { publishedAt: published_at }),
    kind: claim.kind,
    content: contentOf(claim),
    ...(claim.cue !== undefined && { cue: claim.cue }),
    sentence: claim.sentence.text,
    ...diffWords(longest, contentOf(claim)),
  }
}
