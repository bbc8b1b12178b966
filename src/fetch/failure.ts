/** A page that did not come; the message is for people, behind the name of its address: "responds with 404". */
export class FetchError extends Error {
  /** Milliseconds after which the host asks to be tried again. */
  readonly retryAfter: number | undefined

  constructor(message: string, retryAfter?: number) {
    super(message)
    this.retryAfter = retryAfter
  }
}
