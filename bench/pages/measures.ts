/** Right, too much and missing. */
export type Counts = { right: number; wrong: number; missing: number }

export const f1 = ({ right, wrong, missing }: Counts): number => (2 * right) / (2 * right + wrong + missing || 1)

/** Precision and recall of a page; undefined where there was nothing to find, or nothing was found. */
export type Shares = { precision: number | undefined; recall: number | undefined }

/** The measure of article-extraction-benchmark (its `evaluate.py`): rows of four words that two texts share. */
export function compareShingles(expected: string, found: string): Shares {
  const wanted = countShingles(expected)
  const given = countShingles(found)
  let right = 0
  let all = 0
  for (const [shingle, count] of given) {
    right += Math.min(count, wanted.get(shingle) ?? 0)
    all += count
  }
  let sought = 0
  for (const count of wanted.values()) sought += count
  return { precision: all ? right / all : undefined, recall: sought ? right / sought : undefined }
}

function countShingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? []
  const counts = new Map<string, number>()
  if (words.length === 0) return counts
  for (let i = 0; i < Math.max(1, words.length - 3); i++) {
    const shingle = words.slice(i, i + 4).join(' ')
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1)
  }
  return counts
}

/** F1 of mean precision and mean recall, as the benchmark has it. */
export function f1OfMeans(pages: readonly Shares[]): number {
  const mean = (values: readonly (number | undefined)[]) => {
    const known = values.filter((value) => value !== undefined)
    return known.reduce((sum, value) => sum + value, 0) / (known.length || 1)
  }
  const precision = mean(pages.map((page) => page.precision))
  const recall = mean(pages.map((page) => page.recall))
  return (2 * precision * recall) / (precision + recall || 1)
}

const flat = (text: string) => text.replace(/\s+/g, ' ').trim()

/** The measure of trafilatura (its `eval_common.py`): pieces that must be in the text and others that must not. */
export function countChunks(text: string, chunks: { with: readonly string[]; without: readonly string[] }): Counts {
  const words = flat(text)
  const right = chunks.with.filter((chunk) => words.includes(flat(chunk))).length
  return {
    right,
    wrong: chunks.without.filter((chunk) => words.includes(flat(chunk))).length,
    missing: chunks.with.length - right,
  }
}

/** The measure of htmldate (its `evaluation.py`): a wrong day counts as found wrongly, none as missing. */
export const countDay = (expected: string, found: string | undefined): Counts => ({
  right: found === expected ? 1 : 0,
  wrong: found !== undefined && found !== expected ? 1 : 0,
  missing: found === undefined ? 1 : 0,
})

export const sum = (all: readonly Counts[]): Counts =>
  all.reduce((a, b) => ({ right: a.right + b.right, wrong: a.wrong + b.wrong, missing: a.missing + b.missing }), {
    right: 0,
    wrong: 0,
    missing: 0,
  })
