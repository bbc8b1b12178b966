import type { Store } from '../store/database.ts'

/** Milliseconds between two looks: another process may be the one that writes. */
const every = 200

/** Tells those who wait when the data have changed, all by one look. */
export class ChangeWatch {
  readonly #store: Store
  readonly #waiting = new Set<{ readonly sequence: number; readonly wake: () => void }>()
  #timer: NodeJS.Timeout | undefined

  constructor(store: Store) {
    this.#store = store
  }

  /** Waits until the data's version is another than that, for so many milliseconds at most, or until nobody wants to know any more. */
  wait(sequence: number, most: number, gone: AbortSignal): Promise<void> {
    if (gone.aborted || this.#store.version().sequence !== sequence) return Promise.resolve()
    return new Promise((resolve) => {
      const one = {
        sequence,
        wake: () => {
          clearTimeout(timer)
          gone.removeEventListener('abort', one.wake)
          this.#waiting.delete(one)
          if (this.#waiting.size === 0) clearInterval(this.#timer)
          resolve()
        },
      }
      const timer = setTimeout(one.wake, most)
      gone.addEventListener('abort', one.wake)
      if (this.#waiting.size === 0) this.#timer = setInterval(() => this.#look(), every)
      this.#waiting.add(one)
    })
  }

  #look(): void {
    const now = this.#store.version().sequence
    for (const one of [...this.#waiting]) if (one.sequence !== now) one.wake()
  }
}
