// What the models see of the words of a sentence, as 32-bit numbers. All arithmetic is on int32 (Math.imul), the same on any machine.

/** Words of a sentence as the models see them, in parallel arrays with `margin` empty places before and behind. */
export type Words = {
  count: number
  /** Hash of the lower-case form, with each digit `0`. */
  readonly word: Int32Array
  /** How it is written: capitals, small letters, digits, marks, in runs. */
  readonly shape: Int32Array
  readonly prefix2: Int32Array
  readonly prefix3: Int32Array
  readonly suffix1: Int32Array
  readonly suffix2: Int32Array
  readonly suffix3: Int32Array
  readonly suffix4: Int32Array
}

/** Empty places around the words, so that a look to the side needs no check. */
export const margin = 4

/** FNV-1a over code units. */
export function hashForm(form: string, from = 0, to = form.length): number {
  let hash = 0x811c9dc5 | 0
  for (let k = from; k < to; k++) hash = Math.imul(hash ^ form.charCodeAt(k), 0x01000193)
  return hash
}

/** What a row is multiplied with last (as in murmur hash); its upper bits are the row's number. */
export const mixer = 0x85ebca6b

const arrays = ['word', 'shape', 'prefix2', 'prefix3', 'suffix1', 'suffix2', 'suffix3', 'suffix4'] as const

/**
 * @param forms lower-case forms
 * @param written the same as the text has them, for the shape; of a collapsed span what `form` is
 * @param used words that nobody needs any more: their arrays are taken where they are long enough
 */
export function readWords(forms: readonly string[], written: readonly string[], used?: Words): Words {
  const count = forms.length
  const size = count + 2 * margin
  const words =
    used && used.word.length >= size
      ? used
      : ({
          ...Object.fromEntries(arrays.map((name) => [name, new Int32Array(Math.max(size, 64))])),
        } as unknown as Words)
  words.count = count
  for (let k = count + margin; k < size; k++) clearWord(words, k)
  for (let i = 0; i < count; i++) {
    const form = hasDigit(forms[i]!) ? forms[i]!.replace(/\d/g, '0') : forms[i]!
    const at = i + margin
    const { length } = form
    words.word[at] = hashForm(form)
    words.shape[at] = shapeOf(written[i]!)
    words.prefix2[at] = hashForm(form, 0, Math.min(2, length))
    words.prefix3[at] = hashForm(form, 0, Math.min(3, length))
    words.suffix1[at] = hashForm(form, Math.max(0, length - 1))
    words.suffix2[at] = hashForm(form, Math.max(0, length - 2))
    words.suffix3[at] = hashForm(form, Math.max(0, length - 3))
    words.suffix4[at] = hashForm(form, Math.max(0, length - 4))
  }
  return words
}

function clearWord(words: Words, at: number): void {
  words.word[at] = 0
  words.shape[at] = 0
  words.prefix2[at] = 0
  words.prefix3[at] = 0
  words.suffix1[at] = 0
  words.suffix2[at] = 0
  words.suffix3[at] = 0
  words.suffix4[at] = 0
}

function hasDigit(form: string): boolean {
  for (let k = 0; k < form.length; k++) if (form.charCodeAt(k) >= 48 && form.charCodeAt(k) <= 57) return true
  return false
}

/** Runs of capitals (1), small letters (2), digits (3) and other marks, the first six of them, in one number. */
function shapeOf(word: string): number {
  let shape = 0
  let last = 0
  let runs = 0
  for (let k = 0; k < word.length && runs < 6; k++) {
    const code = word.charCodeAt(k)
    const kind =
      code >= 97 && code <= 122
        ? 2
        : code >= 65 && code <= 90
          ? 1
          : code >= 48 && code <= 57
            ? 3
            : code < 128
              ? 4 + (code & 63)
              : word[k] !== word[k]!.toLowerCase()
                ? 1
                : 2
    if (kind === last) continue
    shape = Math.imul(shape, 71) + kind
    last = kind
    runs++
  }
  return shape + (word.length === 1 ? 1 << 20 : 0)
}
