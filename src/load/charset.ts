import { LoadError, mostBytes, overLimit } from './failure.ts'

/** Charsets that the bytes themselves declare: `<meta charset>`, `<meta http-equiv>` or an XML declaration, in the first 1024 bytes (WHATWG HTML, encoding sniffing). */
const declaration = /(?:charset\s*=\s*["']?|<\?xml[^>]*\bencoding\s*=\s*["'])([\w.:-]+)/gi

/**
 * Decodes a file, page or feed. A byte order mark decides; else what is valid UTF-8 is UTF-8, whatever it says of itself, and so is markup with a
 * few bytes that are not, each of which becomes U+FFFD; else the first other charset that the server or the bytes declare; else, for markup, windows-1252 (the HTML standard's default).
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
  const declared = [
    // servers send labels that nobody knows; they say nothing (WHATWG Encoding, "get an encoding")
    ...(served && isKnown(served) ? [served] : []),
    ...(form === 'markup' ? Array.from(head.matchAll(declaration), (found) => found[1]!) : []),
  ]
  // the one charset whose bytes are all ASCII and mean something else
  if (!/^iso-2022-jp$/i.test(declared[0] ?? ''))
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    } catch {}
  if (declared.length === 0 && form === 'text') throw new LoadError('is not UTF-8 text; convert it first')
  // where the bytes are no UTF-8, a declaration that they are is wrong, and another may be right
  const others = declared.filter((label) => !/^(?:utf-?8|us-ascii)$/i.test(label))
  const other = others.find(isKnown) ?? others[0]
  if (form === 'markup') {
    const broken = readBrokenUtf8(bytes, other !== undefined && !/^(?:windows-|cp|iso-8859|latin)/i.test(other))
    if (broken !== undefined) return broken
  }
  try {
    return new TextDecoder(other ?? (form === 'markup' ? 'windows-1252' : declared[0])).decode(bytes)
  } catch {
    throw new LoadError(`is in the charset "${other}", which is unknown; convert it to UTF-8 first`)
  }
}

function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== ''
  } catch {
    return false
  }
}

/**
 * Bytes that are UTF-8 but for a few of them: in a charset of single bytes, those that make characters of UTF-8 by chance are rare.
 * @param wide in charsets of several bytes they are less so
 */
function readBrokenUtf8(bytes: Uint8Array, wide: boolean): string | undefined {
  const text = new TextDecoder('utf-8').decode(bytes)
  let bad = 0
  let good = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 0xfffd) bad++
    else if (code > 0x7f) good++
  }
  return good > bad * (wide ? 20 : 1) ? text : undefined
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : undefined
}
