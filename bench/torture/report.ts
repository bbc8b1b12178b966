/** What a script of this folder has done, and what was lost by it: that must be nothing. */
export class Report {
  readonly #counts = new Map<string, number>()
  readonly #lost: string[] = []
  readonly #name: string

  constructor(name: string) {
    this.#name = name
  }

  /** Counts something that was tried. */
  tried(what: string, times = 1): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + times)
  }

  /** Notes something that is not as it has to be. */
  lost(what: string): void {
    this.#lost.push(what)
    console.log(`LOST  ${what}`)
  }

  /** Notes it unless it is so. */
  holds(what: string, is: boolean, found?: unknown): void {
    this.tried('checked')
    if (!is) this.lost(found === undefined ? what : `${what}: found ${JSON.stringify(found)}`)
  }

  /** Prints the counts, and makes the process end with 1 when something was lost. */
  end(): void {
    const counts = [...this.#counts].map(([what, count]) => `${what} ${count}`).join(', ')
    console.log(`${this.#name}: ${counts}; lost ${this.#lost.length}\n`)
    if (this.#lost.length) process.exitCode = 1
  }
}
