import { childOf, hasLabel, headOf, type SyntaxToken, subjectOf } from '../../syntax/index.ts'
import { isReportingVerb } from '../../text/reporting.ts'
import { endOfCompound, type NounPhrase, phraseBefore } from './noun-phrase.ts'
import { isNoun, isPreposition, isVerb, type Scene } from './scene.ts'
import { directionOfNoun, isIndexName } from './words.ts'

/** The noun phrase that a verb is said of: `phrase`, or a pronoun at `pronoun`. */
export type Subject = { readonly phrase?: NounPhrase; readonly token: SyntaxToken; readonly sure: boolean }

const inGroup = /^(?:MD|RB|TO|VB|VBD|VBZ|VBP|VBN|VBG)$/

/** The subject of a verb, by the words right before it and by the tree. Where they differ, the words have it if nothing parts them from the verb. */
export function findSubject(scene: Scene, verb: SyntaxToken): Subject | undefined {
  const found = chooseSubject(scene, verb)
  const phrase = found?.phrase && beforeApposition(scene, found.phrase)
  return phrase ? { phrase, token: scene.tokens[phrase.last]!, sure: false } : found
}

/** `the price of oil, a key benchmark, rose`: what the phrase between two commas says more of. */
function beforeApposition(scene: Scene, { start, last }: NounPhrase): NounPhrase | undefined {
  const { tokens, names } = scene
  if (tokens[last + 1]?.form !== ',' || tokens[start - 1]?.form !== ',' || names.has(last)) return undefined
  if (!/^(?:a|an)$/.test(tokens[start]!.form)) return undefined
  const phrase = phraseBefore(scene, start - 2)
  return phrase && outermost(scene, phrase)
}

function chooseSubject(scene: Scene, verb: SyntaxToken): Subject | undefined {
  // `accused Titan of paying`: the one who is accused
  const accused = verb.tag === 'VBG' ? accusedBefore(scene, verb.index) : undefined
  if (accused) return accused
  const near = subjectBefore(scene, verb.index)
  const tree = subjectByTree(scene, verb)
  // behind a verb stands the subject of a verb of saying alone: `sales fell, an increase ...`
  const far = tree && tree.token.index > verb.index && !isReportingVerb(verb.form) ? undefined : tree
  // `Ford, which makes cars, sold`: a name that the commas stand behind is surer than the tree
  if (near?.closed && scene.names.has(near.token.index)) return near
  // `prices, which exclude food costs, rose`: not what the clause between is of
  if (near?.closed && near.phrase && far && near.phrase.last < far.token.index && far.token.index < verb.index)
    return near
  // `trade is booming and prices rose`: another verb is said of what is farther
  if (
    near?.apart &&
    near.phrase &&
    far &&
    far.token.index < near.phrase.start &&
    isOwnClause(scene, far.token.index, near.phrase.start)
  )
    return near
  // `rents near the coast rose`: not what hangs on it
  if (near?.phrase && far && isInTail(scene, near.phrase.last, far.token.index, verb.index)) return near
  if (near && far) return near.token.index === far.token.index ? { ...near, sure: true } : near.apart ? far : near
  if (near && (!near.apart || (near.closed && !far))) return near
  return far
}

function accusedBefore(scene: Scene, verb: number): Subject | undefined {
  let i = verb - 1
  while (i > 0 && scene.tokens[i]!.tag === 'RB') i--
  if (scene.tokens[i]?.form !== 'of') return undefined
  const phrase = phraseBefore(scene, i - 1)
  const cue = phrase && scene.tokens[phrase.start - 1]?.form
  if (!phrase || !/^(?:accus|suspect|convict)(?:e?d|es?|ing|s)?$/.test(cue ?? '')) return undefined
  return { phrase, token: scene.tokens[phrase.last]!, sure: true }
}

/** Whether a token stands between a phrase and its verb, with no comma before it. */
const isInTail = ({ tokens }: Scene, last: number, at: number, verb: number): boolean =>
  last < at && at < verb && !tokens.slice(last + 1, at).some(({ form }) => form === ',')

/** Whether a phrase behind `and` or `but` begins a clause: a finite verb stands between it and the other noun. */
function isOwnClause({ tokens }: Scene, from: number, start: number): boolean {
  if (!/^(?:and|but|while)$/.test(tokens[start - 1]?.form ?? '')) return false
  for (let i = start - 2; i > from && i > start - 14; i--) if (/^(?:VBD|VBZ|VBP|MD)$/.test(tokens[i]!.tag)) return true
  return false
}

