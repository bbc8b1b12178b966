import { useEffect, useState } from 'preact/hooks'
import { client, type Problem, ProblemError } from '../client/index.ts'
import { base } from './address.ts'
import { useRetry } from './session.ts'

client.setConfig({ baseUrl: location.origin + base })

/** State of a request to the service. */
export type Requested<T> =
  | { readonly state: 'waiting' }
  | { readonly state: 'here'; readonly data: T }
  | { readonly state: 'failed'; readonly reason: string; readonly needsKey: boolean }

/**
 * Sends a request when `key` changes; a response that arrives too late is dropped.
 * @param delay milliseconds that `key` has to stay what it is, for what changes while somebody goes through a list
 */
export function useRequest<T>(key: string, send: () => Promise<T>, delay = 0): Requested<T> {
  const [latest, setLatest] = useState<{ key: string; request: Requested<T> }>({
    key: '',
    request: { state: 'waiting' },
  })
  const { request } = latest
  const retries = useRetry(request.state === 'failed' && request.needsKey)
  useEffect(() => {
    let current = true
    const start = () =>
      send().then(
        (data) => current && setLatest({ key, request: { state: 'here', data } }),
        (error) => current && setLatest({ key, request: failed(error) }),
      )
    const timer = delay ? setTimeout(start, delay) : void start()
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [key, retries])
  return latest.key === key ? latest.request : { state: 'waiting' }
}

export const failed = (error: unknown): Requested<never> => ({
  state: 'failed',
  reason: reasonOf(error),
  needsKey: /\/(?:key-required|key-invalid|scope-missing)$/.test(problemOf(error)?.type ?? ''),
})

/** The data of a response; its problem is thrown. */
export async function take<T>(request: PromiseLike<{ data?: T | undefined; error?: unknown }>): Promise<T> {
  const { data, error } = await request
  if (data === undefined) throw new ProblemError(error)
  return data
}

/** The problem that the service responded with, if it did respond. */
export const problemOf = (error: unknown): Problem | undefined =>
  error instanceof ProblemError ? error.problem : undefined

/** The reason of a failure as a sentence. */
export function reasonOf(error: unknown): string {
  const problem = problemOf(error)
  if (problem) return problem.detail
  if (error instanceof ProblemError || error instanceof TypeError)
    return 'The service does not respond. Is it still running?'
  return error instanceof Error ? error.message : String(error)
}
