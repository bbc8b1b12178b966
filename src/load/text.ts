/** An article that cannot be loaded; the message is for the person who named the file. */
export class LoadError extends Error {}

/** Largest text that is loaded, in bytes: a hundred times the longest reportage. */
export const mostBytes = 10 * 1024 * 1024

/**
 * Decodes the bytes of a plain text: UTF-8 with or without a byte order mark, or UTF-16 with one.
 * @throws {LoadError} for other encodings, binary files, empty ones, and files over the limit
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length > mostBytes) throw new LoadError(`is over the limit of ${mostBytes / 1024 / 1024} MB`)
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined
  let text: string
  try {
    text = new TextDecoder(utf16 ?? 'utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new LoadError('is no UTF-8 text; convert it first')
  }
  if (!text.trim()) throw new LoadError('is empty')
  // control characters other than tab, line ends and escape: rare in any text, common in everything else
  const controls = text.match(/\p{Cc}/gu)?.filter((character) => !/[\t-\r\u0085]/.test(character)).length ?? 0
  if (controls > text.length / 100) throw new LoadError('is a binary file, not a text')
  return text
}
