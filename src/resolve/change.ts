import type { Change, How } from '../model/claim/figure.ts'

// `set up 5 branches`, `is made up of 10 people`, `shut down two plants`: no change of what is counted
const particled =
  'set sets setting make makes making made give gives giving given gave take takes taking taken took put puts putting open opens opened opening bring brings bringing brought build builds building built back backs backed buy buys buying bought call calls called come comes coming came end ends ended hold holds holding held line lines lined mop mopped pick picks picked picking show shows showed shut shuts shutting close closes closed closing sign signs signed snap snaps snapped turn turns turned use uses used using pay pays paid paying track tracked gather gathered round rounded shoot shot blow blew break breaks breaking broke burn burned knock knocked tear tore lay lays laid'
const phrasal = `(?<!\\b(?:${particled.replaceAll(' ', '|')})\\s)`
const rise = `r[io]s(?:e|es|en|ing)|rose|rising|${phrasal}up(?!\\s+of\\b)|grew|grow(?:n|s|ing|th)?|increas(?:e|es|ed|ing)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|soar(?:s|ed|ing)?|surg(?:e|es|ed|ing)|gain(?:s|ed|ing)?|expand(?:s|ed|ing)?|expansion|rally|accelerat(?:e|es|ed|ing)|strengthen(?:s|ed|ing)?|rebound(?:s|ed|ing)?|recover(?:s|ed|ing)?|rallied|boost(?:s|ed)?|upswing|hike(?:d|s)?|higher|swell(?:ed|ing)?`
const fall = `f[ae]ll(?:s|en|ing)?|${phrasal}down|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|plung(?:e|es|ed|ing)|slump(?:s|ed|ing)?|slid|slides?|sliding|shrank|shr[iu]nk(?:s|ing)?|tumbl(?:e|es|ed|ing)|sank|sink(?:s|ing)?|dip(?:s|ped)?|contract(?:s|ed|ing|ion)|reduc(?:e|es|ed|tion|ing)|cut(?:s|ting)?|lower|plummet(?:s|ed)?|slipp?(?:ed|s)?|eas(?:e|es|ed|ing)|weaken(?:s|ed|ing)?|slow(?:s|ed|ing)?|retreat(?:s|ed|ing)?|los(?:e|es|t|ing)|shed(?:s|ding)?|wip(?:e|es|ed|ing)|downturn`
const changed = new RegExp(`(?<![\\p{L}’'-])(?:(?<rise>${rise})|(?<fall>${fall}))(?![\\p{L}’'-])`, 'giu')
/** A noun of change right behind a figure: `a 22-fold rise in ...`. */
export const changeNoun =
  /^[\s-]*(?:\p{L}+\s+)?(?:(?<rise>rise|increase|growth|jump|surge|gain|hike|expansion|climb)|(?<fall>fall|drop|decline|decrease|cut|reduction|slump|plunge|loss|contraction|dip))s?(?![\p{L}’'-])(?:\s+(?:in|of)\s+)?/iu

/** Direction of the change that a figure is a step, an end or a start of, from the words around it. */
export function readChange(before: string, after: string): { change?: Change; how?: How | undefined } {
  const noun = changeNoun.exec(after)
  if (noun) return { change: noun.groups!.rise ? 'rise' : 'fall', how: 'by' }
  const clause = before
    .slice(Math.max(before.lastIndexOf(';'), before.lastIndexOf('—'), before.lastIndexOf('–')) + 1)
    .slice(-130)
  const last = [...clause.matchAll(changed)].at(-1)
  if (!last) return {}
  const between = clause.slice(last.index + last[0].length)
  // the figure follows the verb with nothing but a preposition, an adverb or a second figure in between
  if (
    !/^\s*(?:[\p{Ll}]+ly\s+|further\s+|again\s+|back\s+|as\s+much\s+as\s+)?(?:(?:by|to|from|of|at|some|a|an|another)\s*)*$/iu.test(
      between,
    ) &&
    !/^\s+(?:by|to|from)?[^,;]{0,30}\s+(?:to|from)\s+$/i.test(between) &&
    // `climbed 6.4% to 2.31 billion in the second quarter from`: the figures between are of the same change
    !/^\s+[^,;]{0,60}\d[^,;]{0,50}\s+from\s+$/i.test(between)
  )
    return {}
  const how = /(?:^|\s)(by|to|from)\s+(?:a\s+|an\s+|some\s+)?$/i.exec(between)?.[1]?.toLowerCase() as How | undefined
  return { change: last.groups!.rise ? 'rise' : 'fall', how: how ?? 'by' }
}
