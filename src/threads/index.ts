import type { PostedArticle } from '../model/article.ts'
import type { ChangeTasks } from '../serve/change-tasks.ts'
import { type Caller, joinTasks, type Tasks } from '../serve/tasks.ts'
import type { TextTasks } from '../serve/text-tasks.ts'
import { Lane } from './lane.ts'

/** How far each thread stays in the background: whoever needs no key comes last. */
const niceness = { changes: 5, articles: 5, extracts: 10 }
/** A thread that reads texts takes about a second to start: what still runs that long without a client is ended. */
const grace = 1000

/**
 * The tasks of the service in threads of their own, which start when the first task comes: one that changes the database, for SQLite takes one
 * writer at a time; one that reads articles to be stored; one that reads texts for their claims alone, so that those never keep a change waiting.
 * @param address of the database
 * @param timeLimit milliseconds that a task may take, 0 for any time
 * @param afterChange called when the database was changed, before the client has its response
 */
export function startTasks(
  address: string,
  timeLimit: number,
  afterChange: () => Promise<void>,
): {
  tasks: Tasks
  /** Ends texts that are still being read, or wait for it: a service that is told to go does not wait for the heaviest. */
  stopReading: () => void
  close: () => Promise<void>
} {
  const textLane = (niceness: number) => new Lane({ file: 'text-thread', workerData: { niceness }, timeLimit, grace })
  const extracts = textLane(niceness.extracts)
  const articles = textLane(niceness.articles)
  const changes = new Lane({
    file: 'change-thread',
    workerData: { address, niceness: niceness.changes },
    timeLimit,
    // what has begun to be stored comes to its end
    grace: Number.POSITIVE_INFINITY,
  })
  const write =
    <Name extends keyof ChangeTasks>(name: Name, caller: Caller) =>
    async (...given: Parameters<ChangeTasks[Name]>): Promise<Awaited<ReturnType<ChangeTasks[Name]>>> => {
      const outcome = await changes.run(name, given, caller, sizeOf(given[0]))
      await afterChange()
      return outcome as Awaited<ReturnType<ChangeTasks[Name]>>
    }
  return {
    tasks: joinTasks({
      extracts: (caller) => ({
        extract: (...given) =>
          extracts.run('extract', given, caller, sizeOf(given[0])) as ReturnType<TextTasks['extract']>,
      }),
      articles: (caller) => ({
        ingest: (...given) =>
          articles.run('ingest', given, caller, sizeOf(given[0])) as ReturnType<TextTasks['ingest']>,
      }),
      changes: (caller) => ({
        begin: write('begin', caller),
        release: write('release', caller),
        save: write('save', caller),
        preview: write('preview', caller),
        remove: write('remove', caller),
        review: write('review', caller),
        addClaim: write('addClaim', caller),
        noteUse: write('noteUse', caller),
      }),
    }),
    stopReading: () => {
      extracts.stop()
      articles.stop()
    },
    close: async () => {
      await Promise.all([extracts.close(), articles.close()])
      await changes.close()
    },
  }
}

/** About how much memory a text takes, in bytes. */
function sizeOf(given: unknown): number {
  if (typeof given === 'string') return given.length
  if (given instanceof Uint8Array) return given.byteLength
  const { body } = given as Partial<PostedArticle>
  return body?.length ?? 0
}
