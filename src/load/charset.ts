import { LoadError, mostBytes, overLimit } from './failure.ts'

/** A charset that the bytes themselves declare: `<meta charset>`, `<meta http-equiv>` or an XML declaration, in the first 1024 bytes (WHATWG HTML, encoding sniffing). */
const declaration = /(?:charset\s*=\s*["']?|<\?xml[^>]*\bencoding\s*=\s*["'])([\w.:-]+)/i

/**
 * Decodes a file, page or feed. A byte order mark decides; else what is valid UTF-8 is UTF-8, whatever it says of itself; else the charset
 * that the server or the bytes declare; else, for markup, windows-1252 (the HTML standard's default).
 * @param served the charset of the HTTP header, if there was one
 * @throws {LoadError} for unknown charsets, plain text in none that can be told, binary files, empty ones, and files over the limit
 */
export function decodeBytes(bytes: Uint8Array, form: 'text' | 'markup', served?: string): string {
  if (bytes.length > mostBytes) throw new LoadError(overLimit)
  const text = decode(bytes, form, served)
  if (!text.trim()) throw new LoadError('is empty')
  // control characters other than tab, line ends and escape: rare in any text, common in everything else
  const controls = text.match(/\p{Cc}/gu)?.filter((character) => !/[\t-\r\u0085]/.test(character)).length ?? 0
  if (controls > text.length / 100) throw new LoadError('is a binary file, not a text')
  return text
}

function decode(bytes: Uint8Array, form: 'text' | 'markup', served: string | undefined): string {
  const marked = byteOrderMark(bytes)
  if (marked) return new TextDecoder(marked).decode(bytes)
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  const declared = served ?? (form === 'markup' ? declaration.exec(head)?.[1] : undefined)
  // the one charset whose bytes are all ASCII and mean something else
  if (!/^iso-2022-jp$/i.test(declared ?? ''))
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    } catch {}
  if (!declared && form === 'text') throw new LoadError('is not UTF-8 text; convert it first')
  try {
    return new TextDecoder(declared ?? 'windows-1252').decode(bytes)
  } catch {
    throw new LoadError(`is in the charset "${declared}", which is unknown; convert it to UTF-8 first`)
  }
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : undefined
}