function subjectBefore(scene: Scene, verb: number): (Subject & { apart: boolean; closed?: boolean }) | undefined {
  const { tokens } = scene
  let i = verb - 1
  // `profit more than doubled`: the words before the verb are the figure's
  const own = scene.figures.get(verb)
  while (own && scene.figures.get(i) === own) i--
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
    (inGroup.test(tokens[i]!.tag) ||
      (tokens[i]!.tag === 'DATE' && /^(?:now|currently|recently|already)$/.test(tokens[i]!.form)) ||
      /^(?:likely|due|set|able)$/.test(tokens[i]!.form) ||
      (tokens[i]!.form === 'than' && tokens[i - 1]?.form === 'more') ||
      (tokens[i]!.form === 'more' && tokens[i + 1]?.form === 'than'));
    n++
  ) {
    // another clause's verb: `said rose`
    if (isVerb(tokens[i]) && !isHelper(tokens, i)) return undefined
    i--
  }
  i = beforeTime(scene, i)
  const token = tokens[i]
  if (!token || scene.dates.has(i)) return undefined
  if (token.form === ',') {
    // `the main index, the FTSE 100, fell`
    const named = scene.indexes.get(i - 1)
    if (named) return { phrase: named.phrase, token: tokens[named.phrase.first]!, sure: true, apart: false }
    // `the Italian company, Fiat, will`
    const name = scene.names.has(i - 1) ? phraseBefore(scene, i - 1) : undefined
    if (name && tokens[name.start - 1]?.form === ',' && tokens[name.start - 2]?.tag === 'NN')
      return { phrase: name, token: tokens[name.last]!, sure: false, apart: false }
    // `Ford, which makes cars, sold 5`: who stands before what the commas close off
    for (let k = i - 1; k > 0 && k > i - 30; k--)
      if (tokens[k - 1]!.form === ',' && /^(?:which|who|whose)$/.test(tokens[k]!.form)) {
        const phrase = phraseBefore(scene, k - 2)
        // `a stake in Fiat, which makes cars, rose`: not the one it is in
        const within = phrase && /^(?:IN|TO)$/.test(tokens[phrase.start - 1]?.tag ?? '')
        return phrase && { phrase, token: tokens[phrase.last]!, sure: false, apart: true, closed: !within }
      }
    return undefined
  }
  if (/^(?:PRP|DT|EX)$/.test(token.tag)) return { token, sure: false, apart: false }
  if (/^(?:WDT|WP)$/.test(token.tag) || token.form === 'that') {
    // `Japan, which accounts for`, but not `a deal in Japan, which cost`
    const named = tokens[i - 1]?.form === ',' && scene.names.has(i - 2) ? phraseBefore(scene, i - 2) : undefined
    if (named)
      return /^(?:IN|TO|CC)$/.test(tokens[named.start - 1]?.tag ?? '')
        ? undefined
        : { phrase: named, token: tokens[named.last]!, sure: false, apart: false }
    const common = tokens[i - 1]?.form === ',' && token.form === 'which' ? quantityBefore(scene, i - 2) : undefined
    return common && { phrase: common, token: tokens[common.last]!, sure: false, apart: false }
  }
  const index = scene.indexes.get(i)
  if (index) {
    return { phrase: index.phrase, token: tokens[index.phrase.first]!, sure: true, apart: false }
  }
  // `the Nikkei 225 fell`: the number is part of the name
  if (token.tag === 'CD' && isNoun(tokens[i - 1]) && isIndexName(scene.text.slice(tokens[i - 1]!.start, token.end))) {
    const phrase = phraseBefore(scene, i - 1)
    return phrase && { phrase, token: tokens[i - 1]!, sure: false, apart: false }
  }
  const counted = scene.figures.get(i)
  if (counted) return { token: counted.head, sure: false, apart: false }
  let phrase = phraseBefore(scene, i)
  if (!phrase) return undefined
  // `the death toll from a quake that struck Haiti`: the clause in between is the quake's
  for (let n = 0; n < 3; n++) {
    const outer = outermost(scene, phrase)
    if (!outer) return undefined
    const noun: number | undefined = behindRelative(scene, outer.start - 1)
    const farther: NounPhrase | undefined = noun === undefined ? undefined : phraseBefore(scene, noun)
    phrase = farther ?? outer
    if (!farther) break
  }
  const before = tokens[phrase.start - 1]
  const apart =
    before !== undefined &&
    (/^(?:,|who|which|that|whose|and|or|--|–|—|in|at|on|of|by|with|from)$/.test(before.form) ||
      scene.figures.has(before.index)) &&
    !isOpening(scene, before.index)
  return { phrase, token: tokens[phrase.last]!, sure: false, apart }
}

