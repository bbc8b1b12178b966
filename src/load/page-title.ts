import type { TextLengths } from './text-lengths.ts'

/** What separates a title from the name of its site: `Port traffic recovers | Example Weekly`. */
const separator = /\s+(?:[-–—|:•·»«/]+\s+)+/u
/** The name of a site that is its address: `example.co.uk`. */
const hostName = /^(?:www\.)?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}$/iu

/** A heading of a page, with its words and letters. */
export type Heading = { readonly element: Element; readonly text: string; readonly letters: string }

/** Headings of a page that are looked at, and code units of each. */
const mostHeadings = 80
const longestHeading = 1000

/** The headings of a page that say something, as far as its title can be. */
export const listHeadings = (document: Document): Heading[] =>
  Array.from(document.querySelectorAll('h1,h2,h3'))
    .slice(0, mostHeadings)
    .map((element) => {
      const text = (element.textContent ?? '').slice(0, longestHeading).replace(/\s+/g, ' ').trim()
      return { element, text, letters: letters(text) }
    })
    .filter(({ letters }) => letters !== '')

const words = (title: string) => title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
const letters = (title: string) => words(title).join('')

/**
 * The element that shows the title of the article: the heading that shares words with a title that the page tells, an h1 before an h2; else
 * the first h1 that is not the name of the site.
 * @param titles as JSON-LD, meta tags and the tab have them
 */
export function findHeading(
  document: Document,
  headings: readonly Heading[],
  titles: readonly string[],
): Element | undefined {
  const sought = titles.map((title) => new Set(words(title.slice(0, 1000))))
  let best: { heading: Element; value: number; isWhole: boolean } | undefined
  let own: Element | undefined
  for (const { element, text } of headings) {
    if (element.localName === 'h3' || leadsHome(element)) continue
    const isInside = element.closest('article,main') !== null
    const isSite = !isInside && titles.some((title) => isNameOfSite(title, text))
    const all = words(text)
    const shared = Math.max(0, ...sought.map((title) => all.filter((word) => title.has(word)).length))
    const isFirst = element.localName === 'h1'
    if (isFirst && isInside && shared > 1) own ??= element
    const value =
      ((isSite ? 0.3 : 1) * shared * Math.min(all.length, 6)) / all.length +
      (isFirst ? 0.5 : 0) +
      (isInside ? 0.6 : 0) +
      (titles.some((title) => isFirstPart(title, text)) ? 3 : 0)
    if (shared >= all.length / 2 && value > (best?.value ?? 0))
      best = { heading: element, value, isWhole: isFirst || titles.some((title) => isAPart(title, text)) }
  }
  // the h1 of an article is its title, and a heading of one of its parts that shares more of its words is not
  if (best) return best.isWhole ? best.heading : (own ?? best.heading)
  const marked = document.querySelector('[itemprop~="headline"],[class~="entry-title"],[class~="post-title"]')
  return marked ?? headings.find(({ element }) => element.localName === 'h1' && !leadsHome(element))?.element
}

/**
 * The title that a page tells: the first that is not the name of the site, or another of its words that a heading shows.
 * @param titles as JSON-LD and meta tags have them
 * @param site names of the site
 */
export function chooseTold(
  titles: readonly string[],
  headings: readonly Heading[],
  site: readonly string[],
): string | undefined {
  const names = new Set(site.map(letters))
  const own = titles.filter((title) => !names.has(letters(title.slice(0, 1000))))
  const shown = new Set(headings.map(({ letters }) => letters))
  const first = new Set(words(own[0]?.slice(0, 1000) ?? ''))
  const isShown = (title: string) => {
    const each = new Set(words(title.slice(0, 1000)))
    const shared = [...each].filter((word) => first.has(word)).length
    return each.size > 1 && shared >= Math.min(each.size, first.size) / 2 && shown.has(letters(title.slice(0, 1000)))
  }
  return own.find(isShown) ?? own[0]
}

