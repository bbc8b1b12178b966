import { type Figures, type Match, matchFigures, type Sketch } from './match.ts'

/** A figure that is stored, with the comparison it is in, if it is in one. */
export type Stored = Sketch & { readonly claim: number; readonly comparison: string | undefined }
/** What a new figure comes beside: the words that it shares with one of the others, and the figures that are to join it. */
export type Gathering<New> = {
  readonly figure: New
  readonly comparisons: readonly string[]
  readonly alone: readonly number[]
  readonly shared: readonly string[]
}

/** Two comparisons become one where a figure matches both as well as this. */
const mergesFrom = 0.6

/** Which stored figures each new one is of the same thing as. @param sameNews articles that tell the same news */
export function gatherFigures<New extends Sketch>(
  article: Figures<New>,
  sameNews: readonly Figures<Stored>[],
): Gathering<New>[] {
  const matches = sameNews.flatMap((other) => matchFigures(article, other))
  const byFigure = Map.groupBy(matches, ({ a }) => a)
  return [...byFigure].map(([figure, found]) =>
    gather(
      figure,
      [...found].sort((x, y) => y.score - x.score),
    ),
  )
}

function gather<New extends Sketch>(figure: New, found: readonly Match<New, Stored>[]): Gathering<New> {
  const best = found[0]!
  const first = found.find(({ b }) => b.comparison !== undefined)
  const merged = found.filter(({ b, score }) => b.comparison !== undefined && score >= mergesFrom)
  const comparisons = new Set([first, ...merged].flatMap((match) => match?.b.comparison ?? []))
  return {
    figure,
    comparisons: [...comparisons],
    alone: found.filter(({ b }) => b.comparison === undefined).map(({ b }) => b.claim),
    shared: best.shared,
  }
}
