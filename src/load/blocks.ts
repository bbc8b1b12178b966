import type { LoadedSection } from '../model/article.ts'
import type { SectionKind } from '../model/section.ts'
import { measureText, type TextLengths } from './text-lengths.ts'

/** The text of a part of a page, blocks parted by blank lines, and what the markup says of some of them. */
export type BlockText = { readonly text: string; readonly sections: readonly LoadedSection[] }

/** One block of it: a paragraph, heading, list item or table row. */
export type Block = {
  readonly text: string
  readonly kind: SectionKind | undefined
  /** Code units of it that stand in links. */
  readonly linked: number
  /** The names of the elements around it: blocks of one text share them. */
  readonly place: string
  /** It stands in a part of the page that is about other things, or is other people's words. */
  readonly apart: boolean
}

const block =
  /^(?:address|article|aside|blockquote|body|caption|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hr|html|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/
const unread =
  /^(?:script|style|noscript|template|svg|math|iframe|object|embed|audio|video|canvas|button|input|select|textarea|img|picture|source|head|title|link|meta)$/
/** What names of classes tell of a block, by the words that themes and content systems share. */
const named: readonly (readonly [RegExp, SectionKind])[] = [
  [
    /(?:^|[\s_-])(?:twitter-tweet|instagram-media|fb-post|tiktok-embed|bluesky-embed|mastodon-embed|reddit-embed)/i,
    'embedded-post',
  ],
  [
    /(?:^|[\s_-])(?:author-(?:bio|note|info|box)|about-(?:the-)?author|bio(?:graphy)?-box|article-?author-?bio)/i,
    'author-note',
  ],
  [
    /(?:^|[\s_-])(?:newsletter|sign-?up|subscribe|subscription|share(?:-?bar|-?buttons?|-?tools)?|social|related|read-?more|read-?next|promo|most-read|recommended|cookie|paywall|advert(?:isement)?)(?:$|[\s_-])/i,
    'boilerplate',
  ],
  [/(?:^|[\s_-])(?:caption|image-credit|photo-credit)(?:$|[\s_-])/i, 'caption'],
]

/**
 * The words of an element as plain text: one block a paragraph, heading, list item or table row, white space as a browser would show it.
 * What readers do not see (scripts, forms, hidden elements) is left out; captions, headings, embedded posts and boxes come as sections.
 */
export const readBlocks = (root: Node): BlockText => joinBlocks(listBlocks(root))

/** Blocks as a text. */
export function joinBlocks(blocks: readonly Block[]): BlockText {
  const sections: LoadedSection[] = []
  let text = ''
  for (const { text: words, kind } of blocks) {
    if (text) text += '\n\n'
    if (kind) sections.push({ kind, start: text.length, end: text.length + words.length })
    text += words
  }
  return { text, sections }
}

/** The blocks of an element, in its order; see `readBlocks`. */
export function listBlocks(root: Node, lengthOf = measureText(root)): Block[] {
  const blocks: Block[] = []
  let line = ''
  let linked = 0
  let inLink = 0
  let place = ''
  let apart = false
  const whole = root.nodeType === 1 ? lengthOf(root as Element) : Number.POSITIVE_INFINITY
  const flush = (kind: SectionKind | undefined) => {
    const text = line
      .replace(/[^\S\n\u00A0]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .trim()
    // two breaks in a row are how pages without paragraphs make them
    if (text)
      for (const part of text.split(/\n{2,}/))
        blocks.push({ text: part, kind, linked: Math.min(linked, part.length), place, apart })
    line = ''
    linked = 0
  }
  const walk = (node: Node, kind: SectionKind | undefined, preserve: boolean): void => {
    if (node.nodeType === 3) {
      const words = node.textContent!
      line += preserve ? words : words.replace(/[^\S\u00A0]+/g, ' ')
      if (inLink > 0) linked += words.trim().length
      return
    }
    if (node.nodeType !== 1 && node.nodeType !== 11) return
    const element = node as Element
    const tag = (element.localName ?? '').toLowerCase()
    if (unread.test(tag) || isHidden(element)) return
    // a box to fill in, unless the whole page stands in one, as some servers have it
    if (tag === 'form' && lengthOf(element) < 600) return
    if (tag === 'br') {
      line += '\n'
      return
    }
    // numbers of footnotes are marks, not words
    if (
      tag === 'sup' &&
      lengthOf(element) < 12 &&
      /^\s*\[?\d{1,3}\]?\s*$/.test(element.textContent ?? '') &&
      element.querySelector?.('a')
    )
      return
    const own = kind ?? kindOf(element, tag, lengthOf)
    const isBlock = block.test(tag) && !(tag === 'td' || tag === 'th')
    const outer = { place, apart }
    if (isBlock) {
      flush(kind)
      place = placeOf(element, tag)
      apart ||= isApart(element, tag, lengthOf, whole)
    }
    if (tag === 'a') inLink++
    for (const child of Array.from(element.childNodes)) walk(child, own, preserve || tag === 'pre')
    if (tag === 'a') inLink--
    if (tag === 'td' || tag === 'th') line += ' '
    if (isBlock) {
      flush(own)
      place = outer.place
      apart = outer.apart
    }
  }
  walk(root, undefined, false)
  flush(undefined)
  return blocks
}

/** An element with two around it, by tag and classes; digits tell one from its neighbours and not what it is. */
function placeOf(element: Element, tag: string): string {
  const name = (each: Element | null | undefined) =>
    each ? `${each.localName}.${(each.getAttribute?.('class') ?? '').slice(0, 200).replace(/\d+/g, '').trim()}` : ''
  const parent = element.parentElement
  return `${tag} ${name(parent)} ${name(parent?.parentElement)}`
}

const apartNames =
  /(?:^|[\s_-])(?:comments?|commentlist|kommentare?|respond|related|sidebar|side-bar|widget|teasers?|recommend(?:ed|ations?)?|popular|most-read|trending|footer|menu|navigation|cookies?|consent|banner|newsletter|author-(?:bio|box|info))(?:$|[\s_-])/i

/** Names of themes are on whole pages too: no part that holds most of it is apart. */
const isApart = (element: Element, tag: string, lengthOf: TextLengths, whole: number): boolean =>
  isNamedApart(element, tag) && lengthOf(element) < whole / 2

/** Whether an element is, by its tag or the names of its classes, about other things. */
export function isNamedApart(element: Element, tag: string): boolean {
  if (tag === 'aside' || tag === 'nav' || tag === 'footer') return true
  return apartNames.test(
    `${(element.getAttribute?.('class') ?? '').slice(0, 500)} ${element.getAttribute?.('id') ?? ''}`,
  )
}

function kindOf(element: Element, tag: string, lengthOf: TextLengths): SectionKind | undefined {
  if (/^h[1-6]$/.test(tag)) return 'headline'
  if (tag === 'figcaption' || tag === 'caption') return 'caption'
  if (tag === 'nav' || tag === 'footer') return 'boilerplate'
  const length = lengthOf(element)
  // short blocks only: themes give such names to whole pages too (`body class="has-newsletter"`)
  if (length === 0 || length > 800) return undefined
  const names = `${element.getAttribute?.('class') ?? ''} ${element.getAttribute?.('id') ?? ''}`
  const byName = names.trim() === '' ? undefined : named.find(([pattern]) => pattern.test(names))?.[1]
  return (
    byName ??
    (/^(?:ul|ol|p|div|section|aside)$/.test(tag) && isMenu(element, length, lengthOf) ? 'boilerplate' : undefined)
  )
}

/** Several links and hardly a word beside them. */
function isMenu(element: Element, length: number, lengthOf: TextLengths): boolean {
  const links = Array.from(element.querySelectorAll?.('a') ?? [])
  const linked = links.reduce((sum, link) => sum + lengthOf(link), 0)
  return links.length > 2 && linked > 0.8 * length
}

const isHidden = (element: Element) =>
  element.hasAttribute?.('hidden') ||
  element.getAttribute?.('aria-hidden') === 'true' ||
  /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute?.('style') ?? '')
