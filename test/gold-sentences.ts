import { readdirSync, readFileSync } from 'node:fs'

/** The day on which every sentence of test/gold was written, a Saturday. */
export const goldPublishedAt = '2023-05-27'

/** A line of test/gold: as it stands, its text without the marks, and what each `{words|meaning}` says of which place (UTF-16 code units). */
export type GoldSentence = {
  readonly file: string
  readonly line: string
  readonly text: string
  readonly marks: readonly { readonly start: number; readonly end: number; readonly meaning: string }[]
}

function readSentence(file: string, line: string): GoldSentence {
  const marks: GoldSentence['marks'][number][] = []
  let text = ''
  let at = 0
  for (const { index, 0: whole, 1: words, 2: meaning } of line.matchAll(/\{([^|}]*)\|([^}]*)\}/g)) {
    text += line.slice(at, index)
    marks.push({ start: text.length, end: text.length + words!.length, meaning: meaning! })
    text += words
    at = index + whole.length
  }
  return { file, line, text: text + line.slice(at), marks }
}

/** Every sentence of test/gold, file by file. */
export function readGoldSentences(): GoldSentence[] {
  const folder = new URL('gold/', import.meta.url)
  return readdirSync(folder)
    .sort()
    .flatMap((file) =>
      readFileSync(new URL(file, folder), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => readSentence(file, line)),
    )
}
