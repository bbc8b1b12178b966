import { currencyCodeSource, currencyNameSource, currencySymbolSource, findCurrency } from '../../text/currencies.ts'
import { digitsSource, scaleSource } from '../../text/numerals.ts'
import type { Draft, Pattern } from '../pattern.ts'
import { amountSource, endsOf, isFromTo, readAmount, rightEdge } from './amount.ts'

// Reads   $24bn, US$1.2 billion, at least €40, $3-4 billion, between £5 and £6m, EUR 450m, 45 million USD, 30 cents, 5 crore rupees
// Not     US$ alone, HK (a place), `pounds` of weight behind `weigh`

const symbol = `(?<c>${currencySymbolSource})`
const again = `(?:${currencySymbolSource})`

/** A currency sign or code, in the group `c` or `code`. */
const signSource = `(?:${symbol}|(?<!\\p{L})(?<code>${currencyCodeSource}))`
const sign = new RegExp(signSource, 'u')
/** One whole amount: sign, number, scale. */
const before = new RegExp(`${signSource}\\s?(?<n1>${digitsSource})(?:[\\s-]?(?<s1>(?i:${scaleSource})))?`, 'u')

/** A currency sign or code before the number. Ranges may repeat it. */
export const moneyBefore: Pattern = {
  name: 'figure.money',
  form: new RegExp(amountSource({ before: `(?:${again}|(?<!\\p{L})(?:${currencyCodeSource}))` }) + rightEdge, 'gu'),
  read(match) {
    const ends = endsOf(match)
    const own = ends?.map(({ text }) => before.exec(text)?.groups)
    if (
      ends &&
      own?.every(Boolean) &&
      (isFromTo(match) || new Set(own.map((groups) => groups!.c ?? groups!.code)).size > 1)
    )
      return ends.flatMap(({ start, end }, i) => {
        const draft = money(own[i]!, findCurrency(own[i]!.c ?? own[i]!.code ?? ''))
        return draft ? [{ ...draft, start, end }] : []
      })
    const found = sign.exec(match[0])?.groups
    return money(match.groups!, findCurrency(found?.c ?? found?.code ?? ''))
  },
}

/** A currency's name or code behind the number. */
export const moneyBehind: Pattern = {
  name: 'figure.money',
  form: new RegExp(
    `${amountSource({ last: `[\\s-](?:(?<code>${currencyCodeSource})|(?<c>(?i:${currencyNameSource})))` })}${rightEdge}`,
    'gu',
  ),
  read(match) {
    const { c, code } = match.groups!
    if (
      c &&
      /^pounds?$/i.test(c) &&
      /\b(?:weigh\w*|lost|gained|heavy|overweight)\s+(?:\S+\s+){0,3}$/i.test(match.input.slice(0, match.index))
    )
      return null
    if (c && /^pounds?$/i.test(c) && /^\s+of\s+\p{Ll}/u.test(match.input.slice(match.index + match[0].length)))
      return null
    return money(match.groups!, findCurrency(c ?? code ?? ''))
  },
}

/** A cent sign or `p` behind the number. */
export const moneyHundredth: Pattern = {
  name: 'figure.money',
  form: new RegExp(amountSource({ last: '\\s?[¢€£]' }) + rightEdge, 'gu'),
  read: (match) => money(match.groups!, findCurrency(match[0].at(-1)!)),
}

function money(groups: Record<string, string | undefined>, currency: ReturnType<typeof findCurrency>): Draft | null {
  if (!currency) return null
  const amount = readAmount(groups, currency.factor)
  return amount && { type: 'figure', kind: 'money', ...amount, currency: currency.code, confidence: 0.97 }
}
