import { gregorianEaster, orthodoxEaster } from 'date-easter'

/**
 * How a holiday's day is found: a fixed day of the Gregorian calendar, the nth weekday of a month (negative from its end), days
 * from Easter (western or Orthodox), or a day of another calendar as ICU knows it through `Intl`; `days` where it lasts.
 */
export type HolidayRule = { readonly days?: number } & (
  | { readonly month: number; readonly day: number }
  | { readonly month: number; readonly weekday: number; readonly nth: number; readonly plus?: number }
  | { readonly easter: number; readonly orthodox?: true }
  | {
      readonly calendar: 'islamic-umalqura' | 'hebrew' | 'chinese'
      readonly monthName: string
      readonly day: number
      readonly plus?: number
    }
)

const islamic = (monthName: string, day: number, days?: number): HolidayRule => ({
  calendar: 'islamic-umalqura',
  monthName,
  day,
  ...(days && { days }),
})
const hebrew = (monthName: string, day: number, days?: number): HolidayRule => ({
  calendar: 'hebrew',
  monthName,
  day,
  ...(days && { days }),
})
const nth = (month: number, weekday: number, count: number, plus?: number): HolidayRule => ({
  month,
  weekday,
  nth: count,
  ...(plus && { plus }),
})
const easter = (offset: number, days?: number): HolidayRule => ({ easter: offset, ...(days && { days }) })

// Names as English writes them, lower case, in one spelling of each token; `'s` may be left out. Where two countries keep a name on
// different days, the day that international English means stands here.
const table: readonly (readonly [names: string, rule: HolidayRule])[] = [
  ["new year's day|new years day|new year day|new year", { month: 1, day: 1 }],
  ["new year's eve|new years eve", { month: 12, day: 31 }],
  ['epiphany|three kings day', { month: 1, day: 6 }],
  ['orthodox christmas', { month: 1, day: 7 }],
  ['australia day', { month: 1, day: 26 }],
  ['martin luther king day|martin luther king jr. day|martin luther kings day|mlk day|mlk jr. day', nth(1, 1, 3)],
  ['groundhog day|groundhogs day', { month: 2, day: 2 }],
  ["valentine's day|valentines day|saint valentine's day|st. valentine's day", { month: 2, day: 14 }],
  ["presidents' day|presidents day|president's day|president day|washington's birthday", nth(2, 1, 3)],
  ["international women's day|women's day", { month: 3, day: 8 }],
  [
    "st. patrick's day|st patrick's day|st patricks day|saint patrick's day|saint patricks day|saint patrick|st. patrick|st paddy's day|saint paddy's day",
    { month: 3, day: 17 },
  ],
  ["april fools' day|april fool's day|april fools day|april fools", { month: 4, day: 1 }],
  ['earth day', { month: 4, day: 22 }],
  ['anzac day', { month: 4, day: 25 }],
  ["may day|international workers' day|workers' day|international workers day", { month: 5, day: 1 }],
  ['cinco de mayo', { month: 5, day: 5 }],
  ['victory day|europe day', { month: 5, day: 9 }],
  ["mother's day|mothers day|mothers' day", nth(5, 7, 2)],
  ['memorial day|decoration day', nth(5, 1, -1)],
  ['juneteenth', { month: 6, day: 19 }],
  ["father's day|fathers day|fathers' day", nth(6, 7, 3)],
  ['canada day', { month: 7, day: 1 }],
  ['independence day|fourth of july|4th of july', { month: 7, day: 4 }],
  ['bastille day', { month: 7, day: 14 }],
  ['labor day|labour day', nth(9, 1, 1)],
  ["grandparents day|national grandparents day|grandparents' day", nth(9, 1, 1, 6)],
  ['columbus day|indigenous peoples day', nth(10, 1, 2)],
  ['united nations day', { month: 10, day: 24 }],
  ['halloween|hallowe’en', { month: 10, day: 31 }],
  ["all saints' day|all saints day", { month: 11, day: 1 }],
  ["all souls' day|all souls day", { month: 11, day: 2 }],
  ['guy fawkes night|bonfire night|guy fawkes day', { month: 11, day: 5 }],
  ["veterans day|veterans' day|armistice day|remembrance day", { month: 11, day: 11 }],
  ['thanksgiving|thanksgiving day', nth(11, 4, 4)],
  ['black friday', nth(11, 4, 4, 1)],
  ['cyber monday', nth(11, 4, 4, 4)],
  ['christmas eve|xmas eve', { month: 12, day: 24 }],
  ['christmas|christmas day|xmas|xmas day', { month: 12, day: 25 }],
  ["boxing day|st. stephen's day", { month: 12, day: 26 }],
  ['mardi gras|shrove tuesday|pancake day|fat tuesday', easter(-47)],
  ['ash wednesday', easter(-46)],
  ['lent', easter(-46, 46)],
  ['palm sunday|branch sunday', easter(-7)],
  ['maundy thursday|holy thursday|covenant thursday', easter(-3)],
  ['good friday', easter(-2)],
  ['holy saturday|easter saturday', easter(-1)],
  ['easter|easter sunday', easter(0)],
  ['easter monday|easter mon', easter(1)],
  ['ascension day', easter(39)],
  ['pentecost|whit sunday|whitsunday', easter(49)],
  ['whit monday|pentecost monday', easter(50)],
  ['corpus christi', easter(60)],
  ['orthodox easter', { easter: 0, orthodox: true }],
  ['orthodox good friday', { easter: -2, orthodox: true }],
  ['orthodox palm sunday', { easter: -7, orthodox: true }],
  ['ramadan|ramzan', islamic('Ramadan', 1, 29)],
  ['eid al - fitr|eid al fitr|eid ul - fitr', islamic('Shawwal', 1)],
  [
    'eid al - adha|eid al adha|eid ul - adha|id ul - adha|feast of the sacrifice|sacrifice feast|bakr id',
    islamic('Dhuʻl-Hijjah', 10),
  ],
  ['islamic new year|hijri new year', islamic('Muharram', 1)],
  ['ashura|day of ashura', islamic('Muharram', 10)],
  ['mawlid|mawlid al - nabi', islamic('Rabiʻ I', 12)],
  ['rosh hashanah|rosh hashana|jewish new year', hebrew('Tishri', 1, 2)],
  ['yom kippur|day of atonement', hebrew('Tishri', 10)],
  ['sukkot|sukkoth|feast of tabernacles', hebrew('Tishri', 15, 7)],
  ['shemini atzeret', hebrew('Tishri', 22)],
  ['simchat torah', hebrew('Tishri', 23)],
  ['hanukkah|chanukah', hebrew('Kislev', 25, 8)],
  ['purim', hebrew('Adar', 14)],
  ['passover|pesach', hebrew('Nisan', 15, 8)],
  ['yom hashoah|holocaust day', hebrew('Nisan', 27)],
  ['shavuot', hebrew('Sivan', 6, 2)],
  [
    "chinese new year|lunar new year|chinese new year's day|chinese lunar new year|chinese lunar new year's day|lunar new year's day|spring festival|chinese new years",
    { calendar: 'chinese', monthName: '1', day: 1 },
  ],
  ['mid - autumn festival|moon festival', { calendar: 'chinese', monthName: '8', day: 15 }],
  ['dragon boat festival', { calendar: 'chinese', monthName: '5', day: 5 }],
]

