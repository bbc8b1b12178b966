import { ProblemError, type ProblemField, type ProblemType } from '../model/problem.ts'

/** What came of a task in another thread; a problem as what it is made of, for errors lose their class between threads. */
export type Outcome =
  | { readonly value: unknown }
  | {
      readonly problem: {
        readonly type: ProblemType
        readonly message: string
        readonly errors: readonly ProblemField[]
        readonly headers: Readonly<Record<string, string>>
      }
    }
  | {
      readonly failure: {
        readonly message: string
        readonly code?: string | undefined
        readonly stack?: string | undefined
      }
    }

export function toFailure(error: unknown): Outcome {
  if (error instanceof ProblemError) {
    const { type, message, errors, headers } = error
    return { problem: { type, message, errors, headers } }
  }
  const { message, code, stack } = error as NodeJS.ErrnoException
  return { failure: { message, code, stack } }
}

/** @throws what was thrown there */
export function takeOutcome(outcome: Outcome): unknown {
  if ('value' in outcome) return outcome.value
  if ('problem' in outcome) {
    const { type, message, errors, headers } = outcome.problem
    throw new ProblemError(type, message, errors, headers)
  }
  throw Object.assign(new Error(outcome.failure.message), outcome.failure)
}
