import { setPriority } from 'node:os'

/**
 * Lets the threads that answer have the processor before this one. Linux gives each thread a priority of its own; elsewhere it is the process's, and
 * stays as it is.
 */
export function stayInBackground(): void {
  if (process.platform === 'linux') setPriority(0, 10)
}
