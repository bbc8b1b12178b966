import type { Answered } from './answers.ts'

/** Says that an answer is under way, or why there is none; nothing when it is here. */
export function Notice({ of: answered, what }: { of: Answered<unknown>; what: string }) {
  if (answered.state === 'here') return null
  return answered.state === 'waiting' ? (
    <p class="notice" role="status">
      <span class="spinner" aria-hidden="true" /> Fetching {what} …
    </p>
  ) : (
    <p class="notice failed" role="alert">
      {answered.reason}
    </p>
  )
}
