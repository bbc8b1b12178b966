// Readability (Mozilla, Apache-2.0, typed, maintained) is the reader mode of Firefox.
import { Readability } from '@mozilla/readability'
import type { LoadedArticle } from '../model/article.ts'
import { type BlockText, joinBlocks, listBlocks, readBlocks } from './blocks.ts'
import { parseDocument, refuse } from './document.ts'
import { LoadError } from './failure.ts'
import { findLead, listBehind } from './lead.ts'
import { tellKinds } from './line-kinds.ts'
import { chooseMetadata } from './metadata.ts'
import { readPageMetadata } from './page-metadata.ts'

/** Fewest letters that make an article; what is shorter on a page of links is a teaser, unless it is a brief: sentences below a heading. */
const fewestLetters = 200
const fewestOfBrief = 80
/** It reads all that is in a box for each box around it: characters, and so many for an element, added up over boxes (some 4 seconds). */
const mostReading = 40_000_000
const elementWeight = 40
/** So many boxes stand around a word on average, at most: what is read then grows with the page and not with its square. */
const mostBoxes = 50
/** Reading that takes a fifth of a second, however deep. */
const littleReading = 2_000_000
/** The boxes that it looks into to tell whether they are part of the article. */
const box = /^(?:div|form|fieldset|table|ul)$/

/**
 * The article of a page, without what stands around it, and what the page says of it.
 * @param address where it was fetched from, if that is known
 * @throws {LoadError} when the page holds no article
 */
export function loadPage(html: string, address?: string): LoadedArticle {
  const document = parseDocument(html)
  const { whole, inBoxes } = weighReading(document)
  if (inBoxes > mostReading || (inBoxes > littleReading && inBoxes > mostBoxes * whole))
    throw refuse('too much of it stands in too many boxes')
  // metadata first: reading the article takes the page apart
  const { metadata, publishedAtSource, heading, lengthOf } = readPageMetadata(document, html, address)
  const behind = heading ? listBehind(heading, lengthOf) : []
  const found = findArticle(document)
  const blocks = found?.content ? listBlocks(found.content) : []
  const body = joinBlocks([...findLead(behind, blocks), ...tellKinds(blocks)])
  const letters = body.text.match(/\p{L}/gu)?.length ?? 0
  if (letters < fewestLetters && !(heading && isBrief(body.text)))
    throw new LoadError('contains no article: the page has no running text')
  return {
    ...body,
    metadata: { ...metadata, ...(!metadata.title && chooseMetadata({ title: found?.title })) },
    ...(publishedAtSource && { publishedAtSource }),
  }
}

/** Whether a text is little, but of whole sentences. */
function isBrief(text: string): boolean {
  const sentences = text.split(/\n+/).filter((line) => line.length >= 40 && /[.!?]["”’»]?$/.test(line))
  return sentences.reduce((sum, line) => sum + (line.match(/\p{L}/gu)?.length ?? 0), 0) >= fewestOfBrief
}

/** @throws {LoadError} when the page is so broken that it cannot be taken apart */
function findArticle(document: Document): { content?: Node | null; title?: string | null } | null {
  try {
    return new Readability<Node>(document, {
      serializer: (node) => node,
      keepClasses: true,
      disableJSONLD: true,
    }).parse()
  } catch {
    throw refuse('its markup is broken')
  }
}

/** What looking into every box costs, and what looking at the whole once does. */
function weighReading(document: Document): { whole: number; inBoxes: number } {
  const weights = new Map<Element, number>()
  let inBoxes = 0
  let whole = 0
  // children come behind their parents, so that backwards every element is complete when it is met
  for (const element of Array.from(document.querySelectorAll('*')).reverse()) {
    let weight = elementWeight + (weights.get(element) ?? 0)
    for (const child of Array.from(element.childNodes)) if (child.nodeType === 3) weight += child.textContent!.length
    if (box.test(element.localName)) inBoxes += weight
    const parent = element.parentElement
    if (!parent) whole += weight
    else weights.set(parent, (weights.get(parent) ?? 0) + weight)
  }
  return { whole, inBoxes }
}

/** The text of a piece of HTML that is all article, as feeds carry it. @throws {LoadError} see `parseDocument` */
export function readFragment(html: string): BlockText {
  return readBlocks(parseDocument(`<html><body>${html}</body></html>`).body)
}
