import { findUnit, unitSource } from '../../text/units.ts'
import type { Pattern } from '../pattern.ts'
import { amountSource, readAmount } from './amount.ts'

// Reads   40 km, nearly 3,000 tonnes, 3 GW, 10-foot, between 5 and 7 hectares, 1.2 million barrels per day, -5 °C
// Not     words before a one-letter unit (`five m`), letters that are scales (`$5m`), a capital that begins a name (`5 C Street`)

const unit = `[\\s-]?(?:${unitSource})`

export const measurement: Pattern = {
  name: 'figure.measurement',
  form: new RegExp(`${amountSource({ after: unit })}(?![\\p{L}\\p{N}])`, 'gu'),
  read(match) {
    const { n1, s1, n2, s2 } = match.groups!
    const last = n2 ?? n1!
    const tail = match[0].slice(
      match[0].lastIndexOf(s2 ?? (n2 ? n2 : (s1 ?? n1!))) + (s2 ?? (n2 ? n2 : (s1 ?? n1!))).length,
    )
    const form = tail.replace(/^[\s-]/, '')
    const code = findUnit(form)
    if (!code || (form.length === 1 && !/\d/.test(last))) return null
    if (/^[A-Z]$/.test(form) && /^\s+\p{L}/u.test(match.input.slice(match.index + match[0].length))) return null
    const amount = readAmount(match.groups!)
    return amount && { type: 'figure', kind: 'measurement', ...amount, unit: code }
  },
}
