import type { Change, How } from '../../model/claim/figure.ts'
import type { FigureMention } from '../../model/mention.ts'
import type { Subject } from './find-subject.ts'
import type { Governor } from './governor.ts'
import type { Measure } from './noun-phrase.ts'
import type { PlacedFigure } from './scene.ts'

/** What the words around a figure make of it, before anybody is known by name. */
export type Binding = {
  readonly measure?: Measure
  /** A verb that stands for the measure: `lost $6bn`. */
  readonly verb?: { readonly start: number; readonly end: number; readonly lemma: string }
  /** Whose it is: a token of a name, pronoun or noun. */
  readonly subject?: Subject
  readonly change?: Change
  readonly how?: How
  /** The verb that says it, for its mood. */
  readonly governor?: Governor
}

export type Known = (of: PlacedFigure) => Binding | undefined

/** Of the same thing, and of the same owner, as another figure, whatever moves that. */
export function sameThing({ measure, subject }: Binding = {}): Binding {
  return { ...(measure && { measure }), ...(subject && { subject }) }
}

/** Figures that are so many of something, which their unit names: what happens to them is optional to say. */
export const isCounted = ({ kind, unit }: FigureMention): boolean =>
  kind === 'count' &&
  unit !== undefined &&
  !/^(?:person|point|percentage point|basis point|level|mark|crown|krona|krone|dinar|shilling|franc|lira|peso|pound|dollar|rupee|rial|riyal|dirham|tonne|ton|barrel|bushel|hectare|acre)$/.test(
    unit,
  )
