import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

// Ten stories, each as four newsrooms tell it. `{words|thing:version}`: figures with the same thing are of the same, those with the same version
// of it agree. Written to measure comparisons by: the rules are mended, never these texts.

/** A figure of an article, in code points; `thing` is the story's own, `version` what the article has it to be. */
export type Planted = { readonly start: number; readonly end: number; readonly thing: string; readonly version: string }
export type Story = {
  readonly text: string
  readonly publication: string
  readonly publishedAt: string
  readonly title: string
  readonly planted: readonly Planted[]
}

const folder = join(import.meta.dirname, 'stories')

export const readStories = (): Story[] =>
  readdirSync(folder)
    .sort()
    .flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .split(/^== /m)
        .slice(1)
        .map((block) => readStory(block, name)),
    )

function readStory(block: string, file: string): Story {
  const head = block.indexOf('\n')
  const [publication, publishedAt, title] = block.slice(0, head).split(' | ') as [string, string, string]
  const planted: Planted[] = []
  let text = ''
  for (const part of block
    .slice(head + 1)
    .trim()
    .split(/(\{[^{}]*\})/)) {
    const { words, thing, version } = /^\{(?<words>[^|]*)\|(?<thing>[^:]*):(?<version>.*)\}$/.exec(part)?.groups ?? {}
    const start = [...text].length
    text += words ?? part
    if (thing) planted.push({ start, end: [...text].length, thing: `${file} ${thing}`, version: version! })
  }
  return { text, publication, publishedAt, title, planted }
}
