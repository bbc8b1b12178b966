import type { Change } from '../../model/claim/figure.ts'
import { leadsToBase, readBase } from './base-words.ts'
import type { FoundBaseline } from './baseline.ts'
import type { Binding, Known } from './binding.ts'
import { apposedTo } from './change-noun.ts'
import { findSubject } from './find-subject.ts'
import { findGovernor } from './governor.ts'
import { toPlain } from './noun-links.ts'
import { type NounPhrase, phraseFrom } from './noun-phrase.ts'
import { saidOf } from './said.ts'
import type { PlacedFigure, Scene } from './scene.ts'
import { directionOfComparison, lemmaOfVerb, settingVerbs, staticVerbs } from './words.ts'

// Figures that another value tells of: `double the speed of the old model`, `half the price`, `1.6 degrees above normal`.

/** What the figure is of: the quantity that it multiplies. */
export function multipleOf(scene: Scene, placed: PlacedFigure): Binding | undefined {
  const phrase = quantityBehind(scene, placed)
  const measure = phrase && toPlain(scene, phrase)
  const governor = phrase && findGovernor(scene, placed)
  // `rainfall was three times the average`
  if (!measure && governor?.kind === 'verb' && lemmaOfVerb(governor.token.form) === 'be')
    return { ...saidOf(scene, findSubject(scene, governor.token)), governor }
  if (!measure) return undefined
  return { measure, ...(governor && { governor }) }
}

/** What it is compared with: the quantity of another, or of another time. */
export function readMultipleOf(scene: Scene, placed: PlacedFigure): FoundBaseline | undefined {
  const phrase = quantityBehind(scene, placed)
  const dated = scene.dates.has(placed.last + 2)
  if (!phrase || !(dated || /^(?:of|in|for|as|at)$/.test(scene.tokens[phrase.last + 1]?.form ?? ''))) return undefined
  const from = placed.last + 1
  const found = readBase(scene, from, false)
  return found && { ...found, from, old: false }
}

function quantityBehind(scene: Scene, { figure, last }: PlacedFigure): NounPhrase | undefined {
  if (!/^(?:multiple|fraction)$/.test(figure.kind)) return undefined
  if (!/^(?:the|its|their|his|her)$/.test(scene.tokens[last + 1]?.form ?? '')) return undefined
  // `double the 1990 rate`
  let from = last + 1
  while (scene.dates.has(from + 1)) from++
  const phrase = phraseFrom(scene, from === last + 1 ? from : from + 1)
  return phrase && isQuantity(scene.tokens[phrase.last]!.form) ? phrase : undefined
}

const isQuantity = (form: string): boolean =>
  /^(?:number|level|rate|figure|amount|total|size|toll|pace|price|speed|cost|value|weight|length|height|width|depth|volume|area|capacity|distance|share|population|average|budget|salary|wage|revenue|profit|output|income|strength|power|density|risk|temperature|turnout|quantity|proportion|percentage|norm|limit|target)s?$/.test(
    form,
  )

/** `a low of 21 degrees, 1.6 above normal`, `the river was 3 metres above average`. */
export function besideNorm(scene: Scene, placed: PlacedFigure, before: Known): Binding | undefined {
  const { tokens, dates } = scene
  const next = placed.last + 1
  if (placed.figure.kind !== 'measurement' || !/^(?:above|below|under|over)$/.test(tokens[next]?.form ?? ''))
    return undefined
  if (!leadsToBase(scene, next + 1) || [1, 2, 3].some((k) => dates.has(next + k))) return undefined
  const change = directionOfComparison(tokens[next]!.form === 'over' ? 'above' : tokens[next]!.form) ?? 'fall'
  const governor = findGovernor(scene, placed)
  const said =
    governor?.kind === 'verb' && !governor.shared && staticVerbs.has(lemmaOfVerb(governor.token.form))
      ? saidOf(scene, findSubject(scene, governor.token))
      : apposedTo(scene, placed.first, before)
  return { ...(said?.measure && said), ...(governor && { governor }), change, how: 'by' }
}

/** `went from 46% to 68%`, `was revised from 3% to 2%`: which way, by the two values. */
export function movedFrom(scene: Scene, placed: PlacedFigure, lemma: string): Change | undefined {
  if (!settingVerbs.has(lemma) && !/^(?:go|move|shift|swing|change|evolve|turn)$/.test(lemma)) return undefined
  const [from, to] = [placed.figure.number, newValueOf(scene, placed)?.figure.number]
  return from === undefined || to === undefined || from === to ? undefined : to > from ? 'rise' : 'fall'
}

/** `from 46% in 2019 to 68%`: the second value behind the first. */
export function newValueOf({ tokens, figures }: Scene, { figure, last }: PlacedFigure): PlacedFigure | undefined {
  let isTo = false
  for (let i = last + 1; i < last + 12 && !/^(?:[;:.]|and|but|while)$/.test(tokens[i]?.form ?? '.'); i++) {
    if (tokens[i]!.form === 'to') isTo = true
    const other = figures.get(i)
    if (other) return isTo && other.figure.kind === figure.kind ? other : undefined
  }
  return undefined
}
