import type { Requested } from './requests.ts'

/** Says that data are loading, or why they are not there. */
export function Notice({ of: request, what }: { of: Requested<unknown>; what: string }) {
  if (request.state === 'here') return null
  return request.state === 'waiting' ? (
    <p class="notice" role="status">
      <span class="spinner" aria-hidden="true" /> Fetching {what} …
    </p>
  ) : (
    <p class="notice failed" role="alert">
      {request.reason}
    </p>
  )
}
