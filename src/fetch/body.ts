import type { Readable, Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { FetchError } from './failure.ts'

/** Encodings that are asked for. */
export const acceptedEncodings = 'gzip, br'
const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  br: createBrotliDecompress,
  deflate: createInflate,
}

/**
 * The bytes of a body, decoded, at most so many of them: what unpacks to more is broken off there, and so is what comes to more.
 * @param encoding of the header Content-Encoding
 * @param isCut whether what is longer is cut there, instead of refused
 * @throws {FetchError} for a body over the limit, one that is cut or broken, and an encoding that nobody asked for
 */
export async function readBody(
  body: Readable,
  encoding: string | undefined,
  most: number,
  isCut = false,
): Promise<Uint8Array> {
  const names = (encoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name && name !== 'identity')
  const [name, ...others] = names
  const decoder = name === undefined ? undefined : decoders[name]
  if (name !== undefined && (!decoder || others.length)) {
    body.destroy()
    throw new FetchError(`responds in an encoding that was not asked for (${names.join(', ').slice(0, 40)})`)
  }
  const unpacked = decoder?.()
  const stream: Readable = unpacked ?? body
  if (unpacked) {
    body.on('error', (error) => unpacked.destroy(error))
    body.pipe(unpacked)
  }
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      size += chunk.length
      if (size > most && !isCut) throw new FetchError(`is over the limit of ${Math.round(most / 1024 / 1024) || 1} MB`)
      chunks.push(chunk)
      if (size >= most && isCut) break
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code?.startsWith('Z_') || code?.startsWith('ERR_')) throw new FetchError('is packed wrong, or cut')
    throw error
  } finally {
    body.destroy()
    stream.destroy()
  }
  return Buffer.concat(chunks)
}
