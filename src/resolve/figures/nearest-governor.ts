import { hasLabel } from '../../syntax/index.ts'
import { comparisonAt, extremeAt, isParticle, isPer, startOfFigure, startOfManner } from './before-figure.ts'
import { givingVerbs, isPerfect, isTakenIn, objectBefore } from './governed-object.ts'
import type { Governor } from './governor.ts'
import { type NounPhrase, phraseBefore } from './noun-phrase.ts'
import { isNoun, isPreposition, isVerb, type PlacedFigure, type Scene } from './scene.ts'
import { directionOfNoun, isEmptyNoun, isGrowth, lemmaOfVerb, saysOnly } from './words.ts'

const furthest = 40

const passed =
  /^(?:by|to|from|at|or|about|around|some|just|only|nearly|almost|a|an|another|further|additional|as|much|little|many|high|low|\(|\)|-lrb-|-rrb-|,|–|-|—|roughly|approximately|over|more|less|than|under|up|down|out|off|away|of|with|in|on|during|for|back|again|sharply|slightly|steadily|still|even|also|the|its|well|between|through|until|since|all|estimated|per|cent|total|record|full|combined|net|value|points?|percentage|basis|worth|be)$/

/** Looks left from a figure over what may stand between it and its governor: prepositions, adverbs, dates, other figures, a plain object. */
export function findNearest(
  scene: Scene,
  placed: PlacedFigure,
  known: (figure: PlacedFigure) => Governor | undefined = () => undefined,
): Governor | undefined {
  const { tokens, figures, dates } = scene
  const words = scene.text.slice(placed.figure.start, placed.figure.end)
  let i = startOfFigure(scene, placed)
  const own = tokens[i]
  let preposition =
    own && (isPreposition(own) || /^(?:worth)$/.test(own.form)) && !isTakenIn(tokens, i)
      ? own.form
      : // `could push the bill as high as $3bn`, `pushed claims over 3,000`, but `rose over 3%`
        /^(?:as\s(?:high|low)\sas|(?:over|above|below|beyond)(?=\s\S+$))\s/i.test(words) &&
          !(placed.figure.kind === 'percentage' && /^over/i.test(words))
        ? 'to'
        : // `increase the fleet fivefold`
          placed.figure.kind === 'multiple' && /fold$/i.test(words)
          ? 'by'
          : undefined
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
    // `a worse-than-expected $3bn`
    if (
      /^(?:expected|forecast|feared)$/.test(token.form) &&
      tokens[i - 1]?.tag === 'HYPH' &&
      tokens[i - 2]?.form === 'than'
    ) {
      i -= 5
      continue
    }
    const figure = figures.get(i)
    // `more than doubled their wealth to $9bn`
    const doubles =
      figure?.figure.kind === 'multiple' && object
        ? tokens.slice(figure.first, figure.last + 1).find(isVerb)
        : undefined
    if (doubles) {
      i = doubles.index
      return found('verb')
    }
    if (figure) {
      if (object) {
        // `buy 20 of Embraer’s jets for $5m`
        if (tokens[figure.last + 1]?.form !== 'of' || figure.figure.kind !== 'count') return undefined
        i = figure.first - 1
        continue
      }
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
    // `nearly double the 7 million it bought`: how it compares
    if (/^(?:double|twice|triple|treble|quadruple)$/.test(token.form) && tokens[i + 1]?.tag === 'DT' && !object)
      if (!/^(?:to|will|would|could|may|might|should)$/.test(tokens[i - 1]?.form ?? '')) return undefined
    if (isVerb(token) && (!hasLabel(token, 'amod', 'compound', 'case') || isPerfect(tokens, i))) {
      // `compared with`, `according to`
      if (/^(?:compared|according|based|including|excluding|regarding|relative|ranging)$/.test(token.form))
        return undefined
      // `held the rate unchanged at`
      if (
        token.form === 'unchanged' ||
        (token.form === 'changed' && /^(?:little|barely|hardly)$/.test(tokens[i - 1]?.form ?? ''))
      ) {
        i -= token.form === 'unchanged' ? 1 : 2
        continue
      }
      // `said 77 people`: what is said, not done
      if (!object && !shared && preposition === undefined && saysOnly(lemmaOfVerb(token.form))) return undefined
      return found('verb')
    }
    if (
      /^(?:unchanged|steady|stable|flat|level|static|same)$/.test(token.form) &&
      /^(?:at|on)$/.test(preposition ?? '') &&
      !object
    ) {
      i--
      continue
    }
    // `up from 3m and ahead of the 4m`
    if (/^(?:ahead|behind|short)$/.test(token.form) && tokens[i + 1]?.form === 'of') return undefined
    if (isParticle(scene, i)) return found('particle')
    // `to a 20-year high of 6%`, `to a record low of`, `hit a high of`
    const extreme = preposition === 'of' && !object && !shared ? extremeAt(scene, i) : undefined
    if (extreme !== undefined) {
      const led = !isVerb(tokens[extreme])
      preposition = led ? tokens[extreme]!.form : undefined
      i = led ? extreme - 1 : extreme
      continue
    }
    if (isPer(scene, i)) {
      i -= 2
      continue
    }
    const apart = comparisonAt(scene, i)
    if (apart) {
      i -= apart
      continue
    }
    // `rose 3% on an annual basis to`
    if (token.form === 'basis' || token.form === 'terms') {
      const lead = startOfManner(tokens, i)
      if (lead !== undefined) {
        i = lead - 1
        continue
      }
    }
    // `lost a net $5.9bn`
    if (i === placed.first - 1 && /^(?:net|gross|record|total|combined)$/.test(token.form)) {
      i--
      continue
    }
    // `by a total of 14%`
    if (isNoun(token) && isEmptyNoun(token.form) && tokens[i + 1]?.form === 'of') {
      i--
      if (preposition !== 'of' || tokens[i]?.tag !== 'DT') continue
      // `rates by a range of 1 to 2%`: the preposition before it is the figure's
      const lead = tokens[i - 1]
      if (lead && /^(?:by|to|from)$/.test(lead.form)) {
        preposition = lead.form
        i -= 2
      } else if (lead && isVerb(lead)) preposition = undefined // `had a total of 30 staff`
      continue
    }
    // `rose 2% on the day to $5`
    if (
      /^(?:day|week|month|session|year|news|announcement|report|results)$/.test(token.form) &&
      tokens[i - 1]?.form === 'the' &&
      tokens[i - 2]?.form === 'on'
    ) {
      i -= 3
      continue
    }
    // `dropped in value by 2%`: what of it dropped
    if (
      !object &&
      /^(?:value|price|size|number|volume|strength|popularity|length|width|weight)s?$/.test(token.form) &&
      tokens[i - 1]?.form === 'in' &&
      isVerb(tokens[i - 2])
    ) {
      i -= 2
      continue
    }
    if (isNoun(token)) {
      if (
        directionOfNoun(token.form) &&
        // `cut its forecast for growth by`
        !(isGrowth(token.form) && /^(?:for|in|of)$/.test(tokens[i - 1]?.form ?? '') && preposition !== 'of') &&
        (preposition === 'of' || preposition === 'to' || preposition === 'from' || preposition === 'by') &&
        !object
      )
        return found('noun')
      if (preposition === undefined && !object && !shared) {
        // `would give it a 52 percent stake`: the one it is given to
        const whom = phraseBefore(scene, i)
        const giving = whom && tokens[whom.start - 1]
        if (!giving || !isVerb(giving) || !givingVerbs.has(lemmaOfVerb(giving.form))) return undefined
        i = giving.index
        return found('verb')
      }
      if (object || shared || !/^(?:by|to|from|at|for|with)$/.test(preposition ?? '')) return undefined
      const phrase = objectBefore(scene, i)
      if (!phrase) return undefined
      // `closed in Oslo at $5`, `rose in early trade to $6`: where and when
      if (
        /^(?:in|on|during|amid|after)$/.test(tokens[phrase.before]?.form ?? '') &&
        isVerb(tokens[phrase.before - 1])
      ) {
        i = phrase.before - 1
        continue
      }
      // `a 20% jump in his fortune to $3bn`
      const moved = phrase.phrase.last
      if (
        /^(?:to|from)$/.test(preposition ?? '') &&
        directionOfNoun(tokens[moved]!.form) &&
        moved < i &&
        figures.has(phrase.phrase.first - 1) &&
        !isVerb(tokens[figures.get(phrase.phrase.first - 1)!.first - 2])
      ) {
        i = moved
        return found('noun')
      }
      object = phrase.phrase
      i = phrase.before
      // `sold a 10 percent stake for $5m`
      const own = figures.get(i)
      if (own && own.figure.kind !== 'multiple') i = own.first - 1
      continue
    }
    // `fined her $5m`
    if (
      token.tag.startsWith('PRP') &&
      i === placed.first - 1 &&
      isVerb(tokens[i - 1]) &&
      givingVerbs.has(lemmaOfVerb(tokens[i - 1]!.form))
    ) {
      i--
      continue
    }
    // `selling it to a fund for $7m`, `bringing it to $3m`
    if (token.tag === 'PRP' && (object || /^(?:to|by|from|at)$/.test(preposition ?? '')) && isVerb(tokens[i - 1])) {
      i--
      continue
    }
    const joined = tokens[i - 1]?.tag === 'RB' ? i - 2 : i - 1
    if (token.form === 'and' && !figures.has(joined) && !dates.has(joined)) return undefined
    if (token.tag === 'MD' || (!passed.test(token.form) && !/^(?:RB|CD|CC|POS|HYPH)/.test(token.tag))) return undefined
    i--
  }
  return undefined
}
