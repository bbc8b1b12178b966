import { getPriority, setPriority } from 'node:os'

const lowest = 19

/**
 * Lets whoever answers have the processor before this thread and those it starts. Linux gives each thread a priority of its own; elsewhere it is
 * the process's, and stays as it is.
 * @param niceness how much lower than the process itself, which may have been started in the background; only root may raise what is low
 */
export function stayInBackground(niceness: number): void {
  if (process.platform === 'linux') setPriority(0, Math.min(lowest, getPriority(0) + niceness))
}
