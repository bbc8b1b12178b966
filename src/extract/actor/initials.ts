import { hasTag, tagsOf } from '../../text/lexicon.ts'
import { isReportingVerb } from '../../text/reporting.ts'
import { isSpelledAsName } from '../../text/spelling.ts'
import { findUnit } from '../../text/units.ts'
import type { Classified } from './candidate.ts'
import { isRoleNoun } from './nouns.ts'

/** Initials name an organisation where they act or own, or stand with an article; `rise in GDP` names none. */
export function classifyInitials(name: string, before: string, after: string): Classified | null {
  if (hasTag(name, 'Organization')) return { kind: 'organization', confidence: 0.9 }
  if (hasTag(name, 'City', 'Region', 'Country')) return { kind: 'place', confidence: 0.85 }
  if (isRoleNoun(name)) return null
  if (
    (tagsOf(name).size > 0 &&
      (name.length < 3 ||
        hasTag(
          name,
          'Abbreviation',
          'Unit',
          'Currency',
          'Expression',
          'Pronoun',
          'Determiner',
          'Preposition',
          'Conjunction',
          'Actor',
        ))) ||
    /^(?:[IVXLC]+|OK|AM|PM|BC|AD|CE|BCE)$/.test(name)
  )
    return null
  // dictionaries write `GDP` and `DNA` so: more often a thing than a body
  const listed = isSpelledAsName(name)
  if (!listed && isNamedBody(before, after)) return { kind: 'organization', confidence: 0.85, attested: true }
  const acts =
    /^\s+(?:has|have|had|was|were|will|would|is|are|said|says|can|could|may|\p{Ll}+(?:ed|es))\b/u.test(after) ||
    isReportingVerb(/^\s+(\p{Ll}+)/u.exec(after)?.[1] ?? '')
  const bound =
    /\b(?:the|by|with|from|of|at|for|joined|joining|join|and|to|against)\s$/i.test(before) ||
    /^[’']s\b/.test(after) ||
    /^\s\p{Ll}*(?:member|official|spokes|president|chief|head|director|troop|force|leader)/u.test(after) ||
    /\($/.test(before)
  if (listed) return acts && bound ? { kind: 'organization', confidence: 0.4 } : null
  if (acts || bound) return { kind: 'organization', confidence: acts && bound ? 0.8 : 0.6 }
  return name.length > 3 && !/\d/.test(name) && !findUnit(name) && /\p{Ll}[,]?\s$/u.test(before)
    ? { kind: 'organization', confidence: 0.5 }
    : null
}

const ofPerson = /(?:\p{Lu}[\p{L}’'-]+\s){2}of\s(?:the\s)?$/u
const toldBy = /\b(?:told|according\sto|reports|reported\sby|tells)\s(?:the\s)?$/i
const belongs =
  /\b(?:members?|leaders?|spokes(?:man|woman|person)|chairman|chairwoman|chairperson|president|founder|boss|officials?|lawmakers?|candidates?|councillors?|senators?|headquarters)\s(?:of|at|with|from|for)\s(?:the\s)?$/i
const leads =
  /^(?:[’']s)?\s(?:spokes(?:man|woman|person)|chairman|chairwoman|chairperson|president|leaders?|officials?|boss|founder|lawmakers?|candidate|headquarters|chief\sexecutive|secretary-general)\b/

/** `the SIT said`, `reports UNB`, `a leader of the CPM`, `Ada Berg of FTU`: what speaks, and what persons belong to, is a body. */
const isNamedBody = (before: string, after: string): boolean =>
  isReportingVerb(/^\s(\p{Ll}+)\b(?!-)/u.exec(after)?.[1] ?? '') ||
  toldBy.test(before) ||
  belongs.test(before) ||
  leads.test(after) ||
  ofPerson.test(before)