const rules = new Map<string, HolidayRule>()
/** Every name's tokens by its first, longest first, and the key that finds its rule. */
const names = new Map<string, { readonly words: readonly string[]; readonly key: string }[]>()
for (const [forms, rule] of table) {
  const [key] = forms.split('|') as [string]
  rules.set(key, rule)
  for (const form of forms.split('|')) {
    const words = form.replaceAll("'", " ' ").replaceAll('.', ' . ').split(/\s+/).filter(Boolean)
    names.set(words[0]!, [...(names.get(words[0]!) ?? []), { words, key }])
  }
}
for (const forms of names.values()) forms.sort((a, b) => b.words.length - a.words.length)

/** Names of holidays that begin with a word, as token lists, longest first. */
export const holidaysBeginning = (
  word: string,
): readonly { readonly words: readonly string[]; readonly key: string }[] => names.get(word) ?? []

const day = 86_400_000
const utc = (year: number, month: number, date: number) => {
  const made = new Date(0)
  made.setUTCFullYear(year, month - 1, date)
  return made.getTime()
}

const found = new Map<string, number | null>()
/**
 * First day of a holiday in a Gregorian year, and how many days it lasts; null where the calendar has none in that year.
 * @returns milliseconds since 1970, midnight UTC
 * Sources: ICU's calendars through `Intl` (Umm al-Qura for the Islamic one, so a sighted moon may shift it by a day), `date-easter`.
 */
export function findHoliday(key: string, year: number): { readonly from: number; readonly days: number } | null {
  const rule = rules.get(key)
  if (!rule || year < 1600 || year > 2200) return null
  const id = `${key} ${year}`
  if (!found.has(id)) found.set(id, dayOf(rule, year))
  const from = found.get(id)!
  return from === null ? null : { from, days: rule.days ?? 1 }
}

function dayOf(rule: HolidayRule, year: number): number | null {
  if ('easter' in rule) {
    const sunday = rule.orthodox ? orthodoxEaster(year) : gregorianEaster(year)
    return utc(sunday.year, sunday.month, sunday.day) + rule.easter * day
  }
  if ('calendar' in rule) return inCalendar(rule.calendar, rule.monthName, rule.day, year)
  if ('weekday' in rule) {
    const first = utc(year, rule.month, 1)
    const last = utc(year, rule.month + 1, 0)
    const weekday = (time: number) => new Date(time).getUTCDay() || 7
    const time =
      rule.nth > 0
        ? first + (((rule.weekday - weekday(first) + 7) % 7) + 7 * (rule.nth - 1)) * day
        : last - ((weekday(last) - rule.weekday + 7) % 7) * day
    return time + (rule.plus ?? 0) * day
  }
  return utc(year, rule.month, rule.day)
}

const formats = new Map<string, Intl.DateTimeFormat>()
function inCalendar(calendar: string, monthName: string, date: number, year: number): number | null {
  const format =
    formats.get(calendar) ??
    new Intl.DateTimeFormat(`en-u-ca-${calendar}`, {
      month: calendar === 'chinese' ? 'numeric' : 'long',
      day: 'numeric',
      timeZone: 'UTC',
    })
  formats.set(calendar, format)
  for (let time = utc(year, 1, 1); time <= utc(year, 12, 31); time += day) {
    const parts = format.formatToParts(time)
    const monthPart = parts.find(({ type }) => type === 'month')!.value
    const dayPart = parts.find(({ type }) => type === 'day')!.value
    if (Number(dayPart) === date && (monthPart === monthName || (monthName === 'Adar' && monthPart === 'Adar II'))) {
      return time
    }
  }
  return null
}
