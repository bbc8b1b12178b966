import type { Span } from '../../model/segment.ts'
import { findSubjectBefore } from './subject.ts'

const paper =
  /^(?:an?|another|its|his|her|their|two|several|the)\s(?:[\p{L}-]+\s){0,3}?(?:statement|release|letter|report|tweet|post|message|memo|note|e-?mail|petition|notice|advisory|warning|bulletin|complaint|lawsuit|brief|motion|suit|paper|essay|article|column|op-ed|editorial|blog|study|leaflet|video|advert|ad|affidavit|declaration|circular|text|alert|communiqu[ée])s?(?:\s(?:to|on|about|against|for|with|in)\s[^,;:.“”"]{1,80})?$/iu
const issuing =
  /(?<![\p{L}])(?:issu|releas|publish|post|sen[dt]|writ|wrote|fil|put|sign|circulat|tweet|deliver|submit|provid|launch|start|distribut|giv|gave|made|read|shar|print|upload|r[au]n|produc)(?:e|es|s|ed|ing|ten|ted|ting)?(?:\s(?:out|up))?\s$/iu

/**
 * Who a paper is from whose words follow (`The board issued a statement saying`): the subject of the verb before it. The span is the noun phrase
 * right before the verb of saying; null where it is no paper or nobody issues it.
 */
export function findIssuer(text: string, from: number, { start, end }: Span): Span | null {
  if (end - start > 160 || !paper.test(text.slice(start, end))) return null
  const verb = issuing.exec(text.slice(Math.max(from, start - 24), start))
  return verb ? findSubjectBefore(text, from, start - verb[0].length) : null
}
