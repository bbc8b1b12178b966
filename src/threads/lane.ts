import { extname, join } from 'node:path'
import { Piscina } from 'piscina'
import { ProblemError } from '../model/problem.ts'
import { CallerGone } from '../serve/caller.ts'
import type { Caller } from '../serve/tasks.ts'
import { type Outcome, takeOutcome } from './outcome.ts'
import { WaitingLine } from './waiting-line.ts'

/** A task by its name, with what it takes; its thread says with the id that it has begun. */
export type LaneTask = { readonly id: number; readonly name: string; readonly given: readonly unknown[] }

export type LaneOptions = {
  /** File of this folder that does the tasks, without its ending. */
  readonly file: string
  readonly workerData: unknown
  /** Milliseconds that a task may take from its beginning, 0 for any time. */
  readonly timeLimit: number
  /** Milliseconds that a task which nobody waits for any more may still take; less than it takes to start a thread anew would be a gain for nobody. */
  readonly grace: number
}

/** Tasks that may wait, in all and of one client, and bytes that they may bring: more would wait longer than their callers. */
const mostWaiting = 200
const mostOfOne = 20
const mostBytes = 64 * 1024 * 1024
/** An idle thread goes after so many milliseconds, and its memory with it. */
const idleFor = 60_000

type Entry = Caller & {
  readonly bytes: number
  readonly name: string
  readonly given: readonly unknown[]
  readonly resolve: (value: unknown) => void
  readonly reject: (error: unknown) => void
}
type Running = { readonly stop: (reason: Error) => void; readonly begin: () => void; readonly ended: Promise<void> }

/** A thread that does one task after another, and those who wait for it. */
export class Lane {
  readonly #options: LaneOptions
  readonly #pool: Piscina<LaneTask, Outcome | Uint8Array>
  readonly #line = new WaitingLine<Entry>()
  readonly #running = new Map<number, Running>()
  #lastId = 0
  #isStopped = false

  constructor(options: LaneOptions) {
    this.#options = options
    this.#pool = new Piscina({
      filename: join(import.meta.dirname, `${options.file}${extname(import.meta.filename)}`),
      workerData: options.workerData,
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: idleFor,
      // without a limit the garbage of texts grows far beyond what the largest takes before it is collected
      resourceLimits: { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 },
    })
    // what the thread answers while the pool ends belongs to nobody
    this.#pool.on('error', () => {})
    this.#pool.on('message', ({ begun }: { begun: number }) => this.#running.get(begun)?.begin())
  }

  /**
   * @param bytes that the task keeps in memory while it waits
   * @throws {ProblemError} busy, task-limit @throws whatever the task throws
   */
  run(name: string, given: readonly unknown[], { client, gone }: Caller, bytes = 0): Promise<unknown> {
    if (gone?.aborted) return Promise.reject(new CallerGone())
    if (this.#isStopped) return Promise.reject(stopping())
    const line = this.#line
    if (line.sizeOf(client) >= mostOfOne)
      return Promise.reject(
        busy(`${mostOfOne} of your requests are waiting already. Send the next when one of them is done.`),
      )
    if (line.size >= mostWaiting || (line.size > 0 && line.bytes + bytes > mostBytes))
      return Promise.reject(busy('Too many texts and changes are waiting. Try again in a moment.'))
    return new Promise((resolve, reject) => {
      const entry: Entry = { client, gone, bytes, name, given, resolve, reject }
      line.add(entry)
      gone?.addEventListener('abort', () => line.remove(entry) && reject(new CallerGone()), { once: true })
      this.#startNext()
    })
  }

  /** Ends what is under way and what waits; nothing more is begun. */
  stop(): void {
    this.#isStopped = true
    for (let entry = this.#line.take(); entry; entry = this.#line.take()) entry.reject(stopping())
    for (const { stop } of this.#running.values()) stop(stopping())
  }

  async close(): Promise<void> {
    this.stop()
    await Promise.all([...this.#running.values()].map(({ ended }) => ended))
    await this.#pool.destroy()
  }

  #startNext(): void {
    if (this.#running.size > 0) return
    const entry = this.#line.take()
    if (entry) void this.#do(entry)
  }

  async #do({ name, given, gone, resolve, reject }: Entry): Promise<void> {
    const id = ++this.#lastId
    const end = new AbortController()
    let reason: Error | undefined
    let hasBegun = false
    const ended = Promise.withResolvers<void>()
    const timers: NodeJS.Timeout[] = []
    const stopAfter = (milliseconds: number, why: () => Error) => {
      timers.push(setTimeout(() => stop(why()), milliseconds))
    }
    // the caller is told at once; a thread that is still loading its modules ends when it has, for Node breaks off with the whole process
    // where modules that await are ended in the middle
    const stop = (why: Error) => {
      reason ??= why
      reject(reason)
      if (hasBegun) end.abort()
    }
    const leave = () => {
      if (Number.isFinite(this.#options.grace)) stopAfter(this.#options.grace, () => new CallerGone())
    }
    const { timeLimit } = this.#options
    this.#running.set(id, {
      stop,
      ended: ended.promise,
      begin: () => {
        hasBegun = true
        if (reason) end.abort()
        else if (timeLimit) stopAfter(timeLimit, () => overLimit(`longer than ${timeLimit} ms`))
      },
    })
    gone?.addEventListener('abort', leave, { once: true })
    try {
      // what another thread made goes on without being copied
      const transferList = given.filter((one) => one instanceof Uint8Array && !Buffer.isBuffer(one)) as Uint8Array[]
      const outcome = await this.#pool.run(
        { id, name, given },
        { signal: end.signal, transferList: transferList.map(({ buffer }) => buffer as ArrayBuffer) },
      )
      resolve(outcome instanceof Uint8Array ? outcome : takeOutcome(outcome))
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      reject(reason ?? (code === 'ERR_WORKER_OUT_OF_MEMORY' ? overLimit('more memory than one task may take') : error))
    } finally {
      for (const timer of timers) clearTimeout(timer)
      gone?.removeEventListener('abort', leave)
      this.#running.delete(id)
      ended.resolve()
      this.#startNext()
    }
  }
}

const stopping = () => new ProblemError('not-ready', 'The service is stopping.', [], { 'retry-after': '5' })
const busy = (detail: string) => new ProblemError('busy', detail, [], { 'retry-after': '5' })
const overLimit = (what: string) =>
  new ProblemError('task-limit', `Cancelled: this took ${what}. Nothing was stored in part. Split the text.`)
