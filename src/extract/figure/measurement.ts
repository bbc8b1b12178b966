import { findUnit, unitSource } from '../../text/units.ts'
import type { Pattern } from '../pattern.ts'
import { amountSource, endsOf, readAmount } from './amount.ts'

// Reads   40 km, nearly 3,000 tonnes, 3 GW, 10-foot, between 5 and 7 hectares, 1.2 million barrels per day, -5 °C
// Not     words before a one-letter unit (`five m`), letters that are scales (`$5m`), a capital that begins a name (`5 C Street`)

const unit = `[\\s-]?(?:${unitSource})`

const lastUnit = new RegExp(`[\\s\\d-](?<unit>${unitSource})$`, 'u')

export const measurement: Pattern = {
  name: 'figure.measurement',
  form: new RegExp(`${amountSource({ after: unit })}(?![\\p{L}\\p{N}])`, 'gu'),
  read(match) {
    const { n1, n2 } = match.groups!
    const form = lastUnit.exec(match[0])?.groups?.unit ?? ''
    const code = findUnit(form)
    if (!code || (form.length === 1 && !/\d/.test(n2 ?? n1!))) return null
    const after = match.input.slice(match.index + match[0].length, match.index + match[0].length + 12)
    // `5m` is five million as often as five metres: only a word of size tells
    if (
      form === 'm' &&
      match[0].endsWith(`${n2 ?? n1}m`) &&
      !/^\s(?:wide|long|high|tall|deep|away|above|below|thick|apart|sprint|race|dash|hurdles|freestyle)\b/.test(after)
    )
      return null
    const ends = endsOf(match)
    const own = ends && lastUnit.exec(ends[0]!.text)?.groups?.unit
    if (ends && own && findUnit(own) !== code) {
      // `44 ml to 50 mg`: two measurements
      return ends.flatMap(({ start, end, text, number }) => {
        const unitOf = findUnit(lastUnit.exec(text)?.groups?.unit ?? '')
        return unitOf && number !== null
          ? [{ type: 'figure' as const, kind: 'measurement' as const, number, unit: unitOf, start, end }]
          : []
      })
    }
    if (/^[A-Z]$/.test(form) && /^\s+\p{L}/u.test(after)) return null
    const amount = readAmount(match.groups!)
    return amount && { type: 'figure', kind: 'measurement', ...amount, unit: code }
  },
}
