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
  /** What stands between a token and the one before it: 0 nothing, 1 white space of at most one line break, 2 more, or no token. */
  readonly gap: Uint8Array
  readonly forms: readonly Form[]
  /** The tokens in lower case, with `’` written `'`. */
  readonly lower: readonly string[]
}

export const word = 1
export const digits = 2
export const mark = 3

// 1 letter or combining mark, 2 ASCII digit, 3 anything else, 4 white space
const classes = new Uint8Array(0x10000)
const classOf = (code: number): number => {
  const made = classes[code]!
  if (made !== 0) return made
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

/**
 * A form of the language, one object for all its occurrences in all texts, so that a token costs no string of its own and what rules
 * work out about a form is kept with it.
 */
export type Form = {
  readonly written: string
  readonly length: number
  readonly hash: number
  /** Its code units as digits of base 128, if they are ASCII and at most seven; else -1. */
  readonly packed: number
  /** In lower case, with `’` written `'`. */
  readonly lower: string
  /** What rules found out about the form, each under bits of its own; 0 where nobody asked yet. */
  notes: number
}

const slots = 1 << 18
let table: (Form | undefined)[] = new Array(slots)
let held = 0
/** How far from its own slot a form may lie, so that no text can make looking forms up slow. */
const furthest = 24
const longest = 40

/**
 * The form that stands in `text` from `from` to `to`. `hash` is of its code units; `packed` is them all in one number where they are ASCII
 * and few enough, so that most words are compared at once.
 */
function findForm(text: string, from: number, to: number, hash: number, packed: number): Form {
  const length = to - from
  if (length > longest) return makeForm(text.slice(from, to), hash, packed)
  const home = hash ^ (hash >>> 15)
  let step = 0
  for (; step < furthest; step++) {
    const form = table[(home + step) & (slots - 1)]
    if (form === undefined) break
    if (form.hash !== hash || form.length !== length || form.packed !== packed) continue
    if (packed >= 0) return form
    let k = 0
    while (k < length && form.written.charCodeAt(k) === text.charCodeAt(from + k)) k++
    if (k === length) return form
  }
  const form = makeForm(text.slice(from, to), hash, packed)
  // half full, it starts again rather than growing with whatever texts come
  if (held > slots / 2) {
    table = new Array(slots)
    held = step = 0
  }
  if (step < furthest) {
    table[(home + step) & (slots - 1)] = form
    held++
  }
  return form
}

function makeForm(written: string, hash: number, packed: number): Form {
  // a property name is one string for the engine: comparing it with a literal is one look at its address
  const [lower] = Object.keys({ [written === '’' ? "'" : written.toLowerCase()]: 0 }) as [string]
  return { written, length: written.length, hash, packed, lower, notes: 0 }
}

/**
 * A reader that remembers what it gave for the last tokens asked about: rules ask for the same number, amount or length again and again,
 * always close to where reading stands.
 */
export function rememberNear<T>(
  read: (tokens: Tokens, i: number) => T | null,
): (tokens: Tokens, i: number) => T | null {
  const places = new Int32Array(size).fill(-1)
  const values: (T | null)[] = new Array(size).fill(null)
  let of: Tokens | undefined
  return (tokens, i) => {
    if (i < 0 || i >= tokens.count) return null
    if (of !== tokens) {
      places.fill(-1)
      of = tokens
    }
    const slot = i & (size - 1)
    if (places[slot] === i) return values[slot]!
    const value = read(tokens, i)
    places[slot] = i
    values[slot] = value
    return value
  }
}
const size = 64

function grow<T extends Int32Array | Uint8Array>(array: T, Made: new (size: number) => T, size: number): T {
  const made = new Made(size)
  made.set(array)
  return made
}

/** Cuts a text into tokens; linear in its length. Surrogates count as letters, so that no character is ever cut. */
export function tokenize(text: string): Tokens {
  let capacity = (text.length >> 2) + 16
  let start = new Int32Array(capacity)
  let end = new Int32Array(capacity)
  let kind = new Uint8Array(capacity)
  let gap = new Uint8Array(capacity)
  const forms: Form[] = []
  const lower: string[] = []
  let count = 0
  let at = 0
  let last = 0
  let breaks = 0
  while (at < text.length) {
    const code = text.charCodeAt(at)
    const type = classes[code] || classOf(code)
    if (type === 4) {
      if (code === 10) breaks++
      at++
      continue
    }
    let to = at + 1
    let hash = code
    let packed = code
    let widest = code
    if (type !== 3)
      for (; to < text.length; to++) {
        const next = text.charCodeAt(to)
        if ((classes[next] || classOf(next)) !== type) break
        hash = (Math.imul(hash, 31) + next) | 0
        packed = packed * 128 + next
        widest |= next
      }
    const form = findForm(text, at, to, hash, widest < 128 && to - at <= 7 ? packed : -1)
    // one more than the tokens, for what stands behind the last; as many as the text so far makes likely
    if (count + 1 >= capacity) {
      capacity = Math.max(2 * capacity, Math.ceil((1.1 * count * text.length) / to))
      ;[start, end] = [grow(start, Int32Array, capacity), grow(end, Int32Array, capacity)]
      ;[kind, gap] = [grow(kind, Uint8Array, capacity), grow(gap, Uint8Array, capacity)]
    }
    start[count] = at
    end[count] = to
    kind[count] = type
    const width = at - last
    gap[count] = width === 0 ? 0 : width === 1 || (width <= 40 && breaks < 2) ? 1 : 2
    forms.push(form)
    lower.push(form.lower)
    count++
    at = last = to
    breaks = 0
  }
  gap[0] = 2
  gap[count] = 2
  return { text, count, start, end, kind, gap, forms, lower }
}

const made = new WeakMap<object, Tokens>()
/** The tokens of a document's text, cut once for all who ask. */
export function tokensOf(document: { readonly text: string }): Tokens {
  const known = made.get(document)
  if (known) return known
  const tokens = tokenize(document.text)
  made.set(document, tokens)
  return tokens
}

/** True when nothing stands between token `i` and the one before it. */
export const isGlued = (tokens: Tokens, i: number): boolean => tokens.gap[i] === 0

/** True when at most white space of one line break stands between token `i` and the one before it: a phrase may go on. */
export const isNear = (tokens: Tokens, i: number): boolean => tokens.gap[i]! < 2

/** The token at `i` in lower case, if it stands near the one before it; else ''. */
export const near = (tokens: Tokens, i: number): string => (isNear(tokens, i) ? tokens.lower[i]! : '')

/** True for a token that begins with a capital letter. */
export function isCapital(tokens: Tokens, i: number): boolean {
  const first = tokens.text[tokens.start[i] ?? tokens.text.length] ?? ''
  return first !== first.toLowerCase()
}

/** True when one of the `reach` tokens before token `i`, each near the next, has a form that is `wanted`, and none that `stop` matches is nearer. */
export function hasBefore(
  tokens: Tokens,
  i: number,
  reach: number,
  wanted: (form: string) => boolean,
  stop?: RegExp,
): boolean {
  for (let k = 1; k <= reach && isNear(tokens, i - k + 1); k++) {
    const form = tokens.lower[i - k]!
    if (stop?.test(form)) return false
    if (wanted(form)) return true
  }
  return false
}
