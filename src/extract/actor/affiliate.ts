import type { ActorMention } from '../../model/mention.ts'
import { isKinNoun } from './nouns.ts'

/**
 * Whom a person belongs to, where the body is itself a mention: right before a small-letter role (`Chelsea manager Thomas Tuchel`,
 * `the ANC spokesperson Ana Ruiz`), or inside the role behind the name (`Kevin Nolan, chief executive of Acme`; `Ben Ode, BJP leader`).
 */
export function affiliate(text: string, mentions: readonly ActorMention[]): ActorMention[] {
  const persons = new Set(mentions.flatMap(({ kind, name }) => (kind === 'person' ? [name] : [])))
  const bodies = new Set(mentions.flatMap(({ kind, name }) => (kind === 'person' ? [] : [name])))
  return mentions.map((found, i) => {
    const { role } = found
    const { affiliation: stated, ...rest } = found
    // `Queen Elizabeth II's third child`: a person is nobody's employer
    const person = stated?.replace(/^(?:King|Queen|Prince|Princess|President|Sir|Lord|Lady|Dame)\s/, '')
    const kin =
      role !== undefined &&
      isKinNoun(
        role
          .split(/\s(?:of|to)\s/)[0]!
          .split(' ')
          .at(-1)!,
      )
    if (kin && stated) return rest
    const mention: ActorMention = person && !bodies.has(person) && persons.has(person) ? rest : found
    if (mention.kind !== 'person' || !role || kin || mention.affiliation) return mention
    const body = bodyBefore(text, mention, mentions[i - 1]) ?? bodyBehind(text, mention, mentions[i + 1])
    const affiliation = body ? (body.canonical ?? body.name) : ofBody.exec(role)?.groups?.body
    return affiliation ? { ...mention, affiliation } : mention
  })
}

/** `chief executive of Acme`: what stands with a capital behind a small-letter office. */
const ofBody = /^\p{Ll}[\p{L} -]*\s(?:of|at)\s(?:the\s)?(?<body>\p{Lu}[\p{L}&.’'-]*(?:\s\p{Lu}[\p{L}&.’'-]*)*)$/u

const isBody = (mention: ActorMention | undefined): mention is ActorMention =>
  mention?.kind === 'organization' || mention?.kind === 'place'

function bodyBefore(text: string, { start, role }: ActorMention, before: ActorMention | undefined) {
  if (!isBody(before)) return undefined
  const between = text.slice(before.end, start)
  return between === ` ${role} ` ||
    between === ` ${role}, ` ||
    between === `’s ${role} ` ||
    // `Acme Inc. chief executive Ada Berg`, but not a role that opens the next sentence
    (between === `. ${role} ` && /^\p{Ll}/u.test(role ?? '')) ||
    between === ' '
    ? before
    : undefined
}

function bodyBehind(text: string, { end, role }: ActorMention, behind: ActorMention | undefined) {
  if (!isBody(behind) || text.slice(end, end + 2) !== ', ') return undefined
  const offset = text.slice(end, end + 12 + role!.length).indexOf(role!)
  const at = end + offset
  if (offset < 0 || behind.end > at + role!.length) return undefined
  // `BJP leader` begins with it, `chief executive of Acme` ends with it
  return behind.start === at || /\s(?:of|at|for|with)\s(?:the\s)?$/.test(text.slice(at, behind.start))
    ? behind
    : undefined
}
