/**
 * A text cut into words, runs of digits and single marks, once for all rules that read figures and dates. Parallel arrays rather than
 * objects: a text has a token every five characters, and rules look at a few of them. Offsets count UTF-16 code units, half-open.
 */
export type Tokens = {
  readonly text: string
  readonly count: number
  readonly start: Int32Array
  readonly end: Int32Array
  readonly kind: Uint8Array
  /** The token in lower case, with `’` written `'`. */
  readonly lower: readonly string[]
}

export const word = 1
export const digits = 2
export const mark = 3

// 1 letter or combining mark, 2 ASCII digit, 3 anything else, 4 white space
const classes = new Uint8Array(0x10000)
const classOf = (code: number): number => {
  const known = classes[code]!
  if (known) return known
  const char = String.fromCharCode(code)
  const found = /\s/.test(char)
    ? 4
    : code >= 48 && code <= 57
      ? 2
      : /[\p{L}\p{M}]/u.test(char) || (code >= 0xd800 && code < 0xe000)
        ? 1
        : 3
  classes[code] = found
  return found
}

/** Cuts a text into tokens; linear in its length. Surrogates count as letters, so that no character is ever cut. */
export function tokenize(text: string): Tokens {
  const capacity = text.length + 1
  const start = new Int32Array(capacity)
  const end = new Int32Array(capacity)
  const kind = new Uint8Array(capacity)
  const lower: string[] = []
  let count = 0
  let at = 0
  while (at < text.length) {
    const type = classOf(text.charCodeAt(at))
    if (type === 4) {
      at++
      continue
    }
    let to = at + 1
    if (type !== 3) while (to < text.length && classOf(text.charCodeAt(to)) === type) to++
    start[count] = at
    end[count] = to
    kind[count] = type
    const form = text.slice(at, to)
    lower.push(type === 1 ? form.toLowerCase() : form === '’' ? "'" : form)
    count++
    at = to
  }
  return { text, count, start, end, kind, lower }
}

/** True when nothing stands between token `i` and the one before it. */
export const isGlued = (tokens: Tokens, i: number): boolean =>
  i > 0 && i < tokens.count && tokens.end[i - 1] === tokens.start[i]

/** True when at most white space of one line break stands between token `i` and the one before it: a phrase may go on. */
export function isNear(tokens: Tokens, i: number): boolean {
  if (i <= 0 || i >= tokens.count) return false
  const from = tokens.end[i - 1]!
  const to = tokens.start[i]!
  if (to - from <= 1) return true
  if (to - from > 40) return false
  const first = tokens.text.indexOf('\n', from)
  return (
    first < 0 || first >= to || tokens.text.indexOf('\n', first + 1) >= to || tokens.text.indexOf('\n', first + 1) < 0
  )
}
