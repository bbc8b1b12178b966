import { readNames } from './bylines.ts'

/** Longest byline that is looked at, in code units, with all that stands in its element. */
const longest = 5000
/** Parts of a page that are about others. */
const apart = 'aside,nav,footer,[class*="comment"],[class*="related"],[class*="sidebar"],[class*="teaser"]'
const marked = '[itemprop~="author"],[rel~="author"],[property~="schema:author"],[property~="author"]'
const named =
  '[class~="author"],[class~="byline"],[class*="byline"],[class*="author-name"],[class*="author__name"],[class~="vcard"],[class~="fn"]'
/** Lines with a day that may say whose the article is: `Posted on March 1, 2024 by Ada Berg`. */
const stamped =
  '[class~="post-meta"],[class~="entry-meta"],[class~="article-meta"],[class~="postmetadata"],[class~="meta"]'

/** The authors that the elements of a page name: marked ones, else the first that a class tells. */
export function findAuthors(document: Document): string[] {
  const all: string[] = []
  for (const element of Array.from(document.querySelectorAll(marked)).slice(0, 30)) {
    if (element.localName === 'meta' || element.localName === 'link' || element.closest(apart)) continue
    if (element.parentElement?.closest(marked)) continue
    const name = element.querySelector('[itemprop~="name"]') ?? element
    for (const each of readNames(wordsBesideTimes(name))) if (!all.includes(each)) all.push(each)
  }
  if (all.length > 0) return all.slice(0, 20)
  for (const element of Array.from(document.querySelectorAll(named)).slice(0, 30)) {
    if (element.closest(apart)) continue
    const words = wordsBesideTimes(element)
    const names = words.length <= 120 ? readNames(words) : []
    if (names.length > 0 && names.every(isPerson)) return names
  }
  for (const element of Array.from(document.querySelectorAll(stamped)).slice(0, 30)) {
    if (element.closest(apart)) continue
    const line = wordsBesideTimes(element)
    const by = line.length <= 160 ? /(?:^|[\s|])by\s+(\p{Lu}.*)$/u.exec(line) : null
    const [name] = by ? readNames(by[1]!) : []
    if (name && isPerson(name)) return [name]
  }
  return []
}

const isPerson = (name: string) => /^\p{Lu}\S*(?:\s+\S+){1,3}$/u.test(name)

/** What an element says without its times and what it hides. */
function wordsBesideTimes(element: Element): string {
  let words = (element.getAttribute('content') ?? element.textContent ?? '').slice(0, longest)
  for (const { textContent } of Array.from(element.querySelectorAll('time,script,style')).slice(0, 20))
    if (textContent) words = words.replace(textContent, () => ' | ')
  return words.replace(/\s*\n\s*/g, ' | ')
}
