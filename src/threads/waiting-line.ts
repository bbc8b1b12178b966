/** Something that waits for its turn. */
export type Waiting = { readonly client: string; readonly bytes: number }

/**
 * Those who wait, by client: clients take turns, and each client's own come in their order. Whoever brings a hundred tasks waits for them alone.
 */
export class WaitingLine<T extends Waiting> {
  /** In the order of their next turns. */
  readonly #clients = new Map<string, T[]>()
  #bytes = 0
  #size = 0

  get bytes(): number {
    return this.#bytes
  }

  get size(): number {
    return this.#size
  }

  sizeOf(client: string): number {
    return this.#clients.get(client)?.length ?? 0
  }

  add(one: T): void {
    const own = this.#clients.get(one.client)
    if (own) own.push(one)
    else this.#clients.set(one.client, [one])
    this.#size++
    this.#bytes += one.bytes
  }

  /** The next one, whose client then goes to the end of the line. */
  take(): T | undefined {
    const [next] = this.#clients.values()
    if (!next) return undefined
    const one = next[0]!
    this.remove(one)
    if (next.length) {
      this.#clients.delete(one.client)
      this.#clients.set(one.client, next)
    }
    return one
  }

  /** @returns whether it was waiting */
  remove(one: T): boolean {
    const own = this.#clients.get(one.client)
    const at = own?.indexOf(one) ?? -1
    if (at < 0) return false
    own!.splice(at, 1)
    if (own!.length === 0) this.#clients.delete(one.client)
    this.#size--
    this.#bytes -= one.bytes
    return true
  }
}
