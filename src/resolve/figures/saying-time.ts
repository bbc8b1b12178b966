import { isReportingVerb } from '../../text/reporting.ts'
import type { AnchoredDate } from '../anchor-dates.ts'
import { addDays, timeOf } from '../interval.ts'
import type { Governor } from './governor.ts'
import { isFiniteVerb, isVerb, type Scene } from './scene.ts'
import { lemmaOfVerb } from './words.ts'

// When something was said, which is not when it was so: `said on Thursday`, `figures released on Friday`.

/** Verbs whose time is that of the saying. What else may report words is a deed of its own: `found guilty`, `pledged`, `saw`. */
const saying = new Set(
  'say tell inform brief caution comment respond clarify add note write tweet state announce report confirm reveal disclose release publish unveil estimate predict project forecast warn claim argue insist acknowledge admit allege testify declare conclude explain suggest stress remark reiterate'.split(
    ' ',
  ),
)
const says = (form: string): boolean => /^(?:told|wrote)$/.test(form) || saying.has(lemmaOfVerb(form))

/** What is said, and where. Of `a survey in May` the time is that of what it finds. */
const said =
  /^(?:reports?|statements?|release|interview|article|speech|tweet|letter|announcement|filing|briefing|conference|memo|email|testimony|affidavit)$/

/** Whether a date says when something was said. @param leads whether it stands before the figure */
export function isOfSaying(
  scene: Scene,
  date: AnchoredDate,
  first: number,
  last: number,
  governor: Governor | undefined,
  leads: boolean,
): boolean {
  const { tokens } = scene
  // `As of Sunday, the ministry reported`: when it is so; but `reports as of Sunday`
  if (tokens[first - 1]?.form === 'of' && tokens[first - 2]?.form === 'as')
    return said.test(tokens[first - 3]?.form ?? '')
  if (/^(?:by|since|until|through)$/.test(tokens[first - 1]?.form ?? '')) return false
  let i = first - 1
  while (
    i >= 0 &&
    (/^(?:on|in|at|late|early|earlier|here|today|the|,)$/.test(tokens[i]!.form) || tokens[i]!.tag === 'RB')
  )
    i--
  const next = tokens[tokens[last + 1]?.form === ',' ? last + 2 : last + 1]
  const thatBehind = next?.form === 'that' && !isFiniteVerb(tokens[next.index + 1])
  // `said Ms Varga on Monday`, `told reporters in Paris on Monday`
  for (let k = i; k >= 0 && k > i - 5; k--) {
    const verb = tokens[k]!
    // `reported on Tuesday, 21 new cases`, but `reported in the second quarter`
    if (verb === governor?.token && !(leads && says(verb.form) && isShort(date))) return false
    // `said that in May exports fell`: what is said
    if (verb.form === 'that') break
    // `170 suspected deaths in May`
    if (isVerb(verb) && !/^(?:amod|compound)/.test(verb.label))
      return says(verb.form) || (thatBehind && isReportingVerb(verb.form))
    if (!/^(?:NNP?S?|DT|PRP|IN|JJ|VBN)$/.test(verb.tag)) break
  }
  const token = tokens[i]
  if (token && /^(?:published|released|issued|unveiled|seen|obtained)$/.test(token.form)) return true
  // `according to a report on Friday`
  if (isShort(date) && (said.test(token?.form ?? '') || saidBehind(scene, last))) return true
  // `rose 5% in June, said the bank`
  const turned = !leads && tokens[last + 1]?.form === ',' && /^(?:DT|NNP|PRP\$|NN)/.test(tokens[last + 3]?.tag ?? '')
  // `the ministry on Monday confirmed 3 deaths`, but `Acme in the second quarter reported`
  const own = next === governor?.token && !(leads && isShort(date))
  if (next && !own && /^VB[DZ]$/.test(next.tag) && says(next.form)) return !turned
  if (leads && opensSaying(scene, date, last)) return true
  // `on Monday the ministry said`
  return thatBehind
}

/** `Friday’s statement`, `a 26 July press release`. */
function saidBehind({ tokens }: Scene, last: number): boolean {
  let i = tokens[last + 1]?.tag === 'POS' ? last + 2 : last + 1
  while (/^(?:NN|JJ)/.test(tokens[i]?.tag ?? '') && i < last + 5 && /^NN/.test(tokens[i + 1]?.tag ?? '')) i++
  return said.test(tokens[i]?.form ?? '')
}

/** `in a report on Friday, the agency said`, `On Sunday, officials reported 36 cases`, `In May a study was published`. */
function opensSaying({ tokens, figures }: Scene, date: AnchoredDate, last: number): boolean {
  const comma = tokens[last + 1]?.form === ','
  const from = comma ? last + 2 : last + 1
  for (let k = from; k < from + 14; k++) {
    const verb = tokens[k]
    if (!verb || verb.form === ',' || figures.has(k) || /^(?:who|which|that|to|and)$/.test(verb.form)) return false
    if (!isFiniteVerb(verb)) continue
    if (k === from) return false
    const passive =
      /^(?:was|were)$/.test(verb.form) && /^(?:published|released|unveiled)$/.test(tokens[k + 1]?.form ?? '')
    return (
      passive ||
      (says(verb.form) &&
        (isShort(date) ||
          (comma && (tokens[k + 1]?.form === 'that' || !/^(?:report|announce|release)/.test(verb.form)))))
    )
  }
  return false
}

/** A week or less: a figure is reported on a day, for a month or a year. */
const isShort = ({ from, to }: AnchoredDate): boolean =>
  from !== undefined && to !== undefined && timeOf(to) < addDays(timeOf(from), 7)
