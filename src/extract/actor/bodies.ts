import { populationOf } from '../../text/cities.ts'
import { findPlaceName } from '../../text/countries.ts'
import { hasTag, isFirstName } from '../../text/lexicon.ts'
import { textOf } from './candidate.ts'
import { isLegalForm, isOrganizationNoun, isPartyName, isWeakOrganizationNoun } from './nouns.ts'
import type { Word } from './words.ts'

// Names that their own words tell to be clubs' or newspapers', where the nouns are no bodies' otherwise.

const clubLetters = /^(?:A?FC|[AS]C|[CR]F|[BS]V|Vf[BL]|TSG|RB|FK|SK|CD|UD)$/
const clubNoun = /^(?:Re|Rovers|Utd|Wanderers|Athletic|Hotspur|Albion|Rangers|Dynamo|Sporting|Borussia|Atl[eé]tico)$/
/** `FC Lausanne-Sport`, `Sunderland AFC`, `Charlton Athletic`; and reinsurers, `Munich Re`. */
export function namesClub(words: readonly Word[]): boolean {
  if (words.length < 2 || words.length > 4) return false
  const [first, last] = [words[0]!.text, words.at(-1)!.text]
  return (
    isTownsClub(words) ||
    clubLetters.test(first) ||
    clubLetters.test(last) ||
    clubNoun.test(last) ||
    /^(?:Borussia|Atl[eé]tico)$/.test(first)
  )
}

/** `Stoke City`, `Leeds United`; but not `Mexico City` and `Cape Town`, which are towns themselves. */
function isTownsClub(words: readonly Word[]): boolean {
  if (!/^(?:United|City|Town)$/.test(words.at(-1)!.text)) return false
  const town = textOf(words.slice(0, -1))
  return (
    (populationOf(town) !== undefined || hasTag(town, 'City')) &&
    populationOf(textOf(words)) === undefined &&
    !hasTag(textOf(words), 'City', 'Region', 'Place')
  )
}

const paper =
  /^(?:Times|Post|Herald|Tribune|Gazette|Chronicle|Journal|Observer|Mail|Star|Sun|News|Courier|Telegraph|Guardian|Statesman|Examiner|Inquirer|Dispatch|Globe|Mirror|Express|Standard|Bulletin|Register|Sentinel|Independent|Echo)$/
const edition = /^(?:Daily|Evening|Morning|Sunday|Weekly|Saturday)$/
/** `Fort Worth Star-Telegram`, `Evening Standard`, `Yorkshire Post`: a newspaper's noun behind a place or an edition, or two of them. */
export function namesPaper(words: readonly Word[]): boolean {
  if (words.length < 2 || words.length > 5) return false
  const last = words.at(-1)!.text
  const hyphen = last.lastIndexOf('-')
  if (hyphen > 0) return paper.test(last.slice(hyphen + 1)) && /^\p{Lu}/u.test(last)
  if (!paper.test(last)) return false
  const before = words
    .slice(0, -1)
    .map(({ text }) => text)
    .join(' ')
  return (
    edition.test(words.at(-2)!.text) ||
    hasTag(before, 'City', 'Region') ||
    (findPlaceName(before)?.kind === 'place' && !/^(?:News|Mail|Standard|Express|Star|Post|Sun)$/.test(last))
  )
}

/** `Walt Disney Co`, `Acme plc`: the law makes it a body. */
export const hasLegalForm = (words: readonly Word[]): boolean =>
  words.length > 1 && (isLegalForm(words.at(-1)!.text) || /^(?:Co|AG|SA|NV|BV|SE|Pty|LP)$/.test(words.at(-1)!.text))

const noSurname = /^(?:Hospital|Clinic|Museum|Library|University|Observatory|College|Institute|Academy|Foundation)$/
/** `Walt Disney Co`, `W. M. Keck Observatory`, `Kentucky Democrats`: no person is called so, but `Shirley Temple` may be. */
export function endsAsBody(words: readonly Word[]): boolean {
  const last = words.at(-1)!.text
  if (hasLegalForm(words) || isPartyName(last) || namesPaper(words) || namesClub(words)) return true
  if (!isOrganizationNoun(last) || (words.length === 2 && isFirstName(words[0]!.text) && !noSurname.test(last)))
    return false
  return words.length > 2 || !isWeakOrganizationNoun(last)
}
