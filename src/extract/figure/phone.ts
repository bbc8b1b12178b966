import { digits, isGlued, type Tokens } from '../../text/tokens.ts'

/** Groups of digits that a phone number has at most on either side of one of them. */
const mostGroups = 5

/** The group before that at `i`, joined by a space, a hyphen, a dot or a bracket; -1 for none. */
function groupBefore({ kind, lower, gap }: Tokens, i: number): number {
  let at = i - 1
  const isApart = gap[i] === 1
  if (lower[at] === '(') at--
  if (lower[at] === ')') at--
  else if (/^[-–.]$/.test(lower[at] ?? '') && gap[i] === 0 && gap[at] === 0) at--
  else if (!isApart && at === i - 1) return -1
  return kind[at] === digits ? at : -1
}

function groupBehind(tokens: Tokens, i: number): number {
  for (const at of [i + 1, i + 2, i + 3]) if (tokens.kind[at] === digits) return groupBefore(tokens, at) === i ? at : -1
  return -1
}

/** `+44 20 7946 0958`, `020 7946 0958`, `1-800-555-0199`, `(212) 555-0199`, `415 153 7092`: the digits at `i` are a group of a phone number. */
export function isPhone(tokens: Tokens, i: number): boolean {
  let first = i
  for (let n = 0, at = groupBefore(tokens, i); n < mostGroups && at >= 0; n++, at = groupBefore(tokens, at)) first = at
  const groups: string[] = []
  for (let n = 0, at = first; n < 2 * mostGroups && at >= 0; n++, at = groupBehind(tokens, at))
    groups.push(tokens.lower[at]!)
  const mark = tokens.lower[first - 1] === '(' ? first - 2 : first - 1
  const isInternational = tokens.lower[mark] === '+' && isGlued(tokens, mark + 1)
  const count = groups.reduce((sum, group) => sum + group.length, 0)
  if (isInternational) return true
  if (/^0\d/.test(groups[0]!) && groups.length > 2 && count > 8 && count < 13) return true
  return /(?:^|,)\d{3},\d{3},\d{4}(?:,|$)/.test(groups.join())
}
