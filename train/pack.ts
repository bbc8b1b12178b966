import { brotliCompressSync, constants } from 'node:zlib'
import { alignOffset, type PackedHeader, type PackedPlace, type PackedType } from '../src/text/packed.ts'

/** What goes into a file of weights, by name. */
export type PackedInput = Readonly<
  Record<string, Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array | readonly string[]>
>

const typeOf = (array: PackedInput[string]): PackedType =>
  Array.isArray(array) ? 'text' : (array.constructor.name.replace('Array', '').toLowerCase() as PackedType)

/** The bytes of a file of weights, compressed; `readPacked` reads them. The same input gives the same bytes. */
export function writePacked(header: Omit<PackedHeader, 'arrays'>, input: PackedInput): Buffer {
  const arrays: Record<string, PackedPlace> = {}
  const parts: Uint8Array[] = []
  let offset = 0
  for (const [name, array] of Object.entries(input)) {
    const bytes = isText(array)
      ? new TextEncoder().encode(array.join('\n'))
      : new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
    arrays[name] = { type: typeOf(array), offset, length: isText(array) ? bytes.length : array.length }
    const padded = new Uint8Array(alignOffset(bytes.length))
    padded.set(bytes)
    parts.push(padded)
    offset += padded.length
  }
  const json = new TextEncoder().encode(JSON.stringify({ ...header, arrays }))
  const head = new Uint8Array(alignOffset(8 + json.length))
  head.set(new TextEncoder().encode('AFW1'))
  new DataView(head.buffer).setUint32(4, json.length, true)
  head.set(json, 8)
  return brotliCompressSync(Buffer.concat([head, ...parts]), {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 9,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: head.length + offset,
    },
  })
}

const isText = (array: PackedInput[string]): array is readonly string[] => Array.isArray(array)

/**
 * Weights in 8 bits: the largest of all becomes 127, and whatever then is smaller than `prune` becomes 0.
 * One scale holds for a whole table, so that sums compare.
 */
export function quantize(weights: Float64Array, prune: number): Int8Array {
  let most = 0
  for (const weight of weights) most = Math.max(most, Math.abs(weight))
  return Int8Array.from(weights, (weight) => {
    const value = Math.round((weight * 127) / most)
    return Math.abs(value) < prune ? 0 : value
  })
}