/** `sales in the first quarter were`: the token before a time and its preposition. */
function beforeTime({ tokens, dates }: Scene, at: number): number {
  let i = at
  while (i > 0 && dates.has(i)) {
    let k = i
    while (k > 0 && (dates.has(k) || /^(?:the|a|an|this|last)$/.test(tokens[k]!.form))) k--
    if (/^(?:in|for|during|over|since|on|of)$/.test(tokens[k]!.form)) i = k - 1
    else if (isNoun(tokens[k])) return k
    else return at
  }
  return i
}

/** `the death toll from the floods`, `inflation in Latvia`: the noun that a phrase hangs on by prepositions; undefined where that is no noun to the tagger. */
function outermost(scene: Scene, from: NounPhrase): NounPhrase | undefined {
  let phrase = from
  for (let n = 0; n < 3; n++) {
    let from = phrase.start - 1
    while (scene.figures.get(from)?.figure.kind === 'count') from--
    if (from < phrase.start - 1 && scene.tokens[from]?.tag === 'DT') from--
    const link = scene.tokens[from]
    // `, with the price of oil rising`
    if (link?.form === 'with' && scene.tokens[from - 1]?.form === ',') return phrase
    if (
      !link ||
      !/^(?:of|in|at|for|from|on|with|to|by|between|among|against|into|across|over|under|including|around|above|below|within|near|behind|outside|inside)$/.test(
        link.form,
      )
    )
      return phrase
    // `people living in`, `goods sold in`
    const outer = phraseBefore(scene, /^VB[GN]$/.test(scene.tokens[from - 1]?.tag ?? '') ? from - 2 : from - 1)
    if (!outer) return undefined
    phrase = outer
  }
  return phrase
}

/** `a quake that struck`, `which hit`: for a finite verb at token `i` behind a relative pronoun, the token of the noun before it. */
function behindRelative({ tokens }: Scene, i: number): number | undefined {
  if (!/^VB[DZP]$/.test(tokens[i]?.tag ?? '')) return undefined
  let k = i - 1
  while (k > 0 && /^(?:RB|MD|VB[DZPN]?)$/.test(tokens[k]!.tag)) k--
  if (!/^(?:that|which|who)$/.test(tokens[k]?.form ?? '') || k < 1) return undefined
  return isNoun(tokens[k - 1]) ? k - 1 : undefined
}

/** What `, which fell to 3%` is said of: a common noun; of `a drop in the rate, which` the rate. */
function quantityBefore(scene: Scene, i: number): NounPhrase | undefined {
  const { tokens } = scene
  const phrase = phraseBefore(scene, i)
  if (!phrase) return undefined
  if (!isPreposition(tokens[phrase.start - 1])) return phrase
  const outer = phraseBefore(scene, phrase.start - 2)
  return outer && directionOfNoun(tokens[outer.last]!.form) ? phrase : undefined
}

/** A comma behind what opens a clause: `In May, prices rose`; no apposition is before it. */
function isOpening({ tokens, dates, figures }: Scene, i: number): boolean {
  if (tokens[i]!.form === 'that') return true
  // `, and imports were`: a clause of its own
  if (tokens[i]!.form === 'and') {
    const kind = figures.get(i - 1)?.figure.kind
    return /^[,;]$/.test(tokens[i - 1]?.form ?? '') || kind === 'money' || kind === 'percentage' || dates.has(i - 1)
  }
  // one dash begins a clause, a second one closes what stands between
  if (/^(?:--|–|—)$/.test(tokens[i]!.form))
    return !tokens.slice(Math.max(0, i - 25), i).some(({ form }) => form === tokens[i]!.form)
  if (tokens[i]!.form !== ',') return false
  for (let k = i - 1; k >= 0 && k > i - 8; k--) {
    const form = tokens[k]!.form
    if (
      /^(?:in|on|during|at|since|for|by|after|before|over|last|this|meanwhile|however|also|overall|but|and|while|excluding|including|despite|amid|considering)$/.test(
        form,
      )
    )
      if (k === 0 || /^[,;.]$/.test(tokens[k - 1]!.form)) return true
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
