// marked (MIT, no dependencies, maintained, typed) reads CommonMark and GitHub's tables.
import { marked } from 'marked'
import type { LoadedArticle } from '../model/article.ts'
import { cutFrontMatter } from './front-matter.ts'
import { readFragment } from './html.ts'

/** A Markdown text as its readers see it: marks of emphasis, addresses of links and images are left out, headings become sections. @throws {LoadError} see `cutFrontMatter` */
export function loadMarkdown(whole: string): LoadedArticle {
  const { text: source, metadata } = cutFrontMatter(whole)
  const body = readFragment(marked.parse(source, { async: false }))
  const heading = /^#\s+(?<title>[^\n]+?)\s*#*\s*$/m.exec(source.trimStart())
  const title = heading && heading.index === 0 ? heading.groups!.title!.replace(/[*_`]/g, '') : undefined
  return { ...body, metadata: { ...(title && { title }), ...metadata } }
}
