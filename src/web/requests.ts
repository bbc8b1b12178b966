import { useEffect, useState } from 'preact/hooks'
import { client, ProblemError } from '../client/index.ts'
import { base } from './address.ts'

client.setConfig({ baseUrl: location.origin + base })

/** State of a request to the service. */
export type Requested<T> =
  | { readonly state: 'waiting' }
  | { readonly state: 'here'; readonly data: T }
  | { readonly state: 'failed'; readonly reason: string }

/** Sends a request when `key` changes; a response that arrives too late is dropped. */
export function useRequest<T>(key: string, send: () => Promise<T>): Requested<T> {
  const [latest, setLatest] = useState<{ key: string; request: Requested<T> }>({
    key: '',
    request: { state: 'waiting' },
  })
  useEffect(() => {
    let current = true
    send().then(
      (data) => current && setLatest({ key, request: { state: 'here', data } }),
      (error) => current && setLatest({ key, request: { state: 'failed', reason: reasonOf(error) } }),
    )
    return () => {
      current = false
    }
  }, [key])
  return latest.key === key ? latest.request : { state: 'waiting' }
}

/** The data of a response; its problem is thrown. */
export async function take<T>(request: PromiseLike<{ data?: T | undefined; error?: unknown }>): Promise<T> {
  const { data, error } = await request
  if (data === undefined) throw new ProblemError(error)
  return data
}

/** The reason of a failure as a sentence. */
export function reasonOf(error: unknown): string {
  if (error instanceof ProblemError && error.problem) return error.problem.detail
  if (error instanceof ProblemError || error instanceof TypeError)
    return 'The service does not respond. Is it still running?'
  return error instanceof Error ? error.message : String(error)
}
