// markdown-it (MIT, maintained, typed) reads CommonMark and GitHub's tables in linear time; most of its kind take the square of the text on
// some rows of marks.
import MarkdownIt from 'markdown-it'
import type { LoadedArticle } from '../model/article.ts'
import { LoadError } from './failure.ts'
import { cutFrontMatter } from './front-matter.ts'
import { readFragment } from './html.ts'

/** Quotations and lists that nest deeper are no text that anybody reads; the parser would leave out all behind them. */
const deepest = 100

const parser = new MarkdownIt({ html: true, maxNesting: deepest })

/** A Markdown text as its readers see it: marks of emphasis, addresses of links and images are left out, headings become sections. @throws {LoadError} when it nests too deep; see also `cutFrontMatter` and `readFragment` */
export function loadMarkdown(whole: string): LoadedArticle {
  const { text: source, metadata, ...told } = cutFrontMatter(whole)
  const tokens = parser.parse(source, {})
  if (tokens.some(({ level, nesting }) => nesting === 1 && level >= deepest - 1))
    throw new LoadError(`contains quotations or lists nested more than ${deepest} deep`)
  // a list of tasks shows a box where its source has `[x]`
  tokens.forEach(({ children }, i) => {
    const first = children?.[0]
    if (first?.type === 'text' && tokens[i - 2]?.type === 'list_item_open')
      first.content = first.content.replace(/^\[[ xX]\]\s+/, '')
  })
  const body = readFragment(parser.renderer.render(tokens, parser.options, {}))
  const title =
    tokens[0]?.tag === 'h1'
      ? readFragment(parser.renderer.renderInline(tokens[1]!.children!, parser.options, {})).text
      : ''
  return { ...body, ...told, metadata: { ...(title && { title }), ...metadata } }
}
