import { setTimeout } from 'node:timers/promises'
import { parentPort } from 'node:worker_threads'

// loads slowly, as a machine that is busy does
await setTimeout(1500)

export default function run({ id }: { id: number }) {
  parentPort!.postMessage({ begun: id })
  return { value: 'done' }
}
