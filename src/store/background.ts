import { setPriority } from 'node:os'

/**
 * Lets whoever answers have the processor before this thread and those it starts. Linux gives each thread a priority of its own; elsewhere it is
 * the process's, and stays as it is.
 * @param niceness up to 19, for what may wait for everybody
 */
export function stayInBackground(niceness: number): void {
  if (process.platform === 'linux') setPriority(0, niceness)
}
