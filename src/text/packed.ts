// A file of weights: `AFW1`, the length of its header (uint32, little endian), the header as JSON, padding to 8 bytes, then its arrays, each
// at a multiple of 8 bytes. On disk the whole is compressed by brotli, whose output does not depend on the machine.

/** What an array holds: numbers, or strings joined by line feeds (`text`). */
export type PackedType = 'int8' | 'uint8' | 'int16' | 'uint16' | 'int32' | 'uint32' | 'text'

/** Where an array of the file lies: `offset` from the end of the header, `length` in elements (bytes for `text`). */
export type PackedPlace = { readonly type: PackedType; readonly offset: number; readonly length: number }

/** What a file of weights says of itself. */
export type PackedHeader = {
  /** What reads it, such as `syntax`, and the version of what it expects to find: a reader refuses others. */
  readonly name: string
  readonly version: number
  readonly licence: string
  /** The corpora it was made from. */
  readonly sources: readonly {
    readonly name: string
    readonly licence: string
    /** SHA-256 of the files read, one after another. */
    readonly sha256: string
  }[]
  /** Numbers that the arrays are read by. */
  readonly settings: Readonly<Record<string, number>>
  readonly arrays: Readonly<Record<string, PackedPlace>>
}

const arrayTypes = {
  int8: Int8Array,
  uint8: Uint8Array,
  int16: Int16Array,
  uint16: Uint16Array,
  int32: Int32Array,
  uint32: Uint32Array,
} as const
type PackedArrays = { [T in keyof typeof arrayTypes]: InstanceType<(typeof arrayTypes)[T]> }

/** An opened file of weights. */
export type Packed = {
  readonly header: PackedHeader
  /** The array of a name as it lies in the file, without a copy; throws where there is none of that type. */
  readonly array: <T extends keyof PackedArrays>(name: string, type: T) => PackedArrays[T]
  /** The strings of a name. */
  readonly strings: (name: string) => string[]
  /** A number of the header. */
  readonly setting: (name: string) => number
}

/**
 * Opens a file of weights. Arrays are views of `bytes`.
 * @param bytes the file, decompressed; it begins at a multiple of 8 in its buffer
 * @param name whose weights are wanted
 * @param version what the reader was written for
 * @throws {Error} when the bytes are not such a file, or another reader's
 */
export function readPacked(bytes: Uint8Array<ArrayBuffer>, name: string, version: number): Packed {
  const decoder = new TextDecoder()
  if (decoder.decode(bytes.subarray(0, 4)) !== 'AFW1') throw new Error(`the weights of ${name} are not readable`)
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true)
  const header = JSON.parse(decoder.decode(bytes.subarray(8, 8 + size))) as PackedHeader
  if (header.name !== name || header.version !== version)
    throw new Error(`the weights of ${name} are for ${header.name} ${header.version}, not ${name} ${version}`)
  const base = alignOffset(8 + size)
  const placeOf = (key: string, type: PackedType) => {
    const place = header.arrays[key]
    if (place?.type !== type) throw new Error(`the weights of ${name} lack ${key} (${type})`)
    return place
  }
  return {
    header,
    array: (key, type) => {
      const { offset, length } = placeOf(key, type)
      return new arrayTypes[type](bytes.buffer, bytes.byteOffset + base + offset, length) as never
    },
    strings: (key) => {
      const { offset, length } = placeOf(key, 'text')
      return decoder.decode(bytes.subarray(base + offset, base + offset + length)).split('\n')
    },
    setting: (key) => {
      const value = header.settings[key]
      if (value === undefined) throw new Error(`the weights of ${name} lack the setting ${key}`)
      return value
    },
  }
}

/** The next multiple of 8: every typed array may begin there. */
export const alignOffset = (offset: number): number => (offset + 7) & ~7
