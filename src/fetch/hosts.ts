import { setTimeout as wait } from 'node:timers/promises'

/** Longest that a host is waited for before a request is made: who asks for more is asked later. */
export const longestWait = 60_000

/**
 * One request at a time to each host, with a pause behind it. Hosts do not wait for one another.
 * @param pause milliseconds between the end of a request and the next one
 */
export class Hosts {
  readonly #pause: number
  readonly #last = new Map<string, Promise<unknown>>()
  /** When a host may be asked again, in the clock's milliseconds. */
  readonly #from = new Map<string, number>()

  constructor(pause: number) {
    this.#pause = pause
  }

  /** Does something in the host's turn. @param pause what the host itself asks for, in milliseconds */
  async inTurn<T>(host: string, ask: () => Promise<T>, pause = 0): Promise<T> {
    const before = this.#last.get(host) ?? Promise.resolve()
    const turn = before.then(async () => {
      const left = (this.#from.get(host) ?? 0) - Date.now()
      if (left > 0) await wait(Math.min(left, longestWait))
      try {
        return await ask()
      } finally {
        this.hold(host, Math.max(this.#pause, pause))
      }
    })
    const settled = turn.catch(() => {})
    this.#last.set(host, settled)
    void settled.then(() => {
      if (this.#last.get(host) === settled) this.#last.delete(host)
    })
    return turn
  }

  /** Milliseconds until the host may be asked. */
  left(host: string): number {
    return Math.max(0, (this.#from.get(host) ?? 0) - Date.now())
  }

  /** Leaves a host alone for so many milliseconds. */
  hold(host: string, milliseconds: number): void {
    this.#from.set(host, Math.max(this.#from.get(host) ?? 0, Date.now() + milliseconds))
  }
}
