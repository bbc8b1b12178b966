// parse5 knows the character references of HTML, with and without their semicolon.
import { parseFragment } from 'parse5'

/** Words that were escaped for HTML, once or twice, before they were written where nothing decodes them: `Rye &amp; wheat`, `Mayor&amp;#8217;s`. */
export const decodeEntities = (words: string): string => decodeOnce(decodeOnce(words))

function decodeOnce(words: string): string {
  if (words.length > 5000 || !/&#?\w+;/.test(words)) return words
  const [node] = parseFragment(words.replaceAll('<', '&lt;')).childNodes
  return node && 'value' in node ? node.value : words
}
