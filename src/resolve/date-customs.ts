import type { DateMention } from '../model/mention.ts'
import { parseMonth } from '../text/calendar.ts'

/** What is known of the writing of a text: the day (`YYYY-MM-DD`) or the time, and where it was published. */
export type Writing = {
  readonly publishedAt?: string | undefined
  readonly url?: string | undefined
  readonly language?: string | undefined
}

/** How the country of a text writes days and counts fiscal years. */
export type DateCustoms = {
  readonly dayFirst: boolean
  readonly fiscalStart?: number
  /** The text counts in fiscal quarters, of years whose beginning it does not tell. */
  readonly fiscalQuarters?: boolean
}

// Top-level domains of countries whose English writes the day first (CLDR's short date formats of en-GB, en-AU, en-IN and kin).
const dayFirstDomains =
  /\.(?:uk|ie|au|nz|in|pk|bd|lk|np|za|ng|ke|gh|ug|tz|zm|zw|sg|my|hk|eu|fr|de|it|es|pt|nl|be|at|ch|dk|no|se|fi|pl|gr|ro|bg|hr|rs|ua|ru|kz|kg|uz|tr|il|ae|sa|qa|eg|br|ar|mx|cl|co|pe|id|th|vn)(?:[:/]|$)/

/**
 * Reads them off the language tag, the address, and how the text itself writes its dates; the American order where nothing tells.
 * Fiscal years are known where the text says when they end, or counts in Indian units (April to March, named after the year they end in).
 */
export function readCustoms(mentions: readonly DateMention[], text: string, { url, language }: Writing): DateCustoms {
  const tag = /^en-([a-z]{2})$/i.exec(language ?? '')?.[1]?.toLowerCase()
  const host = /^https?:\/\/[^/]+/.exec(url ?? '')?.[0] ?? ''
  const numeric = mentions.filter(({ extractor }) => extractor === 'date.calendar')
  let dayLed = 0
  let monthLed = 0
  for (const { start, expression } of numeric) {
    if (expression.form !== 'calendar' || expression.day === undefined || expression.dayFirst) continue
    const [first, mark] = [text[start]!, /^\d{1,2}(?:st|nd|rd|th)?([/.\s-])/.exec(text.slice(start, start + 6))?.[1]]
    if (mark !== undefined && mark !== '-' && Number.parseInt(text.slice(start, start + 2), 10) === expression.day)
      dayLed++
    else if (/\p{L}/u.test(first) || mark === '/') monthLed++
  }
  const dayFirst =
    tag !== undefined ? tag !== 'us' && tag !== 'ca' && tag !== 'ph' : dayFirstDomains.test(host) || dayLed > monthLed
  // looking for the letters first spares most texts a search by expression
  const tellsYear = text.includes('iscal') || text.includes('inancial')
  const ends =
    tellsYear &&
    /\b(?:fiscal|financial)\s+year\s+(?:that\s+)?(?:end(?:s|ed|ing)|to|through)\s+(?:on\s+|in\s+)?(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(\p{Lu}\p{Ll}+)/u.exec(
      text,
    )?.[1]
  const month = ends ? parseMonth(ends) : null
  if (month !== null) return { dayFirst, fiscalStart: (month % 12) + 1 }
  const counted = readQuarterCount(mentions, text)
  if (counted !== undefined) return { dayFirst, fiscalStart: counted }
  const counts = text.includes('₹') || text.includes('Rs') || text.includes('crore') || text.includes('lakh')
  const indian = (counts && /₹|\bRs\.?\s?\d|\b(?:crores?|lakhs?)\b/.test(text)) || tag === 'in' || /\.in$/.test(host)
  if (indian) return { dayFirst, fiscalStart: 4 }
  const fiscal = mentions.some(({ expression }) => expression.form === 'fiscal' && expression.quarter !== undefined)
  return { dayFirst, ...(fiscal && { fiscalQuarters: true }) }
}

/**
 * The month that fiscal years begin with, where the text tells a quarter's number with its months: `second quarter ended March 31`, `the
 * October-December quarter of FY26`. The latter leaves it open how many quarters go before; April to March is what most count.
 */
function readQuarterCount(mentions: readonly DateMention[], text: string): number | undefined {
  for (const [i, { expression, end }] of mentions.entries()) {
    if (expression.form === 'ending' && expression.quarter !== undefined && expression.to.form === 'calendar') {
      const { month, day } = expression.to
      // a quarter that ends in the first days of a month is that of the month before: 13 weeks each
      const last = month !== undefined && day !== undefined && day < 8 ? ((month + 10) % 12) + 1 : month
      if (last !== undefined) return ((last - 3 * expression.quarter + 24) % 12) + 1
    }
    const next = mentions[i + 1]
    if (expression.form !== 'range' || next?.expression.form !== 'fiscal' || next.expression.quarter) continue
    const [{ from, to }, { year }] = [expression, next.expression]
    if (year === undefined || from.form !== 'calendar' || to.form !== 'calendar' || !from.month || !to.month) continue
    if ((to.month - from.month + 12) % 12 === 2 && /^\s+quarter\s+(?:of\s+)?$/.test(text.slice(end, next.start)))
      return 4
  }
  return undefined
}