/** A heading that is a link to the home page is the name of the site. */
function leadsHome(heading: Element): boolean {
  const link = heading.querySelector('a[href]') ?? heading.closest('a[href]')
  const url = link && URL.parse(link.getAttribute('href') ?? '', 'https://site.example/page')
  return (
    url !== null &&
    url.pathname === '/' &&
    /^(?:\?(?:lang|locale|language)=[\w-]*)?$/.test(url.search) &&
    url.hash === ''
  )
}

/** Where a title has several parts, the last is the name of the site, unless it is much longer than the others. */
function isNameOfSite(title: string, heading: string): boolean {
  const parts = title.slice(0, 1000).split(separator)
  const last = parts.at(-1)!
  if (parts.length === 1 || words(last).length >= 1.5 * words(parts.slice(0, -1).join(' ')).length) return false
  return letters(heading) === letters(last) || (letters(last).length > 3 && letters(heading).startsWith(letters(last)))
}

const isAPart = (title: string, heading: string) =>
  title
    .slice(0, 1000)
    .split(separator)
    .some((part) => letters(part) === letters(heading))

function isFirstPart(title: string, heading: string): boolean {
  const [first, ...others] = title.slice(0, 1000).split(separator)
  return others.length > 0 && words(heading).length > 1 && letters(first!) === letters(heading)
}

/** Names of the parts of a page that are about others. */
const apart =
  /(?:^|[\s_-])(?<!no-|elementor-)(?:nav|navigation|menu|footer|sidebar(?!-(?:off|none))|breadcrumbs?|logo|related|teasers?|comments?|widget|newsletter|modal|popup|cookies?|carousel|banner)(?:$|[\s_-])/i
const ownHeader = /entry|post|article|story/i

