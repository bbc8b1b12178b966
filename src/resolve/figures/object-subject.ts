import type { Subject } from './find-subject.ts'
import { beforeBracket, outermost } from './hanging.ts'
import { phraseBefore } from './noun-phrase.ts'
import type { Scene } from './scene.ts'

// Objects of one verb that a participle behind them is said of.

/** `accused Titan of paying`: the one who is accused. */
export function accusedBefore(scene: Scene, verb: number): Subject | undefined {
  let i = verb - 1
  while (i > 0 && scene.tokens[i]!.tag === 'RB') i--
  if (scene.tokens[i]?.form !== 'of') return undefined
  const phrase = phraseBefore(scene, beforeBracket(scene, i - 1, 4))
  const cue = phrase && scene.tokens[phrase.start - 1]?.form
  if (!phrase || !/^(?:accus|suspect|convict)(?:e?d|es?|ing|s)?$/.test(cue ?? '')) return undefined
  return { phrase, token: scene.tokens[phrase.last]!, sure: true }
}

/** `inflation - reaching 5% in May - has stopped`: what the dash says more of. */
export function dashedBefore(scene: Scene, verb: number): Subject | undefined {
  if (!/^(?:-|–|—|--)$/.test(scene.tokens[verb - 1]?.form ?? '')) return undefined
  const near = phraseBefore(scene, verb - 2)
  const phrase = near && outermost(scene, near)
  return phrase && { phrase, token: scene.tokens[phrase.last]!, sure: true }
}

/** `sees the surplus reaching $73bn`, `led to trade doubling`: what is seen. */
export function seenBefore(scene: Scene, verb: number): Subject | undefined {
  const { tokens } = scene
  const own = tokens[verb - 1]?.form === 'than' && tokens[verb - 2]?.form === 'more' ? verb - 3 : verb - 1
  const phrase = phraseBefore(scene, own)
  const all = phrase && outermost(scene, phrase)
  // `led to trade doubling`
  if (all && tokens[all.start - 1]?.form === 'to' && /^le(?:d|ads?|ading)$/.test(tokens[all.start - 2]?.form ?? ''))
    return { phrase: all, token: tokens[all.last]!, sure: true }
  if (
    !all ||
    !/^(?:see|sees|saw|seen|seeing|expects?|expected|with|leaving|keeping|project(?:s|ed)|forecasts?)$/.test(
      scene.tokens[all.start - 1]?.form ?? '',
    )
  )
    return undefined
  return { phrase: all, token: scene.tokens[all.last]!, sure: true }
}
