/** Remembers what a function of one word gave; starts again at 20,000 words. */
export function remember<T>(compute: (word: string) => T): (word: string) => T {
  const known = new Map<string, T>()
  return (word) => {
    const found = known.get(word)
    if (found !== undefined) return found
    const made = compute(word)
    if (known.size >= 20_000) known.clear()
    known.set(word, made)
    return made
  }
}
