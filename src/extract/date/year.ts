import { parseOrdinal } from '../../text/numerals.ts'
import type { Pattern } from '../pattern.ts'
import { left, positionSource, readModifier, readYear } from './parts.ts'

const year = '(?:1[5-9]|20)\\d\\d'

// Reads   2022, in 1998, early 2024, 2015-2019, 2019-20, between 2015 and 2019, the 2022 protests, fiscal 2021
// Not     2000 people, 2,022, Agenda 2030, Blade Runner 2049, model numbers, 1800 metres, page 2010
export const plainYear: Pattern = {
  name: 'date.year',
  form: new RegExp(
    `${left}(?i:${positionSource})(?<fiscal>(?i:(?:fiscal(?:\\s+year)?|FY)\\s?))?(?<y1>${year})(?:(?<link>\\s*[-–—/]\\s*|\\s+(?:and|to|through|until)\\s+)(?<y2>${year}|\\d\\d))?(?![\\p{L}\\p{N}_%]|[.,:]\\p{N}|-\\p{L}|[’']s\\b.{0,0}\\d)`,
    'gu',
  ),
  read(match) {
    const { position, fiscal, y1, link, y2 } = match.groups!
    const text = match.input
    const end = match.index + match[0].length
    const before = text.slice(Math.max(0, match.index - 40), match.index)
    const after = text.slice(end, end + 40)
    if (fiscal) return { type: 'date', expression: { form: 'fiscal', year: readYear(y1!) } }
    const preposition =
      /\b(?:in|since|by|until|till|from|of|to|for|during|before|after|between|early|late|mid|circa|through|around|about|the|and|or|than|his|her|its|their|[’']s)[\s-]$/i.test(
        before,
      )
    const named = /(?:^|[^\p{L}])(\p{Lu}[\p{L}’']*)\s$/u.exec(before)
    if (
      named &&
      !position &&
      !preposition &&
      !/(?:^|[.!?“"]\s*|\n)\p{Lu}[\p{L}’']*\s$/u.test(before) &&
      !/^\s*[,.;)]?\s*(?:$|\p{Ll}{2,3}\b)/u.test(after)
    )
      return null
    if (
      named &&
      /\b(?:Agenda|Vision|Runner|Project|Article|Section|Boeing|Airbus|Windows|Office|Class|Model|Type|Resolution|No|Number|Highway|Route)\s$/.test(
        before,
      )
    )
      return null
    if (
      /^[\s\u00A0]*(?:people|persons|men|women|children|soldiers|troops|jobs|euros|dollars|pounds|tonnes|tons|miles|km|kilomet(?:er|re)s|met(?:er|re)s|feet|hectares|acres|houses|homes|workers|employees|students|MW|GW|pages|words|million|billion|thousand|hundred|percent|per cent|hours|days|times|calories|votes|points|shares|seats)(?!\p{L})/iu.test(
        after,
      )
    )
      return null
    // `the 2023-24 fiscal year`: which months those are, the text does not say
    if (/^\s+(?:fiscal|financial|tax)\s+year/i.test(after))
      return {
        type: 'date',
        expression: { form: 'fiscal', year: Number(y1!.slice(0, 4 - (y2?.length ?? 4)) + (y2 ?? y1)) },
      }
    if (y2) {
      const second = y2.length === 2 ? Number(y1!.slice(0, 2) + y2) : Number(y2)
      const between = /\bbetween\s$/i.test(before)
      const span =
        second > Number(y1) && (!/and/.test(link!) || between) && (y2.length === 4 || second - Number(y1) < 20)
      if (span) {
        const lead = between && /and/.test(link!)
        return {
          type: 'date',
          ...(lead && { start: match.index - /\bbetween\s$/i.exec(before)![0].length }),
          expression: {
            form: 'range',
            from: { form: 'calendar', year: Number(y1) },
            to: { form: 'calendar', year: second },
          },
          ...readModifier(position),
        }
      }
      const first = {
        type: 'date' as const,
        expression: { form: 'calendar' as const, year: Number(y1) },
        end: match.index + match[0].length - link!.length - y2.length,
      }
      return y2.length === 4
        ? [first, { type: 'date', expression: { form: 'calendar', year: second }, start: end - 4 }]
        : [first]
    }
    return {
      type: 'date',
      expression: { form: 'calendar', year: Number(y1) },
      ...readModifier(position),
      confidence: preposition ? 0.95 : 0.75,
    }
  },
}

// Reads   the 1980s, the '90s, mid-1990s, the nineties, the late 1970s
// Not     in his 80s (ages)
export const decade: Pattern = {
  name: 'date.decade',
  form: new RegExp(
    `${left}(?<!\\b(?:his|her|their|my|your)\\s(?:early\\s|mid-?\\s?|late\\s)?)(?:the\\s+)?(?i:${positionSource})(?:(?<y>(?:1[5-9]|20)\\d0)|['’](?<short>\\d0)|(?<word>(?i:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)))(?:['’]?s)?(?![\\p{L}\\p{N}_])`,
    'gu',
  ),
  read(match) {
    const { y, short, word, position } = match.groups!
    if (!word && !/s$/.test(match[0])) return null
    if (word && !/^the\b/i.test(match[0])) return null
    const number = y
      ? Number(y)
      : short
        ? readYear(short)
        : 1920 +
          10 *
            ['twenties', 'thirties', 'forties', 'fifties', 'sixties', 'seventies', 'eighties', 'nineties'].indexOf(
              word!.toLowerCase(),
            )
    return { type: 'date', expression: { form: 'decade', year: number }, ...readModifier(position) }
  },
}

// Reads   the 19th century, the early twentieth century, the 3rd century BC
export const century: Pattern = {
  name: 'date.century',
  form: new RegExp(
    `${left}(?:the\\s+)?(?i:${positionSource})(?<o>(?i:\\d{1,2}(?:st|nd|rd|th)|[a-z]+th|first|second|third|twenty-first))[\\s-]+(?i:century)(?<bc>\\s+(?:BCE?|B\\.C\\.))?(?![\\p{L}\\p{N}_])`,
    'gu',
  ),
  read(match) {
    const ordinal = parseOrdinal(match.groups!.o!)
    if (!ordinal || ordinal > 30) return null
    return {
      type: 'date',
      expression: { form: 'century', century: ordinal, ...(match.groups!.bc && { before: true }) },
      ...readModifier(match.groups!.position),
    }
  },
}
