/**
 * Makes a text storable without moving a single offset: lone surrogates and NUL (which SQLite's `substr` stops at)
 * become U+FFFD, one for one. Everything else stays as it came: line ends, combining marks, non-breaking spaces.
 */
export function normalizeText(text: string): string {
  return text.toWellFormed().replaceAll('\u0000', '\uFFFD')
}
