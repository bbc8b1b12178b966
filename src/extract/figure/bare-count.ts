import { hasTag, isPastTense } from '../../text/lexicon.ts'
import { isNear, mark, near, type Tokens, word } from '../../text/tokens.ts'

const joints = /^(?:and|but|while|,|;|:|\.|“|"|—|–|that|where|when|after|as|said|another|at|least|than)$/
const finite = /^(?:were|was|are|have|had|remain|remains|died|survived)$/
const harming =
  /^(?:kill|kills|killed|killing|wound|wounds|wounded|wounding|injure|injures|injured|injuring|hurt|arrested|arresting|detained|jailed|rescued|saved|lost|won|drew|scored|missed|elected|hired|sacked|fired|leaving|left|claimed|claiming|captured|charged|convicted|acquitted|evacuated|infected|sickened|hospitalised|hospitalized|struck)$/
const behind =
  /^(?:and|but|or|in|on|at|near|when|after|before|during|as|while|with|of|more|others|dead|so|,|;|\.|:|\)|—|–|)$/

/**
 * A number word that counts without its noun: `Six died`, `killed six and wounded 14`, `lost just three`. Either it is the subject of a
 * finite verb, or the object of a verb that has persons, games or the like for its object.
 */
export function isBareCount(tokens: Tokens, start: number, end: number): boolean {
  const next = near(tokens, end)
  const previous = isNear(tokens, start) ? tokens.lower[start - 1]! : ''
  const subject =
    (!previous || joints.test(previous)) &&
    next !== '' &&
    tokens.kind[end] === word &&
    (finite.test(next) || (isPastTense(next) && !hasTag(next, 'Adjective', 'Participle'))) &&
    !/^(?:at|least|than)$/.test(previous)
  if (subject) return true
  // `and two others were hurt`
  if (next === 'others' && (!previous || joints.test(previous))) return true
  let at = start - 1
  for (let n = 0; n < 2 && /^(?:just|only|another|all|some|about|nearly|fully)$/.test(tokens.lower[at] ?? ''); n++) at--
  if (!isNear(tokens, at + 1) || !harming.test(tokens.lower[at] ?? '')) return false
  return !next || behind.test(next) || (tokens.kind[end] === mark && !/^[-–/:%]$/.test(next))
}
