import type { SyntaxToken } from '../../syntax/index.ts'
import { startOfFigure } from './before-figure.ts'
import { changeBefore, isInObject } from './governed-object.ts'
import { findNearest } from './nearest-governor.ts'
import type { NounPhrase } from './noun-phrase.ts'
import { isVerb, type PlacedFigure, type Scene } from './scene.ts'

/** What a figure completes: a verb, with its object if one stands between; a noun of change; or `up` and `down`. */
export type Governor = {
  readonly token: SyntaxToken
  readonly kind: 'verb' | 'noun' | 'particle'
  /** The preposition that the figure has of its own. */
  readonly preposition?: string
  readonly object?: NounPhrase
  /** The figure right before it that completes the same governor: they share measure, subject and direction. */
  readonly shared?: PlacedFigure
}

/** The word that a figure completes, right before it or farther off behind an object with a verb of its own. */
export function findGovernor(
  scene: Scene,
  placed: PlacedFigure,
  known?: (figure: PlacedFigure) => Governor | undefined,
): Governor | undefined {
  const { tokens } = scene
  const at = startOfFigure(scene, placed)
  const preposition = /^(?:by|from|to)$/.exec(tokens[at]?.form ?? '')?.[0]
  const far = () => {
    const found = preposition ? changeBefore(scene, at - 1) : undefined
    return found && { ...found, preposition: preposition! }
  }
  // `people killed by 40 soldiers`: an agent
  const told = at > 1 && isVerb(tokens[at - 1]) && isInObject(tokens, at - 1)
  const apart = told && (preposition !== 'by' || placed.figure.kind !== 'count')
  return (apart ? far() : undefined) ?? findNearest(scene, placed, known) ?? far()
}
