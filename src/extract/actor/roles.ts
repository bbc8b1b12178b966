import { findPlaceName } from '../../text/countries.ts'
import { hasTag, isFirstName } from '../../text/lexicon.ts'
import { isReportingVerb } from '../../text/reporting.ts'
import { isCommonWord, isSpelledSmall } from '../../text/spelling.ts'
import { isRoleNoun } from './nouns.ts'

export type Role = { readonly role?: string; readonly affiliation?: string }

const name = "\\p{Lu}[\\p{L}\\p{M}.&’'-]*(?:\\s+(?:of|for|and|the|on|&|\\p{Lu}[\\p{L}\\p{M}.&’'-]*))*"
const noun = '[\\p{L}][\\p{L}-]*'
const behind = new RegExp(
  `^,\\s+(?:(?:a|an|the|then|now|his|her)\\s+)?(?:(?<owner>${name}?)[’']s?\\s+)?(?<role>(?:${noun}\\s+){0,5}?${noun}(?:\\s+(?:of|for)\\s+(?:the\\s+)?${noun}(?:\\s+(?:and\\s+)?\\p{Lu}${noun})*)?)(?:\\s+(?<link>at|of|for|with|in)\\s+(?:the\\s+)?(?<place>${name}))?(?=[,.;]|\\s+(?:who|and|said|says)\\b)`,
  'u',
)
const copula = new RegExp(
  `^\\s+(?:is|was|became|serves\\s+as|works\\s+as)\\s+(?:a|an|the)\\s+(?<role>(?:${noun}\\s+){0,5}?${noun}(?:\\s+for\\s+\\p{Lu}${noun})?)\\s+(?:at|of|for|with|in)\\s+(?:the\\s+)?(?<place>${name})`,
  'u',
)
/** `Mr. Berg’s spokesman`: a person is no affiliation. */
const startsTitled = /^(?:Mr|Mrs|Ms|Dr)\b/
/** No apposition begins so: `compared X, to a guard`. */
const opensClause = /^(?:to|as|in|on|for|with|from|by|at|into|like|than|after|before|alongside)\s/
/** What somebody did, not what he is: `became the first player in NBA history`. */
const singlesOut = /^(?:another|one|some|only|last|latest|next|most|best)\s|^\p{Ll}+(?:[^n]est)\s/u
const opensCopula = /^\s+(?:is|was|became|serves|works)\s/
// `the firm’s founder`: a role begins behind the possessive mark, not with its letter
const leading = new RegExp(
  `(?:(?<owner>${name})[’']s\\s+)?(?<![\\p{L}\\p{N}’'])(?<role>(?:[\\p{L}-]+\\s+){0,4}[\\p{Ll}-]+),?\\s$`,
  'u',
)

