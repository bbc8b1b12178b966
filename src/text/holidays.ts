/**
 * How a holiday's day is found: a fixed day of the Gregorian calendar (moved where it falls on certain weekdays), the nth weekday of
 * a month (negative from its end), days from Easter (western or Orthodox), a day of another calendar as ICU knows it through `Intl`,
 * or a lunar day of the Hindu month that begins at a new moon; `days` where it lasts.
 */
export type HolidayRule = { readonly days?: number } & (
  | { readonly month: number; readonly day: number; readonly moved?: Readonly<Record<number, number>> }
  | {
      readonly month: number
      readonly weekday: number
      readonly nth: number
      readonly plus?: number
      /** Only in years that this divides. */
      readonly every?: number
    }
  | {
      /** Number of the lunar month, 1 = Chaitra (amanta), and of its lunar day, 1 to 30 from the new moon. */
      readonly lunarMonth: number
      readonly tithi: number
      /** Hour of India by which the lunar day must have begun and not ended. */
      readonly hour: number
      readonly plus?: number
    }
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

const lunar = (lunarMonth: number, tithi: number, hour: number, days?: number, plus?: number): HolidayRule => ({
  lunarMonth,
  tithi,
  hour,
  ...(days && { days }),
  ...(plus && { plus }),
})

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
  [
    "administrative professionals' day|administrative professionals day|administrative professional day|admins day",
    nth(4, 6, -1, -3),
  ],
  ['tax day', { month: 4, day: 15, moved: { 5: 3, 6: 3, 7: 2 } }],
  ['emancipation day', { month: 4, day: 16 }],
  ["king's day|koningsdag", { month: 4, day: 27, moved: { 7: -1 } }],
  ["boss's day|bosses' day", { month: 10, day: 16, moved: { 6: -1, 7: 1 } }],
  ['military spouse day', nth(5, 7, 2, -2)],
  ['super tuesday', { month: 3, weekday: 2, nth: 1, every: 4 }],
  ['world vegan day', { month: 11, day: 1 }],
  ['world aids day', { month: 12, day: 1 }],
  ['human rights day', { month: 12, day: 10 }],
  ['daylight saving start|daylight savings start|daylight saving start day', nth(3, 7, 2)],
  ['daylight saving end|daylight savings end|daylight savings end day', nth(11, 7, 1)],
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
  ['lazarus saturday', { easter: -8, orthodox: true }],
  ['clean monday', { easter: -48, orthodox: true }],
  ['orthodox palm sunday', { easter: -7, orthodox: true }],
  ['ramadan|ramzan', islamic('Ramadan', 1, 29)],
  ['eid al - fitr|eid al fitr|eid ul - fitr', islamic('Shawwal', 1)],
  [
    'eid al - adha|eid al adha|eid ul - adha|id ul - adha|feast of the sacrifice|sacrifice feast|bakr id',
    islamic('Dhuʻl-Hijjah', 10),
  ],
  ["isra and mi'raj|laylat al - miraj|ascension to heaven", islamic('Rajab', 27)],
  ['laylat al - qadr', islamic('Ramadan', 27)],
  ['day of arafah|day of arafat', islamic('Dhuʻl-Hijjah', 9)],
  ['islamic new year|amun jadid|hijri new year', islamic('Muharram', 1)],
  ['ashura|day of ashura', islamic('Muharram', 10)],
  ['mawlid|mawlid al - nabi|mawlid al - nabawi|milad un - nabi', islamic('Rabiʻ I', 12)],
  ['rosh hashanah|rosh hashana|rosh hashanna|jewish new year', hebrew('Tishri', 1, 2)],
  ['yom kippur|day of atonement', hebrew('Tishri', 10)],
  ['sukkot|sukkoth|succos|feast of tabernacles|feast of the ingathering', hebrew('Tishri', 15, 7)],
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
  // India: the lunar day that must hold, and at which hour, is the panchang's rule for each
  ['diwali|deepavali|divali', lunar(7, 30, 18)],
  ['dhanteras|dhanatrayodashi', lunar(7, 28, 19)],
  ['naraka chaturdashi|kali chaudas', lunar(7, 29, 20)],
  ['bhai dooj', lunar(8, 2, 14)],
  ['chhath|chhath puja|surya shashthi', lunar(8, 6, 17)],
  ['guru nanak jayanti|guru nanak gurpurab', lunar(8, 15, 6)],
  ['navratri|navaratri|sharad navratri', lunar(7, 1, 6, 9)],
  ['durga puja', lunar(7, 6, 6, 5)],
  ['dussehra|dasara|vijayadashami|vijaya dashami', lunar(7, 10, 14)],
  ['valmiki jayanti|pargat diwas', lunar(7, 15, 6)],
  ['karva chauth', lunar(7, 19, 20)],
  ['holi|dhulandi|dhuleti', lunar(12, 15, 18, 1, 1)],
  ['holika dahan|chhoti holi|choti holi', lunar(12, 15, 18)],
  ['maha shivaratri|mahashivratri|maha shivratri|shivaratri', lunar(11, 29, 23)],
  ['vasant panchami|basant panchami', lunar(11, 5, 12)],
  ['guru ravidass jayanti|guru ravidass birthday|guru ravidas jayanti', lunar(11, 15, 6)],
  ['ugadi|yugadi|gudi padwa|chaitra sukladi|chaitra sukhladi', lunar(1, 1, 6)],
  ['rama navami|ram navami', lunar(1, 9, 12)],
  ['mahavir jayanti', lunar(1, 13, 12)],
  ['hanuman jayanti', lunar(1, 15, 6)],
  ['buddha purnima|vesak|wesak|vesak day', lunar(2, 15, 6)],
  ['raksha bandhan|rakhi', lunar(5, 15, 12)],
  ['krishna janmashtami|janmashtami', lunar(5, 23, 23)],
  ['ganesh chaturthi', lunar(6, 4, 12)],
  ['makar sankranti|pongal|thai pongal', { month: 1, day: 14 }],
  ['bogi pandigai|bhogi', { month: 1, day: 13 }],
  ['lohri', { month: 1, day: 13 }],
  ['maattu pongal|mattu pongal', { month: 1, day: 15 }],
  ['kaanum pongal|kanni pongal', { month: 1, day: 16 }],
  ['baisakhi|vaisakhi|vasakhi', { month: 4, day: 14 }],
  ['gandhi jayanti', { month: 10, day: 2 }],
  ['mid - autumn festival|moon festival', { calendar: 'chinese', monthName: '8', day: 15 }],
  ['dragon boat festival', { calendar: 'chinese', monthName: '5', day: 5 }],
]

/** Rules by key: the first name of a row. */
export const holidayRules = new Map<string, HolidayRule>()
/** Every name's tokens by its first, longest first, and the key that finds its rule. */
const names = new Map<string, { readonly words: readonly string[]; readonly key: string }[]>()
for (const [forms, rule] of table) {
  const [key] = forms.split('|') as [string]
  holidayRules.set(key, rule)
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
