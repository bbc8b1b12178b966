import { childOf, hasLabel, headOf, type SyntaxToken, subjectOf } from '../../syntax/index.ts'
import { isReportingVerb } from '../../text/reporting.ts'
import { startOfManner } from './before-figure.ts'
import {
  beforeApposition,
  beforeAside,
  beforeBracket,
  beforeTime,
  behindRelative,
  isInTail,
  isOpening,
  isOwnClause,
  outermost,
  quantityBefore,
} from './hanging.ts'
import { endOfCompound, type NounPhrase, phraseBefore } from './noun-phrase.ts'
import { accusedBefore, dashedBefore, seenBefore } from './object-subject.ts'
import { isFiniteVerb, isNoun, isVerb, type Scene } from './scene.ts'
import { isEmptyNoun, isIndexName } from './words.ts'

/** The noun phrase that a verb is said of: `phrase`, or a pronoun at `pronoun`. */
export type Subject = { readonly phrase?: NounPhrase; readonly token: SyntaxToken; readonly sure: boolean }

const inGroup = /^(?:MD|RB|TO|VB|VBD|VBZ|VBP|VBN|VBG)$/

/** The subject of a verb, by the words right before it and by the tree. Where they differ, the words have it if nothing parts them from the verb. */
export function findSubject(scene: Scene, verb: SyntaxToken): Subject | undefined {
  const found = chooseSubject(scene, verb)
  // `those to China fell`, `those for goods such as tea fell`: goods, not China, not tea
  const { tokens } = scene
  let before = (found?.phrase?.start ?? 0) - 1
  if (tokens[before]?.form === 'as' && tokens[before - 1]?.form === 'such')
    before = (phraseBefore(scene, before - 2)?.start ?? 0) - 1
  if (/^(?:IN|TO)$/.test(tokens[before]?.tag ?? '') && /^(?:those|that)$/.test(tokens[before - 1]?.form ?? ''))
    return undefined
  const phrase = found?.phrase && beforeApposition(scene, found.phrase)
  return phrase ? { phrase, token: scene.tokens[phrase.last]!, sure: false } : found
}

function chooseSubject(scene: Scene, verb: SyntaxToken): Subject | undefined {
  // `accused Titan of paying`: the one who is accused
  const accused = verb.tag === 'VBG' ? (accusedBefore(scene, verb.index) ?? dashedBefore(scene, verb.index)) : undefined
  if (accused) return accused
  // `sees the surplus reaching $73bn`: what is seen
  const seen = /^VBG?$/.test(verb.tag) ? seenBefore(scene, verb.index) : undefined
  if (seen) return seen
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
  // `the S&P 500 .SPX fell`: a wire's code
  if (i > 0 && /^(?:\.[A-Z]{2,}\w*|[A-Z]{2,}c\d)$/.test(tokens[i]?.text ?? '')) i--
  i = beforeTime(scene, i)
  // `which in percentage terms grew`
  if (/^(?:terms|basis)$/.test(tokens[i]?.form ?? '')) i = (startOfManner(tokens, i) ?? i + 1) - 1
  const token = tokens[i]
  if (!token || scene.dates.has(i)) return undefined
  // `the index (CPI) – a measure of prices – rose`: what stands before the dashes
  if (/^(?:–|—|--)$/.test(token.form)) {
    let open = i - 1
    while (open > 0 && open > i - 30 && tokens[open]!.form !== token.form) open--
    if (tokens[open]?.form !== token.form) return undefined
    const phrase = phraseBefore(scene, beforeBracket(scene, open - 1, 7))
    const whole = phrase && outermost(scene, phrase)
    return whole && { phrase: whole, token: tokens[whole.last]!, sure: false, apart: false }
  }
  if (token.form === ',') {
    const aside = beforeAside(scene, i)
    if (aside !== undefined) {
      const phrase = phraseBefore(scene, aside)
      const whole = phrase && outermost(scene, phrase)
      return whole && { phrase: whole, token: tokens[whole.last]!, sure: false, apart: false, closed: true }
    }
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
        const lead = phrase && tokens[phrase.start - 1]
        const within =
          lead &&
          /^(?:IN|TO)$/.test(lead.tag) &&
          !/^(?:while|as|because|since|although|though|if|when|whereas|that)$/.test(lead.form)
        return phrase && { phrase, token: tokens[phrase.last]!, sure: false, apart: true, closed: !within }
      }
    // `house prices, down 1.2% from January, are`, `Iron ore sales, hit by a strike, came to`: what stands before the commas
    for (let k = i - 1; k > 1 && k > i - 14; k--) {
      if (tokens[k - 1]!.form !== ',') continue
      // `its load factor, a measure of how full planes are, rose`
      const told = /^(?:an?|the)$/.test(tokens[k]!.form) && tokens.slice(k, i).some(isFiniteVerb)
      if (
        !told &&
        !/^(?:up|down|excluding|including|adjusted|seasonally|hit|hurt|helped|driven|boosted|led|fuell?ed|once|long|already)$/.test(
          tokens[k]!.form,
        )
      )
        break
      const inner = phraseBefore(scene, k - 2)
      const phrase = inner && outermost(scene, inner)
      return phrase && { phrase, token: tokens[phrase.last]!, sure: false, apart: false, closed: true }
    }
    return undefined
  }
  if (/^(?:PRP|DT|EX)$/.test(token.tag)) return { token, sure: false, apart: false }
  if (/^(?:WDT|WP)$/.test(token.tag) || token.form === 'that') {
    // `Japan, which accounts for`, but not `a deal in Japan, which cost`
    const named = tokens[i - 1]?.form === ',' && scene.names.has(i - 2) ? phraseBefore(scene, i - 2) : undefined
    if (named && token.form === 'who' && scene.names.get(i - 2)?.actor.kind === 'person')
      return { phrase: named, token: tokens[named.last]!, sure: true, apart: false }
    if (named)
      // `a court in Ontario, Canada, which`
      return (/^(?:IN|TO|CC)$/.test(tokens[named.start - 1]?.tag ?? '') && tokens[named.start - 1]!.form !== 'by') ||
        (tokens[named.start - 1]?.form === ',' && scene.names.has(named.start - 2))
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
  // `a bill of $35bn could rise to`
  const worth =
    counted && /^(?:of|worth)$/.test(tokens[counted.first - 1]?.form ?? '')
      ? phraseBefore(scene, counted.first - 2)
      : undefined
  const bill = worth && !isEmptyNoun(tokens[worth.last]!.form) ? outermost(scene, worth) : undefined
  if (bill && counted?.figure.kind !== 'count')
    return { phrase: bill, token: tokens[bill.last]!, sure: false, apart: false }
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
    tokens[phrase.start]!.form !== 'whose' &&
    (/^(?:,|who|which|that|whose|and|or|--|–|—|in|at|on|of|by|with|from)$/.test(before.form) ||
      scene.figures.has(before.index)) &&
    !isOpening(scene, before.index)
  return { phrase, token: tokens[phrase.last]!, sure: false, apart }
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
