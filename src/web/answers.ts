import { useEffect, useState } from 'preact/hooks'
import { client, ProblemError } from '../client/index.ts'

client.setConfig({ baseUrl: location.origin })

/** What came of a question to the service. */
export type Answered<T> =
  | { readonly state: 'waiting' }
  | { readonly state: 'here'; readonly data: T }
  | { readonly state: 'failed'; readonly reason: string }

/** Asks when `key` changes; an answer that comes too late is dropped. */
export function useAnswer<T>(key: string, ask: () => Promise<T>): Answered<T> {
  const [answer, setAnswer] = useState<{ key: string; answered: Answered<T> }>({
    key: '',
    answered: { state: 'waiting' },
  })
  useEffect(() => {
    let current = true
    ask().then(
      (data) => current && setAnswer({ key, answered: { state: 'here', data } }),
      (error) => current && setAnswer({ key, answered: { state: 'failed', reason: reasonOf(error) } }),
    )
    return () => {
      current = false
    }
  }, [key])
  return answer.key === key ? answer.answered : { state: 'waiting' }
}

/** The answer itself, or the problem as an error. */
export async function take<T>(asked: PromiseLike<{ data?: T | undefined; error?: unknown }>): Promise<T> {
  const { data, error } = await asked
  if (data === undefined) throw new ProblemError(error)
  return data
}

/** An honest sentence: what the service said, or that it said nothing. */
export function reasonOf(error: unknown): string {
  if (error instanceof ProblemError && error.problem) return error.problem.detail
  if (error instanceof ProblemError || error instanceof TypeError)
    return 'The service does not answer. Is it still running?'
  return error instanceof Error ? error.message : String(error)
}
