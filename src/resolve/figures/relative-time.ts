import { happens } from './parts-between.ts'
import { isFiniteVerb, isNoun, isVerb, type PlacedFigure, type Scene } from './scene.ts'

// Times and figures of which one stands in a relative clause and the other does not.

/** How far to the left the pronoun of a clause is looked for. */
const reach = 14

const relative = /^(?:who|which|that|where|whose)$/

/** `the plant, which will open on Sunday, cuts 300 jobs`: a relative clause that is over before the figure. */
export function isOfRelative(
  { tokens, figures }: Scene,
  first: number,
  last: number,
  { first: at }: PlacedFigure,
): boolean {
  if (at < last) return false
  let finite = false
  let i = first - 1
  for (; i > 0 && i > first - reach; i--) {
    if (/^[,;:]$/.test(tokens[i]!.form)) return false
    if (isFiniteVerb(tokens[i])) finite = true
    if (relative.test(tokens[i]!.form)) break
  }
  if (!finite || i <= 0 || !relative.test(tokens[i]!.form) || happens(tokens, i + 1)) return false
  const before = tokens[i - 1]!
  if (before.form !== ',' && !(isNoun(before) && tokens[i]!.form !== 'where')) return false
  for (let k = last + 1; k < at && k < last + 6; k++) {
    if (figures.has(k)) return false
    if (before.form === ',') {
      if (tokens[k]!.form === ',') return true
    } else if (isFiniteVerb(tokens[k])) return true
    else if (tokens[k]!.tag !== 'RB') return false
  }
  return false
}

/** `lent $3bn under a programme that ended in April`: the time of what the clause tells of. Of `30 flats that were sold in May` it is the figure's. */
export function isOfRelativeBehind({ tokens, figures }: Scene, first: number, { last: at }: PlacedFigure): boolean {
  if (first < at) return false
  let finite = false
  for (let i = first - 1; i > at + 1 && i > first - reach; i--) {
    const token = tokens[i]!
    // `those abroad, for whom polling began on Saturday`
    if (finite && /^(?:whom|which|where|when)$/.test(token.form)) {
      const lead = tokens[i - 1]!.tag === 'IN' ? i - 2 : i - 1
      if (tokens[lead]?.form === ',' && (lead < i - 1 || /^whe/.test(token.form))) return true
    }
    if (/^[,;:]$/.test(token.form) || figures.has(i)) return false
    if (isFiniteVerb(token)) finite = true
    if (!relative.test(token.form) || token.tag === 'IN' || token.tag === 'DT') continue
    if (!finite || !isNoun(tokens[i - 1]) || happens(tokens, i + 1)) return false
    return tokens.slice(at + 1, i - 1).some(({ tag }) => tag === 'IN' || tag === 'TO' || /^VB/.test(tag))
  }
  return false
}

/** `the firm, which employs 300 people, plans to move by 2030`: a figure in a clause that is over before the time. */
export function isBeyondRelative({ tokens }: Scene, first: number, placed: PlacedFigure): boolean {
  if (first < placed.last) return false
  let i = placed.first - 1
  while (i > 0 && i > placed.first - 8 && !/^[,;:]$/.test(tokens[i]!.form) && !relative.test(tokens[i]!.form)) i--
  if (!/^(?:who|which|whose)$/.test(tokens[i]?.form ?? '') || !(tokens[i - 1]?.form === ',' || isNoun(tokens[i - 1])))
    return false
  return (
    tokens.slice(placed.last + 1, first).some(({ form, index }) => form === ',' && isVerb(tokens[index + 1])) ||
    (tokens[i - 1]!.form === ',' && tokens.slice(placed.last + 1, first).some(({ form }) => form === ','))
  )
}
