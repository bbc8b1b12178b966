/** A sentence of a treebank. Heads are numbers of words from 0; -1 is the root. */
export type TreebankSentence = {
  readonly document: string
  readonly text: string
  readonly forms: readonly string[]
  readonly tags: readonly string[]
  readonly heads: readonly number[]
  readonly labels: readonly string[]
  /** Kinds of the words that stand for collapsed spans; undefined for plain words. */
  readonly collapsed?: readonly (string | undefined)[]
}

/** Reads CoNLL-U; empty nodes and the ranges of contractions are left out. */
export function readConllu(text: string): TreebankSentence[] {
  const sentences: TreebankSentence[] = []
  let document = ''
  for (const block of text.replaceAll('\r', '').split(/\n\n+/)) {
    const rows: string[][] = []
    let line = ''
    for (const each of block.split('\n')) {
      if (each.startsWith('# newdoc id = ')) document = each.slice(14)
      else if (each.startsWith('# text = ')) line = each.slice(9)
      else if (/^\d+\t/.test(each)) rows.push(each.split('\t'))
    }
    if (rows.length === 0) continue
    sentences.push({
      document,
      text: line,
      forms: rows.map((row) => row[1]!),
      tags: rows.map((row) => row[4]!),
      heads: rows.map((row) => Number(row[6]) - 1),
      labels: rows.map((row) => row[7]!),
    })
  }
  return sentences
}
