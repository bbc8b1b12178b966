import { firstFrom, type Span } from '../../model/segment.ts'
import { headOfSpan, tokensIn } from '../../syntax/index.ts'
import { isBodyNoun } from '../../text/body-nouns.ts'
import { contentStart } from '../../text/dateline.ts'
import type { Subject } from '../figures/find-subject.ts'
import { phraseBefore } from '../figures/noun-phrase.ts'
import { isNoun, type PlacedFigure, type Scene } from '../figures/scene.ts'
import type { LinkedActor, PlacedMention } from '../link-actors.ts'
import type { Option } from './chooser.ts'
import type { Prior } from './measure-options.ts'
import { follow, type Place, viewFrom } from './relation.ts'
import { classOf, kindOf } from './word-classes.ts'

/** How many words before and behind a figure are looked at. */
const reach = [40, 20] as const
/** How many mentions back a pronoun or noun is looked up, and how many actors it may stand for. */
const furthest = { mentions: 8, actors: 5 }

const pronouns = /^(?:it|its|they|their|he|his|she|her|him|who|we|our|i|my)$/
/** Pronouns that stand for whoever speaks or was named last, which is never guessed. */
const bound = /^(?:who|we|our|i|my)$/

export type SubjectOption = Option & { readonly actor?: LinkedActor }

export type SubjectScene = {
  /** What the figure is of, where that is known. */
  readonly measure: (Span & { readonly head: string }) | undefined
  readonly prior: Prior | undefined
  /** Names of the whole text, in its order. */
  readonly named: readonly PlacedMention[]
  /** Whom a name, pronoun or noun means. */
  readonly resolve: (subject: Subject) => LinkedActor | undefined
}

/** Whose a figure may be: nobody's, or that of an actor whom its sentence names, or whom a pronoun or noun of it may mean. */
export function listSubjects(scene: Scene, placed: PlacedFigure, around: SubjectScene): SubjectOption[] {
  const { tokens, names, demonyms } = scene
  // one for each figure, which the rules deal out
  if (tokens.some(({ form }) => form === 'respectively')) return [{ words: '', clues: [] }]
  const { measure, prior, named, resolve } = around
  const kind = kindOf(placed)
  const place = measure && placeOf(scene, measure)
  const fromFigure = viewFrom(scene, placed, kind)
  const fromMeasure = place && viewFrom(scene, place, kind)
  const found: SubjectOption[] = [
    {
      words: '',
      clues: [
        ...fromFigure.alone(placed.figure.unit),
        `0m${measure?.head ?? ''}`,
        ...(fromMeasure?.alone().map((clue) => `0M${clue}`) ?? ['0none']),
      ],
    },
  ]
  let rank = 0
  // `The company raised its dividend`: the company's, whoever that is
  let hasBody = false
  const dated = contentStart(scene.text, scene.tree.start, scene.tree.end)
  const to = Math.min(tokens.length - 1, placed.last + reach[1])
  for (let i = Math.max(0, placed.first - reach[0]); i <= to; i++) {
    const token = tokens[i]!
    if (scene.figures.has(i) || scene.dates.has(i) || token.start < dated) continue
    const name = names.get(i) ?? demonyms.get(i)
    // a name of several words at its last
    if (name && (names.get(i + 1) ?? demonyms.get(i + 1)) === name) continue
    const isPronoun = !name && pronouns.test(token.form)
    const phrase = name ? phraseBefore(scene, i) : isPronoun ? undefined : definiteAt(scene, i)
    if (!name && !isPronoun && !phrase) continue
    const actor = resolve({ token, ...(phrase && { phrase }), sure: false })
    // one of two, or somebody's people: nobody's by name
    if (name && !actor) continue
    const type = name ? (names.has(i) ? name.actor.kind : 'demonym') : isPronoun ? token.form : 'nominal'
    const start = name || !phrase ? i : phrase.start
    rank++
    const [lead, next] = [classOf(scene, (phrase?.start ?? i) - 1), classOf(scene, i + 1)]
    const toMeasure = fromMeasure?.toward(start, i)
    const shared = [
      'actor',
      `y${type}`,
      `Y${type}|${kind}`,
      `a${next}`,
      `A${next}|${type}`,
      `b${lead}`,
      `B${lead}|${type}`,
      `r${Math.min(rank, 4)}`,
      `j${token.label}|${classOf(scene, token.head)}`,
      ...fromFigure.toward(start, i).clues.flatMap((clue) => [clue, `${clue}|${name ? 'name' : type}`]),
      ...(toMeasure?.clues.map((clue) => `m${clue}`) ?? []),
    ]
    const add = (who: LinkedActor, how: readonly string[]) =>
      found.push({
        words: who.name,
        actor: who,
        shared,
        clues: [
          ...how,
          `k${who.kind}|${measure?.head ?? ''}`,
          `K${who.kind}|${type}`,
          `#${Math.min(6, who.mentions.length)}|${who.kind}`,
          `O${who.mentions[0]!.start < 120 ? 'headline' : ''}|${type}`,
          ...(toMeasure ? [`p${toMeasure.path}|${who.kind}|${measure!.head}`] : []),
          ...(prior && who === prior.subject ? follow(scene, placed, prior.placed) : []),
        ],
      })
    if (actor) add(actor, name ? [] : ['resolved', `resolved${type}`])
    if (name || bound.test(token.form) || (hasBody && /^(?:it|its|they|their)$/.test(token.form))) continue
    if (!isPronoun && isBodyNoun(token.form)) hasBody = true
    for (const [who, how] of guess(scene, named, token, isPronoun, actor)) add(who, how)
  }
  return found
}

