/** What separates a title from the name of its site: `Port traffic recovers | Example Weekly`. */
const separator = /\s+[-–—|:•·»«/]+\s+/u

const words = (title: string) => title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
const letters = (title: string) => words(title).join('')

/**
 * The element that shows the title of the article: the heading that shares words with a title that the page tells, an h1 before an h2; else
 * the first h1 that is not the name of the site.
 * @param titles as JSON-LD, meta tags and the tab have them
 */
export function findHeading(document: Document, titles: readonly string[]): Element | undefined {
  const headings = Array.from(document.querySelectorAll('h1,h2')).slice(0, 60)
  const sought = titles.map((title) => new Set(words(title.slice(0, 1000))))
  let best: { heading: Element; shared: number } | undefined
  for (const heading of headings) {
    const own = words(heading.textContent?.slice(0, 1000) ?? '')
    if (own.length === 0 || leadsHome(heading)) continue
    const isInside = heading.closest('article,main') !== null
    const isSite = !isInside && titles.some((title) => isLastPart(title, heading.textContent ?? ''))
    const shared = Math.max(
      0,
      ...sought.map((title) => own.filter((word) => title.has(word)).length / Math.max(own.length, 1)),
    )
    const value =
      (isSite ? 0.3 : 1) * shared * Math.min(own.length, 6) +
      (heading.localName === 'h1' ? 0.5 : 0) +
      (isInside ? 0.6 : 0)
    if (shared >= 0.5 && value > (best?.shared ?? 0)) best = { heading, shared: value }
  }
  if (best) return best.heading
  const marked = document.querySelector('[itemprop~="headline"],[class~="entry-title"],[class~="post-title"]')
  return marked ?? headings.find((heading) => heading.localName === 'h1' && !leadsHome(heading))
}

/** A heading that is a link to the home page is the name of the site. */
function leadsHome(heading: Element): boolean {
  const link = heading.querySelector('a[href]') ?? heading.closest('a[href]')
  const url = link && URL.parse(link.getAttribute('href') ?? '', 'https://site.example/page')
  return url !== null && url.pathname === '/' && url.search === '' && url.hash === ''
}

/** Where a title has several parts, the last is the name of the site. */
function isLastPart(title: string, words: string): boolean {
  const parts = title.slice(0, 1000).split(separator)
  return parts.length > 1 && letters(parts.at(-1)!) === letters(words)
}

/** Names of the parts of a page that are about others. */
const apart =
  /(?:^|[\s_-])(?:nav|navigation|menu|footer|sidebar|breadcrumbs?|logo|related|teasers?|comments?|widget|newsletter|modal|popup|cookies?|carousel|banner)(?:$|[\s_-])/i
const ownHeader = /entry|post|article|story/i

function standsApart(heading: Element): boolean {
  for (let element = heading.parentElement, i = 0; element && element.localName !== 'body' && i < 6; i++) {
    const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`.slice(0, 1000)
    if (/^(?:nav|footer|aside)$/.test(element.localName) || apart.test(names)) return true
    if (element.localName === 'header' && !ownHeader.test(names) && !element.closest('article,main')) return true
    element = element.parentElement
  }
  return false
}

/**
 * The h1 under which readers see the article, where the page tells its title in other words to search engines and in links to it; undefined where
 * a heading shows the title as it is told, or none is surely the article's.
 * @param title as it was chosen among those that are `marked` as the article's, or from the `tab`
 * @param site names of the site: of the publication, and the host
 */
export function findOtherTitle(
  document: Document,
  title: string,
  { marked, tab, site }: { marked: readonly string[]; tab: string | undefined; site: readonly string[] },
): { readonly title: string; readonly heading: Element } | undefined {
  const headings = Array.from(document.querySelectorAll('h1,h2,h3'))
    .slice(0, 60)
    .map((heading) => ({ heading, text: (heading.textContent ?? '').slice(0, 1000).replace(/\s+/g, ' ').trim() }))
    .filter(({ text }) => text !== '')
  const chosen = letters(title)
  const told = tab === undefined ? marked : [...marked, tab]
  if (headings.some(({ text }) => letters(text) === chosen)) return undefined
  const names = [
    ...site,
    ...told.map((each) => each.slice(0, 1000).split(separator)).flatMap((parts) => parts.slice(1).at(-1) ?? []),
  ]
    .map(letters)
    .filter((name) => name.length > 3)
  const isSite = (text: string) => names.some((name) => name.includes(letters(text)) || letters(text).startsWith(name))
  const shown = headings.filter(
    ({ heading, text }) =>
      heading.localName === 'h1' &&
      text.length <= 300 &&
      words(text).length > 1 &&
      !isSite(text) &&
      !isPartOf(letters(text), chosen) &&
      !leadsHome(heading) &&
      !standsApart(heading),
  )
  const sought = (marked.length ? marked : told).map((each) => new Set(words(each.slice(0, 1000))))
  const shareOf = (text: string) => {
    const own = new Set(words(text))
    return Math.max(
      0,
      ...sought.map((each) => {
        const shared = [...own].filter((word) => each.has(word)).length
        return shared > 1 ? shared / Math.min(own.size, each.size) : 0
      }),
    )
  }
  let best: { title: string; heading: Element; share: number } | undefined
  for (const { text, heading } of shown.slice(0, 8)) {
    const share = shareOf(text)
    if (share > (best?.share ?? -1)) best = { title: text, heading, share }
  }
  if (!best || best.share >= leastShare) return best
  if (marked.length) return undefined
  // one h1 alone, of other words: the title, unless a heading shows the one that is told
  const isShown = headings.some(({ text }) => text !== best.title && isPartOf(letters(text), chosen))
  return shown.every(({ text }) => text === best.title) && words(best.title).length > 2 && !isShown ? best : undefined
}

/** Words that the title shown and the one told share at least, of the shorter one. */
const leastShare = 0.5
const isPartOf = (one: string, other: string) => one.includes(other) || other.includes(one)

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
  if (!heading || heading.length > 500) return title
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
    if (shown.length > 1 && (shares === 0 || shares >= shown.length / 2) && !isLastPart(title, heading)) return heading
    return parts.length > 1 && words(parts[0]!).length > 1 ? parts[0] : title
  }
  return title
}
