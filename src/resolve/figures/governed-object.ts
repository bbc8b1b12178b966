import type { SyntaxToken } from '../../syntax/index.ts'
import { type NounPhrase, phraseBefore, phraseFrom } from './noun-phrase.ts'
import { isFiniteVerb, isNoun, isVerb, type Scene } from './scene.ts'
import { directionOfNoun, isTransitiveChange, lemmaOfVerb } from './words.ts'

// What stands between a verb and its figure: the object, and parts of the verb.

/** `cut its forecast for growth by`: the object that ends at token `i`, with what hangs on it, and the token before all of it. */
export function objectBefore(scene: Scene, i: number): { phrase: NounPhrase; before: number } | undefined {
  const { tokens } = scene
  let phrase = phraseBefore(scene, i)
  for (let n = 0; phrase && n < 4; n++) {
    const link = tokens[phrase.start - 1]
    if (!link || !/^(?:of|for|in|on|from|at|across|between|among|within|with|to|over|under)$/.test(link.form)) break
    const outer = phraseBefore(scene, phrase.start - 2)
    // far away, a noun of change alone: `an increase in trust in the work of the court from`
    if (!outer || (n > 1 && !directionOfNoun(tokens[outer.last]!.form))) break
    phrase = outer
  }
  return phrase && { phrase, before: phrase.start - 1 }
}

/** How far before the preposition such a verb stands. */
const reach = 20

/**
 * `cut the number of routes served from`, `a reduction in the tax (VAT) by`: the verb or noun of change before token `i`, whose object, with all
 * that is said of it, lies between.
 */
export function changeBefore(
  scene: Scene,
  i: number,
): { token: SyntaxToken; kind: 'verb'; object: NounPhrase } | { token: SyntaxToken; kind: 'noun' } | undefined {
  const { tokens, figures } = scene
  for (let k = i; k >= 0 && k > i - reach; k--) {
    const token = tokens[k]!
    const { form } = token
    if (figures.has(k) || /^(?:[;:.“”"]|--|–|—|while|but|because|who|which|whose|after|before|until)$/.test(form))
      return undefined
    // `light, single-use bags`
    if (form === ',' && !(/^JJ/.test(tokens[k - 1]?.tag ?? '') && /^(?:JJ|NN)/.test(tokens[k + 1]?.tag ?? '')))
      return undefined
    if (k < i && isNoun(token) && directionOfNoun(form) && /^(?:in|of|to)$/.test(tokens[k + 1]?.form ?? ''))
      return { token, kind: 'noun' }
    // `the rate of Value Added Tax`: part of a name
    if (!isVerb(token) || (k > 0 && /^\p{Lu}/u.test(token.text))) continue
    const object = isTransitiveChange(lemmaOfVerb(form)) ? phraseFrom(scene, k + 1) : undefined
    if (object?.start === k + 1 && object.last <= i) return { token, kind: 'verb', object }
    if (!isInObject(tokens, k)) return undefined
  }
  return undefined
}

/** `the routes served`, `the oil it pumps`, `phones to be sold`, `long-lasting bags`: a verb that says more of a noun. */
export const isInObject = (tokens: readonly SyntaxToken[], i: number): boolean => {
  const { tag, form } = tokens[i]!
  if (isFiniteVerb(tokens[i])) return tokens[i - 1]?.tag === 'PRP' && isNoun(tokens[i - 2])
  if (form === 'be') return tokens[i - 1]?.form === 'to' && isNoun(tokens[i - 2])
  return tag === 'VBN' ? isNoun(tokens[i - 1]) || tokens[i - 1]?.form === 'be' : tag === 'VBG' && isNoun(tokens[i + 1])
}

export const givingVerbs = new Set(
  'give offer pay cost lend owe award grant hand leave save earn fine charge'.split(' '),
)

/** `took in 300 refugees`, `raked in $5m`: `in` is part of the verb. */
export const isTakenIn = (tokens: readonly SyntaxToken[], i: number): boolean =>
  tokens[i]!.form === 'in' &&
  /^(?:t(?:ake(?:s|n)?|aking|ook)|br(?:ings?|inging|ought)|(?:pull|rak|haul|reel|cash|kick|chip)(?:s|es|e|p?ed|p?ing)?)$/.test(
    tokens[i - 1]?.form ?? '',
  )

/** `has since increased`: no participle before a noun, whatever the tree says. */
export const isPerfect = (tokens: readonly SyntaxToken[], i: number): boolean =>
  /^(?:has|have|had)$/.test(tokens[i - 1]?.form ?? '') ||
  (/^(?:has|have|had)$/.test(tokens[i - 2]?.form ?? '') && /^(?:RB|IN)$/.test(tokens[i - 1]!.tag))
