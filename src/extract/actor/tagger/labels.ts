import type { ActorKind } from '../../../model/actor.ts'

/** What the tagger tells apart: the four kinds of actors, and names of things that are none. */
export const nameClasses = ['person', 'organization', 'place', 'event', 'other'] as const satisfies readonly (
  | ActorKind
  | 'other'
)[]

/** Labels of words: 0 outside of names, 1 + 2c first word of a name of class c, 2 + 2c a later word of it. */
export const labelCount = 1 + 2 * nameClasses.length
/** The class of a label's name, as an index of `nameClasses`; -1 outside. */
export const classOf = (label: number): number => ((label + 1) >> 1) - 1
export const begins = (label: number): boolean => (label & 1) === 1