/** The tokens of a measure. */
function placeOf({ tree }: Scene, measure: Span): Place | undefined {
  const own = tokensIn(tree, measure)
  const head = headOfSpan(tree, measure)
  return head && { first: own[0]!.index, last: own.at(-1)!.index, head }
}

/** `the company`, `its parent`: a common noun that may stand for somebody. */
function definiteAt(scene: Scene, i: number) {
  const { tokens } = scene
  if (!/^NNS?$/.test(tokens[i]!.tag) || isNoun(tokens[i + 1])) return undefined
  const phrase = phraseBefore(scene, i)
  return phrase && /^(?:the|this|its|their|his|her)$/.test(tokens[phrase.start]!.form) ? phrase : undefined
}

/** The actors named last before a pronoun or noun, with clues for how likely it means each. */
function guess(
  { text, tree }: Scene,
  named: readonly PlacedMention[],
  { start, form }: { readonly start: number; readonly form: string },
  isPronoun: boolean,
  known: LinkedActor | undefined,
): [LinkedActor, string[]][] {
  const found = new Map<LinkedActor, string[]>()
  const isPersonal = /^(?:he|she|his|her|him)$/.test(form)
  const last = firstFrom(named, start) - 1
  for (let k = last; k >= 0 && k > last - furthest.mentions && found.size < furthest.actors; k--) {
    const { actor, end, mention, start: at } = named[k]!
    if (end > start || mention.derived || actor === known || found.has(actor)) continue
    if (isPronoun && isPersonal !== (actor.kind === 'person')) continue
    // `the company`: no Green Party
    const sort = actor.name.slice(actor.name.lastIndexOf(' ') + 1).toLowerCase()
    if (!isPronoun && sort !== form && isBodyNoun(sort)) continue
    const where = at >= tree.start ? 'in' : tree.start - at < 250 ? 'before' : 'far'
    const count = Math.min(4, actor.mentions.length)
    const opens = /(?:[.!?”"]\s+(?:The |the )?|\n\s*)$/.test(text.slice(Math.max(0, at - 6), at))
    found.set(
      actor,
      [
        '',
        `${last - k}`,
        where,
        `${form}|${actor.kind}`,
        `${actor.kind}|${where}|${known ? 'known' : ''}`,
        `${where}${Math.min(last - k, 3)}`,
        `#${count}`,
        `${count}|${where}`,
        `${isPronoun ? 'pronoun' : 'noun'}|${known ? 'known' : ''}`,
        opens ? 'opens' : 'inner',
      ].map((clue) => `guess${clue}`),
    )
  }
  return [...found]
}
