import { workerData } from 'piscina'
import { ProblemError, type ProblemField, type ProblemType } from '../model/problem.ts'
import { createTasks, type Tasks } from '../serve/tasks.ts'
import { stayInBackground } from '../store/background.ts'
import { openStore } from '../store/open.ts'

/** A task by its name, with what it takes. */
export type Task = { readonly name: keyof Tasks; readonly given: readonly unknown[] }
/** What came of it; a problem as what it is made of, for errors lose their class between threads. */
export type Done =
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

stayInBackground(5)
const tasks = createTasks(openStore(workerData as string), async () => (await import('../ingest.ts')).walk)

/** Runs in the thread that writes. */
export default async function run({ name, given }: Task): Promise<Done> {
  try {
    return { value: await (tasks[name] as (...given: readonly unknown[]) => Promise<unknown>)(...given) }
  } catch (error) {
    if (error instanceof ProblemError) {
      const { type, message, errors, headers } = error
      return { problem: { type, message, errors, headers } }
    }
    const { message, code, stack } = error as NodeJS.ErrnoException
    return { failure: { message, code, stack } }
  }
}
