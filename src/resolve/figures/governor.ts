import type { SyntaxToken } from '../../syntax/index.ts'
import { childOf, hasLabel, headOf, subjectOf } from '../../syntax/index.ts'
import { endOfCompound, type NounPhrase, phraseBefore } from './noun-phrase.ts'
import { isNoun, isPreposition, isVerb, type PlacedFigure, type Scene } from './scene.ts'
import { directionOfNoun, lemmaOfVerb } from './words.ts'

/** What a figure completes: a verb, with its object if one stands between; a noun of change; or `up` and `down`. */
export type Governor = {
  readonly token: SyntaxToken
  readonly kind: 'verb' | 'noun' | 'particle'
  /** The preposition that the figure has of its own. */
  readonly preposition?: string
  readonly object?: NounPhrase
  /** The figure right before it that completes the same governor: they share measure, subject and direction. */
  readonly shared?: PlacedFigure
  /** A figure stands between, behind a comma or `and`. */
}

const furthest = 40
const passed =
  /^(?:by|to|from|at|or|about|around|some|just|only|nearly|almost|a|an|another|further|additional|as|much|little|many|high|low|\(|\)|-lrb-|-rrb-|,|–|-|—|roughly|approximately|over|more|less|than|under|up|down|of|with|in|on|during|for|back|again|sharply|slightly|steadily|still|even|also|the|its|well|between|through|until|since|all|estimated|per|cent|total|record|full|combined|net|value|points?|percentage|basis|worth|be)$/

/** Looks left from a figure over what may stand between it and its governor: prepositions, adverbs, dates and other figures. */
export function findGovernor(
  scene: Scene,
  placed: PlacedFigure,
  known: (figure: PlacedFigure) => Governor | undefined = () => undefined,
): Governor | undefined {
  const { tokens, figures, dates } = scene
  let i = placed.first - 1
  while (
    i >= 0 &&
    (/^(?:RB|DT|PDT)/.test(tokens[i]!.tag) || /^(?:some|just|only|another|further)$/.test(tokens[i]!.form)) &&
    !isParticle(scene, i)
  )
    i--
  const own = tokens[i]
  const preposition = own && (isPreposition(own) || /^(?:worth)$/.test(own.form)) ? own.form : undefined
  let shared: PlacedFigure | undefined
  let object: NounPhrase | undefined
  const found = (kind: Governor['kind']): Governor => ({
    token: tokens[i]!,
    kind,
    ...(preposition !== undefined && { preposition }),
    ...(object && { object }),
    ...(shared && { shared }),
  })
  for (let steps = 0; i >= 0 && steps < furthest; steps++) {
    const token = tokens[i]!
    const figure = figures.get(i)
    if (figure) {
      if (object) return undefined
      shared ??= figure
      const own = known(figure)
      if (own?.kind === 'verb') {
        const { preposition: _, shared: __, ...rest } = own
        return { ...rest, ...(preposition !== undefined && { preposition }), shared: figure }
      }
      i = figure.first - 1
      continue
    }
    if (dates.has(i)) {
      i--
      continue
    }
    if (isVerb(token) && !hasLabel(token, 'amod', 'compound', 'case')) {
      // `compared with`, `according to`
      if (/^(?:compared|according|based|including|excluding|regarding|relative|ranging)$/.test(token.form))
        return undefined
      return found('verb')
    }
    if (isParticle(scene, i)) return found('particle')
    if (isPer(scene, i)) {
      i -= 2
      continue
    }
    const apart = comparisonAt(scene, i)
    if (apart) {
      i -= apart
      continue
    }
    if (isNoun(token)) {
      if (
        directionOfNoun(token.form) &&
        (preposition === 'of' || preposition === 'to' || preposition === 'from' || preposition === 'by') &&
        !object
      )
        return found('noun')
      if (object || shared || !/^(?:by|to|from|at|for)$/.test(preposition ?? '')) return undefined
      const phrase = objectBefore(scene, i)
      if (!phrase) return undefined
      object = phrase.phrase
      i = phrase.before
      continue
    }
    if (token.form === 'and' && !figures.has(i - 1) && !dates.has(i - 1)) return undefined
    if (token.tag === 'MD' || (!passed.test(token.form) && !/^(?:RB|CD|CC|POS|HYPH)/.test(token.tag))) return undefined
    i--
  }
  return undefined
}

