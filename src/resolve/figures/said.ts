import { isBodyNoun } from '../../text/body-nouns.ts'
import type { Binding } from './binding.ts'
import { findSubject, type Subject } from './find-subject.ts'
import type { Governor } from './governor.ts'
import { type Measure, type NounPhrase, phraseBefore, toMeasure } from './noun-phrase.ts'
import type { Scene } from './scene.ts'
import { isIndexName, lemmaOfVerb, saysOnly } from './words.ts'

// What a clause says of its subject, and whose a quantity is.

/** What a clause that is about its subject says: a quantity with its owner, or an index; of a name or pronoun whose figure it is. */
export function saidOf(scene: Scene, subject: Subject | undefined): Binding {
  if (!subject) return {}
  const { token, phrase } = subject
  const listed =
    scene.indexes.get(token.index) ?? (/^(?:index|average)$/.test(token.form) ? indexBefore(scene, phrase) : undefined)
  if (listed) return { measure: { span: listed.span, head: 'index', phrase: listed.phrase } }
  const name = scene.names.get(token.index)
  if (name || /^PRP/.test(token.tag)) {
    if (name && isIndexName(name.mention.name)) {
      const span = { start: name.mention.nameStart, end: name.end }
      return {
        measure: {
          span,
          head: token.form,
          phrase: phrase ?? { first: token.index, last: token.index, start: token.index },
        },
      }
    }
    return { subject }
  }
  // an index that no list of names has
  if (/^NNP/.test(token.tag) && isIndexName(token.text)) {
    const number = scene.tokens[token.index + 1]
    const span = {
      start: scene.tokens[phrase?.first ?? token.index]!.start,
      end: number?.tag === 'CD' ? number.end : token.end,
    }
    return {
      measure: {
        span,
        head: token.form,
        phrase: phrase ?? { first: token.index, last: token.index, start: token.index },
      },
    }
  }
  // `the Nikkei 225 stock market index`
  const index = phrase && /^index$/.test(token.form) ? indexIn(scene, phrase) : undefined
  if (index) return { measure: index }
  // `the carmaker lost 4%`: who, not what
  if (isBodyNoun(token.form) || isAgent(token.form)) return { subject }
  const measure = phrase && (toMeasure(scene, phrase) ?? bareRate(scene, phrase))
  if (!measure) return {}
  return { measure, ...subjectFor(scene, measure) }
}

/** `the rate was 5%`: of the empty nouns the one that names a quantity. */
function bareRate({ tokens }: Scene, phrase: NounPhrase): Measure | undefined {
  const { form, start, end } = tokens[phrase.last]!
  if (form !== 'rate' || phrase.first !== phrase.last || tokens[phrase.last + 1]?.form === 'of') return undefined
  return { span: { start, end }, head: form, phrase }
}

/** Those who trade and make things, and countries and the like, which are no quantity. */
const isAgent = (form: string): boolean =>
  /^(?:country|nation|kingdom|republic|region|province|district|continent|island)$/.test(form) ||
  /^(?:importer|exporter|producer|buyer|seller|maker|supplier|manufacturer|consumer|holder|investor|lender|donor)s?$/.test(
    form,
  )

/** `the Nikkei 225 stock market index`: the name in it, or right before it. */
function indexBefore({ indexes }: Scene, phrase: NounPhrase | undefined) {
  if (!phrase) return undefined
  for (let i = phrase.last; i >= phrase.start - 1; i--) {
    const found = indexes.get(i)
    if (found) return found
  }
  return undefined
}

function indexIn(scene: Scene, phrase: NounPhrase): Measure | undefined {
  for (let i = phrase.start; i <= phrase.last; i++) {
    const name = scene.names.get(i)
    if (name && isIndexName(name.mention.name))
      return { span: { start: name.mention.nameStart, end: name.end }, head: scene.tokens[i]!.form, phrase }
  }
  return undefined
}

export const subjectFor = (scene: Scene, measure: Measure): { subject?: Subject } => {
  const subject = possessorOf(scene, measure)
  return subject ? { subject } : {}
}

/** `Ford's sales`, `its sales`, `inflation in Latvia`, `shares of Acme`. */
export function possessorOf(scene: Scene, measure: Measure): Subject | undefined {
  const { tokens } = scene
  const { owner } = measure.phrase
  if (owner !== undefined) {
    const phrase = phraseBefore(scene, owner)
    return { token: tokens[owner]!, sure: true, ...(phrase && { phrase }) }
  }
  const { of, actor } = measure
  // `the price of his property developer Acme`: Acme's
  if (of?.owner !== undefined && !(actor && scene.names.get(of.last) === actor))
    return { token: tokens[of.owner]!, sure: false }
  // `GM sales`, `the Japanese economy`
  const { first, last } = measure.phrase
  const named =
    first < last && tokens[first + 1]?.tag !== 'HYPH' && !/^(?:POS|HYPH)$/.test(tokens[first - 1]?.tag ?? '')
  if (
    named &&
    (isBody(scene, first) || (isNational(measure.head) && (scene.names.has(first) || scene.demonyms.has(first))))
  )
    return { token: tokens[first]!, sure: false }
  if (actor) {
    const token = tokens.find((each) => each.start >= actor.start)
    return token && { token, sure: false }
  }
  return undefined
}

/** Who does what the verb says: its subject; of a passive without an object the one it is done to (`was fined`). */
export const actorOf = (scene: Scene, governor: Governor): Subject | undefined =>
  saysOnly(lemmaOfVerb(governor.token.form)) ? undefined : findSubject(scene, governor.token)

/** `was raised`: a participle behind a form of `be`. */
export function isPassive({ tokens }: Scene, verb: { index: number; tag: string }): boolean {
  if (!/^VB[ND]$/.test(verb.tag)) return false
  for (let i = verb.index - 1; i >= 0 && i > verb.index - 5; i--) {
    if (/^(?:is|are|was|were|be|been|being|'s|'re|get|got)$/.test(tokens[i]!.form)) return true
    if (tokens[i]!.tag !== 'RB') return false
  }
  return false
}

const isBody = ({ names }: Scene, i: number): boolean => names.get(i)?.actor.kind === 'organization'

/** Quantities that countries have: `the Japanese economy`, `UK inflation`. */
const isNational = (head: string): boolean =>
  /^(?:economy|gdp|output|inflation|unemployment|export|import|population|debt|deficit|surplus|growth|trade|wage|production|emission|budget|productivity|rate)$/.test(
    head,
  )