/** Whether a heading stands in a part of the page that is about others; names of themes are on whole pages too. */
function standsApart(heading: Element, lengthOf: TextLengths, whole: number): boolean {
  for (let element = heading.parentElement, i = 0; element && element.localName !== 'body' && i < 6; i++) {
    if (lengthOf(element) >= whole / 2) return false
    const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`.slice(0, 1000)
    if (/^(?:nav|footer|aside)$/.test(element.localName) || apart.test(names)) return true
    if (element.localName === 'header' && !ownHeader.test(names) && isOfSite(element)) return true
    element = element.parentElement
  }
  return false
}

/** The header of a site leads to its other pages. */
const isOfSite = (header: Element) => !header.closest('article,main') && header.querySelector('a,nav,form') !== null

/**
 * The h1 under which readers see the article, where the page tells its title in other words to search engines and in links to it; undefined where
 * a heading shows the title as it is told, or none is surely the article's.
 * @param title as it was chosen among those that are `told`, by tags that are `marked` as the article's or by the tab
 * @param whole code units of text on the page
 * @param by who tells the titles: JSON-LD names the article's own, the tab may say anything
 * @param site names of the site: of the publication, and the host
 */
export function findOtherTitle(
  headings: readonly Heading[],
  title: string,
  {
    marked,
    told,
    site,
    whole,
    lengthOf,
    by,
  }: {
    marked: readonly string[]
    told: readonly string[]
    site: readonly string[]
    whole: number
    lengthOf: TextLengths
    by: 'json-ld' | 'meta' | 'tab'
  },
): { readonly title: string; readonly heading: Element } | undefined {
  const chosen = letters(title)
  if (headings.some(({ letters }) => letters === chosen)) return undefined
  const names = [
    ...site,
    ...told.map((each) => each.slice(0, 1000).split(separator)).flatMap((parts) => parts.slice(1).at(-1) ?? []),
  ]
    .map(letters)
    .filter((name) => name.length > 3)
  const isSite = (text: string) => names.some((name) => name.includes(letters(text)) || letters(text).startsWith(name))
  const shown = headings.filter(
    ({ element: heading, text, letters: own }) =>
      heading.localName === 'h1' &&
      text.length <= 300 &&
      words(text).length > 1 &&
      !isSite(text) &&
      !isPartOf(own, chosen) &&
      !leadsHome(heading) &&
      !standsApart(heading, lengthOf, whole),
  )
  const shareOf = (text: string, titles: readonly string[]) => {
    const own = new Set(words(text))
    return Math.max(
      0,
      ...titles.map((title) => {
        const each = new Set(words(title.slice(0, 1000)))
        const shared = [...own].filter((word) => each.has(word)).length
        return shared > 1 ? shared / Math.min(own.size, each.size) : 0
      }),
    )
  }
  let best: { title: string; heading: Element; share: number } | undefined
  for (const { text, element: heading } of shown.slice(0, 8)) {
    const share = shareOf(text, told)
    if (share > (best?.share ?? -1)) best = { title: text, heading, share }
  }
  if (!best) return undefined
  // the tab may be the name of the site, and the heading too: what is marked says other things
  if (by === 'meta' && words(best.title).length < fewestWords && shareOf(best.title, marked) === 0) return undefined
  if (best.share >= leastShare) return best
  if (by === 'json-ld') return undefined
  // one h1 alone, of other words: the title, unless a heading shows the one that is told
  const isShown = headings.some(({ text, letters }) => text !== best.title && isPartOf(letters, chosen))
  // a heading that shares nothing with the title may be the name of a section
  if (by === 'meta' && best.share === 0) return undefined
  const isLong = words(best.title).length > (best.heading.closest('article,main') ? 1 : 2)
  return shown.every(({ text }) => text === best.title) && isLong && !isShown ? best : undefined
}

/** Words that the title shown and the one told share at least, of the shorter one. */
const leastShare = 0.5
/** Names of sites and sections are shorter. */
const fewestWords = 5
const isPartOf = (one: string, other: string) => one.includes(other) || other.includes(one)

/** A tab without addresses of sites, and without a last part that is shorter than what stands before it. */
function cutSite(tab: string): string {
  const parts = tab.slice(0, 1000).split(separator)
  const own = parts.filter((part) => !hostName.test(part))
  if (own.length < parts.length) return own.length === 1 ? own[0]! : tab
  const last = tab.lastIndexOf(parts.at(-1)!)
  const rest = tab.slice(0, last).replace(/[-–—|:•·»«/\s]+$/u, '')
  return words(rest).length > Math.max(1, words(parts.at(-1)!).length) ? rest : tab
}

/**
 * The title of an article: as JSON-LD and meta tags have it, but as the page shows it where that is the same without the name of the site
 * around it, or is the whole of what they cut short.
 */
export function chooseTitle(
  told: string | undefined,
  shown: string | undefined,
  tab: string | undefined,
): string | undefined {
  const heading = shown?.replace(/\s+/g, ' ').trim()
  const title = (told ?? tab)?.replace(/\s+/g, ' ').trim()
  if (!heading || heading.length > 500) return told === undefined && title ? cutSite(title) : title
  if (!title) return heading
  const parts = title.slice(0, 1000).split(separator)
  const same = parts.find((part) => letters(part) === letters(heading))
  if (
    parts.length > 1 &&
    same &&
    words(heading).length > 1 &&
    (same !== parts.at(-1) || same.length > parts[0]!.length)
  )
    return heading
  const cut = /^(.{20,}?)\s*(?:…|\.\.\.)$/u.exec(title)?.[1]
  if (cut && letters(heading).startsWith(letters(cut))) return heading
  if (told === undefined) {
    // a tab that says nothing of the heading names the site, or the section
    const own = new Set(words(title))
    const shown = words(heading)
    const shares = shown.filter((word) => own.has(word)).length
    if (shown.length > 1 && (shares === 0 || shares >= shown.length / 2) && !isNameOfSite(title, heading))
      return heading
    const named = parts.filter((part) => !hostName.test(part))
    return named.length > 0 && parts.length > 1 && words(named[0]!).length > 1 ? named[0] : title
  }
  return title
}
