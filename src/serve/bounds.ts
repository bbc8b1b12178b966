import type { Problem, ProblemField } from '../model/problem.ts'

// A refusal stays small whatever is wrong: neither its size nor the work that it takes grows with the request.

/** Faults that are named one by one. */
export const mostFaults = 20
/** Those that are named in the sentence. */
const mostSaid = 5
/** Characters of a name, of a sentence on one field, and of the sentence on all. */
const longest = { name: 100, fieldDetail: 300, detail: 2000 }
/** Bytes of a whole refusal. */
const mostBytes = 16 * 1024

const cut = (text: string, most: number) =>
  text.length > most ? `${text.slice(0, most).toWellFormed()}…` : text.toWellFormed()

/** A name out of a request, as a refusal says it. */
export const cutName = (name: string): string => cut(name, longest.name)

/** Some of what is wrong, and how many more there are. @param count of all */
export const nameSome = (said: readonly string[], count: number, separator: string): string =>
  count > mostSaid
    ? `${said.slice(0, mostSaid).join(separator)} and ${count - Math.min(said.length, mostSaid)} more`
    : said.join(separator)

/** Cuts a problem down to what may be sent: each list of allowed values once. */
export function boundProblem({ errors: all = [], ...problem }: Problem): Problem {
  const lists = new Set<string>()
  const errors = all.slice(0, mostFaults).map(({ allowed, ...field }): ProblemField => {
    const list = allowed?.join()
    const isNew = list !== undefined && !lists.has(list)
    if (isNew) lists.add(list)
    return {
      ...field,
      ...(field.parameter !== undefined && { parameter: cutName(field.parameter) }),
      ...(field.detail !== undefined && { detail: cut(field.detail, longest.fieldDetail) }),
      ...(isNew && { allowed: [...allowed!] }),
    }
  })
  const bounded = () => ({
    ...problem,
    detail: cut(problem.detail, longest.detail),
    ...(errors.length && { errors }),
  })
  // characters that JSON escapes take six bytes each
  while (errors.length > 1 && Buffer.byteLength(JSON.stringify(bounded())) > mostBytes) errors.pop()
  return bounded()
}
