import type { Article } from '../../model/article.ts'
import type { Claim } from '../../model/claim/index.ts'
import { name, version } from '../../model/program.ts'
import { describeMeaning } from './meaning.ts'

// W3C Web Annotation: https://www.w3.org/TR/annotation-model/

const context = { '@context': 'http://www.w3.org/ns/anno.jsonld' }

/** A claim with its article and the words around it. */
export type QuotedClaim = {
  readonly claim: Claim
  readonly article: Article
  readonly prefix: string
  readonly suffix: string
}

/** One claim. @param base where the service is, such as `https://facts.example.org` */
export const toAnnotation = (base: string, claim: QuotedClaim) => ({ ...context, ...toNode(base, claim) })

/** A page of them. @param url of this page; `next` of the page behind it */
export const toAnnotationPage = (
  base: string,
  url: string,
  next: string | undefined,
  claims: readonly QuotedClaim[],
) => ({
  ...context,
  id: `${base}${url}`,
  type: 'AnnotationPage',
  ...(next !== undefined && { next: `${base}${next}` }),
  items: claims.map((claim) => toNode(base, claim)),
})

/**
 * A claim as an annotation: its meaning as the body, its words as the target. Positions count on the text as it is stored, so that text is
 * a target with both selectors; the page it came from, if there is one, is another with the quotation alone.
 */
function toNode(base: string, { claim, article, prefix, suffix }: QuotedClaim) {
  const quote = { type: 'TextQuoteSelector', exact: claim.surface, prefix, suffix }
  const motivation = claim.type === 'actor' ? 'identifying' : 'describing'
  return {
    id: `${base}/v1/claims/${claim.id}`,
    type: 'Annotation',
    motivation,
    generator: { id: `${base}/`, type: 'Software', name: `${name} ${version}` },
    created: article.loadedAt,
    ...(claim.review && { modified: claim.review.at }),
    body: {
      type: 'TextualBody',
      value: describeMeaning(claim),
      format: 'text/plain',
      language: 'en',
      purpose: motivation,
    },
    target: [
      {
        source: `${base}/v1/articles/${article.id}/text`,
        selector: [{ type: 'TextPositionSelector', start: claim.start, end: claim.end }, quote],
      },
      ...(article.url === undefined ? [] : [{ source: article.url, selector: quote }]),
    ],
  }
}
