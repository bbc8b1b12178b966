import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

/** An annotated text: names as start, end (UTF-16 code units) and class. */
export type AnnotatedText = {
  readonly id: string
  readonly source: string
  readonly text: string
  readonly names: readonly (readonly [start: number, end: number, label: string])[]
}

export const readCorpus = (file: string): AnnotatedText[] =>
  gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as AnnotatedText)