/** Role and affiliation of a person from what stands around the name: `X, Norway's minister of fisheries,`; `X is a fellow at Y`; `policy expert X`. */
export function readRole(text: string, start: number, end: number): Role {
  const after = text.slice(end, end + 160)
  const apposition = after[0] === ',' ? behind.exec(after) : opensCopula.test(after) ? copula.exec(after) : null
  if (apposition) {
    const { role, owner, place } = wholeBody(apposition.groups! as Apposed)
    // `first secretary` is an office, `the first player in NBA history` none
    const own = cutVerb(role!.replace(opensRole, ''))
    const deed =
      [role!, own].some((words) => singlesOut.test(words)) ||
      (after[0] !== ',' && /^(?:first|second|third)\s/.test(role!))
    if (headOf(own) && !isPersonsName(own) && !opensClause.test(own) && !/^\p{Ll}+ed\s/u.test(own) && !deed)
      return { role: own, ...((owner ?? place) && { affiliation: canonical(owner ?? place!) }) }
  }
  const before = text.slice(Math.max(0, start - 80), start)
  const last = /\p{Ll}[\p{L}-]*(?=,?\s$)/u.exec(before.slice(-24))?.[0]
  const lead =
    last !== undefined && isRoleNoun(last) && !/\b[Ii]n general, $/.test(before) ? leading.exec(before) : null
  if (lead) {
    const words = lead.groups!.role!.split(/\s+/)
    if (!isRoleNoun(words.at(-1)!) || /^\p{Lu}/u.test(words.at(-1)!)) return {}
    // `Health minister Ada Berg`: the capital is the sentence's
    const opens =
      /(?:^|[.!?:][”"’']?\s|\n)\s*$/.test(
        text.slice(Math.max(0, start - lead[0].length - 4), start - lead[0].length),
      ) &&
      lead.index === before.length - lead[0].length &&
      /^\p{Lu}\p{Ll}+$/u.test(words[0]!) &&
      (/^(?:minister|secretary|commissioner|editor|correspondent|reporter)$/.test(words[1] ?? '')
        ? isCommonWord(words[0]!)
        : /^(?:Political|Social|Computer|Medical|Local|Legal|Financial)$/.test(words[0]!) &&
          isRoleNoun(words[1] ?? '')) &&
      !/^(?:Former|Ex|Acting|Late)$/.test(words[0]!) &&
      !hasTag(words[0]!, 'Adverb', 'Date', 'Conjunction', 'Preposition', 'Determiner', 'Pronoun')
    // the role begins behind the last word that cannot be inside a noun phrase
    const cut = words.findLastIndex(
      (word, i) =>
        !(opens && i === 0) &&
        (/^(?:the|a|an|to|of|by|with|from|and|but|that|as|said|says|for|on|in|at|his|her|their|its|according|while|when|where|former|who|alongside|past|after|before|like|than|against|including|over|between|beside|into|about|my|our|your|another|only|just|under|late|today|reportedly)$/i.test(
          word,
        ) ||
          (/(?:ed|ing)$/.test(word) && !(word === 'running' && words[i + 1] === 'mate')) ||
          hasTag(word, 'Conjunction', 'Pronoun', 'Modal', 'Copula') ||
          word === 'be' ||
          (/^\p{Lu}/u.test(word) && !isPeopleWord(word))),
    )
    // `will shepherd Ada Berg`
    if (cut >= 0 && hasTag(words[cut]!, 'Modal')) return {}
    const role = words.slice(cut + 1).join(' ')
    const owner = cut < 0 ? lead.groups!.owner : undefined
    return role ? { role, ...(owner && !startsTitled.test(owner) && { affiliation: canonical(owner) }) } : {}
  }
  return {}
}

/** Before a role, and no part of it: `and`, `now a`, `my`. */
const opensRole =
  /^(?:(?:and|now|then|today|currently|also|only|just|once|reportedly|himself|herself|my|our|your|another|an?|the)\s)+/

/** `president of the board reported`: a role ends where its holder's verb stands. */
function cutVerb(role: string): string {
  const words = role.split(/\s+/)
  const verb = words.findIndex(
    (word, i) => i > 0 && /^(?:said|says|told|\p{Ll}+ed)$/u.test(word) && isReportingVerb(word),
  )
  return verb < 0 ? role : words.slice(0, verb).join(' ')
}

type Apposed = { readonly role: string; readonly owner?: string; readonly place?: string; readonly link?: string }

/** `director of the Institute of Labour Science`: one body, not an institute's director who belongs to `Labour Science`. */
function wholeBody({ role, owner, place, link }: Apposed): Pick<Apposed, 'role' | 'owner' | 'place'> {
  const body = /\s(?:of|for)\s+(?:the\s+)?(?<body>\p{Lu}[\p{L}-]*(?:\s+(?:(?:and|of|for)\s+)?\p{Lu}[\p{L}-]*)*)$/u.exec(
    role,
  )?.groups?.body
  // `director of Acme Hospital in Oslo` belongs to the hospital
  if (link === 'in' && body?.includes(' ')) return { role, owner, place: body }
  return body !== undefined && place !== undefined && /^(?:of|for)$/.test(link ?? '')
    ? { role: `${role} ${link} ${place}`, owner, place: `${body} ${link} ${place}` }
    : { role, owner, place }
}

/** `Ann Bishop` in a list of winners: a given name and a surname that is also a calling. */
const isPersonsName = (role: string): boolean => {
  const words = role.split(/\s+/)
  return (
    words.length > 1 &&
    words.every((word) => /^\p{Lu}/u.test(word)) &&
    (isFirstName(words[0]!) ||
      (!isSpelledSmall(words[0]!) && !/^\p{Lu}+$/u.test(words[0]!) && !findPlaceName(words[0]!)))
  )
}

/** The phrase is a role when its head noun is: the last word, or the one before `of`, `for`. */
function headOf(role: string): boolean {
  const head = role
    .split(/\s+(?:of|for)\s+/)[0]!
    .trim()
    .split(/\s+/)
    .at(-1)!
  return isRoleNoun(head) && !/(?<![\p{L}])(?:who|which|was|is|are|were|has|had)(?![\p{L}])/u.test(role)
}

const canonical = (words: string) => {
  const name = words
    .replace(/(?<=\p{Ll})\.(?:\s.*)?$/su, '')
    // a capital of the sentence's own
    .replace(/^(?:As|In|At|For|But|And|When|While|With|By|From|On|Then|Also)\s(?=\p{Lu})/u, '')
  return findPlaceName(name)?.canonical ?? name
}

/** `Chinese`, `Chinese-Central`, `Asian`: capitals that belong to a role. */
const isPeopleWord = (word: string) =>
  word
    .split('-')
    .some(
      (part) =>
        findPlaceName(part)?.derived ||
        /(?:ese|ian|ish|ic)$/.test(part) ||
        hasTag(part, 'Demonym') ||
        /^(?:European|African|American)$/.test(part),
    )
