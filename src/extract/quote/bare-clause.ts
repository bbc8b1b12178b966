import { finite } from './clause.ts'

// Verbs of stating whose clause may lack its `that`: `announced 40 flights will be dropped`. With a plain object they report no words, so the
// clause must show itself by a subject right before a verb that is finite beyond doubt. Not in -ing: `maintaining stability can be hard` has it as
// its subject.

const stating =
  /^(?:announc|report|indicat|conclud|promis|pledg|vow|maintain|signal|hint|disclos|emphasi[sz]|predict|project|forecast|calculat|repeat|protest|demonstrat|boast|show|respond|repl)(?:e|es|ed|s|ies|ied|y)?$/i

/** No subject goes on past these: `plans that were`, `the deal and was`. */
const breaking =
  /(?<![\p{L}])(?:that|which|who|whose|whom|or|but|as|because|if|when|while|where|since|after|before|until|than|whether)(?![\p{L}])|[;:()“”"]/iu

/** Does a clause begin here, behind a verb of stating without `that`? */
export function lacksThat(verb: string, clause: string): boolean {
  if (!stating.test(verb)) return false
  const found = finite.exec(clause.slice(0, 160))
  if (!found || found.index === 0) return false
  const subject = clause.slice(0, found.index).trimEnd()
  if (breaking.test(subject)) return false
  // a comma only where the one before the verb closes an apposition
  const open = subject.indexOf(',')
  if (open >= 0 && (!subject.endsWith(',') || open === subject.length - 1)) return false
  if (open < 0 && /(?<![\p{L}])and\s*$/iu.test(subject)) return false
  const words = subject.split(/\s+/)
  // `the losses it had expected`, `the plan Labour has backed`: relative clauses
  if (/^(?:he|she|it|they|we|I|you|and|not|also)$/i.test(words.at(-1)!)) return false
  const head = words.findLast((word) => !/^\p{Lu}/u.test(word))
  return (
    head === words.at(-1) ||
    !/^(?:the|an?|its|his|her|their)$/.test(words[0]!) ||
    (head !== undefined && linking.test(head))
  )
}

/** Before a name that belongs to the noun before it: `the mayor of Lima`, `the Lima council`. */
const linking =
  /^(?:the|a|an|of|in|at|on|for|from|by|with|to|and|its|his|her|their|minister|president|\p{Ll}+(?:er|or|ist))$/u
