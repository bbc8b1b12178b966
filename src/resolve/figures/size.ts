import { isClosingBracket, isNoun, isOpeningBracket, type PlacedFigure, type Scene } from './scene.ts'

const lengths = /^(?:m|km|mile|foot|ft|metre|meter|kilometre|kilometer|in|inch|yard|cm|mm)$/
const built = /-(?:storey|story|floor|bed|bedroom|seat|page|part|acre|star|door|member|person|man|nation|party)$/

/** How large something is at any time: `the 14-metre boat sank on Monday`, `the 75 m (250 ft) ship`, `a town ten kilometres from Oslo`. */
export function isSize({ text, tokens, figures, names }: Scene, { figure, first, last }: PlacedFigure): boolean {
  const { kind, unit } = figure
  const next = tokens[last + 1]
  const surface = text.slice(figure.start, figure.end)
  if (/[\p{L}\d]-\p{L}+$/u.test(surface) && (isNoun(next) || (next?.tag === 'JJ' && isNoun(tokens[last + 2])))) {
    if (kind === 'count') return built.test(surface)
    if (kind === 'money') return /^(?:this|that)$/.test(tokens[first - 1]?.form ?? '')
    if (kind === 'measurement') return true
  }
  if (kind !== 'measurement' || !lengths.test(unit ?? '')) return false
  // said twice: `75 m (250 ft)`
  const behind = isOpeningBracket(next) ? figures.get(last + 2) : undefined
  const before = isOpeningBracket(tokens[first - 1]) && isClosingBracket(next) ? figures.get(first - 2) : undefined
  const at = behind && isClosingBracket(tokens[behind.last + 1]) ? behind.last + 2 : before ? last + 2 : last + 1
  const form = tokens[at]?.form ?? ''
  if (/^(?:tall|wide|thick|apart)$/.test(form)) return true
  const lead = tokens[(before ?? { first }).first - 1]
  if (/^(?:from|away|off)$/.test(form))
    return lead?.form === ',' || isNoun(lead?.tag === 'RB' ? tokens[lead.index - 1] : lead)
  // `the cave at 3,900 m`
  if (lead?.form === 'at' && isNoun(tokens[lead.index - 1])) return true
  return lead?.tag === 'DT' && isNoun(tokens[at]) && !names.has(at)
}
