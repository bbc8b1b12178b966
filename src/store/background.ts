import { readdir } from 'node:fs/promises'
import { getPriority, setPriority } from 'node:os'

const lowest = 19

/**
 * Lets whoever answers have the processor before this thread and those it starts. Linux gives each thread a priority of its own; elsewhere it is
 * the process's, and stays as it is.
 * @param niceness how much lower than the process itself, which may have been started in the background; only root may raise what is low
 */
export function stayInBackground(niceness: number): void {
  if (process.platform === 'linux') lower(0, niceness)
}

/**
 * Lets this thread, the first of its process, have the processor before those that Node has started for all threads alike: they collect garbage and
 * compile for whoever reads a text, and compress what is sent.
 * @param niceness how much lower than this thread
 */
export async function keepHelpersInBackground(niceness: number): Promise<void> {
  if (process.platform !== 'linux') return
  // read by one of those threads, which Node starts when the first has something to do: all are there
  for (const thread of await readdir('/proc/self/task'))
    try {
      if (Number(thread) !== process.pid) lower(Number(thread), niceness)
    } catch {
      // it has ended meanwhile
    }
}

function lower(thread: number, niceness: number): void {
  setPriority(thread, Math.min(lowest, getPriority(thread) + niceness))
}
