import { name, version } from '../../model/program.ts'
import { describeMeaning } from './meaning.ts'
import type { SourcedClaim } from './sourced.ts'

// W3C Web Annotation: https://www.w3.org/TR/annotation-model/

const context = 'http://www.w3.org/ns/anno.jsonld'

/**
 * A claim as an annotation: its meaning as the body, its words as the target. Positions count on the text as it is stored, so that text is
 * a target with both selectors; the page it came from, if there is one, is another with the quotation alone.
 * @param base where the service is, such as `https://facts.example.org`
 */
export function toAnnotation(base: string, { claim, article, prefix, suffix }: SourcedClaim) {
  const id = `${base}/v1/claims/${claim.id}`
  const quote = { type: 'TextQuoteSelector', exact: claim.surface, prefix, suffix }
  return {
    '@context': context,
    id,
    type: 'Annotation',
    motivation: claim.type === 'actor' ? 'identifying' : 'describing',
    generator: { id: `${base}/`, type: 'Software', name: `${name} ${version}` },
    created: article.loadedAt,
    ...(claim.review && { modified: claim.review.at }),
    body: {
      type: 'TextualBody',
      value: describeMeaning(claim),
      format: 'text/plain',
      language: 'en',
      purpose: claim.type === 'actor' ? 'identifying' : 'describing',
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

/** A page of them. @param url of this page; `next` of the page behind it */
export function toAnnotationPage(base: string, url: string, next: string | undefined, claims: readonly SourcedClaim[]) {
  return {
    '@context': context,
    id: `${base}${url}`,
    type: 'AnnotationPage',
    ...(next !== undefined && { next: `${base}${next}` }),
    items: claims.map((claim) => {
      const { '@context': _, ...annotation } = toAnnotation(base, claim)
      return annotation
    }),
  }
}
