import type { SyntaxToken } from '../../syntax/index.ts'
import { type NounPhrase, phraseBefore } from './noun-phrase.ts'
import type { Scene } from './scene.ts'
import { directionOfNoun } from './words.ts'

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
