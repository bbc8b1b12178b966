import { parentPort, workerData } from 'node:worker_threads'

// loads until it is let, as a machine that is busy does
await Atomics.waitAsync(workerData as Int32Array, 0, 0).value

export default function run({ id }: { id: number }) {
  parentPort!.postMessage({ begun: id })
  return { value: 'done' }
}
