import { type Span, spanAt, spansBetween } from '../model/segment.ts'
import { hasTag } from '../text/lexicon.ts'
import type { LinkedActor, PlacedMention } from './link-actors.ts'

/** How far back, in code units, a pronoun looks for whom it means. */
const reach = 1200

/** What an actor's names and titles tell of a person: whether it surely is one, and which pronouns speak against it. */
type Person = { readonly sure: boolean; readonly male: boolean; readonly female: boolean }

/** Finds the last person named before a pronoun whose known gender does not speak against it. */
export function createAntecedentFinder(
  mentions: readonly PlacedMention[],
  sentences: readonly Span[],
): (phrase: Span, word: string, own?: Span) => LinkedActor | undefined {
  // an actor is read once, however many mentions it has and pronouns look at it
  const read = new Map<LinkedActor, Person>()
  const personOf = (actor: LinkedActor): Person => {
    const known = read.get(actor)
    if (known) return known
    const person = readPerson(actor)
    read.set(actor, person)
    return person
  }
  return (phrase, word, own) => {
    const persons = spansBetween(mentions, phrase.start - reach, phrase.start).filter(({ start, end, actor }) => {
      if (actor.kind !== 'person' || end > phrase.start) return false
      // nobody says his own name: `“A win against Roger,” he said`
      if (own && own.start <= start && end <= own.end) return false
      const { male, female } = personOf(actor)
      return word === 'who' || (/^(?:he|him|his)$/.test(word) ? !female : !male)
    })
    const sure = persons.filter(({ actor }) => personOf(actor).sure)
    const last = sure.at(-1)
    if (!last) return new Set(persons.map(({ actor }) => actor)).size === 1 ? persons[0]!.actor : undefined
    // of several in the sentence before, the one that it begins with: `Dolan honored Reyes. He called ...`
    const sentence = spanAt(sentences, last.start)
    if (word === 'who' || !sentence || spanAt(sentences, phrase.start) === sentence) return last.actor
    const first = sure.find(({ start }) => start >= sentence.start)
    return first && first.start - sentence.start <= opening ? first.actor : last.actor
  }
}

/** A name so far into its sentence, in code units, title and all, is its subject: `Meanwhile, the 41-year-old Varga`. */
const opening = 36

function readPerson({ role, name, mentions }: LinkedActor): Person {
  const given = name.split(/\s+/, 1)[0]!
  const [male, female] = [hasTag(given, 'MaleName'), hasTag(given, 'FemaleName')]
  const titled = (form: RegExp) => mentions.some(({ title }) => title !== undefined && form.test(title))
  return {
    // more than the form of one name speaks for a person: films and recessions are no one's `she`
    sure:
      role !== undefined ||
      hasTag(given, 'MaleName', 'FemaleName', 'FirstName') ||
      mentions.some(({ title, confidence }) => title !== undefined || confidence >= 0.75),
    male: (male && !female) || titled(/\b(?:Mr|Sir|Lord|King|Prince|Duke)\b/),
    female: (female && !male) || titled(/\b(?:Mrs|Ms|Miss|Dame|Lady|Queen|Princess|Duchess)\b/),
  }
}
