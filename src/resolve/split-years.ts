import type { DateMention } from '../model/mention.ts'
import type { TimexExpression } from '../model/timex.ts'

// Years written as two (`2012-13`, `2012/2013`): the fiscal year that begins in the first, where the country is plain.

// Countries whose budgets run from April or from July to the next year (CIA World Factbook, "Fiscal year"), by their money and seats.
const fromApril = /₹|£|C(?:A|dn)?\$|\b(?:Rs\.?\s?\d|crores?|lakhs?|Ottawa|Whitehall|Westminster)/
const fromJuly = /A(?:U|UD)?\$|NZ\$|\b(?:Canberra|Wellington|Islamabad|Dhaka)\b/

/** The month that such years begin with in a text, as it is asked: undefined where the country is not plain. */
export function createSplitStart(text: string, fiscalStart: number | undefined): () => number | undefined {
  let asked = false
  let month = fiscalStart
  return () => {
    if (!asked && month === undefined) {
      const [april, july] = [fromApril.test(text), fromJuly.test(text)]
      month = april === july ? undefined : april ? 4 : 7
    }
    asked = true
    return month
  }
}

/** The fiscal year that a mention stands for; undefined for any other: `1999-2000` says nothing of budgets, `the 2012-13 season` is of games. */
export function readSplitYear(
  { expression, start, end }: DateMention,
  text: string,
): Extract<TimexExpression, { form: 'fiscal' }> | undefined {
  if (expression.form !== 'range') return undefined
  const { from, to } = expression
  if (from.form !== 'calendar' || to.form !== 'calendar' || from.month !== undefined || to.month !== undefined)
    return undefined
  if (from.year === undefined || to.year !== from.year + 1) return undefined
  const behind = text.slice(end, end + 24)
  const named = /^\s(?:fiscal|financial|budget)(?!\p{L})/u.test(behind)
  if (!named && !/^\d{4}(?:[-–]\d\d|\/\d\d(?:\d\d)?)$/.test(text.slice(start, end))) return undefined
  if (/^\s(?:\p{L}+\s)?(?:season|campaign|league|cup|edition|winter|crisis|recession|school|academic)/iu.test(behind))
    return undefined
  return { form: 'fiscal', year: to.year }
}
