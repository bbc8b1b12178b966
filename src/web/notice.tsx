import { KeyForm } from './key-form.tsx'
import type { Requested } from './requests.ts'

/** Says that data are loading, or why they are not there; where a key is wanted, it takes one. */
export function Notice({ of: request, what }: { of: Requested<unknown>; what: string }) {
  if (request.state === 'here') return null
  if (request.state === 'waiting')
    return (
      <p class="notice" role="status">
        <span class="spinner" aria-hidden="true" /> Fetching {what} …
      </p>
    )
  return request.needsKey ? (
    <KeyForm reason={request.reason} />
  ) : (
    <p class="notice failed" role="alert">
      {request.reason}
    </p>
  )
}