/** `€15 an hour`, `$3 per barrel`: the noun that a price is for, behind its figure. */
const isPer = ({ tokens, figures }: Scene, i: number): boolean =>
  isNoun(tokens[i]) && /^(?:a|an|per|each)$/.test(tokens[i - 1]?.form ?? '') && figures.has(i - 2)

/** `year on year`, `year-on-year`, `quarter over quarter`: how many tokens they are, 0 for others. */
function comparisonAt({ tokens }: Scene, i: number): number {
  if (!/^(?:year|month|quarter|week)$/.test(tokens[i]!.form)) return 0
  const form = tokens[i]!.form
  if (/^(?:on|over|to)$/.test(tokens[i - 1]?.form ?? '') && tokens[i - 2]?.form === form) return 3
  return tokens[i - 1]?.tag === 'HYPH' && tokens[i - 3]?.tag === 'HYPH' && tokens[i - 4]?.form === form ? 5 : 0
}

/** `up` and `down` that say a direction, not parts of other verbs (`set up 5 branches`). */
function isParticle(scene: Scene, i: number): boolean {
  const { tokens } = scene
  const token = tokens[i]!
  if (!/^(?:up|down|higher|lower)$/.test(token.form)) return false
  // `up to 5`: a bound
  if (token.form === 'up' && tokens[i + 1]?.form === 'to') return false
  const before = tokens[i - 1]
  if (
    !before ||
    /^[,(–—:;-]$/.test(before.form) ||
    /^(?:is|are|was|were|been|be|'s|and|or|currently|now|still)$/.test(before.form)
  )
    return true
  return (
    (isVerb(before) &&
      /^(?:close|end|finish|open|trade|go|come|move|edge|stay|drive|push|bring|send|take)$/.test(
        lemmaOfVerb(before.form),
      )) ||
    scene.figures.has(i - 1) ||
    scene.dates.has(i - 1)
  )
}

/** `cut its forecast for growth by`: the object that ends at token `i`, with what hangs on it, and the token before all of it. */
function objectBefore(scene: Scene, i: number): { phrase: NounPhrase; before: number } | undefined {
  const { tokens } = scene
  let phrase = phraseBefore(scene, i)
  for (let n = 0; phrase && n < 2; n++) {
    const link = tokens[phrase.start - 1]
    if (!link || !/^(?:of|for|in|on)$/.test(link.form)) break
    const outer = phraseBefore(scene, phrase.start - 2)
    if (!outer) break
    phrase = outer
  }
  return phrase && { phrase, before: phrase.start - 1 }
}

/** The noun phrase that a verb is said of: `phrase`, or a pronoun at `pronoun`. */
export type Subject = { readonly phrase?: NounPhrase; readonly token: SyntaxToken; readonly sure: boolean }

const inGroup = /^(?:MD|RB|TO|VB|VBD|VBZ|VBP|VBN|VBG)$/

/** The subject of a verb, by the words right before it and by the tree. Where they differ, the words have it if nothing parts them from the verb. */
export function findSubject(scene: Scene, verb: SyntaxToken): Subject | undefined {
  const near = subjectBefore(scene, verb.index)
  const far = subjectByTree(scene, verb)
  if (near && far) return near.token.index === far.token.index ? { ...near, sure: true } : near.apart ? far : near
  if (near && !near.apart) return near
  return far
}

function subjectBefore(scene: Scene, verb: number): (Subject & { apart: boolean }) | undefined {
  const { tokens } = scene
  let i = verb - 1
  if (
    tokens[verb]!.tag === 'VBG' &&
    !/^(?:is|are|was|were|been|be|'s|'re|not|also|now|still)$/.test(tokens[i]?.form ?? '')
  )
    return undefined
  for (
    let n = 0;
    n < 8 &&
    i >= 0 &&
    !isNoun(tokens[i]) &&
    (inGroup.test(tokens[i]!.tag) || /^(?:likely|due|set|able)$/.test(tokens[i]!.form));
    n++
  ) {
    // another clause's verb: `said rose`
    if (isVerb(tokens[i]) && !isHelper(tokens, i)) return undefined
    i--
  }
  const token = tokens[i]
  if (!token || scene.dates.has(i)) return undefined
  if (/^(?:PRP|DT|EX)$/.test(token.tag)) return { token, sure: false, apart: false }
  if (/^(?:WDT|WP)$/.test(token.tag) || token.form === 'that') return undefined
  const own = scene.figures.get(i)
  if (own) return { token: own.head, sure: false, apart: false }
  let phrase = phraseBefore(scene, i)
  if (!phrase) return undefined
  // `the death toll from the floods`, `inflation in Latvia`: what hangs on it by prepositions
  for (let n = 0; n < 3; n++) {
    const link = tokens[phrase.start - 1]
    if (!link || !/^(?:of|in|at|for|from|on|with|to|by|between|among|against|into|across|over|under)$/.test(link.form))
      break
    const outer = phraseBefore(scene, phrase.start - 2)
    // what it hangs on is no noun to the tagger: nobody knows what the verb is said of
    if (!outer) return undefined
    phrase = outer
  }
  const before = tokens[phrase.start - 1]
  const apart =
    before !== undefined &&
    (/^(?:,|who|which|that|whose|and|or|--|–|—|in|at|on|of|by|with|from)$/.test(before.form) ||
      scene.figures.has(before.index)) &&
    !isOpening(scene, before.index)
  return { phrase, token: tokens[phrase.last]!, sure: false, apart }
}

/** A comma behind what opens a clause: `In May, prices rose`; no apposition is before it. */
function isOpening({ tokens, dates }: Scene, i: number): boolean {
  if (tokens[i]!.form === 'that') return true
  // `, and imports were`: a clause of its own
  if (tokens[i]!.form === 'and') return /^[,;]$/.test(tokens[i - 1]?.form ?? '')
  // one dash begins a clause, a second one closes what stands between
  if (/^(?:--|–|—)$/.test(tokens[i]!.form))
    return !tokens.slice(Math.max(0, i - 25), i).some(({ form }) => form === tokens[i]!.form)
  if (tokens[i]!.form !== ',') return false
  for (let k = i - 1; k >= 0 && k > i - 8; k--) {
    const form = tokens[k]!.form
    if (
      /^(?:in|on|during|at|since|for|by|after|before|over|last|this|meanwhile|however|also|overall|but|and|while)$/.test(
        form,
      )
    )
      return k === 0 || /^[,;.]$/.test(tokens[k - 1]!.form)
    if (isVerb(tokens[k])) return false
  }
  return dates.has(i - 1)
}

/** Whether a verb only helps the next one: `has risen`, `is expected to rise`. */
function isHelper(tokens: readonly SyntaxToken[], i: number): boolean {
  if (/^(?:is|are|was|were|be|been|being|has|have|had|do|does|did|'s|'re|'ve|got)$/.test(tokens[i]!.form)) return true
  return tokens[i + 1]?.form === 'to' || (tokens[i + 1]?.tag === 'RB' && tokens[i + 2]?.form === 'to')
}

function subjectByTree(scene: Scene, verb: SyntaxToken): Subject | undefined {
  const { tree } = scene
  let at: SyntaxToken | undefined = hasLabel(verb, 'cop', 'aux') ? (headOf(tree, verb) ?? verb) : verb
  for (let n = 0; at && n < 4; n++) {
    if (hasLabel(at, 'acl')) {
      // `a firm that employs 40`, `a fund worth`: the noun it hangs on
      const noun = headOf(tree, at)
      const own = childOf(tree, at, 'nsubj')
      if (noun && (!own || /^(?:WDT|WP)$/.test(own.tag) || own.form === 'that')) return fromToken(scene, noun)
      if (own) return fromToken(scene, own)
      return undefined
    }
    const subject = subjectOf(tree, at)
    if (subject) return fromToken(scene, subject)
    if (!hasLabel(at, 'conj', 'xcomp', 'advcl', 'ccomp', 'parataxis')) return undefined
    at = headOf(tree, at)
  }
  return undefined
}

function fromToken(scene: Scene, token: SyntaxToken): Subject | undefined {
  if (scene.dates.has(token.index)) return undefined
  // the tree may hang a verb on the first word of a compound: `Kazakh-China trade`
  const end = endOfCompound(scene, token.index)
  const phrase = phraseBefore(scene, end)
  return { token: scene.tokens[end]!, sure: false, ...(phrase && { phrase }) }
}
