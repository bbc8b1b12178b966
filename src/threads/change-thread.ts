import { parentPort } from 'node:worker_threads'
import { workerData } from 'piscina'
import { type ChangeTasks, createChangeTasks } from '../serve/change-tasks.ts'
import { stayInBackground } from '../store/background.ts'
import { openStore } from '../store/open.ts'
import type { LaneTask } from './lane.ts'
import { type Outcome, toFailure } from './outcome.ts'

const { address, niceness } = workerData as { address: string; niceness: number }
stayInBackground(niceness)
const tasks = createChangeTasks(await openStore(address))

/** Runs in the thread that writes. */
export default async function run({ id, name, given }: LaneTask): Promise<Outcome> {
  parentPort!.postMessage({ begun: id })
  try {
    return {
      value: await (tasks[name as keyof ChangeTasks] as (...given: readonly unknown[]) => Promise<unknown>)(...given),
    }
  } catch (error) {
    return toFailure(error)
  }
}
