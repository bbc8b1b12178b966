import { isReportingVerb } from '../../text/reporting.ts'
import { isNoun, isVerb, type PlacedFigure, type Scene } from '../figures/scene.ts'
import {
  directionOf,
  directionOfNoun,
  isTrade,
  lemmaOfVerb,
  showingVerbs,
  spendingVerbs,
  staticVerbs,
} from '../figures/words.ts'

// Words and figures by what matters of them for what a figure is of.

/** A figure by its kind; counts by whether they are of people, of things, or say no unit. */
export function kindOf({ figure: { kind, unit } }: PlacedFigure): string {
  if (kind !== 'count') return kind
  return unit === undefined ? 'bare' : unit === 'person' ? 'person' : 'count'
}

/** A verb by what it does with quantities. */
export function classOfVerb(form: string): string {
  const lemma = lemmaOfVerb(form)
  if (lemma === 'be' || lemma === 'have') return lemma
  const way = directionOf(lemma)
  if (way) return `v:${way}`
  if (isReportingVerb(form)) return 'v:say'
  if (staticVerbs.has(lemma)) return 'v:static'
  if (showingVerbs.has(lemma)) return 'v:show'
  if (spendingVerbs.has(lemma)) return 'v:spend'
  return isTrade(lemma) ? 'v:trade' : 'v'
}

/** The token at `i` by its part in the sentence: prepositions, conjunctions, pronouns and marks as they are, all else by its class; `|` outside. */
export function classOf(scene: Scene, i: number): string {
  const token = scene.tokens[i]
  if (!token) return '|'
  if (scene.figures.has(i)) return '#'
  if (scene.dates.has(i)) return 'date'
  const name = scene.names.get(i)
  if (name) return name.actor.kind
  if (isVerb(token)) return `${classOfVerb(token.form)}${/^VB[GN]$/.test(token.tag) ? token.tag.at(-1) : ''}`
  if (isNoun(token)) return `n${directionOfNoun(token.form) ?? ''}`
  if (/^(?:JJR|RBR)$/.test(token.tag)) return 'more'
  if (/^JJ/.test(token.tag)) return 'j'
  if (/^RB/.test(token.tag) && !/^(?:not|n't|only|up|down)$/.test(token.form)) return 'r'
  if (token.tag === 'DT') return 't'
  if (token.tag === 'CD') return 'c'
  return token.form
}

/** The classes of the tokens from `from` up to `to`, without adjectives, adverbs, articles and repetitions; of many the first two and the last two. */
export function gapBetween(scene: Scene, from: number, to: number): string {
  const found: string[] = []
  for (let i = from; i < to && found.length < 12; i++) {
    const own = classOf(scene, i)
    if (/^[tjrc]$/.test(own) || (own === found.at(-1) && /^(?:n|date|#|organization|person|place|event)$/.test(own)))
      continue
    found.push(own)
  }
  if (found.length <= 4) return found.join(' ')
  return `${found.slice(0, 2).join(' ')} ~ ${found.slice(-2).join(' ')}`
}
