import { z } from 'zod'
import { Article } from '../../model/article.ts'
import { Claim, claimTypes } from '../../model/claim/index.ts'
import { ClaimSource } from '../../model/selector.ts'
import { describeMeaning } from '../present/meaning.ts'

// What a tool gives for each claim: the exact words, where anybody can check them, and the claim itself.

const { id, title, author, publication, publishedAt, url } = Article.shape
export const CitedArticle = z.object({ id, title, author, publication, publishedAt, url })
type CitedArticle = z.infer<typeof CitedArticle>

export const links = {
  link: z.string().describe('Address at which people see the words marked in the article.'),
  proof: z.string().describe('Address of the words with their context, as JSON (GET /v1/claims/{id}/source).'),
}
const words = {
  exact: Claim.options[0].shape.surface,
  ...links,
  original: z
    .string()
    .optional()
    .describe('The published article, opened at the sentence where the browser finds it (a text fragment).'),
  article: CitedArticle,
}
const citation = <T extends z.ZodType>(claim: T) => z.object({ ...words, claim })

export const ClaimCitation = citation(Claim)
export const FigureCitation = citation(claimTypes.figure)
export const QuoteCitation = citation(claimTypes.quote)
export const CheckedCitation = z.object({ ...words, claim: Claim, source: ClaimSource })
export type Citation = z.infer<typeof ClaimCitation>

/** @param base where the service is, such as `https://example.org/facts` */
export function cite(claim: Claim, article: CitedArticle, base: string): Citation {
  const known = CitedArticle.parse(article)
  return {
    exact: claim.surface,
    ...linksTo(claim.id, claim.articleId, base),
    ...(known.url !== undefined && { original: `${known.url.replace(/#.*$/s, '')}#:~:text=${fragmentOf(claim)}` }),
    article: known,
    claim,
  }
}

export const linksTo = (claimId: string, articleId: string, base: string) => ({
  link: `${base}/articles/${encodeURIComponent(articleId)}#${encodeURIComponent(claimId)}`,
  proof: `${base}/v1/claims/${encodeURIComponent(claimId)}/source`,
})

/** Words at either end of a sentence that find it in a page. */
const atEnds = 4

/** https://wicg.github.io/scroll-to-text-fragment/: from some words to others; a hyphen has a meaning of its own there. */
function fragmentOf({ sentence }: Claim): string {
  const words = sentence.text.trim().toWellFormed().split(/\s+/)
  const ends = words.length > 3 * atEnds ? [words.slice(0, atEnds), words.slice(-atEnds)] : [words]
  return ends.map((part) => encodeURIComponent(part.join(' ')).replaceAll('-', '%2D')).join(',')
}

/** A citation in words: what is said, what it means, where it stands. */
export function writeCitation({ exact, link, original, article, claim }: Citation): string {
  const { author, title, publication, publishedAt } = article
  const from = [author, title && `“${title}”`, publication, publishedAt].filter(Boolean).join(', ')
  return [
    `“${exact}” (${claim.type}${claim.review ? `, review: ${claim.review.status}` : ''}: ${describeMeaning(claim)})`,
    `  Sentence: “${claim.sentence.text.trim()}”`,
    `  Source: ${from || article.id}${original ? ` ${original}` : ''}`,
    `  Check: ${link}`,
  ].join('\n')
}

/** Claims in words, numbered. @param next cursor of the next page */
export const writeCitations = (citations: readonly Citation[], next: string | null): string =>
  citations.length === 0
    ? 'No claims match.'
    : [
        ...citations.map((citation, i) => `${i + 1}. ${writeCitation(citation)}`),
        ...(next === null ? [] : [`There are more: call again with after="${next}".`]),
      ].join('\n')
