import type { Problem } from '../../model/problem.ts'

// Tools are clients of the API like any other: what they ask goes through the same doors (keys, limits, checks), whether the service is this
// process or runs elsewhere.

/** A request to the API. `query`: several values of a parameter are an array. */
export type Question = {
  readonly method?: 'GET' | 'POST'
  readonly path: string
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: object
}

/** Sends a request to the API. @returns status, and body as JSON */
export type Send = (
  request: { readonly method: 'GET' | 'POST'; readonly url: string; readonly body?: object },
  signal: AbortSignal,
) => Promise<{ readonly status: number; readonly body: unknown }>

/** The API's response to a question, if it is none of an error. @throws {Refusal} */
export type Ask = <T>(question: Question) => Promise<T>

/** The API's response was an error. */
export class Refusal extends Error {
  constructor({ status, title, detail, errors = [] }: Problem) {
    const fields = errors.flatMap(({ parameter, pointer, detail: about, didYouMean, allowed }) => {
      const hints = [about, didYouMean && `did you mean "${didYouMean}"?`, allowed && `allowed: ${allowed.join(', ')}`]
      const said = hints.filter(Boolean).join('; ')
      return said ? [`- ${parameter ?? pointer}: ${said}`] : []
    })
    super([`${status} ${title}: ${detail}`, ...fields].join('\n'))
  }
}

export const askThrough =
  (send: Send, signal: AbortSignal): Ask =>
  async <T>({ method = 'GET', path, query = {}, body }: Question) => {
    const search = new URLSearchParams()
    for (const [name, value] of Object.entries(query))
      if (value !== undefined) for (const one of [value].flat()) search.append(name, String(one))
    const url = search.size ? `${path}?${search}` : path
    const response = await send({ method, url, ...(body && { body }) }, signal)
    if (response.status >= 400) throw new Refusal(response.body as Problem)
    return response.body as T
  }
