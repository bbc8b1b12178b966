import { findPlaceName } from '../../text/countries.ts'
import { hasTag, isPastTense } from '../../text/lexicon.ts'
import { isRoleNoun } from './nouns.ts'

// Evidence from the words right before and behind a name.

/** Endings of English nouns, verbs and adverbs that names seldom have. */
export const commonEnding =
  /(?:s|tion|sion|ment|ness|ity|ship|age|ance|ence|ing|ly|ed|ure|cy|ics|ery|ory|ance|hood|dom|able|ible|ful|less|ous|ive|al)$/

/** The word is what a verb of doing is said of, or stands where persons do (`by X`, `when X went`). */
export function actsLikePerson(before: string, after: string): boolean {
  const verb =
    /^,?\s(?:(?:also|then|later|never|now|still|often|however|soon|finally|reportedly|recently),?\s)?(\p{Ll}+)/u.exec(
      after,
    )?.[1] ?? ''
  return (
    (isPastTense(verb) && (after[0] !== ',' || /^,\showever/.test(after))) ||
    (/s$/.test(verb) && hasTag(verb, 'PresentTense') && after[0] === ' ') ||
    /^(?:was|had|has|is)$/.test(verb) ||
    /\b(?:by|when|that|because|while|who|whom|with|and|after|before)\s$/.test(before) ||
    /^[’']s\s\p{Ll}/u.test(after)
  )
}

/** `the city of X`, `north of X`, `X station`. */
export const besidePlaceNoun = (before: string, after: string) =>
  /\b(?:city|town|village|villagers|state|province|county|district|region|island|plains?|hills?|port|capital|suburbs?|north|south|east|west|outskirts|mayor|governor|people|residents?|department|département|municipality|streets)\sof\s(?:the\s)?$/i.test(
    before,
  ) ||
  /^\s(?:river|station|road|valley|coast|airport|region|province|district|suburb|peninsula|island)\b/.test(after) ||
  isCalledPlace(after)

/** `X, a town in the north`; `X is a village`. */
export const isCalledPlace = (after: string): boolean =>
  /^(?:,?|\s(?:is|was))\s(?:a|the)\s(?:[\p{Ll}-]+\s){0,2}(?:city|town|village|hamlet|suburb|neighbou?rhood|district|region|municipality|commune|province|county|island)(?=[.,;]|\s(?:in|of|on|near|where|that|with|about|some|outside|north|south|east|west)\b)/u.test(
    after,
  )

/** Nouns for a human being that are no office or calling. */
const humanNoun =
  /^(?:woman|man|girl|boy|teenager|toddler|baby|child|adult|native|resident|citizen|national|immigrant|refugee|migrant|veteran|retiree|pensioner|mum|mom|dad|grandmother|grandfather|stepfather|stepmother|fianc[eé]e?|spouse|girlfriend|boyfriend|roommate|classmate|colleague|teammate|lover|protégé|protégée)$/

const personal =
  /^(?:said|says|wrote|writes|tweeted|argued|added|explained|recalled|thinks|believes|insisted|joked|noted|told|admitted|smiled|laughed|resigned|married|died)$/

/** A speech verb, a birth, an age or an apposition with a role next to the name. */
export function personContext(before: string, after: string): boolean {
  if (after[0] === ' ' || after[0] === ',' || after[0] === '\n') {
    const next = /^,?\s+(?:also\s+|later\s+|then\s+)?(\p{Ll}+)/u.exec(after)?.[1]
    // `Economists at Nordea said`: who speaks stands before the preposition
    if (next !== undefined && personal.test(next) && !/\b(?:at|of|for|from|with|in)\s(?:the\s)?$/i.test(before))
      return true
    if (next === 'who' || next === 'whose') return true
    if (
      /^(?:,\s\d{1,3}(?:,|\s+of\b)|\s\(\d{1,3}\)|\s\(born\s|\s(?:was|is)\sborn\b|\s(?:himself|herself)\b)/.test(after)
    )
      return true
    if (after[0] === ',') {
      const words =
        /^,\s+(?<article>(?:a|an|the|his|her|their|[\p{Lu}][\p{L}]+[’']s)\s)?(?<phrase>[^,.;:()“”"\n]*)/u.exec(
          after,
        )?.groups
      // a noun phrase, not a clause: it ends at the first word that no noun phrase has before its head
      const phrase = (words?.phrase ?? '').split(
        /\s(?:of|at|for|in|on|with|from|by|to|and|who|which|that|is|was|has|had|said|says)(?=\s|$)/u,
      )[0]!
      if (
        namesHuman(
          phrase
            .split(/\s+/)
            .slice(0, words?.article ? 5 : 2)
            .join(' '),
        )
      )
        return true
    } else {
      const copula = /^\s(?:is|was)\s(?:an?|the)\s(?:[\p{L}-]+\s){0,4}/u.exec(after)
      if (copula && namesHuman(copula[0])) return true
    }
  }
  // `said the mayor of Izmir, Tunç Soyerli`
  const officeBefore =
    before.endsWith(', ') &&
    /\b(?:the|a)\s(?:\p{Ll}[\p{L}-]*\s){0,2}(?<noun>\p{Ll}[\p{L}-]*)\s(?:of|for|at)\s(?:the\s)?(?:[\p{Lu}][\p{L}.&-]*\s){0,3}[\p{Lu}][\p{L}.&-]*,\s$/u.exec(
      before,
    )?.groups?.noun
  if (officeBefore && isRoleNoun(officeBefore)) return true
  const roleBefore = /(\p{Ll}[\p{L}-]*),?\s$/u.exec(before.slice(-24))?.[1]
  return roleBefore !== undefined && isRoleNoun(roleBefore)
}

/** The word that stands so many words before, if single spaces part them. */
export function wordBefore(before: string, back: number): string | undefined {
  let end = before.length
  for (let i = 0; i < back; i++) {
    if (before[end - 1] !== ' ') return undefined
    const start = before.lastIndexOf(' ', end - 2) + 1
    if (i === back - 1) return start < end - 1 ? before.slice(start, end - 1) : undefined
    end = start
  }
  return undefined
}

const namesHuman = (words: string) =>
  [...words.matchAll(/[\p{L}-]+/gu)].some((match) => isRoleNoun(match[0]) || humanNoun.test(match[0]))

/** What is said of quantities, not of persons: `Revenue rose`. */
export const changesLikeFigure = (after: string) =>
  /^\s(?:has\s|had\s|also\s)?(?:rose|risen|fell|fallen|climbed|dropped|grew|grown|jumped|slipped|soared|declined|increased|decreased|plunged|totalled|totaled|doubled|tripled|halved|surged|slid|shrank|averaged|amounted)\b/.test(
    after,
  )

/** `X returns to defend his title`: the clause goes on with what is the subject's own. */
export const ownsPersonally = (after: string) =>
  /^\s(?:\p{Ll}+(?:ed|s)|began|won|lost|left|took|made|had|has|wrote|sang|led)\s(?:[\p{L}-]+\s){0,4}(?:his|her)\s/u.test(
    after,
  )

/** A comma and a listed country or state stand behind, and no apposition begins with it. */
export function insidePlace(after: string): boolean {
  const next = /^,\s(?<place>\p{Lu}[\p{L}.]+(?:\s\p{Lu}[\p{L}.]+){0,2})(?![’'\p{L}]|\s\p{Lu})/u.exec(after)?.groups
    ?.place
  if (!next) return false
  const listed = next.replace(/(?<=\p{Ll})\.$/u, '')
  const place = findPlaceName(listed)
  return (
    (place !== undefined && !place.derived && place.kind === 'place') ||
    hasTag(listed, 'Region') ||
    /^(?:\p{Lu}\.){2}$/u.test(listed)
  )
}

/** A preposition or verb of place stands before. */
export const inPlaceContext = (before: string) =>
  /\b(?:in|near|from|at|outside|across|throughout|around|into|toward|towards|visit|visited|leave|leaving|left|reached|entered|via)\s(?:the\s)?$/i.test(
    before,
  )

/** A building or ground stands in or near something, or something in it: `at X`, `X in Houston`, `X, Florida`. */
export const isLocated = (before: string, after: string) =>
  /\b(?:in|near|at|outside|inside|across|around|into|to|from|of|visit|visited|left|reached|entered)\s(?:the\s)?$/i.test(
    before,
  ) || /^(?:\s\(\p{Lu}+\))?(?:\sin|,)\s\p{Lu}/u.test(after)

/** `X striker Ada Berg`, `X manager Ada Berg`. */
export const leadsTeam = (after: string): boolean =>
  /^\s(?:striker|midfielder|goalkeeper|defender|winger|forward|quarterback|pitcher|head\scoach|manager|coach|captain)\s\p{Lu}/u.test(
    after,
  )

/** `X chief executive Ada Berg`, `X spokesman Ada Berg`: an office in small letters between two names. */
export function officerBehind(after: string): boolean {
  const office = /^\s(?:\p{Ll}[\p{L}-]*\s){0,2}?(?<noun>\p{Ll}[\p{L}-]*)\s\p{Lu}/u.exec(after)?.groups?.noun
  return office !== undefined && isOfficerNoun(office)
}
const isOfficerNoun = (word: string): boolean =>
  /^(?:executive|chief|boss|chairman|chairwoman|chair|president|director|spokesman|spokeswoman|spokesperson|founder|co-founder|analyst|economist|strategist|manager|lawyer)$/.test(
    word,
  )

const wins = '(?:beat|thrashed|defeated|edged|hammered|overcame|stunned)'
const winsBehind = new RegExp(
  `^\\s${wins}\\s(?:the\\s)?\\p{Lu}[\\p{L} .’'-]{1,40}?(?:\\s(?:by\\s)?\\d{1,3}[-–]\\d{1,3}|\\sin\\s|[,.])`,
  'u',
)
const winsBefore = new RegExp(`${wins}\\s(?:the\\s)?$`, 'u')
/** `Arsenal beat Brighton 2-1`, `Chelsea manager Ada Berg`: a place's name that plays is a club's. */
export const playsMatch = (before: string, after: string): boolean =>
  winsBehind.test(after) ||
  (winsBefore.test(before) && /^\s(?:by\s)?\d{1,3}[-–]\d{1,3}/.test(after)) ||
  leadsTeam(after) ||
  /\b(?:[Ff]ans|[Ss]upporters)\sof\s$/.test(before)

/** `Chelsea have paid`, first in its sentence: a verb in the plural behind one name is a team's or band's. */
export const actsAsMany = (after: string): boolean =>
  /^\s(?:have|are|were|hope|want|need|face|play|sit|remain|host|travel)\s(?!you\b|they\b|we\b)/.test(after)

/** `the Izvestia daily`, `the Guardian newspaper`, `the Interfax news agency`. */
export const namesMedium = (before: string, after: string): boolean =>
  /\b(?:the|to|by|by\sthe|told)\s$/i.test(before) &&
  /^\s(?:newspapers?|daily|tabloid|magazine|weekly|news\s(?:agency|website|site|channel|outlet|portal)|broadcaster|newswire)\b/.test(
    after,
  )
