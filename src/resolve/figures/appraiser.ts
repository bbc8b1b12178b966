import type { Span } from '../../model/segment.ts'
import { findSubject } from './find-subject.ts'
import { phraseBefore } from './noun-phrase.ts'
import { isNoun, type PlacedFigure, type Scene } from './scene.ts'

// Who puts a quantity at a number, or a place at a distance, without any words of theirs.

const hedge = /^(?:about|around|some|just|only|nearly|almost|over|roughly)$/
const quantity =
  /^(?:number|cost|toll|loss|losse|damage|total|figure|value|price|bill|population|share|size|rate|worth|chance|probability|tally|support|turnout|magnitude|age)s?$/
const position =
  /^(?:epicent(?:er|re)|cent(?:er|re)|eye|location|position|storm|hurricane|cyclone|typhoon|depression|quake|earthquake)$/
const compass = /^(?:(?:north|south|east|west|northeast|northwest|southeast|southwest)(?:ern)?|offshore|inland)$/
const document =
  /^(?:poll|survey|average|study|research|data|figure|census|estimate|report|model|projection|statistic)s?$/

/** The last token of what is put at the figure, and how the figure follows it. */
function placeOf({ tokens }: Scene, { first, last, figure }: PlacedFigure): { at: number; far: boolean } | undefined {
  let at = first - 1
  while (at > 0 && hedge.test(tokens[at]!.form)) at--
  const form = tokens[at]?.form ?? ''
  // `in the range of $2 million`
  if (form === 'of' && /^(?:range|region|order|neighbourhood)$/.test(tokens[at - 1]?.form ?? ''))
    return tokens[at - 3]?.form === 'in' ? { at: at - 3, far: false } : undefined
  if (form === 'at' || (form === 'on' && figure.kind === 'percentage')) return { at, far: false }
  // `the epicentre 30 km north of Lima`
  let next = last + 1
  if (tokens[next]?.form === '(') while (next < last + 8 && tokens[next - 1]?.form !== ')') next++
  if (tokens[next]?.tag === 'HYPH') next++
  return figure.kind === 'measurement' && compass.test(tokens[next]?.form ?? '') ? { at: at + 1, far: true } : undefined
}

/** `The firm put the cost at $5bn`, `the bank estimates the loss at $5bn`, `polls show support at 40%`: who does. */
export function appraiserOf(scene: Scene, placed: PlacedFigure): Span | undefined {
  const { tokens, names } = scene
  const place = placeOf(scene, placed)
  if (!place || !(isNoun(tokens[place.at - 1]) || names.has(place.at - 1))) return undefined
  for (let i = place.at - 1; i > place.at - 14 && i > 0; i--) {
    const { form, tag } = tokens[i]!
    if (/^(?:,|;|:|that|which|who)$/.test(form)) return undefined
    // the tagger takes `put` for an infinitive and `estimates` for a noun
    const named = form === 'estimates' && tag === 'NNS' && tokens[i + 1]?.tag === 'DT'
    if (!named && (!/^VB[DZP]?$/.test(tag) || tokens[i - 1]?.form === 'to' || tokens[i - 1]?.tag === 'MD')) continue
    const subject = named ? undefined : findSubject(scene, tokens[i]!)
    const phrase = named ? phraseBefore(scene, i - 1) : subject?.phrase
    if (!phrase || !/^NN/.test(tokens[phrase.last]!.tag)) return undefined
    const between = tokens.slice(i + 1, place.at)
    const puts = place.far
      ? /^(?:put|place|locate)[sd]?$/.test(form) &&
        between.some(({ form: noun, index }) => position.test(noun) || names.has(index))
      : /^(?:estimate[sd]?|reckon(?:s|ed)?)$/.test(form) ||
        (/^(?:puts?|place[sd]?|pegs|pegged)$/.test(form) && between.some(({ form: noun }) => quantity.test(noun))) ||
        (/^(?:shows?|showed|puts?|had|has|have)$/.test(form) &&
          placed.figure.kind === 'percentage' &&
          document.test(tokens[phrase.last]!.form))
    return puts ? { start: tokens[phrase.first]!.start, end: tokens[phrase.last]!.end } : undefined
  }
  return undefined
}
