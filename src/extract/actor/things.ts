import { tellsBody } from '../../text/body-nouns.ts'
import { findPlaceName } from '../../text/countries.ts'
import { holidayRules } from '../../text/holidays.ts'
import { findUnit } from '../../text/units.ts'
import type { Candidate } from './candidate.ts'
import { isOrganizationNoun } from './nouns.ts'

// Names of things that neither act nor are places: vessels, works, products, languages, faiths.

const vesselPrefix = /^(?:HMS|HMCS?|HMAS|HMNZS|USS|USNS|USCGC|RMS|SS|MV|MS|RV|INS|ARA)$/
const vesselHead = /^(?:Shuttle|Spacecraft|Rover|Telescope|Satellite|Rocket|Flight)$/
/** `James Webb Space Telescope`. */
const craft = /^(?:Spacecraft|Telescope|Satellite)$/
/** A noun for a thing that bears a name, right before the name (`the cruise ship X`, `the film “X”`). */
const thingBefore =
  /(?<![\p{L}])(?:ship|vessel|ferry|yacht|tanker|freighter|frigate|destroyer|cruiser|submarine|trawler|schooner|warship|battleship|spacecraft|shuttle|rocket|satellite|probe|rover|lander|aircraft|film|movie|sitcom|novel|memoir|album|song|single|ballad|musical|opera|videogame|video\sgame|app|browser|software|operating\ssystem|robot|drone|smartphone|horse|dog|cat)s?(?:\s["“‘']?(?:the\s)?|,\s(?:["“‘']|the\s))$/iu

/** The thing's name follows its kind, or begins like a ship's. */
export const namesThing = ({ words, title }: Candidate, before: string): boolean =>
  title.length === 0 &&
  (vesselPrefix.test(words[0]!.text) ||
    (words.length > 1 &&
      (words.slice(0, -1).some((word) => vesselHead.test(word.text)) || craft.test(words.at(-1)!.text))) ||
    (/\p{Ll},?\s["“‘']?$|\bthe\s$/u.test(before) && thingBefore.test(before)))

/** What the article may call the thing later: `Atlantis` for `Space Shuttle Atlantis`. */
export const shortName = ({ words }: Candidate): string => words.at(-1)!.text

/** `A380`, `VC-10`, `F-35`, `A330-200`, `R24.10`: letters with three digits, or a number behind a hyphen or with a fraction. `G7` and `M23` are none. `D-Texas` says a lawmaker's party and state. */
export const isModel = (word: string): boolean =>
  /GPT$/.test(word) ||
  /^[DRI]-\p{Lu}\p{Ll}/u.test(word) ||
  /^\p{Lu}{1,4}(?:\d{3,4}(?:-\d{1,4})?|-\d{1,4}|\d{1,4}\.\d+)\p{L}{0,2}$/u.test(word)

/** `Internet Explorer 6`: a number that belongs to the name. */
export const isNumbered = (after: string): boolean =>
  /^[ \u00A0]\d{1,2}(?:\.\d+)*(?=[ \u00A0](?:is|was|has|had|users?|and|or|\p{Lu})|[.;:)’'”"]|,[ \u00A0]\p{Ll})/u.test(
    after,
  )

const english = new Intl.DisplayNames('en', { type: 'language' })
const languages: ReadonlySet<string> = new Set(
  'ar bn cy en eu fa ga gd gu ha he hi ig kn la ml mr ne pa ps sa sd sw ta te tl ur xh yi yo zu'
    .split(' ')
    .map((code) => english.of(code)!)
    .concat('Mandarin', 'Cantonese', 'Farsi')
    .filter((name) => !findPlaceName(name)),
)
const beliefs =
  /^(?:Islam|Muslims?|Christians?|Catholics?|Protestants?|Evangelicals?|Jews?|Jewish|Hindus?|Sikhs?|Buddhists?|Sunnis?|Shias?|Shiites?|Mormons?|Scientologists?|Quran|Koran|Bible|Torah|Gospel|God|Allah|Satan|Internet|Web|Marxists?|Communists?|Nazis?)$/

/** A language, a faith or its followers, which a capital makes no actor of. */
export const isLanguageOrBelief = (name: string): boolean => languages.has(name) || beliefs.test(name)

const feasts: ReadonlySet<string> = new Set(
  [...holidayRules.keys()]
    .map((name) => name.toLowerCase())
    .filter((name) => !/\b(?:day|eve|month|week)$/.test(name) || name.includes('christmas')),
)
/** `Brexit`, `Frexit`: a country's leaving, called after its first letters. */
export const isLeaving = (name: string): boolean => /^\p{Lu}\p{Ll}{1,4}e?xit$/u.test(name)

/** `Christmas`, `Diwali`, `Easter Monday`: a feast is a date. */
export const isFeast = (name: string): boolean => {
  const plain = name.toLowerCase().replaceAll('’', "'")
  return (
    feasts.has(plain) ||
    holidayRules.has(plain) ||
    feasts.has(plain.replace(/\s(?:day|eve|monday|sunday|week|weekend|season|morning)$/, ''))
  )
}

/** A unit right behind its number, or a period of a fiscal calendar. `before` are the characters right before it. */
export const isUnitOrPeriod = (name: string, before: string): boolean =>
  (/\d[ \u00A0\u202F]?$/.test(before) &&
    (findUnit(name) !== undefined || /^[A-Za-z]{0,2}(?:Hz|Wh?|eV|bps|B|Pa|V|J)$/.test(name))) ||
  /^(?:FY|Q[1-4]|H[12])(?:[’']?\d{2,4})?$/.test(name)

const inBrackets = /\((?<letters>\p{Lu}[\p{Lu}\p{N}]{1,5})s?\)/gu
/** Terms that the text makes letters of (`sea surface salinity (SSS)`): what stands small before the brackets names no body. */
export function findTerms(text: string): ReadonlySet<string> {
  const terms = new Set<string>()
  for (const { index, groups } of text.matchAll(inBrackets)) {
    const letters = groups!.letters!.toLowerCase()
    const words =
      text
        .slice(Math.max(0, index - 120), index)
        .match(/[\p{L}\p{N}]+/gu)
        ?.slice(-letters.length) ?? []
    const spelled = words.length === letters.length && words.every((word, i) => word[0]!.toLowerCase() === letters[i])
    if (!spelled || !words.some((word) => /^\p{Ll}/u.test(word) && !/^(?:of|for|and|the|in|on)$/.test(word))) continue
    if (words.some((word) => isOrganizationNoun(word) || tellsBody(word.toLowerCase()))) continue
    for (const form of [groups!.letters!, `${groups!.letters!}s`]) terms.add(form)
  }
  return terms
}
