// Links to a passage of a page: https://wicg.github.io/scroll-to-text-fragment/

/** Words of context before and behind, which tell the passage from others of the same words. */
const contextWords = 4
/** Longer passages are given by their first and last words: a browser matches each within one block of the page. */
const longest = 150
const endWords = 5

/** The words of a passage with what stands around them. */
export type Passage = { readonly exact: string; readonly prefix: string; readonly suffix: string }

/** The article's address with the passage marked in it by browsers that can; undefined where it has none to go to. */
export function linkPassage(url: string | undefined, { exact, prefix, suffix }: Passage): string | undefined {
  if (url === undefined || !/^https?:/i.test(url)) return undefined
  const words = exact.trim().split(/\s+/)
  // a term cannot reach over the end of a block, and neither can one that is long be trusted not to
  const isLong = exact.length > longest || /\n/.test(exact.trim())
  const ends = isLong && words.length > 2 * endWords
  const first = ends ? firstLine(words.slice(0, endWords).join(' ')) : words.join(' ')
  const last = ends ? words.slice(-endWords).join(' ') : undefined
  const before = lastWords(prefix)
  const behind = firstWords(suffix)
  const parts = [
    before && `${encode(before)}-`,
    encode(first),
    last && encode(last),
    behind && `-${encode(behind)}`,
  ].filter(Boolean)
  return `${url}${url.includes('#') ? '' : '#'}:~:text=${parts.join(',')}`
}

const firstLine = (text: string) => text.split('\n')[0]!

/** The last whole words before a passage, within its line; the context may begin inside a word. */
function lastWords(prefix: string): string {
  const line = prefix.slice(prefix.lastIndexOf('\n') + 1)
  const whole = line.length < prefix.length ? line : line.replace(/^\S*\s/, '')
  return whole.trim().split(/\s+/).slice(-contextWords).join(' ')
}

function firstWords(suffix: string): string {
  const [line = ''] = suffix.split('\n')
  const whole = line.length < suffix.length ? line : line.replace(/\s\S*$/, '')
  return whole.trim().split(/\s+/).slice(0, contextWords).join(' ')
}

/** Percent-encoded, and `-`, which has a meaning between terms. */
const encode = (text: string) =>
  encodeURIComponent(text.toWellFormed()).replace(
    /[-!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
