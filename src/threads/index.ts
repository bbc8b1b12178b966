import { extname, join } from 'node:path'
import { Piscina } from 'piscina'
import { ProblemError } from '../model/problem.ts'
import type { Tasks } from '../serve/tasks.ts'
import type { Done, Task } from './task-thread.ts'

/** Tasks that may wait: more would wait longer than their askers. */
const mostWaiting = 200
/** An idle thread goes after so many milliseconds, and the memory of the walk with it. */
const idleFor = 60_000

/**
 * The tasks of the service in a thread of their own, which starts when the first comes: SQLite takes one writer at a time, and so does this.
 * @param file the database
 */
export function startTasks(file: string): { tasks: Tasks; close: () => Promise<void> } {
  const pool = new Piscina<Task, Done>({
    filename: join(import.meta.dirname, `task-thread${extname(import.meta.filename)}`),
    workerData: file,
    minThreads: 0,
    maxThreads: 1,
    maxQueue: mostWaiting,
    idleTimeout: idleFor,
    // without a limit the garbage of texts grows far beyond what the largest takes before it is collected
    resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 },
  })
  // results that arrive while the pool closes are dropped
  pool.on('error', () => {})
  async function run<T>(name: Task['name'], given: readonly unknown[]): Promise<T> {
    if (pool.queueSize >= mostWaiting)
      throw new ProblemError('busy', 'Too many texts and changes are waiting. Come again in a moment.', [], {
        'retry-after': '5',
      })
    const done = await pool.run({ name, given })
    if ('value' in done) return done.value as T
    if ('problem' in done) {
      const { type, message, errors, headers } = done.problem
      throw new ProblemError(type, message, errors, headers)
    }
    throw Object.assign(new Error(done.failure.message), done.failure)
  }
  return {
    tasks: {
      extract: (...given) => run('extract', given),
      save: (...given) => run('save', given),
      remove: (...given) => run('remove', given),
      review: (...given) => run('review', given),
      noteUse: (...given) => run('noteUse', given),
    },
    close: () => pool.destroy(),
  }
}
