import { parentPort } from 'node:worker_threads'
import { move, workerData } from 'piscina'
import { createTextTasks, type TextTasks } from '../serve/text-tasks.ts'
import { stayInBackground } from '../store/background.ts'
import type { LaneTask } from './lane.ts'
import { type Outcome, toFailure } from './outcome.ts'

const { niceness } = workerData as { niceness: number }
stayInBackground(niceness)
// only then: what it loads takes a second
const { walk } = await import('../ingest.ts')
const tasks = createTextTasks(() => walk)
// what is made at the first text counts against no task
walk.extract('It cost $24bn in 2021, Ada Berg said.', {})

/** Runs in a thread that reads texts; their bytes are handed over, not copied. */
export default async function run({ id, name, given }: LaneTask): Promise<Outcome | Uint8Array> {
  parentPort!.postMessage({ begun: id })
  try {
    const bytes = await (tasks[name as keyof TextTasks] as (...given: readonly unknown[]) => Promise<Uint8Array>)(
      ...given,
    )
    return move(bytes) as Uint8Array
  } catch (error) {
    return toFailure(error)
  }
}
